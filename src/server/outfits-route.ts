import type { RequestHandler } from 'express';
import { localeOf } from '../channels/access/request-locale.js';
import { baseOf } from '../channels/access/site.js';
import { renderOutfit, renderRelaxation } from '../channels/rendering/render-reply.js';
import type { Facet } from '../domain/facet.js';
import { YidaFault } from '../domain/fault.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { apiCaller } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { encodePhoto } from './photo-of.js';
import { check, readRequest } from './read-request.js';
import { outfitsRequestSchema } from './request-schemas.js';

/** POST /api/outfits: outfits around a garment, a photo of one's own, or only an occasion or a season. */
export function outfitsRoute(deps: AppDeps): RequestHandler {
  const { composeOutfits, garments, tokens, site, wording, boardAddress, vocabulary } = deps;
  return async (request, response) => {
    apiCaller(request, tokens, site);
    const { fields, photos } = await readRequest(request, response);
    const asked = check(outfitsRequestSchema, fields);
    const locale = asked.locale ?? localeOf(request);
    const [bytes] = photos;
    if ((asked.garmentId ?? asked.occasion ?? asked.season ?? bytes) === undefined) {
      throw new YidaFault('bad-request', 'nothing to dress', { values: { why: 'garmentId, image, occasion, season' } });
    }
    if (asked.garmentId !== undefined && (await garments.get(asked.garmentId)) === undefined) {
      throw new YidaFault('garment-not-found', 'no garment of this id');
    }
    const photo = bytes === undefined ? undefined : await encodePhoto(bytes, deps);
    const outcome = await composeOutfits({
      limit: asked.limit,
      ...(asked.garmentId === undefined ? {} : { garmentId: asked.garmentId }),
      ...(photo === undefined ? {} : { photo: { embedding: photo.embedding, tags: photo.tags } }),
      ...(asked.occasion === undefined ? {} : { occasion: idOf(vocabulary, 'occasions', asked.occasion) }),
      ...(asked.season === undefined ? {} : { season: idOf(vocabulary, 'seasons', asked.season) }),
      ...(asked.budget === undefined ? {} : { budget: asked.budget }),
      ...(asked.owned === undefined ? {} : { owned: asked.owned }),
    });
    const rendering = { wording, base: baseOf(request, site), ...(boardAddress === undefined ? {} : { boardAddress }) };
    response.json({
      outfits: outcome.outfits.map((outfit) => renderOutfit(outfit, rendering, locale)),
      relaxed: outcome.relaxed.map((relaxation) => renderRelaxation(relaxation, wording, locale)),
      degraded: outcome.degraded,
      ...(outcome.emptyBecause === undefined ? {} : { emptyBecause: outcome.emptyBecause }),
    });
  };
}

/** An id of the vocabulary from the id itself or any of its names. Throws bad-request for an unknown word. */
function idOf(vocabulary: Vocabulary, facet: Facet, word: string): string {
  if (vocabulary.has(facet, word)) return word;
  const wanted = word.toLowerCase();
  const named = vocabulary
    .entries(facet)
    .find((entry) => [...entry.synonyms['zh-CN'], ...entry.synonyms.en].some((name) => name.toLowerCase() === wanted));
  if (named === undefined)
    throw new YidaFault('bad-request', `unknown ${facet}`, { values: { why: `${facet}: ${word}` } });
  return named.id;
}
