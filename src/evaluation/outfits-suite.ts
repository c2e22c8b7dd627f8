import type { Vocabulary } from '../domain/vocabulary.js';
import { createFashionKnowledge } from '../styling/fashion-knowledge.js';
import { LINES_OF_CATEGORY } from '../styling/knowledge/polyvore-kinds.js';
import type { LearnedKinds } from '../styling/learned-kinds.js';
import { mean, rounded } from './metrics.js';
import { type Blank, type KindOutfit, readOutfitsData } from './outfits-data.js';
import { areaUnderCurve, proportionInterval, seededDraws } from './resampling.js';
import type { Figures } from './suite.js';

export interface OutfitsSuiteInput {
  /** The folder of the outfits (polyvore-<split>.json.gz …). */
  readonly data: string;
  readonly learned: LearnedKinds;
  readonly vocabulary: Vocabulary;
  /** At most so many outfits, for a first look; all without it. */
  readonly limit?: number;
}

/** A way to score a kind for the blank beside others; higher is better. */
type Scorer = (others: readonly number[]) => (kind: number) => number;

const CANDIDATES = 4;

/**
 * Fill-in-the-blank with 4 candidates and compatibility AUC on outfits that training has not seen, beside
 * chance, category co-occurrence and ablations. Ties count by their share. `ceiling` is what categories
 * alone can reach: a wrong candidate of the true one's kind cannot be told from it.
 */
export async function evaluateOutfits(input: OutfitsSuiteInput): Promise<Figures> {
  const { learned } = input;
  const data = await readOutfitsData(input.data, learned);
  const outfits = data.outfits.slice(0, input.limit);
  const blanks = (data.blanks ?? drawnBlanks(outfits)).slice(0, input.limit);
  const fakes = drawnOutfits(outfits);
  const attention = attentionScorer(learned);
  const cooccurrence = cooccurrenceScorer(learned);
  const figures = (scorer: Scorer) => ({ fitb: fillIn(blanks, scorer), auc: compatibility(outfits, fakes, scorer) });
  const [full, counted] = [figures(attention), figures(cooccurrence)];
  return {
    split: data.split === 'train' ? 'train, held back' : data.split,
    fitb: { ...full.fitb, ceiling: ceilingOf(blanks) },
    compatibility: full.auc,
    baselines: {
      chance: { fitb: 1 / CANDIDATES, auc: 0.5 },
      cooccurrence: { fitb: counted.fitb, auc: counted.auc },
    },
    ablations: {
      onePieceAtATime: plain(figures(pairwiseScorer(learned))),
      slotsAlone: plain(figures(slotScorer(learned, input.vocabulary))),
      withoutPrior: plain(figures(withoutPrior(learned))),
    },
  };
}

type Interval = { readonly low: number; readonly high: number };
type Fitb = { readonly accuracy: number; readonly n: number; readonly ci95: Interval };
type Auc = { readonly auc: number; readonly n: number; readonly ci95: Interval };

const plain = ({ fitb, auc }: { fitb: Fitb; auc: Auc }) => ({ fitb: fitb.accuracy, auc: auc.auc });

function fillIn(blanks: readonly Blank[], scorer: Scorer): Fitb {
  const right = blanks.map(({ others, candidates }) => {
    const score = scorer(others);
    const scores = candidates.map((kind) => (kind === undefined ? Number.NEGATIVE_INFINITY : score(kind)));
    const best = Math.max(...scores);
    const winners = scores.filter((value) => value >= best - 1e-9).length;
    return (scores.at(-1) ?? Number.NEGATIVE_INFINITY) >= best - 1e-9 ? 1 / winners : 0;
  });
  const accuracy = mean(right);
  return { accuracy: rounded(accuracy), n: blanks.length, ci95: proportionInterval(accuracy, blanks.length) };
}

function compatibility(outfits: readonly KindOutfit[], fakes: readonly (readonly number[])[], scorer: Scorer): Auc {
  const real = outfits.map(({ kinds }) => together(kinds, scorer));
  const fake = fakes.map((kinds) => together(kinds, scorer));
  const { auc, ci95 } = areaUnderCurve(real, fake);
  return { auc: rounded(auc), n: real.length + fake.length, ci95 };
}

/** How well each piece fits the others, on average. */
function together(kinds: readonly number[], scorer: Scorer): number {
  return mean(kinds.map((kind, at) => scorer(kinds.filter((_, index) => index !== at))(kind)));
}

function attentionScorer({ model, counts }: LearnedKinds): Scorer {
  const share = sharesOf(counts);
  return (others) => {
    const likely = model.fill(others.map((kind) => model.embedding(kind)));
    return (kind) => Math.log((likely[kind] ?? 0) + 1e-12) - Math.log(share[kind] ?? 1);
  };
}

/** The same model without taking the kind's own popularity away. */
function withoutPrior({ model }: LearnedKinds): Scorer {
  return (others) => {
    const likely = model.fill(others.map((kind) => model.embedding(kind)));
    return (kind) => Math.log((likely[kind] ?? 0) + 1e-12);
  };
}

/** Attention over one other piece at a time, averaged: what the set as a set adds is the difference. */
function pairwiseScorer(learned: LearnedKinds): Scorer {
  const one = attentionScorer(learned);
  const kept = learned.kinds.map((_, kind) => {
    const score = one([kind]);
    return learned.kinds.map((__, other) => score(other));
  });
  return (others) => (kind) => mean(others.map((other) => kept[other]?.[kind] ?? 0));
}

/** Pointwise mutual information of the pair in the training outfits, averaged over the other pieces. */
function cooccurrenceScorer({ counts, together: pairs, kinds }: LearnedKinds): Scorer {
  const share = sharesOf(counts);
  const all = pairs.reduce((sum, count) => sum + count, 0) + 0.5 * kinds.length ** 2;
  const information = (a: number, b: number) =>
    Math.log(((pairs[a * kinds.length + b] ?? 0) + 0.5) / all) - Math.log((share[a] ?? 1) * (share[b] ?? 1));
  return (others) => (kind) => mean(others.map((other) => information(other, kind)));
}

/** The knowledge alone: a piece is welcome where its slot is still free. */
function slotScorer({ kinds }: LearnedKinds, vocabulary: Vocabulary): Scorer {
  const knowledge = createFashionKnowledge(vocabulary);
  const slots = kinds.map((kind) => {
    const category = Object.entries(LINES_OF_CATEGORY).find(([, lines]) => lines.includes(kind))?.[0];
    return knowledge.category(category ?? null)?.slot;
  });
  return (others) => {
    const taken = new Set(others.map((kind) => slots[kind]));
    return (kind) => (slots[kind] === undefined ? 0 : taken.has(slots[kind]) ? -1 : 1);
  };
}

function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count + 0.5, 0);
  return counts.map((count) => (count + 0.5) / total);
}

/** What an oracle of categories scores: it shares its vote among candidates of the true kind. */
function ceilingOf(blanks: readonly Blank[]): number {
  return rounded(
    mean(
      blanks.map(({ candidates }) => {
        const truth = candidates.at(-1);
        return truth === undefined ? 0 : 1 / candidates.filter((kind) => kind === truth).length;
      }),
    ),
  );
}

/** One blank an outfit, with candidates of other outfits, where no published questions are at hand. */
function drawnBlanks(outfits: readonly KindOutfit[]): Blank[] {
  const draw = seededDraws(7);
  const pool = outfits.flatMap(({ kinds }) => kinds);
  return outfits.map(({ kinds }) => {
    const at = draw(kinds.length);
    const wrong = Array.from({ length: CANDIDATES - 1 }, () => pool[draw(pool.length)]);
    return { others: kinds.filter((_, index) => index !== at), candidates: [...wrong, kinds[at]] };
  });
}

/** As many pieces as each real outfit, drawn at random, no kind twice, as in the real ones. */
function drawnOutfits(outfits: readonly KindOutfit[]): number[][] {
  const draw = seededDraws(5);
  const pool = outfits.flatMap(({ kinds }) => kinds);
  const different = new Set(pool).size;
  return outfits.map(({ kinds }) => {
    const fake = new Set<number>();
    while (fake.size < Math.min(kinds.length, different)) fake.add(pool[draw(pool.length)] ?? 0);
    return [...fake];
  });
}
