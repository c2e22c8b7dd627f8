import type { GarmentRow, GarmentStore } from '../catalog/garment-store.js';
import type { VectorIndex } from './vector-index.js';

/** A garment worth ranking, with what the ways that found it said. */
export interface Candidate {
  readonly row: GarmentRow;
  lexical?: number;
}

/** What to look for; every part is optional. */
export interface CandidateQuery {
  /** Unit vectors of the words, the photo and the liked garments. */
  readonly vectors: readonly Float32Array[];
  /** Pre-split words for BM25. */
  readonly words: readonly string[];
  /** Rows that keep the hard limits, ascending. */
  readonly within: Uint32Array;
  readonly limit: number;
}

export interface Candidates {
  readonly found: readonly Candidate[];
  /** Which ways failed; each failure was reported to `onFailure`. */
  readonly failed: ReadonlySet<'vector' | 'lexical'>;
}

export interface CandidateSources {
  readonly garments: GarmentStore;
  readonly vectors: VectorIndex;
  readonly onFailure: (what: string, error: unknown) => void;
}

/**
 * The union of the nearest garments by vector and by words, all under the hard limits. A way that fails is
 * left out and named; where both find nothing, the first rows that keep the limits stand in.
 */
export async function findCandidates(sources: CandidateSources, query: CandidateQuery): Promise<Candidates> {
  const failed = new Set<'vector' | 'lexical'>();
  const attempt = async <T>(way: 'vector' | 'lexical', run: () => Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await run();
    } catch (error) {
      failed.add(way);
      sources.onFailure(way, error);
      return [];
    }
  };
  if (query.within.length === 0) return { found: [], failed };
  const [lexical, ...near] = await Promise.all([
    attempt('lexical', async () =>
      query.words.length === 0 ? [] : sources.garments.lexicalSearch(query.words, query.limit, query.within),
    ),
    ...query.vectors.map((vector) =>
      attempt('vector', () => sources.vectors.search(vector, query.limit, query.within)),
    ),
  ]);
  const found = new Map<GarmentRow, Candidate>();
  for (const hits of near) for (const { row } of hits) found.set(row, { row });
  for (const { row, score } of lexical) found.set(row, { row, lexical: score });
  for (const row of query.within) {
    if (found.size >= query.limit) break;
    if (!found.has(row)) found.set(row, { row });
  }
  return { found: [...found.values()], failed };
}
