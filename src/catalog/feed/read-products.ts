import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { YidaFault } from '../../domain/fault.js';
import type { FacetReader } from './facet-reader.js';
import type { FeedRow, RowRemark } from './feed-row.js';
import type { OpenFeed } from './open-feed.js';
import { readPrice } from './price.js';
import { type BuiltProduct, buildProduct } from './product-builder.js';

/** Rows between turns of the event loop. */
const STRETCH = 500;

/** What a first reading finds out about a feed, so that a second can hand over whole products one by one. */
export interface FeedPlan {
  /** Rows of each product; a product's rows need not stand together. */
  readonly rowsOf: ReadonlyMap<string, number>;
  readonly rows: number;
  /** The currency that prices without one are in: the one most others name, or `fallback`. */
  readonly currency: string;
  /** True where some price named no currency and none could be told from the others. */
  readonly currencyAssumed: boolean;
}

/** Reads the feed once. A feed in which no row has an id in a column we know is `feed-unreadable`. */
export async function planFeed(feed: OpenFeed, fallback: string): Promise<FeedPlan> {
  const rowsOf = new Map<string, number>();
  const currencies = new Map<string, number>();
  let rows = 0;
  let identified = 0;
  let unstated = 0;
  let columns: string[] = [];
  const count = (row: FeedRow) => {
    rows += 1;
    if (row.fields.id !== undefined || row.fields.sku !== undefined || row.fields.groupId !== undefined)
      identified += 1;
    if (rows === 1) columns = Object.keys(row.fields);
    const key = productKey(row);
    rowsOf.set(key, (rowsOf.get(key) ?? 0) + 1);
    const price = readPrice(row.fields.price ?? '', row.headerCurrency ?? '???');
    if (price.kind !== 'price') return;
    if (price.money.currency === '???') unstated += row.fields.currency === undefined ? 1 : 0;
    else currencies.set(price.money.currency, (currencies.get(price.money.currency) ?? 0) + 1);
  };
  // A reader may learn from later rows what earlier ones needed (a variation listed before its parent).
  for await (const _ of paced(feed.rows(() => undefined)));
  for await (const row of paced(feed.rows(() => undefined))) count(row);
  if (rows > 0 && identified === 0) {
    const why = columns.join(', ');
    throw new YidaFault('feed-unreadable', `no column with an id was found; known columns: ${why || 'none'}`, {
      values: { line: 1, why },
    });
  }
  const [most] = [...currencies].sort((a, b) => b[1] - a[1]);
  return { rowsOf, rows, currency: most?.[0] ?? fallback, currencyAssumed: most === undefined && unstated > 0 };
}

/** A product, or rows that are none. */
export interface ReadProduct extends BuiltProduct {
  /** Rows of the feed it took, those refused included. */
  readonly rows: number;
}

/**
 * The feed's products, each as soon as its last row was read. Ids that two products claim belong to the first.
 */
export async function* readProducts(feed: OpenFeed, plan: FeedPlan, reader: FacetReader): AsyncGenerator<ReadProduct> {
  const open = new Map<string, FeedRow[]>();
  const ids = new Set<string>();
  let unread: RowRemark[] = [];
  const build = (rows: readonly FeedRow[]): ReadProduct => {
    const built = buildProduct(rows, { reader, currency: plan.currency });
    const refused = [...built.refused];
    const drafts = built.drafts.filter((draft) => {
      const { id } = draft.garment;
      if (!ids.has(id)) {
        ids.add(id);
        return true;
      }
      refused.push({ line: draft.line, id, reason: { id: 'import.reason.duplicate' } });
      return false;
    });
    return { ...built, drafts, refused, rows: rows.length };
  };
  for await (const row of paced(feed.rows((remark) => unread.push(remark)))) {
    if (unread.length > 0) {
      yield { drafts: [], refused: unread, warnings: [], rows: unread.length };
      unread = [];
    }
    const key = productKey(row);
    const rows = [...(open.get(key) ?? []), row];
    if (rows.length < (plan.rowsOf.get(key) ?? 1)) open.set(key, rows);
    else {
      open.delete(key);
      yield build(rows);
    }
  }
  if (unread.length > 0) yield { drafts: [], refused: unread, warnings: [], rows: unread.length };
  for (const rows of open.values()) yield build(rows);
}

function productKey({ fields, line }: FeedRow): string {
  if (fields.groupId !== undefined) return `group:${fields.groupId}`;
  const id = fields.id ?? fields.sku;
  return id === undefined ? `line:${line}` : `id:${id}`;
}

async function* paced(rows: AsyncIterable<FeedRow>): AsyncGenerator<FeedRow> {
  let count = 0;
  for await (const row of rows) {
    yield row;
    count += 1;
    if (count % STRETCH === 0) await turnOfTheLoop();
  }
}
