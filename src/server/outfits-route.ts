import type { RequestHandler } from 'express';
import { localeOf } from '../channels/access/request-locale.js';
import { baseOf } from '../channels/access/site.js';
import { renderOutfit, renderRelaxation } from '../channels/rendering/render-reply.js';
import { apiCaller } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { check, readRequest } from './read-request.js';
import { outfitsRequestSchema } from './request-schemas.js';

/** POST /api/outfits: outfits around a garment, a photo of one's own, or only an occasion or a season. */
export function outfitsRoute({ counter, tokens, site, wording, boardAddress }: AppDeps): RequestHandler {
  return async (request, response) => {
    apiCaller(request, tokens, site);
    const { fields, photos } = await readRequest(request, response);
    const { locale: stated, ...asked } = check(outfitsRequestSchema, fields);
    const locale = stated ?? localeOf(request);
    const outcome = await counter.outfits({ ...asked, photo: photos[0] });
    const rendering = { wording, base: baseOf(request, site), ...(boardAddress === undefined ? {} : { boardAddress }) };
    response.json({
      outfits: outcome.outfits.map((outfit) => renderOutfit(outfit, rendering, locale)),
      relaxed: outcome.relaxed.map((relaxation) => renderRelaxation(relaxation, wording, locale)),
      degraded: outcome.degraded,
      ...(outcome.emptyBecause === undefined ? {} : { emptyBecause: outcome.emptyBecause }),
    });
  };
}
