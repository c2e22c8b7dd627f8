import type { RequestHandler } from 'express';
import { encodePhoto } from '../assistant/counter.js';
import { YidaFault } from '../domain/fault.js';
import { apiCaller } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { check, readRequest } from './read-request.js';
import { tagRequestSchema } from './request-schemas.js';

/** POST /api/tag: what the model sees on a photo, each with its confidence. */
export function tagRoute(deps: AppDeps): RequestHandler {
  return async (request, response) => {
    apiCaller(request, deps.tokens, deps.site);
    const { fields, photos } = await readRequest(request, response);
    check(tagRequestSchema, fields);
    const [bytes] = photos;
    if (bytes === undefined) throw new YidaFault('photo-missing', 'no image in the request');
    const { tags } = await encodePhoto(bytes, deps);
    response.json({ garment: tags.garment, confidence: tags.confidence, tags: tags.tags });
  };
}
