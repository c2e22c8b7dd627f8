import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Response, Router } from 'express';
import { YidaFault } from '../domain/fault.js';
import type { DrawnPictures, ServedPicture } from './app-deps.js';
import { onlyMethods } from './error-handler.js';

const FOREVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

/** Pictures: those an import copied (by hash, so for ever), the demo's garments and outfit boards (drawn on demand). */
export function pictureRoutes({ demo, board }: DrawnPictures, folder: string): Router {
  const router = Router();
  router.use(['/pictures', '/demo/images', '/boards'], onlyMethods('GET'));

  router.get('/pictures/:name', async (request, response) => {
    const { name } = request.params;
    if (!/^[0-9a-f]{8,64}\.webp$/.test(name)) throw new YidaFault('not-found', 'no such picture');
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) throw new YidaFault('not-found', 'no such picture');
    response.set({ 'Content-Type': 'image/webp', 'Cache-Control': FOREVER, 'Content-Length': String(found.size) });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(file), response);
  });

  router.get('/demo/images/:name', async (request, response) => {
    const id = /^([\w-]{1,80})\.webp$/.exec(request.params.name)?.[1];
    send(response, id === undefined ? undefined : await demo?.(id), A_DAY);
  });

  router.get('/boards/*rest', async (request, response) => {
    send(response, await board?.(request.path), A_DAY);
  });

  return router;
}

function send(response: Response, picture: ServedPicture | undefined, cacheControl: string): void {
  if (picture === undefined) throw new YidaFault('not-found', 'no such picture');
  response.set({ 'Content-Type': picture.contentType, 'Cache-Control': cacheControl }).send(Buffer.from(picture.bytes));
}
