import type { GarmentStore } from '../catalog/garment-store.js';
import type { Constraints } from '../domain/constraints.js';
import type { Facet } from '../domain/facet.js';
import { YidaFault } from '../domain/fault.js';
import type { Garment } from '../domain/garment.js';
import type { Locale } from '../domain/locale.js';
import type { Money } from '../domain/money.js';
import type { UnderstoodTurn } from '../domain/turn.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Encoder, PhotoDecoder, PhotoEncoding } from '../encoding/encoder.js';
import { canonicalSize } from '../language/sizes.js';
import type { Understand } from '../language/understand.js';
import { facetEvidence } from '../ranking/facet-evidence.js';
import type { ComposeOutfits, OutfitOutcome } from '../styling/outfit-composer.js';
import { isChilds, withoutChildren } from './moves/for-grown-ups.js';
import type { Search, SearchOutcome } from './search.js';
import { withoutUndefined } from './track/without-undefined.js';

export interface CounterDependencies {
  readonly search: Search;
  readonly composeOutfits: ComposeOutfits;
  readonly garments: GarmentStore;
  readonly understand: Understand;
  readonly encoder: Encoder;
  readonly decodePhoto: PhotoDecoder;
  readonly vocabulary: Vocabulary;
}

export interface CounterSearch {
  readonly text?: string | undefined;
  /** A picture's bytes, as they came. */
  readonly photo?: Uint8Array | undefined;
  /** What a filter names replaces what the words said of it; exclusions of both hold. */
  readonly filters?: Constraints | undefined;
  /** True where a garment that does not answer every filter is left out, rather than shown as the nearest. */
  readonly strict?: boolean | undefined;
  readonly limit: number;
  readonly locale?: Locale | undefined;
  /** The language where neither the request nor its words decide. */
  readonly fallback: Locale;
}

export interface CounterOutfits {
  readonly garmentId?: string | undefined;
  readonly photo?: Uint8Array | undefined;
  /** An id of the vocabulary or any of its names, in either language. */
  readonly occasion?: string | undefined;
  readonly season?: string | undefined;
  readonly budget?: Money | undefined;
  readonly owned?: readonly string[] | undefined;
  /** An id of the vocabulary or any of its names. */
  readonly audience?: string | undefined;
  readonly size?: string | undefined;
  /** Ids or names; what is below them in the vocabulary is avoided too. */
  readonly avoidColours?: readonly string[] | undefined;
  /** Outdoor temperature. */
  readonly celsius?: number | undefined;
  readonly rain?: boolean | undefined;
  readonly limit: number;
}

/** Questions of programs: one request, one answer, outside any conversation. */
export interface Counter {
  /** Throws bad-request where there is nothing to search for, photo-* where the picture cannot be used. */
  search(asked: CounterSearch): Promise<SearchOutcome & { locale: Locale; understood: UnderstoodTurn }>;
  /** Throws garment-not-found. */
  garment(id: string): Promise<Garment>;
  /** The garments of these ids that there are. */
  garments(ids: readonly string[]): Promise<Garment[]>;
  /** The vocabulary's id for an id or a name in either language; undefined for a word it does not know. */
  idOf(facet: Facet, word: string): string | undefined;
  /** The catalogue's currency; undefined where nothing has a price. */
  currency(): Promise<string | undefined>;
  /** Garments that resemble one of the catalogue. Throws garment-not-found. */
  similar(id: string, limit: number, locale: Locale): Promise<SearchOutcome>;
  /** Throws bad-request without anything to start from or with an unknown word, garment-not-found, photo-*. */
  outfits(asked: CounterOutfits): Promise<OutfitOutcome>;
}

/** A search in words is a sentence or two; what follows is not read. */
const LONGEST_TEXT = 2_000;

export function createCounter(deps: CounterDependencies): Counter {
  const { search, composeOutfits, garments, vocabulary } = deps;
  const garment = async (id: string) => {
    const found = await garments.get(id);
    if (found === undefined) throw new YidaFault('garment-not-found', 'no garment of this id');
    return found;
  };
  return {
    garment,
    garments: (ids) => garments.getMany(ids),
    idOf: (facet, word) => idNamed(vocabulary, facet, word),
    currency: () => garments.currency(),

    async search(asked) {
      const text = asked.text?.slice(0, LONGEST_TEXT).trim() ?? '';
      if (text === '' && asked.photo === undefined && asked.filters === undefined) {
        throw new YidaFault('bad-request', 'nothing to search for', {
          values: { why: 'text, image, filters', needed: 'any' },
        });
      }
      const photo = asked.photo === undefined ? undefined : await encodePhoto(asked.photo, deps);
      const understood = await understandAlone(deps, text, asked.locale ?? asked.fallback, photo !== undefined);
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
      const { filters } = asked;
      const items =
        asked.strict && filters
          ? outcome.items.filter((item) => answers(item.garment, filters, vocabulary))
          : outcome.items;
      return { ...outcome, items, relaxed: gaveWay({ ...outcome, items }), locale, understood };
    },

    async similar(id, limit, locale) {
      const like = await garment(id);
      const query = { locale, keywords: [], constraints: {}, similarTo: like.id, liked: [], without: [], limit };
      return search(like.audience && !isChilds(like) ? withoutChildren(query) : query);
    },

    async outfits(asked) {
      const { garmentId, occasion, season, celsius, size } = asked;
      if ((garmentId ?? occasion ?? season ?? celsius ?? asked.photo) === undefined) {
        throw new YidaFault('bad-request', 'nothing to dress', {
          values: { why: 'garmentId, image, occasion, season, celsius', needed: 'any' },
        });
      }
      if (garmentId !== undefined) await garment(garmentId);
      const named = (facet: Facet, word: string | undefined) =>
        word === undefined ? undefined : idOf(vocabulary, facet, word);
      const photo = asked.photo === undefined ? undefined : await encodePhoto(asked.photo, deps);
      return composeOutfits({
        limit: asked.limit,
        ...withoutUndefined({
          garmentId,
          photo: photo && { embedding: photo.embedding, tags: photo.tags },
          occasion: named('occasions', occasion),
          season: named('seasons', season),
          audience: named('audience', asked.audience),
          size: size === undefined ? undefined : canonicalSize(size),
          budget: asked.budget,
          owned: asked.owned,
          avoidColours: asked.avoidColours?.map((colour) => idOf(vocabulary, 'colours', colour)),
          celsius,
          rain: asked.rain,
        }),
      });
    },
  };
}

/** Decodes and encodes one photo. Throws photo-* where it cannot be used. */
export async function encodePhoto(
  bytes: Uint8Array,
  { decodePhoto, encoder }: Pick<CounterDependencies, 'decodePhoto' | 'encoder'>,
): Promise<PhotoEncoding> {
  const [encoding] = await encoder.encodePhotos([await decodePhoto(bytes)]);
  if (encoding === undefined) throw new YidaFault('internal', 'the encoder gave nothing for a photo');
  return encoding;
}

async function understandAlone(
  { understand, garments }: CounterDependencies,
  text: string,
  locale: Locale,
  hasPhoto: boolean,
): Promise<UnderstoodTurn> {
  const [currency, brands] = await Promise.all([garments.currency(), garments.brands()]);
  const context = { locale, currency: currency ?? 'CNY', brands, hasShown: false, hasPhoto, hasRequest: false };
  const understood = understand(text, context);
  return hasPhoto && text === '' ? { ...understood, intent: 'photo-search', confidence: 1 } : understood;
}

/** What gave way is said of the rest of the list where its head has all that was asked. */
function gaveWay({ items, relaxed }: SearchOutcome): SearchOutcome['relaxed'] {
  if (!items.some(({ match }) => match === 'exact')) return relaxed;
  return relaxed.map((one) => ({ ...one, message: { ...one.message, id: `rest.${one.facet}` } }));
}

function mergeFilters(stated: Constraints, filters: Constraints | undefined): Constraints {
  if (filters === undefined) return stated;
  const merged = { ...stated, ...filters };
  if (stated.exclude === undefined || filters.exclude === undefined) return merged;
  return { ...merged, exclude: { ...stated.exclude, ...filters.exclude } };
}

/** True where the row answers every facet of the filters; price and sizes are limits that search never breaks. */
function answers(garment: Garment, filters: Constraints, vocabulary: Vocabulary): boolean {
  return facetEvidence(garment, filters, vocabulary).every(({ answer }) => answer === 'holds');
}

function idOf(vocabulary: Vocabulary, facet: Facet, word: string): string {
  const id = idNamed(vocabulary, facet, word);
  if (id === undefined)
    throw new YidaFault('bad-request', `unknown ${facet}`, { values: { why: `${facet}: ${word}` } });
  return id;
}

function idNamed(vocabulary: Vocabulary, facet: Facet, word: string): string | undefined {
  if (vocabulary.has(facet, word)) return word;
  const wanted = word.toLowerCase();
  return vocabulary
    .entries(facet)
    .find((entry) => [...entry.synonyms['zh-CN'], ...entry.synonyms.en].some((name) => name.toLowerCase() === wanted))
    ?.id;
}
