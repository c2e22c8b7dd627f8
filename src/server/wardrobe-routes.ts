import { Router } from 'express';
import { encodePhoto } from '../assistant/counter.js';
import { rememberPhoto } from '../assistant/hear/remembered-photo.js';
import { garmentOf, ownPieceOf } from '../assistant/own-pieces.js';
import { YidaFault } from '../domain/fault.js';
import type { OwnPiece } from '../domain/own-piece.js';
import { apiCaller, requireUser } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { onlyMethods } from './error-handler.js';
import { readRequest } from './read-request.js';

/**
 * A shopper's own pieces: GET lists them, POST adds one from a photo (which is not kept) where the shopper agreed to be
 * remembered, DELETE removes one.
 */
export function wardrobeRoutes(deps: AppDeps): Router {
  const { wardrobes, encoder, tokens, site, vocabulary, now } = deps;
  const router = Router();
  const all = '/api/users/:id/wardrobe';
  const one = `${all}/:piece`;
  const shown = ({ embedding: _numbers, ...piece }: OwnPiece) => ({
    ...piece,
    title: garmentOf({ ...piece, embedding: '' }, vocabulary).title,
  });

  router.all(all, onlyMethods('GET', 'POST'));
  router.all(one, onlyMethods('DELETE'));

  router.get(all, async (request, response) => {
    const { id } = request.params;
    requireUser(apiCaller(request, tokens, site), id);
    response.json({ pieces: (await wardrobes.ofUser(id, encoder.modelId)).map(shown) });
  });

  router.post(all, async (request, response) => {
    const { id } = request.params;
    requireUser(apiCaller(request, tokens, site), id);
    const { photos } = await readRequest(request, response);
    const [bytes] = photos;
    if (bytes === undefined) throw new YidaFault('photo-missing', 'no image in the request');
    const encoding = await encodePhoto(bytes, deps);
    const piece = encoding.tags.garment ? ownPieceOf(rememberPhoto(encoding, 0)) : undefined;
    if (piece === undefined) throw new YidaFault('photo-unreadable', 'nothing wearable was made out');
    if (!(await wardrobes.add(id, encoder.modelId, piece, now())))
      throw new YidaFault('forbidden', 'the shopper has not agreed to be remembered');
    response.status(201).json({ piece: shown(piece) });
  });

  router.delete(one, async (request, response) => {
    const { id, piece } = request.params;
    requireUser(apiCaller(request, tokens, site), id);
    if ((await wardrobes.remove(id, [piece])) === 0) throw new YidaFault('not-found', 'no such piece');
    response.json({ removed: piece });
  });

  return router;
}
