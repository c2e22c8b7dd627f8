import type { VectorHit } from './vector-index.js';

/** Keeps the best `limit` of a stream of hits: a binary heap with the worst on top. Ties go to the lower row. */
export class TopHits {
  readonly #limit: number;
  readonly #rows: number[] = [];
  readonly #scores: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(row: number, score: number): void {
    const size = this.#rows.length;
    if (size < this.#limit) {
      this.#rows.push(row);
      this.#scores.push(score);
      this.#rise(size);
    } else if (size > 0 && this.#isBetter(row, score, 0)) {
      this.#rows[0] = row;
      this.#scores[0] = score;
      this.#sink(0);
    }
  }

  /** Best first. */
  list(): VectorHit[] {
    return this.#rows
      .map((row, at) => ({ row, similarity: this.#scores[at] ?? 0 }))
      .sort((a, b) => b.similarity - a.similarity || a.row - b.row);
  }

  #isBetter(row: number, score: number, at: number): boolean {
    const other = this.#scores[at] ?? 0;
    return score > other || (score === other && row < (this.#rows[at] ?? 0));
  }

  #rise(start: number): void {
    let at = start;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBetter(this.#rows[above] ?? 0, this.#scores[above] ?? 0, at)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #sink(start: number): void {
    let at = start;
    for (;;) {
      let worst = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < this.#rows.length && this.#isBetter(this.#rows[worst] ?? 0, this.#scores[worst] ?? 0, below)) {
          worst = below;
        }
      }
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #swap(a: number, b: number): void {
    const row = this.#rows[a] ?? 0;
    const score = this.#scores[a] ?? 0;
    this.#rows[a] = this.#rows[b] ?? 0;
    this.#scores[a] = this.#scores[b] ?? 0;
    this.#rows[b] = row;
    this.#scores[b] = score;
  }
}
