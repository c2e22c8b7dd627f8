/** A set of rows below a fixed bound, one bit a row: a million garments take 125 KB. */
export class RowSet {
  readonly #words: Uint32Array;
  readonly #bound: number;

  constructor(bound: number, rows: Iterable<number> = []) {
    this.#bound = bound;
    this.#words = new Uint32Array((bound + 31) >>> 5);
    for (const row of rows) this.add(row);
  }

  add(row: number): void {
    const word = row >>> 5;
    if (row < this.#bound) this.#words[word] = (this.#words[word] ?? 0) | (1 << (row & 31));
  }

  addAll(rows: Uint32Array): void {
    const words = this.#words;
    const bound = this.#bound;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      if (row < bound) words[row >>> 5] = (words[row >>> 5] as number) | (1 << (row & 31));
    }
  }

  has(row: number): boolean {
    return row < this.#bound && ((this.#words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  }

  copy(): RowSet {
    const copy = new RowSet(this.#bound);
    copy.#words.set(this.#words);
    return copy;
  }

  /** Keeps only what `other` has too. */
  keep(other: RowSet): void {
    for (let at = 0; at < this.#words.length; at++) {
      this.#words[at] = (this.#words[at] as number) & (other.#words[at] ?? 0);
    }
  }

  drop(other: RowSet): void {
    for (let at = 0; at < this.#words.length; at++) {
      this.#words[at] = (this.#words[at] as number) & ~(other.#words[at] ?? 0);
    }
  }

  /** Its rows, ascending. */
  rows(): Uint32Array {
    let count = 0;
    for (const word of this.#words) count += ones(word);
    const rows = new Uint32Array(count);
    let next = 0;
    for (let at = 0; at < this.#words.length; at++) {
      let word = this.#words[at] as number;
      while (word !== 0) {
        const low = word & -word;
        rows[next++] = at * 32 + (31 - Math.clz32(low));
        word ^= low;
      }
    }
    return rows;
  }
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
