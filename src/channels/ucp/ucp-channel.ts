import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { YidaFault } from '../../domain/fault.js';
import { type Locale, nearestLocale } from '../../domain/locale.js';
import { problemOf } from '../access/problem.js';
import { localeOf } from '../access/request-locale.js';
import { baseOf } from '../access/site.js';
import { onlyPost } from '../access/webhook-route.js';
import { type Channel, type ChannelDeps, channelKind } from '../channel.js';
import { type FoundProducts, lookUp, productInFull, searchCatalogue } from './ucp-catalogue.js';
import type { ProductRendering } from './ucp-product.js';
import { envelope, LOOKUP, SEARCH, ucpProfile } from './ucp-profile.js';
import { LOOKUP_BATCH, lookupRequest, productRequest, searchRequest } from './ucp-requests.js';
import { VISUAL, visualName, visualPage, visualSchema } from './visual-extension.js';

const settings = z.object({ YIDA_UCP: z.enum(['0', '1', 'true', 'false']).optional() });

/**
 * The Universal Commerce Protocol's catalogue: `/.well-known/ucp` and, below `/ucp/catalog`, search, lookup and
 * product, on with YIDA_UCP=1. What it shows is what the shop's own pages show, so anybody may ask; requests are counted
 * like the API's. Source: ucp.dev/2026-08-25/specification/shopping/catalog
 */
export const ucp = channelKind({
  name: 'ucp',
  setup: { variables: ['YIDA_UCP'], path: '/.well-known/ucp' },
  settings,
  create: ({ YIDA_UCP: on }, deps) => (on === '1' || on === 'true' ? createUcp(deps) : undefined),
});

export function createUcp(deps: ChannelDeps): Channel {
  const { counter, wording, site } = deps;
  const router = Router();

  const renderingOf = (request: Request, language: string | undefined): ProductRendering => ({
    wording,
    base: baseOf(request, site),
    locale: nearestLocale(language) ?? localeOf(request),
  });

  /** A picture that cannot be used, a garment that is gone: an outcome in the envelope, not a broken call. */
  const outcome = async (
    response: Response,
    capabilities: readonly string[],
    locale: Locale,
    answer: () => Promise<object | undefined>,
  ) => {
    try {
      response.json({ ucp: envelope(capabilities), ...(await answer()) });
    } catch (error) {
      if (!(error instanceof YidaFault) || !isOutcome(error)) throw error;
      const { detail } = problemOf(error.code, wording.messages, locale, { values: error.values });
      const message = { type: 'error', code: codeOf(error), content: detail, severity: 'recoverable' };
      response.json({ ucp: envelope(capabilities, 'error'), products: [], messages: [message] });
    }
  };

  router.get('/.well-known/ucp', (request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').json(ucpProfile(baseOf(request, site)));
  });
  router.get(VISUAL.schema, (request, response) => {
    response.json(visualSchema(baseOf(request, site)));
  });
  router.get(VISUAL.spec, (request, response) => {
    response.type('text/markdown').send(visualPage(baseOf(request, site)));
  });

  // A picture in base64 is a third longer than its bytes.
  const json = express.json({ limit: '16mb' });
  router.post('/ucp/catalog/search', json, async (request, response) => {
    const asked = read(searchRequest, request);
    const rendering = renderingOf(request, asked.context?.language);
    const capabilities = asked.visual === undefined ? [SEARCH] : [SEARCH, visualName(rendering.base)];
    await outcome(response, capabilities, rendering.locale, async () =>
      withoutEmpty(await searchCatalogue(asked, counter, rendering)),
    );
  });
  router.post('/ucp/catalog/lookup', json, async (request, response) => {
    const asked = read(lookupRequest, request);
    if (asked.ids.length > LOOKUP_BATCH) {
      response.status(400).json({
        ucp: envelope([LOOKUP], 'error'),
        messages: [
          { type: 'error', code: 'request_too_large', content: String(LOOKUP_BATCH), severity: 'recoverable' },
        ],
      });
      return;
    }
    const rendering = renderingOf(request, asked.context?.language);
    await outcome(response, [LOOKUP], rendering.locale, async () =>
      withoutEmpty(await lookUp(asked.ids, asked.filters, counter, rendering)),
    );
  });
  router.post('/ucp/catalog/product', json, async (request, response) => {
    const asked = read(productRequest, request);
    const rendering = renderingOf(request, asked.context?.language);
    const product = await productInFull(asked, counter, rendering);
    if (product !== undefined) {
      response.json({ ucp: envelope([LOOKUP]), product });
      return;
    }
    const content = problemOf('garment-not-found', wording.messages, rendering.locale).detail;
    response.json({
      ucp: envelope([LOOKUP], 'error'),
      messages: [{ type: 'error', code: 'not_found', content, severity: 'unrecoverable' }],
    });
  });
  router.all(['/ucp/catalog/search', '/ucp/catalog/lookup', '/ucp/catalog/product'], onlyPost);
  return { name: 'ucp', routes: router, close: async () => {} };
}

function read<T>(schema: z.ZodType<T>, request: Request): T {
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.map(({ path, message }) => path.join('.') || message).join(', ');
  throw new YidaFault('bad-request', why, { values: { why } });
}

function withoutEmpty({ messages, ...found }: FoundProducts): object {
  return messages.length === 0 ? found : { ...found, messages };
}

function isOutcome({ code }: YidaFault): boolean {
  return code.startsWith('photo-') || code === 'garment-not-found';
}

function codeOf({ code }: YidaFault): string {
  return code === 'garment-not-found' ? 'not_found' : code.replaceAll('-', '_');
}
