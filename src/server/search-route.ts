import type { RequestHandler } from 'express';
import { localeOf } from '../channels/access/request-locale.js';
import { baseOf } from '../channels/access/site.js';
import { renderItem, renderRelaxation } from '../channels/rendering/render-reply.js';
import type { Constraints } from '../domain/constraints.js';
import { YidaFault } from '../domain/fault.js';
import type { Locale } from '../domain/locale.js';
import type { UnderstoodTurn } from '../domain/turn.js';
import { apiCaller } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { encodePhoto } from './photo-of.js';
import { check, readRequest } from './read-request.js';
import { searchRequestSchema } from './request-schemas.js';

/** A search in words is a sentence or two; what follows is not read. */
const LONGEST_TEXT = 2_000;

/** POST /api/search: words, a photo, filters, or any of them together; outside any conversation. */
export function searchRoute(deps: AppDeps): RequestHandler {
  const { search, tokens, site, wording } = deps;
  return async (request, response) => {
    const started = deps.clock();
    apiCaller(request, tokens, site);
    const { fields, photos } = await readRequest(request, response);
    const asked = check(searchRequestSchema, fields);
    const text = asked.text?.slice(0, LONGEST_TEXT).trim() ?? '';
    const [bytes] = photos;
    if (text === '' && bytes === undefined && asked.filters === undefined) {
      throw new YidaFault('bad-request', 'nothing to search for', { values: { why: 'text, image, filters' } });
    }
    const photo = bytes === undefined ? undefined : await encodePhoto(bytes, deps);
    const understood = await understandAlone(deps, text, asked.locale ?? localeOf(request), photo !== undefined);
    const locale = asked.locale ?? understood.locale;
    const outcome = await search({
      locale,
      keywords: understood.keywords,
      constraints: mergeFilters(understood.constraints, asked.filters),
      liked: [],
      without: [],
      limit: asked.limit,
      ...(text === '' ? {} : { text }),
      ...(photo === undefined ? {} : { photo }),
      ...(understood.sort === undefined ? {} : { sort: understood.sort }),
    });
    const rendering = { wording, base: baseOf(request, site) };
    response.json({
      locale,
      understood,
      items: outcome.items.map((item) => renderItem(item, rendering, locale)),
      attention: outcome.attention,
      relaxed: outcome.relaxed.map((relaxation) => renderRelaxation(relaxation, wording, locale)),
      degraded: outcome.degraded,
      tookMs: Math.round((deps.clock() - started) * 10) / 10,
    });
  };
}

async function understandAlone(
  { understand, garments }: AppDeps,
  text: string,
  locale: Locale,
  hasPhoto: boolean,
): Promise<UnderstoodTurn> {
  const [currency, brands] = await Promise.all([garments.currency(), garments.brands()]);
  const context = { locale, currency: currency ?? 'CNY', brands, hasShown: false, hasPhoto, hasRequest: false };
  const understood = understand(text, context);
  return hasPhoto && text === '' ? { ...understood, intent: 'photo-search', confidence: 1 } : understood;
}

/** What a filter names replaces what the words said of it; exclusions of both hold. */
function mergeFilters(stated: Constraints, filters: Constraints | undefined): Constraints {
  if (filters === undefined) return stated;
  const merged = { ...stated, ...filters };
  if (stated.exclude === undefined || filters.exclude === undefined) return merged;
  return { ...merged, exclude: { ...stated.exclude, ...filters.exclude } };
}
