import { FACETS, type Facet } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { Message } from '../../domain/reply.js';
import type { Origin, Provenance } from '../garment-store.js';
import { readAudience } from './audience.js';
import type { FeedField } from './columns.js';
import type { FacetReader } from './facet-reader.js';
import type { FeedRow, RowRemark } from './feed-row.js';
import { mergeOffers } from './merge-sizes.js';
import { plainText } from './plain-text.js';
import { type RowOffer, readOffer, shortened } from './row-offer.js';

const LONGEST_TITLE = 300;
const LONGEST_DESCRIPTION = 5_000;
const LONGEST_ID = 200;
const HAN = /\p{Script=Han}/u;

/** A garment as the feed tells it, before its pictures were looked at. Titles may be in one language. */
export interface GarmentDraft {
  readonly line: number;
  readonly garment: Garment;
  /** Addresses or file names; empty where the feed names none. */
  readonly pictures: readonly string[];
  readonly provenance: Provenance;
}

export interface BuiltProduct {
  readonly drafts: readonly GarmentDraft[];
  readonly refused: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
}

export interface BuildContext {
  readonly reader: FacetReader;
  /** For prices that name none. */
  readonly currency: string;
}

/**
 * The garments of one product's rows: rows that differ in size alone are one garment, colours are garments of
 * their own that share a groupId.
 */
export function buildProduct(rows: readonly FeedRow[], context: BuildContext): BuiltProduct {
  const refused: RowRemark[] = [];
  const warnings: RowRemark[] = [];
  const remark = (row: FeedRow, reason: Message): RowRemark => ({ line: row.line, ...named(row), reason });
  const offers: RowOffer[] = [];
  for (const row of rows) {
    const problem = row.refused ?? badId(row);
    if (problem !== undefined) {
      refused.push(remark(row, problem));
      continue;
    }
    if (bringsPicturesAlone(row) && rows.length > 1) continue;
    const offer = readOffer(row, context.currency);
    if ('refused' in offer) refused.push(remark(row, offer.refused));
    else offers.push(offer);
  }
  const variants = variantsOf(offers);
  const drafts: GarmentDraft[] = [];
  const shared = rows.flatMap(({ sharedPictures }) => sharedPictures ?? []);
  for (const [key, variant] of variants) {
    const draft = buildGarment(variant, { ...context, key, alone: variants.size === 1, shared });
    if (draft.draft === undefined) {
      for (const { row } of variant) refused.push(remark(row, { id: 'import.reason.empty' }));
      continue;
    }
    drafts.push(draft.draft);
    for (const row of draft.repeated) warnings.push(remark(row, { id: 'import.warning.repeated' }));
    for (const row of draft.contradicting) refused.push(remark(row, { id: 'import.reason.duplicate' }));
    for (const reason of draft.warnings) warnings.push({ line: draft.draft.line, id: draft.draft.garment.id, reason });
  }
  return { drafts, refused, warnings };
}

function named(row: FeedRow): { id?: string } {
  const id = row.fields.id ?? row.fields.sku;
  return id === undefined ? {} : { id: shortened(id) };
}

function badId({ fields }: FeedRow): Message | undefined {
  const id = fields.id ?? fields.sku ?? fields.groupId;
  if (id === undefined) return { id: 'import.reason.id' };
  if (id.length > LONGEST_ID || /\p{Cc}/u.test(id))
    return { id: 'import.reason.id-form', values: { longest: LONGEST_ID } };
  return undefined;
}

function bringsPicturesAlone({ fields, sharedPictures }: FeedRow): boolean {
  return (
    (sharedPictures?.length ?? 0) > 0 &&
    fields.price === undefined &&
    fields.size === undefined &&
    fields.sku === undefined
  );
}

/** Rows by the garment they belong to: those of a group by colour where they have sizes, others by their id. */
function variantsOf(offers: readonly RowOffer[]): Map<string, RowOffer[]> {
  const variants = new Map<string, RowOffer[]>();
  for (const offer of offers) {
    const { groupId, size, colours, id, sku } = offer.row.fields;
    const joined = groupId !== undefined && (size !== undefined || id === undefined || id === groupId);
    const key = joined ? (colours ?? '').trim().toLowerCase() : `=${id ?? sku ?? ''}`;
    variants.set(key, [...(variants.get(key) ?? []), offer]);
  }
  return variants;
}

interface VariantContext extends BuildContext {
  readonly key: string;
  /** True where the product has no other garment. */
  readonly alone: boolean;
  readonly shared: readonly string[];
}

interface BuiltGarment {
  readonly draft: GarmentDraft | undefined;
  readonly repeated: readonly FeedRow[];
  readonly contradicting: readonly FeedRow[];
  readonly warnings: readonly Message[];
}

function buildGarment(offers: readonly RowOffer[], context: VariantContext): BuiltGarment {
  const rows = offers.map(({ row }) => row);
  const first = (field: FeedField) => rows.map(({ fields }) => fields[field]).find((cell) => cell !== undefined);
  const { repeated, contradicting, ...merged } = mergeOffers(offers);
  const own = [...new Set(rows.flatMap(({ pictures }) => pictures))];
  const pictures = own.length > 0 ? own : [...new Set(context.shared)];
  const title = inBothLanguages(first('title'), first('titleZh'), first('titleEn'), LONGEST_TITLE);
  const brand = plainText(first('brand') ?? '', 100) || null;
  const facts = readFacts(context.reader, rows, first, title, brand);
  const description = inBothLanguages(
    first('description'),
    first('descriptionZh'),
    first('descriptionEn'),
    LONGEST_DESCRIPTION,
  );
  const groupId = first('groupId');
  const link = address(first('link'));
  const garment: Garment = {
    id: garmentId(rows, context, groupId),
    title,
    description: withWords(description, facts.unknown),
    ...facts.facets,
    brand,
    price: merged.price,
    ...(merged.listPrice === undefined ? {} : { listPrice: merged.listPrice }),
    ...(groupId === undefined ? {} : { groupId }),
    sizes: merged.sizes,
    images: [],
    url: link ?? null,
  };
  const nameless = title['zh-CN'] === '' && title.en === '' && pictures.length === 0;
  return {
    draft: nameless ? undefined : { line: rows[0]?.line ?? 0, garment, pictures, provenance: facts.provenance },
    repeated,
    contradicting,
    warnings: first('link') !== undefined && link === undefined ? [{ id: 'import.warning.link' }] : [],
  };
}

function garmentId(rows: readonly FeedRow[], { key, alone }: VariantContext, groupId: string | undefined): string {
  const own = rows[0]?.fields.id ?? rows[0]?.fields.sku ?? groupId ?? '';
  if (key.startsWith('=') || groupId === undefined) return own;
  return alone || key === '' ? groupId : `${groupId}:${key.replace(/\s+/g, '-')}`;
}

function inBothLanguages(
  any: string | undefined,
  zh: string | undefined,
  en: string | undefined,
  longest: number,
): Garment['title'] {
  const [plain, chinese, english] = [any, zh, en].map((text) => plainText(text ?? '', longest)) as [
    string,
    string,
    string,
  ];
  const isChinese = HAN.test(plain);
  return { 'zh-CN': chinese || (isChinese ? plain : ''), en: english || (isChinese ? '' : plain) };
}

/** Words without an id stay findable and readable: the feed said them, so they are facts. */
function withWords(description: Garment['description'], words: readonly string[]): Garment['description'] {
  const added = words.filter((word) => word.length <= 60).slice(0, 12);
  if (added.length === 0) return description;
  const line = added.join(' · ');
  const append = (text: string) => (text === '' ? line : `${text}\n${line}`);
  return { 'zh-CN': append(description['zh-CN']), en: append(description.en) };
}

function address(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

type Facets = Pick<Garment, Facet>;

/** Facets of the columns first, of the title's words where a column is silent. */
function readFacts(
  reader: FacetReader,
  rows: readonly FeedRow[],
  first: (field: FeedField) => string | undefined,
  title: Garment['title'],
  brand: string | null,
): { facets: Facets; provenance: Provenance; unknown: string[] } {
  const unknown: string[] = [];
  const stated = new Map<Facet, readonly string[]>();
  const category = reader.category([...new Set(rows.flatMap(({ categories }) => categories))]);
  unknown.push(...category.unknown);
  if (category.id !== undefined) stated.set('category', [category.id]);
  const audience = readAudience(reader, first('audience'), first('ageGroup'));
  unknown.push(...audience.unknown);
  if (audience.id !== undefined) stated.set('audience', [audience.id]);
  for (const facet of FACETS) {
    const cell = facet === 'category' || facet === 'audience' ? undefined : first(facet);
    if (cell === undefined) continue;
    const reading = reader.cell(facet, cell);
    unknown.push(...reading.unknown);
    if (reading.ids.length > 0) stated.set(facet, reading.ids);
  }
  const worded = [title['zh-CN'], title.en].map((text) => reader.title(text, brand));
  const provenance: Partial<Record<Facet, Origin>> = {};
  const ids = (facet: Facet): readonly string[] => {
    const words = worded.map((found) => found.get(facet)).find((found) => found !== undefined);
    const column = stated.get(facet);
    const told =
      column !== undefined && words !== undefined && facet === 'category' && reader.narrows(words, column)
        ? undefined
        : column;
    const read = told ?? words ?? [];
    if (read.length > 0) provenance[facet] = told === undefined ? 'words' : 'feed';
    return read;
  };
  const one = (facet: Facet) => ids(facet)[0] ?? null;
  const facets: Facets = {
    category: one('category'),
    colours: [...ids('colours')],
    pattern: one('pattern'),
    material: one('material'),
    sleeve: one('sleeve'),
    neckline: one('neckline'),
    fit: one('fit'),
    length: one('length'),
    seasons: [...ids('seasons')],
    occasions: [...ids('occasions')],
    styles: [...ids('styles')],
    audience: one('audience'),
  };
  return { facets, provenance, unknown: [...new Set(unknown)] };
}
