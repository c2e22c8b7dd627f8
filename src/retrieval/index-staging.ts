import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FlatVectors, gather, slotsOf } from './flat-vectors.js';
import { VECTORS_FILE } from './index-folder.js';

const ADDED_FILE = 'added.f32';

/** The next version of the vectors while it arrives: in its folder, or in memory where there is none. */
export class IndexStaging {
  readonly version: string;
  /** Where the next generation is built; undefined for an index that lives in memory. */
  readonly folder: string | undefined;
  /** Rows of the next version that the present one lacks, ascending: their vectors must be added. */
  readonly missing: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #dim: number;
  readonly #added: number[] = [];
  readonly #chunks: Float32Array[] = [];
  #file: number | undefined;

  constructor(version: string, rows: Uint32Array, present: FlatVectors | undefined, dim: number, folder?: string) {
    this.version = version;
    this.folder = folder;
    this.#rows = rows;
    this.#dim = dim;
    const kept = new Set(present ? Array.from(slotsOf(present.rows, rows), (slot) => present.rows[slot] ?? 0) : []);
    this.missing = rows.filter((row) => !kept.has(row));
    this.#file = folder === undefined ? undefined : openSync(join(folder, ADDED_FILE), 'w');
  }

  /** Takes vectors of missing rows, ascending over all calls. */
  add(rows: Uint32Array, vectors: Float32Array): void {
    for (const row of rows) this.#added.push(row);
    if (this.#file === undefined) this.#chunks.push(vectors);
    else writeSync(this.#file, new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
  }

  /** The vectors of the next version: what is kept of the present ones, and what was added. */
  seal(present: FlatVectors | undefined, memoryLimit: number): FlatVectors {
    const rows = Uint32Array.from(this.#added);
    if (this.folder === undefined) {
      const added = FlatVectors.inMemory(this.#dim, rows, concatenate(this.#chunks));
      const merged = [...gather(this.#rows, present ? [present, added] : [added], this.#dim)];
      return FlatVectors.inMemory(this.#dim, joinRows(merged), concatenate(merged.map((chunk) => chunk.vectors)));
    }
    this.#closeFile();
    const path = join(this.folder, VECTORS_FILE);
    const addedPath = join(this.folder, ADDED_FILE);
    if (!present || present.count === 0) {
      renameSync(addedPath, path);
      return FlatVectors.open(path, this.#dim, rows, memoryLimit);
    }
    const added = FlatVectors.open(addedPath, this.#dim, rows, memoryLimit);
    const written: { rows: Uint32Array }[] = [];
    const file = openSync(path, 'w');
    for (const chunk of gather(this.#rows, [present, added], this.#dim)) {
      writeSync(file, new Uint8Array(chunk.vectors.buffer, chunk.vectors.byteOffset, chunk.vectors.byteLength));
      written.push({ rows: chunk.rows });
    }
    closeSync(file);
    added.close();
    rmSync(addedPath);
    return FlatVectors.open(path, this.#dim, joinRows(written), memoryLimit);
  }

  close(): void {
    this.#closeFile();
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  #closeFile(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

function concatenate(chunks: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function joinRows(chunks: readonly { rows: Uint32Array }[]): Uint32Array {
  return Uint32Array.from(chunks.flatMap((chunk) => [...chunk.rows]));
}
