import { YidaFault } from '../domain/fault.js';
import type { Garment } from '../domain/garment.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { GarmentTokens } from '../encoding/encoder.js';
import type { Database } from '../storage/database.js';
import { type CatalogueFacts, type CatalogueView, loadView, readFacts, refreshOffers } from './catalogue-view-store.js';
import { readGarmentPage } from './garment-page-store.js';
import { readGarments, visibleRowsOf } from './garment-row-store.js';
import type { GarmentRow, GarmentStore, GarmentWriter, HardFilter } from './garment-store.js';
import { fromHalf } from './half-float.js';
import type { ImportOwner } from './import-owner.js';
import { beginImport } from './import-stage-store.js';
import { SIZE_PRICED } from './index-terms.js';
import { bestMatches } from './lexical-search.js';
import { sizePriceHolds, statedSizes, termFilter, withinBudget } from './matching.js';
import { updateOffers } from './offer-store.js';
import { PostingReader } from './posting-store.js';
import { RowSet } from './row-set.js';

const TOKEN_BYTES = 16 * 64;

export interface GarmentStoreOptions {
  readonly vocabulary: Vocabulary;
  /** Splits catalogue text into the words that queries are split into. */
  readonly splitForIndex: (text: string) => string[];
  /**
   * The model whose vectors the caller will compare with. A catalogue made by another is refused
   * (`model-mismatch`) when its vectors or tokens are read.
   */
  readonly modelId?: string;
  readonly now?: () => number;
  /** Who imports: told apart from a killed import by whether its process lives. */
  readonly owner?: ImportOwner;
}

/**
 * The catalogue in SQL. Rows, vectors and postings stay on disk; prices, what is visible, and the postings
 * used last stay in memory. Another process's import is noticed at the next call.
 */
export function createGarmentStore(db: Database, options: GarmentStoreOptions): GarmentStore & GarmentWriter {
  const postings = new PostingReader(db);
  let current: Promise<CatalogueView> | undefined;
  let seen: CatalogueFacts | undefined;

  let brandsFor: { version: string; brands: Promise<readonly string[]> } | undefined;
  let currencyFor: { view: CatalogueView; currency: string | undefined } | undefined;

  async function view(): Promise<CatalogueView> {
    const facts = await readFacts(db);
    if (current === undefined || seen === undefined || seen.version !== facts.version) {
      postings.clear();
      current = loadView(db, facts);
    } else if (seen.offersVersion !== facts.offersVersion) {
      postings.clearOffers();
      current = current.then((known) => refreshOffers(db, known, facts));
    }
    seen = facts;
    return current.catch((error: unknown) => {
      current = undefined;
      throw error;
    });
  }

  async function refuseOtherModel(): Promise<void> {
    const { model } = await readFacts(db);
    if (options.modelId === undefined || model === undefined || model === options.modelId) return;
    throw new YidaFault(
      'model-mismatch',
      `the catalogue was encoded with ${model}, not ${options.modelId}: import it again with \`npx yida import\`, or set YIDA_MODEL back`,
      { values: { found: model, expected: options.modelId } },
    );
  }

  async function matching({ constraints, availableOnly }: HardFilter, known: CatalogueView): Promise<RowSet> {
    const { required, forbidden } = termFilter({ constraints, availableOnly }, options.vocabulary);
    const terms = await postings.read([...required.flat(), ...forbidden]);
    const matched = known.live.copy();
    const setOf = (group: readonly string[]) => {
      const set = new RowSet(known.bound);
      for (const term of group) set.addAll(terms.get(term)?.rows ?? new Uint32Array(0));
      return set;
    };
    for (const group of required) matched.keep(setOf(group));
    if (forbidden.length > 0) matched.drop(setOf(forbidden));
    return matched;
  }

  async function getMany(ids: readonly string[]): Promise<Garment[]> {
    const rows = await visibleRowsOf(db, ids);
    const garments = await readGarments(db, [...rows.values()]);
    return ids.flatMap((id) => garments.get(rows.get(id) ?? -1) ?? []);
  }

  return {
    async version() {
      return (await readFacts(db)).version;
    },
    async count() {
      return (await view()).rows.length;
    },
    async currency() {
      const known = await view();
      if (currencyFor?.view !== known) currencyFor = { view: known, currency: mostUsedCurrency(known) };
      return currencyFor.currency;
    },
    async brands() {
      const { version } = await readFacts(db);
      // Asked for at every turn, and changed by imports alone.
      if (brandsFor?.version !== version) brandsFor = { version, brands: readBrands(db) };
      return brandsFor.brands;
    },
    async get(id) {
      return (await getMany([id]))[0];
    },
    getMany,
    async list(query) {
      return readGarmentPage(db, query, async (facets) => {
        const known = await view();
        return matching({ constraints: facets, availableOnly: false }, known);
      });
    },
    async matching(filter, rates) {
      const known = await view();
      const matched = await matching(filter, known);
      const rows = withinBudget(matched.rows(), known, filter.constraints, rates);
      if (filter.constraints.price === undefined || statedSizes(filter.constraints).length === 0) return rows;
      const apart = new RowSet(known.bound);
      apart.addAll((await postings.read([SIZE_PRICED])).get(SIZE_PRICED)?.rows ?? new Uint32Array(0));
      const garments = await readGarments(
        db,
        [...rows].filter((row) => apart.has(row)),
      );
      return rows.filter((row) => {
        const garment = garments.get(row);
        return garment === undefined || sizePriceHolds(garment, filter.constraints, rates);
      });
    },
    async rowsOf(ids) {
      return visibleRowsOf(db, ids);
    },
    async garmentsAt(rows) {
      return readGarments(db, rows);
    },
    async *vectors(rows) {
      await refuseOtherModel();
      const wanted = rows === undefined ? (await view()).rows : Uint32Array.from(rows).sort();
      for (let at = 0; at < wanted.length; at += 500) {
        const chunk = await db
          .selectFrom('garment_vector')
          .selectAll()
          .where('row', 'in', [...wanted.subarray(at, at + 500)])
          .orderBy('row')
          .execute();
        for (const { row, data } of chunk) yield { row, embedding: fromHalf(data) };
      }
    },
    async tokens(rows) {
      await refuseOtherModel();
      const found = new Map<GarmentRow, GarmentTokens>();
      for (let at = 0; at < rows.length; at += 500) {
        const chunk = await db
          .selectFrom('garment_token')
          .selectAll()
          .where('row', 'in', rows.slice(at, at + 500))
          .execute();
        for (const { row, data } of chunk) {
          found.set(row, {
            tokens: Int8Array.from(new Int8Array(data.buffer, data.byteOffset, TOKEN_BYTES)),
            mask: Uint8Array.from(data.subarray(TOKEN_BYTES)),
          });
        }
      }
      return found;
    },
    async lexicalSearch(words, limit, within) {
      const known = await view();
      return bestMatches(postings, known, words, limit, within);
    },

    async beginImport({ modelId, source }) {
      return beginImport(db, { ...options, modelId, source });
    },
    async source() {
      const row = await db
        .selectFrom('import_batch')
        .select('source')
        .where('state', '=', 'published')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.source;
    },
    async model() {
      return (await readFacts(db)).model;
    },
    async updateOffers(changes) {
      return updateOffers(db, changes);
    },
    async photoHashes() {
      const rows = await db
        .selectFrom('garment')
        .innerJoin('catalogue', 'catalogue.row', 'garment.row')
        .select(['garment.row', 'garment.photo_hash'])
        .where('garment.photo_hash', 'is not', null)
        .orderBy('garment.row')
        .execute();
      return new Map(rows.flatMap((row) => (row.photo_hash === null ? [] : [[row.row, row.photo_hash] as const])));
    },
    async provenance(id) {
      const row = await db
        .selectFrom('garment')
        .innerJoin('catalogue', 'catalogue.row', 'garment.row')
        .select('garment.provenance')
        .where('catalogue.id', '=', id)
        .executeTakeFirst();
      return row && JSON.parse(row.provenance);
    },
  };
}

async function readBrands(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('garment')
    .innerJoin('catalogue', 'catalogue.row', 'garment.row')
    .select('garment.brand')
    .distinct()
    .where('garment.brand', 'is not', null)
    .orderBy('garment.brand')
    .execute();
  return rows.flatMap((row) => row.brand ?? []);
}

function mostUsedCurrency({ rows, prices, currencyOf, currencies }: CatalogueView): string | undefined {
  const counts = currencies.map(() => 0);
  for (const row of rows) {
    const index = currencyOf[row] ?? 0;
    if (!Number.isNaN(prices[row])) counts[index] = (counts[index] ?? 0) + 1;
  }
  const most = counts.indexOf(Math.max(...counts));
  return (counts[most] ?? 0) > 0 ? currencies[most] : undefined;
}
