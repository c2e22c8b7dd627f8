import type { RequestHandler } from 'express';
import { localeOf } from '../channels/access/request-locale.js';
import { baseOf } from '../channels/access/site.js';
import { renderItem, renderRelaxation } from '../channels/rendering/render-reply.js';
import { apiCaller } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { check, readRequest } from './read-request.js';
import { searchRequestSchema } from './request-schemas.js';

/** POST /api/search: words, a photo, filters, or any of them together; outside any conversation. */
export function searchRoute({ counter, tokens, site, wording, clock }: AppDeps): RequestHandler {
  return async (request, response) => {
    const started = clock();
    apiCaller(request, tokens, site);
    const { fields, photos } = await readRequest(request, response);
    const { text, filters, limit, locale: stated } = check(searchRequestSchema, fields);
    const [photo] = photos;
    const outcome = await counter.search({ text, photo, filters, limit, locale: stated, fallback: localeOf(request) });
    const { locale, understood } = outcome;
    const rendering = { wording, base: baseOf(request, site) };
    response.json({
      locale,
      understood,
      items: outcome.items.map((item) => renderItem(item, rendering, locale)),
      attention: outcome.attention,
      relaxed: outcome.relaxed.map((relaxation) => renderRelaxation(relaxation, wording, locale)),
      degraded: outcome.degraded,
      tookMs: Math.round((clock() - started) * 10) / 10,
    });
  };
}
