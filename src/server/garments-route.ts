import { Router } from 'express';
import { z } from 'zod';
import { localeOf } from '../channels/access/request-locale.js';
import { baseOf } from '../channels/access/site.js';
import { withAbsoluteAddresses } from '../channels/rendering/absolute-address.js';
import { renderItem } from '../channels/rendering/render-reply.js';
import { FACETS, type Facet } from '../domain/facet.js';
import { apiCaller } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { onlyMethods } from './error-handler.js';
import { check } from './read-request.js';

const limit = z.coerce.number().int().min(1).max(100);
const id = z.string().min(1).max(200);

const facetFields = Object.fromEntries([...FACETS, 'brand' as const].map((facet) => [facet, id.optional()])) as Record<
  Facet | 'brand',
  z.ZodOptional<typeof id>
>;

/** The query of GET /api/garments: a page, and facets by id (a kind includes what is below it). */
export const listQuerySchema = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: limit.default(20),
  locale: z.string().max(60).optional(),
  ...facetFields,
});
export const similarQuerySchema = z.strictObject({ limit: limit.default(10), locale: z.string().max(60).optional() });

/** GET /api/garments, /api/garments/:id and /api/garments/:id/similar. */
export function garmentRoutes(deps: AppDeps): Router {
  const { garments, counter, tokens, site, wording } = deps;
  const router = Router();
  router.use('/api/garments', onlyMethods('GET'));

  router.get('/api/garments', async (request, response) => {
    apiCaller(request, tokens, site);
    const { cursor, limit: count, locale: _locale, ...facets } = check(listQuerySchema, request.query);
    const stated = Object.fromEntries(Object.entries(facets).filter(([, value]) => value !== undefined));
    const page = await garments.list({ limit: count, facets: stated, ...(cursor === undefined ? {} : { cursor }) });
    const base = baseOf(request, site);
    response.json({
      items: page.items.map((garment) => withAbsoluteAddresses(garment, base)),
      ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
    });
  });

  router.get('/api/garments/:id', async (request, response) => {
    apiCaller(request, tokens, site);
    response.json(withAbsoluteAddresses(await counter.garment(request.params.id), baseOf(request, site)));
  });

  router.get('/api/garments/:id/similar', async (request, response) => {
    apiCaller(request, tokens, site);
    const { limit: count } = check(similarQuerySchema, request.query);
    const locale = localeOf(request);
    const { items } = await counter.similar(request.params.id, count, locale);
    const rendering = { wording, base: baseOf(request, site) };
    response.json({ items: items.map((item) => renderItem(item, rendering, locale)) });
  });

  return router;
}
