import type { GarmentRow } from '../catalog/garment-store.js';
import { type Constraints, statedIds } from '../domain/constraints.js';
import type { Garment } from '../domain/garment.js';
import type { AttentionWeights, ItemScores } from '../domain/reply.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Attend, AttentionQuery, GarmentTokens } from '../encoding/encoder.js';
import type { Candidate } from '../retrieval/candidates.js';
import { dot } from '../retrieval/flat-vectors.js';
import { type FacetEvidence, facetEvidence } from './facet-evidence.js';
import { clamp, type FusionWeights, fuse, type Signals } from './fusion.js';

/** What the candidates are ranked for. */
export interface RankingQuery extends AttentionQuery {
  readonly constraints: Constraints;
  /** Kind of the photographed or resembled garment: a wish nobody stated, so it only orders. */
  readonly impliedCategory?: { readonly id: string; readonly confidence: number };
}

/** Everything the ranking reads of the candidates. */
export interface RankingMaterial {
  readonly garments: ReadonlyMap<GarmentRow, Garment>;
  readonly embeddings: ReadonlyMap<GarmentRow, Float32Array>;
  readonly vocabulary: Vocabulary;
  /** Tokens of the named rows, read from disk for the candidates alone. */
  readonly tokens: (rows: readonly GarmentRow[]) => Promise<ReadonlyMap<GarmentRow, GarmentTokens>>;
  readonly attend: Attend | undefined;
  /** Cosine from which words describe the photo they come with; absent where the model was not calibrated for it. */
  readonly describesPhoto?: number | undefined;
  /** How many of the best by fusion the attention ranker reads; 64 by default. */
  readonly attended?: number;
  /** Weight of the ranker's verdict, for measuring others. */
  readonly attentionWeight?: number;
  readonly onFailure: (what: string, error: unknown) => void;
}

export interface RankedCandidate {
  readonly row: GarmentRow;
  readonly garment: Garment;
  readonly embedding: Float32Array | undefined;
  readonly facets: readonly FacetEvidence[];
  readonly signals: Signals;
  /** 0 to 1. */
  readonly score: number;
  readonly scores: ItemScores;
}

export interface Ranking {
  /** Best first. */
  readonly ranked: readonly RankedCandidate[];
  /** Null where the attention ranker did not run. */
  readonly attention: AttentionWeights | null;
  /** True where it should have run and could not. */
  readonly attentionFailed: boolean;
}

/** What a turn can afford: the ranker reads 64 garments in about five milliseconds. */
const ATTENDED = 64;

/** Weights of words or a photo alone; the ranker's verdict refines what the vectors say. */
const FUSION: FusionWeights = { lexical: 0.2, text: 0.5, image: 0.5, personal: 0.08, preference: 0.3, attention: 0.2 };
/** With a history beside them, or words beside a photo of which it is unknown what they say of it, it has to weigh them. */
const TOGETHER = { attention: 0.6 };
const BESIDE_PHOTO = { ...TOGETHER, text: 0.35 };
/**
 * Words beside a photo either say what is in it or what should be different, and their cosine with it tells which:
 * on products never seen titles lie far above changes. What a photo shows it says better itself; a change is for the
 * ranker to judge, whose training it was, and as much weight of the photo as alone would drown it. `yida evaluate ablation` and `yida evaluate change` measure the two.
 */
const DESCRIBED = { text: 0.1, image: 0.9, attention: 0.1 };
const CHANGED = { text: 0.35, image: 0.3, attention: 1.2 };

/** Wishes weigh more where a photo implies the kind: a drawn hoodie may look liker a worn tee than a drawn tee does. */
const IMPLIED_PREFERENCE = 0.6;

/**
 * Ranks candidates: similarities and wishes are fused, the best are read by the attention ranker, and its
 * score joins the fusion. Without it (absent, failing, or no modality to attend with) the fusion stands.
 */
export async function rankCandidates(
  query: RankingQuery,
  candidates: readonly Candidate[],
  material: RankingMaterial,
): Promise<Ranking> {
  const weights = weightsFor(query, material);
  const known = candidates.flatMap((candidate) => {
    const garment = material.garments.get(candidate.row);
    return garment ? [seen(query, candidate, garment, material)] : [];
  });
  const first = byScore(
    known,
    fuse(
      known.map((one) => one.signals),
      weights,
    ),
  );
  const most = material.attended ?? ATTENDED;
  const attended = await attendTo(query, first.slice(0, most), material);
  if (attended.verdict === undefined) {
    return { ranked: first, attention: null, attentionFailed: attended.failed };
  }
  const { verdict, rows } = attended;
  const heads = first.slice(0, most).map((one) => {
    const at = rows.indexOf(one.row);
    return at < 0 ? one : { ...one, signals: { ...one.signals, attention: verdict.scores[at] ?? 0 } };
  });
  const reranked = byScore(
    heads,
    fuse(
      heads.map((one) => one.signals),
      weights,
    ),
  );
  const least = reranked.at(-1)?.score ?? 0;
  const tail = first.slice(most).map((one) => ({ ...one, score: Math.min(one.score, least) }));
  return { ranked: [...reranked, ...tail], attention: normalised(verdict.weights), attentionFailed: false };
}

function weightsFor(query: RankingQuery, { attentionWeight, ...material }: RankingMaterial): FusionWeights {
  return {
    ...FUSION,
    ...(impliedKind(query, material.vocabulary) ? { preference: IMPLIED_PREFERENCE } : {}),
    ...besideOthers(query, material.describesPhoto),
    ...(attentionWeight === undefined ? {} : { attention: attentionWeight }),
  };
}

function besideOthers({ text, photo, history }: RankingQuery, describes?: number): Partial<FusionWeights> {
  if (!text || !photo) return history.length > 0 && (text || photo) ? TOGETHER : {};
  if (describes === undefined) return BESIDE_PHOTO;
  return dot(text.embedding, photo.embedding, 0) >= describes ? DESCRIBED : CHANGED;
}

function seen(query: RankingQuery, candidate: Candidate, garment: Garment, material: RankingMaterial): RankedCandidate {
  const embedding = material.embeddings.get(candidate.row);
  const facets = facetEvidence(garment, query.constraints, material.vocabulary);
  const signals: Signals = {
    ...(candidate.lexical === undefined ? {} : { lexical: candidate.lexical }),
    ...(embedding && query.text ? { text: dot(query.text.embedding, embedding, 0) } : {}),
    ...(embedding && query.photo ? { image: dot(query.photo.embedding, embedding, 0) } : {}),
    ...(embedding && query.history.length > 0 ? { personal: liking(query.history, embedding) } : {}),
    ...wishesHeld(query, garment, facets, material.vocabulary),
  };
  return { row: candidate.row, garment, embedding, facets, signals, score: 0, scores: {} };
}

/** Share of the wishes that hold, absent where nothing was wished for; kin count half, and so does a kind implied by the photo, by its confidence. */
function wishesHeld(
  query: RankingQuery,
  garment: Garment,
  facets: readonly FacetEvidence[],
  vocabulary: Vocabulary,
): Pick<Signals, 'preference'> {
  let wishes = 0;
  let held = 0;
  for (const { facet, answer } of facets) {
    const weight = facet === 'category' ? 2 : 1;
    wishes += weight;
    if (answer === 'holds') held += weight;
    else if (answer === 'kin') held += weight / 2;
  }
  const implied = impliedKind(query, vocabulary);
  if (implied) {
    const { id, confidence } = implied;
    wishes += 2 * confidence;
    if (garment.category !== null) {
      const [own] = vocabulary.lineage('category', garment.category).slice(-1);
      const [kind] = vocabulary.lineage('category', id).slice(-1);
      if (vocabulary.isKindOf('category', garment.category, id)) held += 2 * confidence;
      else if (own === kind) held += confidence / 2;
    }
  }
  return wishes === 0 ? {} : { preference: held / wishes };
}

/** The implied kind where it tells more than the words: they name no kind, or the family it belongs to. */
function impliedKind(query: RankingQuery, vocabulary: Vocabulary): RankingQuery['impliedCategory'] {
  const { impliedCategory } = query;
  if (!impliedCategory) return undefined;
  const family = vocabulary.lineage('category', impliedCategory.id).slice(1);
  const stated = statedIds(query.constraints, 'category');
  return stated.every((id) => family.includes(id)) ? impliedCategory : undefined;
}

/** The likest of the liked garments counts, newer ones a little more. */
function liking(history: readonly Float32Array[], embedding: Float32Array): number {
  let best = -1;
  for (const [age, liked] of history.entries()) best = Math.max(best, dot(liked, embedding, 0) * 0.98 ** age);
  return best;
}

function byScore(candidates: readonly RankedCandidate[], fused: Float64Array): RankedCandidate[] {
  const lexical = spread(
    candidates.flatMap((one) => one.signals.lexical ?? []),
    0,
  );
  const attention = spread(candidates.flatMap((one) => one.signals.attention ?? []));
  return candidates
    .map((candidate, at) => ({
      ...candidate,
      score: fused[at] ?? 0,
      scores: shown(candidate.signals, lexical, attention),
    }))
    .sort((a, b) => b.score - a.score || a.row - b.row);
}

/** The parts of the score as a card states them, each 0 to 1. */
function shown(signals: Signals, lexical: Spread, attention: Spread): ItemScores {
  const { text, image, personal } = signals;
  return {
    ...(signals.lexical === undefined ? {} : { lexical: lexical(signals.lexical) }),
    ...(text === undefined ? {} : { text: clamp(text) }),
    ...(image === undefined ? {} : { image: clamp(image) }),
    ...(signals.attention === undefined ? {} : { attention: attention(signals.attention) }),
    ...(personal === undefined ? {} : { personal: clamp(personal) }),
  };
}

type Spread = (value: number) => number;

/**
 * Where a value lies between the least and the greatest of its kind: BM25 and the ranker's scores have no
 * unit that would mean something on a card.
 */
function spread(
  values: readonly number[],
  least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
): Spread {
  const range = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - least;
  return (value) => (range > 0 ? clamp((value - least) / range) : 1);
}

async function attendTo(query: RankingQuery, heads: readonly RankedCandidate[], material: RankingMaterial) {
  const nothing = query.text === undefined && query.photo === undefined && query.history.length === 0;
  if (nothing || heads.length === 0) return { verdict: undefined, rows: [], failed: false };
  if (!material.attend) return { verdict: undefined, rows: [], failed: true };
  try {
    const tokens = await material.tokens(heads.map((one) => one.row));
    const readable = heads.flatMap(({ row, embedding }) => {
      const own = tokens.get(row);
      return own && embedding ? [{ row, tokens: own, embedding }] : [];
    });
    if (readable.length === 0) return { verdict: undefined, rows: [], failed: true };
    const verdict = await material.attend(query, readable);
    if (!verdict.scores.every(Number.isFinite)) throw new RangeError('the attention ranker returned no number');
    return { verdict, rows: readable.map((one) => one.row), failed: false };
  } catch (error) {
    material.onFailure('attention', error);
    return { verdict: undefined, rows: [], failed: true };
  }
}

/** Weights that sum to exactly 1 after rounding noise; an absent modality stays exactly 0. */
function normalised(weights: AttentionWeights): AttentionWeights | null {
  const total = weights.text + weights.image + weights.history;
  if (!(total > 0)) return null;
  return { text: weights.text / total, image: weights.image / total, history: weights.history / total };
}
