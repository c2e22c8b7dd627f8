import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Response, Router } from 'express';
import { YidaFault } from '../domain/fault.js';
import { toJpeg } from '../encoding/to-jpeg.js';
import type { DrawnPictures, ServedPicture } from './app-deps.js';
import { onlyMethods } from './error-handler.js';

const FOREVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

/** Pictures: those an import copied (by hash, so for ever), the demo's garments and outfit boards (drawn on demand), and garments cut out. All but the last are there as `.jpg` too. */
export function pictureRoutes({ demo, board, cutOut }: DrawnPictures, folder: string): Router {
  const router = Router();
  router.use(['/pictures', '/demo/images', '/boards', '/cut-outs'], onlyMethods('GET'));

  router.get('/pictures/:name', async (request, response) => {
    const { name } = request.params;
    const [, hash, kind] = /^([0-9a-f]{8,64})\.(webp|jpg)$/.exec(name) ?? [];
    if (hash === undefined) throw new YidaFault('not-found', 'no such picture');
    const file = join(folder, `${hash}.webp`);
    if (kind === 'jpg') {
      const bytes = await readFile(file).catch(() => undefined);
      await send(response, bytes && { contentType: 'image/webp', bytes }, FOREVER, 'jpg');
      return;
    }
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) throw new YidaFault('not-found', 'no such picture');
    response.set({ 'Content-Type': 'image/webp', 'Cache-Control': FOREVER, 'Content-Length': String(found.size) });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(file), response);
  });

  router.get('/demo/images/:name', async (request, response) => {
    const [, id, kind] = /^([\w-]{1,80})\.(webp|jpg)$/.exec(request.params.name) ?? [];
    await send(response, id === undefined ? undefined : await demo?.(id), A_DAY, kind);
  });

  router.get('/boards/*rest', async (request, response) => {
    const [, path, kind] = /^(.*)\.(webp|jpg)$/.exec(request.path) ?? [];
    await send(response, path === undefined ? undefined : await board?.(`${path}.webp`), A_DAY, kind);
  });

  router.get('/cut-outs/:name', async (request, response) => {
    const [, name] = /^([\w-]{1,800})\.webp$/.exec(request.params.name) ?? [];
    const id = name === undefined ? '' : Buffer.from(name, 'base64url').toString('utf8');
    // Drawn onto a canvas of a shop's page, which then must be readable to be saved.
    response.set('Access-Control-Allow-Origin', '*');
    await send(response, id === '' ? undefined : await cutOut?.(id), A_DAY, undefined);
  });

  return router;
}

/** `kind` jpg: the same picture for messaging apps, which know no WebP. */
async function send(
  response: Response,
  picture: ServedPicture | undefined,
  cacheControl: string,
  kind: string | undefined,
): Promise<void> {
  if (picture === undefined) throw new YidaFault('not-found', 'no such picture');
  const jpeg = kind === 'jpg';
  response
    .set({ 'Content-Type': jpeg ? 'image/jpeg' : picture.contentType, 'Cache-Control': cacheControl })
    .send(Buffer.from(jpeg ? await toJpeg(picture.bytes) : picture.bytes));
}
