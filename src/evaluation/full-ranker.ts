import { bareGarment } from '../domain/bare-garment.js';
import { Vocabulary } from '../domain/vocabulary.js';
import type { AttentionQuery, Encoder } from '../encoding/encoder.js';
import { rankCandidates } from '../ranking/rank-candidates.js';
import type { PhotoLibrary } from './photo-library.js';

/** A garment of which only its photo is known. */
const UNKNOWN = bareGarment('');
const NO_WORDS = new Vocabulary([]);

export interface RankedPhoto {
  readonly row: number;
  readonly score: number;
}

/**
 * The service's own ranking over a library of photos: the `depth` nearest by vector, fused and read by the
 * attention ranker, best first. `within` limits the rows (ascending); `attentionWeight` replaces the service's own.
 */
export async function rankPhotos(
  query: AttentionQuery,
  library: PhotoLibrary,
  encoder: Pick<Encoder, 'attend' | 'likeness'>,
  depth: number,
  within?: Uint32Array,
  attentionWeight?: number,
): Promise<RankedPhoto[]> {
  const vectors = [query.text?.embedding, query.photo?.embedding].filter((vector) => vector !== undefined);
  const near = new Set(
    vectors.flatMap((vector) => library.vectors.search(vector, depth, within).map((hit) => hit.row)),
  );
  const rows = [...near];
  const failures: unknown[] = [];
  const { ranked } = await rankCandidates(
    { ...query, constraints: {} },
    rows.map((row) => ({ row })),
    {
      garments: new Map(rows.map((row) => [row, UNKNOWN])),
      embeddings: new Map(rows.map((row) => [row, library.embedding(row)])),
      vocabulary: NO_WORDS,
      tokens: async (some) =>
        new Map(
          some.flatMap((row) => {
            const tokens = library.tokens(row);
            return tokens ? [[row, tokens] as const] : [];
          }),
        ),
      attend: encoder.attend,
      describesPhoto: encoder.likeness?.describesPhoto,
      attended: depth,
      ...(attentionWeight === undefined ? {} : { attentionWeight }),
      onFailure: (_what, error) => failures.push(error),
    },
  );
  if (failures.length > 0) throw failures[0];
  return ranked.map(({ row, score }) => ({ row, score }));
}
