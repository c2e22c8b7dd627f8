import { LRUCache } from 'lru-cache';
import type { Database } from '../storage/database.js';
import type { Posting } from './segment-builder.js';

const EMPTY: Posting = { rows: new Uint32Array(0), weights: undefined };
const CACHE_BYTES = 32 * 1024 * 1024;

/** Reads postings of the published segments, with the recently used ones kept in memory. */
export class PostingReader {
  readonly #db: Database;
  readonly #cache = new LRUCache<string, Posting>({
    maxSize: CACHE_BYTES,
    sizeCalculation: (posting) => posting.rows.byteLength + (posting.weights?.byteLength ?? 0) + 100,
  });

  constructor(db: Database) {
    this.#db = db;
  }

  /** A posting for every term asked for, empty where nothing has it. Rows that were superseded are still in it. */
  async read(terms: readonly string[]): Promise<Map<string, Posting>> {
    const found = new Map<string, Posting>();
    const missing: string[] = [];
    for (const term of new Set(terms)) {
      const cached = this.#cache.get(term);
      if (cached === undefined) missing.push(term);
      else found.set(term, cached);
    }
    for (let at = 0; at < missing.length; at += 500) {
      const part = missing.slice(at, at + 500);
      const rows = await this.#db
        .selectFrom('posting')
        .innerJoin('segment', 'segment.id', 'posting.segment')
        .select(['posting.term', 'posting.rows', 'posting.weights'])
        .where('posting.term', 'in', part)
        .where('segment.published', '=', 1)
        .orderBy('posting.term')
        .orderBy('segment.first_row')
        .execute();
      for (const term of part) {
        const posting = joined(rows.filter((row) => row.term === term));
        found.set(term, posting);
        this.#cache.set(term, posting);
      }
    }
    return found;
  }

  clear(): void {
    this.#cache.clear();
  }

  /** Forgets what a change of price or stock may have changed. */
  clearOffers(): void {
    for (const term of [...this.#cache.keys()]) {
      if (!term.startsWith('word:') && !term.startsWith('facet:')) this.#cache.delete(term);
    }
  }
}

function joined(parts: readonly { rows: Uint8Array; weights: Uint8Array | null }[]): Posting {
  const [only] = parts;
  if (only === undefined) return EMPTY;
  const rows = new Uint32Array(parts.reduce((total, part) => total + (part.rows.byteLength >> 2), 0));
  const weights = only.weights === null ? undefined : new Uint8Array(rows.length);
  let at = 0;
  for (const part of parts) {
    // The database's buffers need not be aligned to four bytes, so their bytes are copied.
    new Uint8Array(rows.buffer, at * 4, part.rows.byteLength).set(part.rows);
    if (part.weights !== null) weights?.set(part.weights, at);
    at += part.rows.byteLength >> 2;
  }
  return { rows, weights };
}

/** A posting's rows as the database keeps them. */
export function rowBytes(rows: Uint32Array): Buffer {
  return Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength);
}

export function rowsFromBytes(bytes: Uint8Array): Uint32Array {
  const rows = new Uint32Array(bytes.byteLength >> 2);
  new Uint8Array(rows.buffer).set(bytes);
  return rows;
}
