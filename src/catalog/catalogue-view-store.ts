import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Database } from '../storage/database.js';
import { RowSet } from './row-set.js';

/** Rows read before the event loop gets a turn. */
const CHUNK = 10_000;

/** What every search needs of every garment, in memory: about nine bytes a row. */
export interface CatalogueView {
  readonly version: string;
  readonly offersVersion: number;
  /** One above the highest visible row. */
  readonly bound: number;
  /** The visible rows, ascending. */
  readonly rows: Uint32Array;
  readonly live: RowSet;
  /** Price in minor units by row, NaN where there is none. */
  readonly prices: Float64Array;
  /** Index into `currencies` by row. */
  readonly currencyOf: Uint8Array;
  readonly currencies: string[];
}

/** The catalogue's own account of itself. */
export interface CatalogueFacts {
  readonly version: string;
  readonly offersVersion: number;
  readonly model: string | undefined;
}

export async function readFacts(db: Database): Promise<CatalogueFacts> {
  const rows = await db.selectFrom('catalogue_fact').selectAll().execute();
  const facts = new Map(rows.map((row) => [row.key, row.value]));
  return {
    version: facts.get('version') ?? '0',
    offersVersion: Number(facts.get('offers-version') ?? 0),
    model: facts.get('model'),
  };
}

/** Reads the view of the catalogue as `facts` describes it, giving way to other work between chunks. */
export async function loadView(db: Database, facts: CatalogueFacts): Promise<CatalogueView> {
  const rows = await visibleRows(db);
  const bound = (rows.at(-1) ?? -1) + 1;
  const live = new RowSet(bound);
  live.addAll(rows);
  const view: CatalogueView = {
    version: facts.version,
    offersVersion: facts.offersVersion,
    bound,
    rows,
    live,
    prices: new Float64Array(bound).fill(Number.NaN),
    currencyOf: new Uint8Array(bound),
    currencies: [],
  };
  for (let after = -1; ; ) {
    const chunk = await db
      .selectFrom('offer')
      .select(['row', 'price_minor', 'currency'])
      .where('row', '>', after)
      .orderBy('row')
      .limit(CHUNK)
      .execute();
    for (const offer of chunk) setPrice(view, offer);
    const last = chunk.at(-1);
    if (last === undefined || chunk.length < CHUNK) return view;
    after = last.row;
    await turnOfTheLoop();
  }
}

/** The same garments with the prices that changed since the view was read. */
export async function refreshOffers(db: Database, view: CatalogueView, facts: CatalogueFacts): Promise<CatalogueView> {
  const changed = await db
    .selectFrom('offer')
    .select(['row', 'price_minor', 'currency'])
    .where('changed', '>', view.offersVersion)
    .execute();
  for (const offer of changed) setPrice(view, offer);
  return { ...view, offersVersion: facts.offersVersion };
}

function setPrice(
  view: CatalogueView,
  offer: { row: number; price_minor: number | null; currency: string | null },
): void {
  if (offer.row >= view.bound) return;
  if (offer.price_minor === null || offer.currency === null) {
    view.prices[offer.row] = Number.NaN;
    return;
  }
  let index = view.currencies.indexOf(offer.currency);
  if (index < 0) index = view.currencies.push(offer.currency) - 1;
  view.prices[offer.row] = offer.price_minor;
  view.currencyOf[offer.row] = index;
}

async function visibleRows(db: Database): Promise<Uint32Array> {
  const chunks: Uint32Array[] = [];
  for (let after = -1; ; ) {
    const chunk = await db
      .selectFrom('catalogue')
      .select('row')
      .where('row', '>', after)
      .orderBy('row')
      .limit(CHUNK)
      .execute();
    chunks.push(Uint32Array.from(chunk, (entry) => entry.row));
    const last = chunk.at(-1);
    if (last === undefined || chunk.length < CHUNK) break;
    after = last.row;
    await turnOfTheLoop();
  }
  const rows = new Uint32Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    rows.set(chunk, at);
    at += chunk.length;
  }
  return rows;
}
