import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';

/** The built browser files: what each is called with its content's hash in it. */
const manifestSchema = z.object({
  /** Logical name (`panel.js`) -> file name (`panel-3f9a….js`). */
  files: z.record(z.string(), z.string()),
});

export interface WidgetAssets {
  /** Address of a file by its logical name; it changes with its content, so it may be kept for ever. */
  address(name: string): Promise<string>;
  /** Sends a file, compressed as the client can take it; false where there is no such file. */
  send(name: string, request: Request, response: Response): Promise<boolean>;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  bin: 'application/octet-stream',
};
/** Content encodings, smallest first, with the endings of their files. */
const ENCODINGS: readonly (readonly [encoding: string, ending: string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];
const FOREVER = 'public, max-age=31536000, immutable';
const A_WHILE = 'public, max-age=300';

/** Files of the widget's build folder, found through its manifest; the manifest is read once, at first use. */
export function widgetAssets(folder: string): WidgetAssets {
  let manifest: Promise<Readonly<Record<string, string>>> | undefined;
  const files = () => {
    manifest ??= readFile(join(folder, 'manifest.json'), 'utf8').then(
      (text) => manifestSchema.parse(JSON.parse(text)).files,
    );
    return manifest;
  };
  return {
    async address(name) {
      return `/widget/${(await files())[name] ?? name}`;
    },
    async send(name, request, response) {
      const known = await files();
      // By its hashed name, or by its plain name where a page links it without one (icons, style sheets).
      const hashed = Object.values(known).includes(name);
      const file = hashed ? name : known[name];
      const type = TYPES[name.split('.').at(-1) ?? ''];
      if (file === undefined || type === undefined) return false;
      const accepted = request.get('accept-encoding') ?? '';
      const [encoding, suffix] = (await smallest(join(folder, file), accepted)) ?? [undefined, ''];
      const path = join(folder, file + suffix);
      const { size } = await stat(path);
      response.vary('Accept-Encoding').set({
        'Content-Type': type,
        'Content-Length': String(size),
        'Cache-Control': hashed ? FOREVER : A_WHILE,
        // A shop's page imports the panel as a module, and draws with the pictures.
        'Access-Control-Allow-Origin': '*',
        ETag: `"${file}${suffix}"`,
        ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
      });
      if (request.fresh) {
        response.removeHeader('Content-Length');
        response.status(304).end();
      } else if (request.method === 'HEAD') response.end();
      else await pipeline(createReadStream(path), response);
      return true;
    },
  };
}

async function smallest(
  path: string,
  accepted: string,
): Promise<readonly [encoding: string, ending: string] | undefined> {
  for (const [encoding, suffix] of ENCODINGS) {
    if (!new RegExp(`\\b${encoding}\\b`).test(accepted)) continue;
    if ((await stat(path + suffix).catch(() => undefined)) !== undefined) return [encoding, suffix];
  }
  return undefined;
}
