import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { Counter } from '../../assistant/counter.js';
import { FACETS } from '../../domain/facet.js';
import { YidaFault } from '../../domain/fault.js';
import { type Garment, inStock } from '../../domain/garment.js';
import type { Locale } from '../../domain/locale.js';
import type { Item } from '../../domain/reply.js';
import type { ShopperStore } from '../../storage/shopper-store.js';
import { decodeImage } from '../access/data-url.js';
import { withFieldNames } from '../access/field-names.js';
import { problemOf } from '../access/problem.js';
import { withAbsoluteAddresses } from '../rendering/absolute-address.js';
import { type Rendering, renderItem, renderOutfit, renderRelaxation } from '../rendering/render-reply.js';
import {
  garmentInput,
  garmentOutput,
  outfitInput,
  outfitOutput,
  profileInput,
  profileOutput,
  searchInput,
  searchOutput,
  similarInput,
  similarOutput,
  type ToolGarment,
} from './tool-schemas.js';

export interface ShopServerDependencies {
  readonly counter: Counter;
  readonly shoppers: Pick<ShopperStore, 'profile'>;
  readonly rendering: Rendering;
  /** Language where neither the request nor its words decide. */
  readonly locale: Locale;
  readonly version: string;
  /** Told of what failed on our side. */
  readonly onFailure?: (tool: string, fault: YidaFault) => void;
}

/** The counter's names of what the tools' arguments call otherwise. */
const ARGUMENTS = {
  text: 'query',
  garmentId: 'garment_id',
  occasions: 'occasion',
  seasons: 'season',
  colours: 'avoid_colours',
} as const;
const READS = { readOnlyHint: true, openWorldHint: false } as const;
/** Read by the agent, not by a shopper. */
const INSTRUCTIONS =
  'The catalogue of a clothes shop. Search with the shopper’s own words (Chinese or English) or a photo; every price, size and stock comes from the shop’s rows. Say what "relaxed" says: a limit that gave way. Amounts are minor units with an ISO 4217 currency. Never invent garments, prices or stock.';

/**
 * The shop as tools for agents (Model Context Protocol): search by words and photo, a garment, similar ones, outfits,
 * and what a shopper let the shop remember. Results are structured, with a short text beside.
 */
export function createShopServer(deps: ShopServerDependencies): McpServer {
  const { counter, rendering } = deps;
  const server = new McpServer({ name: 'yida', version: deps.version }, { instructions: INSTRUCTIONS });

  const answer = async (
    tool: string,
    locale: Locale,
    work: () => Promise<{ structured: Record<string, unknown>; text: string }>,
  ): Promise<CallToolResult> => {
    try {
      const { structured, text } = await withFieldNames(ARGUMENTS, work);
      return { structuredContent: structured, content: [{ type: 'text', text }] };
    } catch (error) {
      const fault = error instanceof YidaFault ? error : new YidaFault('internal', 'a tool failed', { cause: error });
      const { detail, status } = problemOf(fault.code, rendering.wording.messages, locale, { values: fault.values });
      if (status >= 500) deps.onFailure?.(tool, fault);
      return { isError: true, content: [{ type: 'text', text: `${fault.code}: ${detail}` }] };
    }
  };

  server.registerTool(
    'search_garments',
    {
      title: 'Search garments',
      description: 'Finds garments by words (Chinese, English, mixed), a photo, or both ("this photo, but in red").',
      inputSchema: searchInput,
      outputSchema: searchOutput,
      annotations: READS,
    },
    ({ query, image, filters, limit, language }) =>
      answer('search_garments', language ?? deps.locale, async () => {
        const photo = image === undefined ? undefined : decodeImage(image);
        const asked = { text: query, photo, filters, limit, locale: language, fallback: deps.locale };
        const { locale, understood, items, relaxed } = await counter.search(asked);
        const gaveWay = relaxed.map((one) => renderRelaxation(one, rendering.wording, locale).text);
        const structured = {
          understood: understood.constraints,
          items: items.map((item) => foundOf(item, rendering, locale)),
          relaxed: gaveWay,
        };
        return { structured, text: [...gaveWay, ...structured.items.map(line)].join('\n') };
      }),
  );

  server.registerTool(
    'get_garment',
    {
      title: 'Garment details',
      description: 'One garment by id, with its description, facets, sizes in stock and pictures.',
      inputSchema: garmentInput,
      outputSchema: garmentOutput,
      annotations: READS,
    },
    ({ id, language = deps.locale }) =>
      answer('get_garment', language, async () => {
        const garment = withAbsoluteAddresses(await counter.garment(id), rendering.base);
        const facets = Object.fromEntries(
          FACETS.flatMap((facet) => {
            const value = garment[facet];
            return value === null || value.length === 0 ? [] : [[facet, value]];
          }),
        );
        const shown = garmentOf(garment, rendering, language);
        const description = rendering.wording.localised(garment.description, language);
        const structured = {
          garment: {
            ...shown,
            description,
            brand: garment.brand,
            material: garment.material,
            facets,
            images: garment.images,
          },
        };
        return { structured, text: `${line(shown)}\n${description}` };
      }),
  );

  server.registerTool(
    'similar_garments',
    {
      title: 'Similar garments',
      description:
        'Garments that look like one of the catalogue (id) or like a photo (image): give exactly one of the two.',
      inputSchema: similarInput,
      outputSchema: similarOutput,
      annotations: READS,
    },
    ({ id, image, limit, language = deps.locale }) =>
      answer('similar_garments', language, async () => {
        if ((id === undefined) === (image === undefined))
          throw new YidaFault('bad-request', 'one thing to compare with', {
            values: { why: 'id, image', needed: 'one' },
          });
        const photo = image === undefined ? undefined : decodeImage(image);
        const { items } =
          id === undefined
            ? await counter.search({ photo, limit, locale: language, fallback: language })
            : await counter.similar(id, limit, language);
        const structured = { items: items.map((item) => foundOf(item, rendering, language)) };
        return { structured, text: structured.items.map(line).join('\n') };
      }),
  );

  server.registerTool(
    'suggest_outfits',
    {
      title: 'Suggest outfits',
      description: 'Complete outfits around a garment, a photo of one’s own piece, an occasion or a season.',
      inputSchema: outfitInput,
      outputSchema: outfitOutput,
      annotations: READS,
    },
    ({ garment_id, avoid_colours, image, language = deps.locale, ...asked }) =>
      answer('suggest_outfits', language, async () => {
        const photo = image === undefined ? undefined : decodeImage(image);
        const outcome = await counter.outfits({ ...asked, garmentId: garment_id, avoidColours: avoid_colours, photo });
        const outfits = outcome.outfits.map((outfit) => {
          const view = renderOutfit(outfit, rendering, language);
          return {
            garments: view.garments.map((garment) => garmentOf(garment, rendering, language)),
            total: view.total,
            total_text: rendering.wording.money(view.total, language),
            reasons: view.reasons.map(({ text }) => text),
            board: view.board ?? null,
          };
        });
        const because = outcome.emptyBecause;
        const nothing = because === undefined ? null : rendering.wording.text(language, `reply.no-outfit-${because}`);
        const relaxed = outcome.relaxed.map((one) => renderRelaxation(one, rendering.wording, language).text);
        const lines = outfits.map(
          ({ garments, total_text }) => `${garments.map(({ title }) => title).join(' + ')} = ${total_text}`,
        );
        const structured = { outfits, relaxed, nothing_because: nothing };
        return { structured, text: [...(nothing === null ? [] : [nothing]), ...relaxed, ...lines].join('\n') };
      }),
  );

  server.registerTool(
    'get_shopper_profile',
    {
      title: 'Shopper profile',
      description: 'Sizes, measures and tastes a shopper agreed to be remembered; nothing of those who did not.',
      inputSchema: profileInput,
      outputSchema: profileOutput,
      annotations: READS,
    },
    ({ user_id }) =>
      answer('get_shopper_profile', deps.locale, async () => {
        const profile = await deps.shoppers.profile(user_id);
        const structured = { known: profile !== undefined, told: { ...profile?.told } };
        return { structured, text: JSON.stringify(structured) };
      }),
  );

  return server;
}

function foundOf(item: Item, rendering: Rendering, locale: Locale) {
  const { garment, match, reasons } = renderItem(item, rendering, locale);
  return { ...garmentOf(garment, rendering, locale), match, reasons: reasons.map(({ text }) => text) };
}

function garmentOf(garment: Garment, { wording }: Rendering, locale: Locale): ToolGarment {
  return {
    id: garment.id,
    title: wording.localised(garment.title, locale),
    category: garment.category,
    colours: garment.colours,
    price: garment.price,
    price_text: garment.price === null ? null : wording.money(garment.price, locale),
    sizes_in_stock: garment.sizes.filter(({ stock }) => stock === null || stock > 0).map(({ size }) => size),
    available: inStock(garment),
    url: garment.url,
    image: garment.images[0] ?? null,
  };
}

function line({ title, price_text, id }: ToolGarment): string {
  return `${title}${price_text === null ? '' : ` · ${price_text}`} (${id})`;
}
