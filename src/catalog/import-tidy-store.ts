import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Database } from '../storage/database.js';
import { takeNumbers } from './catalogue-fact-store.js';
import { rowBytes, rowsFromBytes } from './posting-store.js';

const CHUNK = 500;
const ROW_TABLES = ['garment', 'offer', 'garment_vector', 'garment_token'] as const;

/**
 * Deletes what no reader can see: rows that a later version replaced or an import that died wrote, and their
 * segments. Superseded rows live until the next import begins, so a search that runs while an import is
 * published still finds its garments.
 */
export async function clearUnseen(db: Database): Promise<void> {
  for (;;) {
    const rows = await db
      .selectFrom('garment')
      .leftJoin('catalogue', 'catalogue.row', 'garment.row')
      .innerJoin('import_batch', 'import_batch.id', 'garment.batch')
      .select('garment.row')
      .where('catalogue.row', 'is', null)
      .where('import_batch.state', '!=', 'staging')
      .limit(CHUNK)
      .execute();
    if (rows.length === 0) break;
    const unseen = rows.map(({ row }) => row);
    await db.transaction().execute(async (transaction) => {
      for (const table of ROW_TABLES) await transaction.deleteFrom(table).where('row', 'in', unseen).execute();
    });
    await turnOfTheLoop();
  }
  const segments = await db
    .selectFrom('segment')
    .innerJoin('import_batch', 'import_batch.id', 'segment.batch')
    .select('segment.id')
    .where('segment.published', '=', 0)
    .where('import_batch.state', '!=', 'staging')
    .execute();
  for (const { id } of segments) await dropSegment(db, id);
}

async function dropSegment(db: Database, id: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('segment').where('id', '=', id).execute();
    await transaction.deleteFrom('posting').where('segment', '=', id).execute();
  });
}

interface SegmentSize {
  readonly id: number;
  readonly batch: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly documents: number;
  readonly live: number;
}

/**
 * Keeps the segments few and alive: empty ones go, and neighbours that fit together in one of `target`
 * garments are joined once there are four of them or half of their rows are dead. Each join is one
 * transaction of bounded size.
 */
export async function tidySegments(db: Database, target: number): Promise<void> {
  let group: SegmentSize[] = [];
  const close = async () => {
    const live = group.reduce((total, segment) => total + segment.live, 0);
    const documents = group.reduce((total, segment) => total + segment.documents, 0);
    if (group.length >= 4 || (documents > 0 && live < documents / 2)) await join(db, group);
    group = [];
  };
  for (const segment of await segmentSizes(db)) {
    if (segment.live === 0) {
      await dropSegment(db, segment.id);
      continue;
    }
    const live = group.reduce((total, member) => total + member.live, segment.live);
    if (live > target) await close();
    group.push(segment);
  }
  await close();
}

async function segmentSizes(db: Database): Promise<SegmentSize[]> {
  const segments = await db.selectFrom('segment').selectAll().where('published', '=', 1).orderBy('first_row').execute();
  const sizes: SegmentSize[] = [];
  for (const segment of segments) {
    const counted = await db
      .selectFrom('catalogue')
      .select((select) => select.fn.countAll<number>().as('live'))
      .where('row', '>=', segment.first_row)
      .where('row', '<=', segment.last_row)
      .executeTakeFirstOrThrow();
    sizes.push({
      id: segment.id,
      batch: segment.batch,
      firstRow: segment.first_row,
      lastRow: segment.last_row,
      documents: segment.documents,
      live: Number(counted.live),
    });
  }
  return sizes;
}

async function join(db: Database, group: readonly SegmentSize[]): Promise<void> {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return;
  await db.transaction().execute(async (transaction) => {
    const id = await takeNumbers(transaction, 'next-segment');
    await transaction
      .insertInto('segment')
      .values({
        id,
        batch: last.batch,
        first_row: first.firstRow,
        last_row: last.lastRow,
        documents: group.reduce((total, segment) => total + segment.live, 0),
        published: 1,
      })
      .execute();
    const live = new Set(
      (
        await transaction
          .selectFrom('catalogue')
          .select('row')
          .where('row', '>=', first.firstRow)
          .where('row', '<=', last.lastRow)
          .execute()
      ).map(({ row }) => row),
    );
    const ids = group.map((segment) => segment.id);
    const terms = new Map<string, { rows: number[]; weights: number[] | null }>();
    for (const segment of ids) {
      const postings = await transaction.selectFrom('posting').selectAll().where('segment', '=', segment).execute();
      for (const posting of postings) appendLive(terms, posting, live);
    }
    await transaction.deleteFrom('posting').where('segment', 'in', ids).execute();
    await transaction.deleteFrom('segment').where('id', 'in', ids).execute();
    const joined = [...terms].filter(([, { rows }]) => rows.length > 0);
    for (let at = 0; at < joined.length; at += CHUNK) {
      const values = joined.slice(at, at + CHUNK).map(([term, { rows, weights }]) => ({
        term,
        segment: id,
        rows: rowBytes(Uint32Array.from(rows)),
        weights: weights === null ? null : Buffer.from(weights),
      }));
      await transaction.insertInto('posting').values(values).execute();
    }
  });
}

function appendLive(
  terms: Map<string, { rows: number[]; weights: number[] | null }>,
  posting: { term: string; rows: Uint8Array; weights: Uint8Array | null },
  live: ReadonlySet<number>,
): void {
  const known = terms.get(posting.term) ?? { rows: [], weights: posting.weights === null ? null : [] };
  terms.set(posting.term, known);
  for (const [at, row] of rowsFromBytes(posting.rows).entries()) {
    if (!live.has(row)) continue;
    known.rows.push(row);
    known.weights?.push(posting.weights?.[at] ?? 1);
  }
}
