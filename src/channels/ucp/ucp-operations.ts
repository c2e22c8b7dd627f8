import type { z } from 'zod';
import type { Counter } from '../../assistant/counter.js';
import { YidaFault } from '../../domain/fault.js';
import type { Locale } from '../../domain/locale.js';
import { faultyFields } from '../access/faulty-fields.js';
import { problemOf } from '../access/problem.js';
import { relevantTo } from './negotiation.js';
import { type FoundProducts, lookUp, productInFull, searchCatalogue, type UcpMessage } from './ucp-catalogue.js';
import type { ProductRendering } from './ucp-product.js';
import { type Agreement, envelope, LOOKUP, SEARCH } from './ucp-profile.js';
import { LOOKUP_BATCH, lookupRequest, productRequest, type SearchRequest, searchRequest } from './ucp-requests.js';
import { visualName } from './visual-extension.js';

/** What an operation is answered with and from; the same whichever way it came. */
export interface OperationContext {
  readonly counter: Counter;
  readonly agreed: Agreement;
  /** Words and addresses of the answer in a language. */
  readonly renderingIn: (language: string | undefined) => ProductRendering;
}

/** One of the catalogue's calls. */
export interface Operation {
  /** The tool's name over MCP. */
  readonly name: 'search_catalog' | 'lookup_catalog' | 'get_product';
  /** The path over REST. */
  readonly path: string;
  readonly description: string;
  readonly request: z.ZodType;
  /** Undefined for a request with more ids than are looked up at once. Throws bad-request for one that is not right. */
  readonly answer: (request: unknown, context: OperationContext) => Promise<object | undefined>;
}

/** Source: ucp.dev/2026-08-25/specification/shopping/catalog */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'search_catalog',
    path: '/catalog/search',
    description:
      'Search the clothes shop: words (Chinese, English, mixed), a picture by the visual_search extension, filters, or what goes with or stands in for a product (purpose, reference_ids).',
    request: searchRequest,
    answer: async (request, context) => {
      const asked = inVersion(context.agreed, read(searchRequest, request));
      const rendering = context.renderingIn(asked.context?.language);
      const visual = visualName(rendering.base);
      if (asked.visual !== undefined && !context.agreed.capabilities.has(visual))
        return incompatible(visual, context, rendering);
      return answered(SEARCH, context, rendering, async () =>
        withoutEmpty(await searchCatalogue(asked, context.counter, rendering)),
      );
    },
  },
  {
    name: 'lookup_catalog',
    path: '/catalog/lookup',
    description: 'Look up products or variants by their ids, up to 50 at once.',
    request: lookupRequest,
    answer: async (request, context) => {
      const asked = read(lookupRequest, request);
      if (asked.ids.length > LOOKUP_BATCH) return undefined;
      const rendering = context.renderingIn(asked.context?.language);
      return answered(LOOKUP, context, rendering, async () =>
        withoutEmpty(await lookUp(asked.ids, asked.filters, context.counter, rendering)),
      );
    },
  },
  {
    name: 'get_product',
    path: '/catalog/product',
    description: 'One product in full by its id or that of a variant, narrowed to the options that are selected.',
    request: productRequest,
    answer: async (request, context) => {
      const asked = read(productRequest, request);
      const rendering = context.renderingIn(asked.context?.language);
      return answered(LOOKUP, context, rendering, async (relevant) => {
        const product = await productInFull(asked, context.counter, rendering);
        if (product !== undefined) return { product };
        const content = problemOf('garment-not-found', rendering.wording.messages, rendering.locale).detail;
        return failure(relevant, { type: 'error', code: 'not_found', content, severity: 'unrecoverable' });
      });
    },
  },
];

/** What was asked, as far as the version agreed on has it: what it does not know is let pass unread. */
function inVersion({ version }: Agreement, asked: SearchRequest): SearchRequest {
  if (version !== '2026-04-08') return asked;
  const { purpose: _purpose, reference_ids: _references, ...known } = asked;
  return known;
}

/** A picture that cannot be used, a garment that is gone: an outcome in the envelope, not a broken call. */
async function answered(
  root: string,
  context: OperationContext,
  rendering: ProductRendering,
  work: (relevant: Agreement) => Promise<object>,
): Promise<object> {
  const relevant = relevantTo(root, context.agreed, rendering.base);
  if (relevant === undefined) return incompatible(root, context, rendering);
  try {
    return { ucp: envelope(relevant), ...(await work(relevant)) };
  } catch (error) {
    if (!(error instanceof YidaFault) || !isOutcome(error)) throw error;
    const content = detailOf(error, rendering.locale, rendering);
    return {
      products: [],
      ...failure(relevant, { type: 'error', code: codeOf(error), content, severity: 'recoverable' }),
    };
  }
}

function failure(agreed: Agreement, message: UcpMessage): object {
  return { ucp: envelope(agreed, 'error'), messages: [message] };
}

/** The platform has no version of what this call needs. */
function incompatible(
  capability: string,
  { agreed: { version } }: OperationContext,
  { wording, locale, base }: ProductRendering,
): object {
  const content = wording.text(locale, 'ucp.capabilities_incompatible', { capability });
  const message = { type: 'error', code: 'capabilities_incompatible', content, severity: 'unrecoverable' } as const;
  return { ...failure({ version, capabilities: new Map() }, message), continue_url: `${base}/` };
}

/** What the envelope says of a lookup of too many, where it is no transport's error. */
export function tooMany(agreed: Agreement): object {
  return failure(agreed, {
    type: 'error',
    code: 'request_too_large',
    content: String(LOOKUP_BATCH),
    severity: 'recoverable',
  });
}

export function detailOf(
  { code, values }: YidaFault,
  locale: Locale,
  { wording }: Pick<ProductRendering, 'wording'>,
): string {
  return problemOf(code, wording.messages, locale, { values }).detail;
}

function read<T>(schema: z.ZodType<T>, request: unknown): T {
  const parsed = schema.safeParse(request);
  if (parsed.success) return parsed.data;
  const why = faultyFields(parsed.error);
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
