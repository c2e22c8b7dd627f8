import { respond } from '../../src/assistant/respond.js';
import type { Scope, TurnResult } from '../../src/assistant/scope.js';
import type { FaultCode } from '../../src/domain/fault.js';
import { YidaFault } from '../../src/domain/fault.js';
import type { Garment } from '../../src/domain/garment.js';
import type { Locale } from '../../src/domain/locale.js';
import { newSession, type SessionState } from '../../src/domain/session.js';
import type { PhotoTags, Tag } from '../../src/domain/tags.js';
import type { IncomingPhoto, ShopperTurn, UnderstoodTurn } from '../../src/domain/turn.js';
import type { DecodedPhoto, PhotoEncoding } from '../../src/encoding/encoder.js';
import { createFindBestPurchase } from '../../src/styling/best-purchase.js';
import { createOutfitComposer } from '../../src/styling/compose-outfits.js';
import { garment, openShop, RATES, vocabulary } from './search-shop.js';
import { wordVector } from './word-encoder.js';

const DRESS = { category: 'dress', audience: 'women', pattern: 'solid', seasons: ['summer'], occasions: ['daily'] };
const SIZES = [
  { size: 'S', stock: 2 },
  { size: 'M', stock: 3 },
  { size: 'L', stock: null },
];
const NO_M = [
  { size: 'S', stock: 2 },
  { size: 'M', stock: 0 },
];
const SHOES = [
  { size: '38', stock: 2 },
  { size: '39', stock: 1 },
];

/** A shop small enough to know by heart, in which every stated wish has a few answers. */
export const SMALL_SHOP: readonly Garment[] = [
  garment('dress-red', {
    ...DRESS,
    colours: ['red'],
    sleeve: 'short',
    length: 'midi',
    neckline: 'v_neck',
    sizes: SIZES,
    yuan: 399,
  }),
  garment('dress-red-long', {
    ...DRESS,
    colours: ['red'],
    sleeve: 'long',
    length: 'long',
    neckline: 'v_neck',
    sizes: SIZES,
    yuan: 459,
  }),
  garment('dress-red-cheap', { ...DRESS, colours: ['red'], sleeve: 'short', length: 'short', sizes: NO_M, yuan: 159 }),
  garment('dress-blue', { ...DRESS, colours: ['blue'], sleeve: 'short', length: 'midi', sizes: SIZES, yuan: 299 }),
  garment('dress-blue-floral', {
    ...DRESS,
    colours: ['blue'],
    pattern: 'floral',
    sleeve: 'sleeveless',
    length: 'long',
    sizes: SIZES,
    yuan: 259,
  }),
  garment('dress-black', {
    ...DRESS,
    colours: ['black'],
    sleeve: 'long',
    length: 'knee',
    sizes: SIZES,
    yuan: 599,
    occasions: ['formal', 'party'],
  }),
  garment('dress-black-short', {
    ...DRESS,
    colours: ['black'],
    sleeve: 'sleeveless',
    length: 'short',
    sizes: SIZES,
    yuan: 329,
  }),
  garment('dress-work', {
    ...DRESS,
    colours: ['navy'],
    sleeve: 'long',
    length: 'knee',
    sizes: SIZES,
    yuan: 499,
    occasions: ['work'],
  }),
  garment('shirt-white', {
    category: 'shirt',
    audience: 'women',
    colours: ['white'],
    sleeve: 'long',
    sizes: SIZES,
    yuan: 199,
    seasons: ['spring', 'autumn'],
    occasions: ['work'],
  }),
  garment('shirt-blue', {
    category: 'shirt',
    audience: 'men',
    colours: ['blue'],
    sleeve: 'long',
    sizes: SIZES,
    yuan: 229,
    seasons: ['spring', 'autumn'],
    occasions: ['work'],
  }),
  garment('tshirt-white', {
    category: 'tshirt',
    audience: 'unisex',
    colours: ['white'],
    sleeve: 'short',
    sizes: SIZES,
    yuan: 89,
    seasons: ['summer'],
    occasions: ['daily'],
  }),
  garment('tshirt-black', {
    category: 'tshirt',
    audience: 'unisex',
    colours: ['black'],
    sleeve: 'short',
    sizes: SIZES,
    yuan: 99,
    seasons: ['summer'],
    occasions: ['daily'],
  }),
  garment('jeans-blue', {
    category: 'jeans',
    audience: 'women',
    colours: ['blue'],
    fit: 'straight',
    length: 'long',
    sizes: SIZES,
    yuan: 269,
    seasons: ['spring', 'autumn'],
    occasions: ['daily'],
  }),
  garment('jeans-black', {
    category: 'jeans',
    audience: 'women',
    colours: ['black'],
    fit: 'skinny',
    length: 'ankle',
    sizes: SIZES,
    yuan: 319,
    seasons: ['spring', 'autumn'],
    occasions: ['daily'],
  }),
  garment('jeans-costly', {
    category: 'jeans',
    audience: 'women',
    colours: ['grey'],
    fit: 'wide_leg',
    length: 'long',
    sizes: SIZES,
    yuan: 899,
    seasons: ['autumn'],
    occasions: ['daily'],
  }),
  garment('trousers-beige', {
    category: 'trousers',
    audience: 'women',
    colours: ['beige'],
    length: 'long',
    sizes: SIZES,
    yuan: 239,
    seasons: ['spring'],
    occasions: ['work'],
  }),
  garment('skirt-black', {
    category: 'skirt',
    audience: 'women',
    colours: ['black'],
    length: 'knee',
    sizes: SIZES,
    yuan: 189,
    seasons: ['spring', 'autumn'],
    occasions: ['work'],
  }),
  garment('blazer-navy', {
    category: 'blazer',
    audience: 'women',
    colours: ['navy'],
    sleeve: 'long',
    sizes: SIZES,
    yuan: 699,
    seasons: ['spring', 'autumn'],
    occasions: ['work'],
  }),
  garment('coat-camel', {
    category: 'coat',
    audience: 'women',
    colours: ['camel'],
    sleeve: 'long',
    sizes: SIZES,
    yuan: 1299,
    seasons: ['winter'],
    occasions: ['work'],
  }),
  garment('sneakers-white', {
    category: 'sneakers',
    audience: 'unisex',
    colours: ['white'],
    sizes: SHOES,
    yuan: 359,
    seasons: ['all_season'],
    occasions: ['daily'],
  }),
  garment('heels-black', {
    category: 'heels',
    audience: 'women',
    colours: ['black'],
    sizes: SHOES,
    yuan: 429,
    seasons: ['all_season'],
    occasions: ['party', 'work'],
  }),
  garment('bag-brown', {
    category: 'tote',
    audience: 'women',
    colours: ['brown'],
    sizes: [],
    yuan: 549,
    seasons: ['all_season'],
    occasions: ['work'],
  }),
  garment('dress-unpriced', { ...DRESS, colours: ['white'], sizes: SIZES, yuan: null }),
  garment('dress-gone', { ...DRESS, colours: ['red'], sizes: [{ size: 'M', stock: 0 }], yuan: 199 }),
];

/** A photo the small shop's encoder sees as the given words: a kind and colours. */
export function photoOf(words: string): IncomingPhoto {
  return { bytes: new TextEncoder().encode(words) };
}

/** A photo that decoding refuses with `code`. */
export function brokenPhoto(code: FaultCode): IncomingPhoto {
  return photoOf(`!${code}`);
}

/** What a text is taken to mean, in tests that are not about language. */
export type Script = Readonly<Record<string, Partial<UnderstoodTurn>>>;

/** The small shop with the real search and the real composer; words mean what `script` says. */
export async function smallShopScope(script: Script = {}, overrides: Partial<Scope> = {}): Promise<Scope> {
  const shop = await openShop(SMALL_SHOP);
  const styling = {
    garments: shop.garments,
    vocabulary,
    rates: RATES,
    clock: () => new Date('2026-05-10T00:00:00Z'),
  };
  return {
    now: () => 1_700_000_000_000,
    seed: 'test',
    vocabulary,
    currency: 'CNY',
    brands: [],
    rates: RATES,
    understand: (text, context) => ({
      locale: context.locale,
      intent: 'unknown',
      confidence: 0.9,
      tokens: [],
      constraints: {},
      references: [],
      critiques: [],
      relaxed: [],
      keywords: [],
      ...script[text],
    }),
    decodePhoto,
    encoder: { modelId: 'words', encodePhotos: async (photos) => photos.map(encodePhoto) },
    search: shop.search,
    composeOutfits: createOutfitComposer(styling),
    bestPurchase: createFindBestPurchase(styling),
    garments: shop.garments,
    ...overrides,
  };
}

/** A conversation folded turn by turn; what it shows, says and remembers can be asked at any point. */
export class Talk {
  session: SessionState;
  readonly #scope: Scope;

  constructor(scope: Scope, locale: Locale = 'en') {
    this.#scope = scope;
    this.session = newSession('talk', locale);
  }

  /** A text, or a whole turn. */
  async turn(said: string | Partial<ShopperTurn>): Promise<TurnResult> {
    const turn = typeof said === 'string' ? { text: said, photos: [] } : { photos: [], ...said };
    const result = await respond(turn, this.session, this.#scope);
    this.session = result.session;
    return result;
  }
}

/** Message ids of a reply, the variant number dropped. */
export function messageIds({ reply }: TurnResult): string[] {
  return reply.messages.map(({ id }) => id.replace(/\.\d+$/, ''));
}

export function shownIds({ reply }: TurnResult): string[] {
  return reply.items.map(({ garment: { id } }) => id);
}

async function decodePhoto(bytes: Uint8Array): Promise<DecodedPhoto> {
  const words = new TextDecoder().decode(bytes);
  if (words.startsWith('!')) throw new YidaFault(words.slice(1) as FaultCode, 'refused by the test');
  return { rgb: bytes, width: 1, height: 1 };
}

function encodePhoto(photo: DecodedPhoto): PhotoEncoding {
  const words = new TextDecoder().decode(photo.rgb).split(' ').filter(Boolean);
  const tag = (id: string): Tag => ({ id, confidence: 0.9 });
  const category = words.find((word) => vocabulary.has('category', word));
  const tags: PhotoTags = {
    garment: category !== undefined,
    confidence: 0.9,
    tags: {
      ...(category ? { category: tag(category) } : {}),
      colours: words.filter((word) => vocabulary.has('colours', word)).map(tag),
    },
  };
  return { embedding: wordVector(words), patches: new Float32Array(64), patchCount: 1, tags };
}
