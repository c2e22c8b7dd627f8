import { describe, expect, it } from 'vitest';
import { bareGarment } from '../../src/domain/bare-garment.js';
import { Vocabulary } from '../../src/domain/vocabulary.js';
import type { Attend } from '../../src/encoding/encoder.js';
import { type RankingQuery, rankCandidates } from '../../src/ranking/rank-candidates.js';

const unit = (...of: number[]) => {
  const length = Math.hypot(...of);
  return Float32Array.from(of, (value) => value / length);
};
/** Rows: the garment of the photo itself, and one that the ranker holds to be what was asked for. */
const PHOTOGRAPHED = 0;
const JUDGED = 1;
const EMBEDDINGS = new Map([
  [PHOTOGRAPHED, unit(1, 0, 0.05)],
  [JUDGED, unit(0.8, 0.6, 0)],
]);
const judges: Attend = async (_query, candidates) => ({
  scores: Float32Array.from(candidates, ({ embedding }) => (embedding === EMBEDDINGS.get(JUDGED) ? 1 : 0)),
  weights: { text: 0.5, image: 0.5, history: 0 },
  modalityScores: new Float32Array(candidates.length * 3),
});
const first = async (query: Omit<RankingQuery, 'constraints' | 'history'>, describesPhoto?: number) => {
  const { ranked } = await rankCandidates({ ...query, history: [], constraints: {} }, [{ row: 0 }, { row: 1 }], {
    garments: new Map([...EMBEDDINGS.keys()].map((row) => [row, bareGarment(String(row))])),
    embeddings: EMBEDDINGS,
    vocabulary: new Vocabulary([]),
    tokens: async (rows) => new Map(rows.map((row) => [row, { tokens: new Int8Array(1), mask: Uint8Array.of(1) }])),
    attend: judges,
    describesPhoto,
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  return ranked[0]?.row;
};
const encoded = (embedding: Float32Array) => ({ embedding, hidden: new Float32Array(), length: 0 });
const photo = { embedding: unit(1, 0, 0) };

describe('words beside a photo', () => {
  it('that say what is in it leave the photo to decide', async () => {
    expect(await first({ photo, text: encoded(unit(0.7, 0.7, 0)) }, 0.5)).toBe(PHOTOGRAPHED);
  });

  it('that say what should be different leave the ranker to decide', async () => {
    expect(await first({ photo, text: encoded(unit(0.1, 1, 0)) }, 0.5)).toBe(JUDGED);
  });

  it('are weighed as before by a model that was not calibrated for it', async () => {
    expect(await first({ photo, text: encoded(unit(0.1, 1, 0)) })).toBe(JUDGED);
  });
});

describe('a photo alone', () => {
  it('is judged by its likeness more than by the ranker', async () => {
    expect(await first({ photo }, 0.5)).toBe(PHOTOGRAPHED);
  });
});
