import { contribution, inverseDocumentFrequency } from './bm25.js';
import type { CatalogueView } from './catalogue-view-store.js';
import type { GarmentRow } from './garment-store.js';
import { wordTerm } from './index-terms.js';
import type { PostingReader } from './posting-store.js';
import { RowSet } from './row-set.js';

/** More distinct words than this tell nothing more; the rarest are kept. */
const MOST_WORDS = 24;

export interface ScoredRow {
  readonly row: GarmentRow;
  readonly score: number;
}

/** BM25 over the visible rows (those of `within` where given), best first, ties in row order. */
export async function bestMatches(
  postings: PostingReader,
  view: CatalogueView,
  words: readonly string[],
  limit: number,
  within?: Uint32Array,
): Promise<ScoredRow[]> {
  const terms = [...new Set(words.map(wordTerm))];
  const read = [...(await postings.read(terms)).values()]
    .filter((posting) => posting.rows.length > 0)
    .sort((a, b) => a.rows.length - b.rows.length)
    .slice(0, MOST_WORDS);
  const allowed = within === undefined ? view.live : new RowSet(view.bound);
  if (within !== undefined) {
    allowed.addAll(within);
    allowed.keep(view.live);
  }
  const scores = new Float32Array(view.bound);
  const touched = new RowSet(view.bound);
  for (const { rows, weights } of read) {
    const idf = inverseDocumentFrequency(rows.length, view.rows.length);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      if (row < scores.length) scores[row] = (scores[row] as number) + contribution(weights?.[at] ?? 255, idf);
    }
    touched.addAll(rows);
  }
  touched.keep(allowed);
  return best(touched.rows(), scores, limit);
}

/** The `limit` highest, by a heap whose root is the worst kept. */
function best(rows: Uint32Array, scores: Float32Array, limit: number): ScoredRow[] {
  const heap: number[] = [];
  const worse = (a: number, b: number) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && a > b);
  };
  const sift = (start: number) => {
    for (let at = start; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && worse(heap[child] as number, heap[least] as number)) least = child;
      }
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least] as number, heap[at] as number];
      at = least;
    }
  };
  for (const row of rows) {
    if (heap.length < limit) {
      heap.push(row);
      if (heap.length === limit) for (let at = heap.length >> 1; at >= 0; at--) sift(at);
    } else if (limit > 0 && worse(heap[0] as number, row)) {
      heap[0] = row;
      sift(0);
    }
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1)).map((row) => ({ row, score: scores[row] ?? 0 }));
}
