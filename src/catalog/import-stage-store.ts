import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { YidaFault } from '../domain/fault.js';
import type { Garment } from '../domain/garment.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Database } from '../storage/database.js';
import { takeNumbers, writeFact } from './catalogue-fact-store.js';
import { readFacts } from './catalogue-view-store.js';
import { insertRecords } from './garment-insert-store.js';
import { type StoredOffer, splitGarment } from './garment-row-store.js';
import type { GarmentRecord, ImportStage, KnownGarment, PublishReport } from './garment-store.js';
import { type ImportOwner, processOwner } from './import-owner.js';
import { clearUnseen, tidySegments } from './import-tidy-store.js';
import { replaceOffers } from './offer-store.js';
import { rowBytes } from './posting-store.js';
import { SegmentBuilder } from './segment-builder.js';

/** Garments indexed together; bounds both the memory of an import and the size of a posting. */
const SEGMENT_GARMENTS = 20_000;
/** An import that was silent for so long is taken for dead, whatever its process id says. */
const SILENCE_MS = 10 * 60_000;
const CHUNK = 500;

export interface StageOptions {
  readonly vocabulary: Vocabulary;
  readonly splitForIndex: (text: string) => string[];
  readonly modelId: string;
  readonly source: string;
  readonly now?: () => number;
  readonly owner?: ImportOwner;
}

/** Starts an import after clearing away what dead imports and former versions left behind. */
export async function beginImport(db: Database, options: StageOptions): Promise<ImportStage> {
  const now = options.now ?? Date.now;
  const own = processOwner();
  const owner = options.owner ?? own;
  const startedAt = now();
  const batch = await db.transaction().execute(async (transaction) => {
    const id = await takeNumbers(transaction, 'next-batch');
    const staging = await transaction.selectFrom('import_batch').selectAll().where('state', '=', 'staging').execute();
    if (staging.some((other) => owner.isAlive(other.owner) && startedAt - other.beat_at < SILENCE_MS)) {
      own.release();
      throw new YidaFault('import-running', 'another import is running; wait for it or stop it');
    }
    await transaction.updateTable('import_batch').set({ state: 'abandoned' }).where('state', '=', 'staging').execute();
    await transaction
      .insertInto('import_batch')
      .values({
        id,
        source: options.source,
        state: 'staging',
        owner: owner.id,
        started_at: startedAt,
        beat_at: startedAt,
      })
      .execute();
    return id;
  });
  await clearUnseen(db);
  return new SqlImportStage(db, options, { batch, startedAt, now, release: own.release });
}

interface StageIdentity {
  readonly batch: number;
  readonly startedAt: number;
  readonly now: () => number;
  readonly release: () => void;
}

class SqlImportStage implements ImportStage {
  readonly #db: Database;
  readonly #options: StageOptions;
  readonly #identity: StageIdentity;
  readonly #builder: SegmentBuilder;
  readonly #ids = new Set<string>();
  readonly #kept = new Set<number>();
  readonly #changedOffers = new Map<number, Garment>();
  #open = true;

  constructor(db: Database, options: StageOptions, identity: StageIdentity) {
    this.#db = db;
    this.#options = options;
    this.#identity = identity;
    this.#builder = new SegmentBuilder(options.vocabulary, options.splitForIndex);
  }

  async known(ids: readonly string[]): Promise<Map<string, KnownGarment>> {
    const known = new Map<string, KnownGarment>();
    for (let at = 0; at < ids.length; at += CHUNK) {
      const rows = await this.#db
        .selectFrom('catalogue')
        .innerJoin('garment', 'garment.row', 'catalogue.row')
        .select(['catalogue.id', 'catalogue.row', 'garment.content_hash'])
        .where('catalogue.id', 'in', ids.slice(at, at + CHUNK))
        .execute();
      for (const row of rows) known.set(row.id, { row: row.row, contentHash: row.content_hash });
    }
    return known;
  }

  async add(records: readonly GarmentRecord[]): Promise<void> {
    this.#checkOpen();
    if (records.length === 0) return;
    for (const { garment } of records) {
      if (this.#ids.has(garment.id))
        throw new YidaFault('bad-request', `the id ${garment.id} came twice in one import`);
      this.#ids.add(garment.id);
    }
    const { batch, now } = this.#identity;
    const first = await this.#db.transaction().execute(async (transaction) => {
      const row = await takeNumbers(transaction, 'next-row', records.length);
      await insertRecords(transaction, batch, row, records);
      const beat = await transaction
        .updateTable('import_batch')
        .set({ beat_at: now() })
        .where('id', '=', batch)
        .where('state', '=', 'staging')
        .executeTakeFirst();
      // Another import took this one for dead and has cleared its rows away.
      if (beat.numUpdatedRows !== 1n) throw new YidaFault('import-aborted', 'another import took over');
      return row;
    });
    for (const [index, { garment }] of records.entries()) this.#builder.add(first + index, garment);
    if (this.#builder.documents >= SEGMENT_GARMENTS) await this.#flush();
  }

  async keep(garments: readonly Garment[]): Promise<void> {
    this.#checkOpen();
    for (let at = 0; at < garments.length; at += CHUNK) {
      const part = garments.slice(at, at + CHUNK);
      const rows = await this.#db
        .selectFrom('catalogue')
        .innerJoin('offer', 'offer.row', 'catalogue.row')
        .selectAll()
        .where(
          'catalogue.id',
          'in',
          part.map(({ id }) => id),
        )
        .execute();
      const stored = new Map(rows.map((row) => [row.id, row]));
      for (const garment of part) {
        const offer = stored.get(garment.id);
        if (offer === undefined) throw new YidaFault('bad-request', `the id ${garment.id} is not in the catalogue`);
        this.#kept.add(offer.row);
        if (!sameOffer(offer, splitGarment(garment).offer)) this.#changedOffers.set(offer.row, garment);
      }
    }
  }

  async publish({ removeOthers }: { removeOthers: boolean }): Promise<PublishReport> {
    this.#checkOpen();
    await this.#flush();
    const report = await this.#db.transaction().execute((transaction) => this.#makeVisible(transaction, removeOthers));
    this.#close();
    await tidySegments(this.#db, SEGMENT_GARMENTS);
    return report;
  }

  async abort(): Promise<void> {
    if (!this.#open) return;
    this.#close();
    await this.#db
      .updateTable('import_batch')
      .set({ state: 'abandoned' })
      .where('id', '=', this.#identity.batch)
      .where('state', '=', 'staging')
      .execute();
    await clearUnseen(this.#db);
  }

  async #makeVisible(transaction: Database, removeOthers: boolean): Promise<PublishReport> {
    const { batch, startedAt } = this.#identity;
    const taken = await transaction
      .updateTable('import_batch')
      .set({ state: 'published' })
      .where('id', '=', batch)
      .where('state', '=', 'staging')
      .executeTakeFirst();
    if (taken.numUpdatedRows !== 1n) throw new YidaFault('import-aborted', 'another import took over');
    const before = await transaction.selectFrom('catalogue').select('row').execute();
    const superseded = await transaction
      .selectFrom('garment')
      .innerJoin('catalogue', 'catalogue.id', 'garment.id')
      .select('catalogue.row')
      .where('garment.batch', '=', batch)
      .execute();
    const gone = new Set(superseded.map(({ row }) => row));
    const others = before.filter(({ row }) => !gone.has(row) && !this.#kept.has(row)).map(({ row }) => row);
    await this.#checkModel(transaction, removeOthers ? 0 : others.length);
    if (removeOthers) {
      for (let at = 0; at < others.length; at += CHUNK) {
        await transaction
          .deleteFrom('catalogue')
          .where('row', 'in', others.slice(at, at + CHUNK))
          .execute();
      }
    }
    await transaction
      .insertInto('catalogue')
      .columns(['id', 'row'])
      .expression(transaction.selectFrom('garment').select(['id', 'row']).where('batch', '=', batch))
      .onConflict((on) => on.column('id').doUpdateSet((excluded) => ({ row: excluded.ref('excluded.row') })))
      .execute();
    await transaction.updateTable('segment').set({ published: 1 }).where('batch', '=', batch).execute();
    await replaceOffers(transaction, this.#changedOffers);
    await writeFact(transaction, 'version', `${batch}-${startedAt.toString(36)}`);
    await writeFact(transaction, 'model', this.#options.modelId);
    const removed = removeOthers ? others.length : 0;
    return {
      added: this.#ids.size - gone.size,
      updated: gone.size + this.#changedOffers.size,
      unchanged: this.#kept.size - this.#changedOffers.size,
      removed,
    };
  }

  /** Vectors of two models in one index could not be compared. */
  async #checkModel(transaction: Database, remaining: number): Promise<void> {
    const { model } = await readFacts(transaction);
    if (remaining === 0 || model === undefined || model === this.#options.modelId) return;
    throw new YidaFault(
      'model-mismatch',
      `the catalogue holds vectors of ${model}; import the whole catalogue again to use ${this.#options.modelId}`,
      { values: { found: model, expected: this.#options.modelId } },
    );
  }

  async #flush(): Promise<void> {
    if (this.#builder.documents === 0) return;
    const postings = [...this.#builder.build()];
    const { documents, firstRow, lastRow } = this.#builder;
    await this.#db.transaction().execute(async (transaction) => {
      const id = await takeNumbers(transaction, 'next-segment');
      await transaction
        .insertInto('segment')
        .values({
          id,
          batch: this.#identity.batch,
          first_row: firstRow,
          last_row: lastRow,
          documents,
          published: 0,
        })
        .execute();
      for (let at = 0; at < postings.length; at += CHUNK) {
        const values = postings.slice(at, at + CHUNK).map(([term, { rows, weights }]) => ({
          term,
          segment: id,
          rows: rowBytes(rows),
          weights: weights === undefined ? null : Buffer.from(weights),
        }));
        await transaction.insertInto('posting').values(values).execute();
        await turnOfTheLoop();
      }
    });
    this.#builder.clear();
  }

  #checkOpen(): void {
    if (!this.#open) throw new YidaFault('import-aborted', 'this import was finished or aborted before');
  }

  #close(): void {
    this.#open = false;
    this.#identity.release();
  }
}

function sameOffer(stored: StoredOffer, offered: StoredOffer): boolean {
  return (['price_minor', 'currency', 'list_minor', 'list_currency', 'sizes'] as const).every(
    (key) => stored[key] === offered[key],
  );
}
