import type { Vocabulary } from '../../domain/vocabulary.js';
import type { KindsTogether } from '../../styling/kinds-together.js';
import { kindsTogether, type LearnedKinds } from '../../styling/learned-kinds.js';
import { OBJECTIVE, type Objective } from '../../styling/objective.js';
import { outfitValue } from '../../styling/outfit-value.js';
import type { Piece } from '../../styling/piece.js';
import { mean, rounded } from '../metrics.js';
import { bootstrapInterval } from '../resampling.js';
import { composeAll, fixedRequests, MEASURES } from './composed-outfits.js';
import { type DemoShelf, demoShelf, type ShelfOptions } from './demo-shelf.js';
import { kindsCounted } from './kinds-counted.js';
import { type LookQuestions, lookQuestions } from './look-questions.js';
import type { Look } from './looks.js';
import { ceilingOfCategories, type LookResult, type OutfitScorer, tellApart } from './tell-apart.js';
import { FORMER, type Term, without } from './terms.js';

export interface OutfitTermsInput extends ShelfOptions {
  readonly looks: readonly Look[];
  readonly learned: LearnedKinds;
}

type Interval = { readonly low: number; readonly high: number };
export type Valued = { readonly value: number; readonly ci95: Interval };
type Told = { readonly fitb: Valued; readonly auc: Valued };
type Made = {
  readonly changed: number;
  readonly with: number;
  readonly without: number;
  readonly difference: Valued;
};

export type OutfitTermsFigures = {
  readonly garments: number;
  readonly looks: number;
  readonly blanks: number;
  readonly full: Told;
  readonly baselines: {
    readonly chance: { readonly fitb: number; readonly auc: number };
    readonly cooccurrence: Told;
    readonly kindsAlone: Told;
    readonly ceilingOfCategories: number;
  };
  /** Positive: so much is lost without the term. */
  readonly lostWithout: Readonly<Record<string, Told>>;
  /** What the weights gained over the former ones, on the looks they were chosen on and on the others. */
  readonly overFormerWeights: { readonly chosenOn: Told; readonly unseen: Told };
  /** The same looks of garments whose styles no feed names: what the photos say is all there is of style. */
  readonly unstyled: { readonly full: Told; readonly lostWithoutPhotoVectors: Told };
  readonly composed: { readonly requests: number; readonly terms: Readonly<Record<string, Made>> };
};

const TERMS = Object.keys(MEASURES) as Term[];

/**
 * What each term of the composer is worth on the demo catalogue, where colours, patterns, styles, seasons and photos
 * are known: looks put together by hand are told from chance with and without it, and outfits composed with and
 * without it are compared by what it is to bring about. Intervals are bootstraps over looks and over requests.
 */
export async function evaluateOutfitTerms(input: OutfitTermsInput): Promise<OutfitTermsFigures> {
  const shelf = await demoShelf(input);
  try {
    const kinds = kindsTogether(input.learned);
    const questions = lookQuestions(input.looks, shelf.pieces, input.vocabulary);
    const composed = await composedFigures(shelf, kinds, input.vocabulary);
    const unstyled = lookQuestions(input.looks, shelf.unstyled, input.vocabulary);
    return {
      garments: shelf.pieces.length,
      ...lookFigures(questions, kinds, input.learned),
      unstyled: unstyledFigures(unstyled, kinds),
      composed,
    };
  } finally {
    await shelf.close();
  }
}

function lookFigures(
  questions: readonly LookQuestions[],
  kinds: KindsTogether,
  learned: LearnedKinds,
): Omit<OutfitTermsFigures, 'garments' | 'unstyled' | 'composed'> {
  const scored = (objective: Objective) => scorerOf(objective, kinds);
  const full = tellApart(questions, scored(OBJECTIVE));
  const counted = kindsCounted(learned);
  const kindsAlone = tellApart(questions, (pieces) => kinds.score(pieces.map(({ category }) => category)));
  const cooccurrence = tellApart(questions, (pieces) => counted(pieces.map(({ category }) => category)));
  return {
    looks: questions.length,
    blanks: questions.reduce((sum, { blanks }) => sum + blanks.length, 0),
    full: figuresOf(full),
    baselines: {
      chance: { fitb: 0.25, auc: 0.5 },
      cooccurrence: figuresOf(cooccurrence),
      kindsAlone: figuresOf(kindsAlone),
      ceilingOfCategories: rounded(ceilingOfCategories(questions)),
    },
    lostWithout: Object.fromEntries(
      TERMS.map((term) => {
        const results = tellApart(questions, scored(without(term)));
        return [term, differences(full, results)];
      }),
    ),
    overFormerWeights: overFormer(full, tellApart(questions, scored(FORMER))),
  };
}

function overFormer(
  now: readonly LookResult[],
  before: readonly LookResult[],
): OutfitTermsFigures['overFormerWeights'] {
  const half = (odd: number) => {
    const of = (results: readonly LookResult[]) => results.filter((_, at) => at % 2 === odd);
    return differences(of(now), of(before));
  };
  return { chosenOn: half(0), unseen: half(1) };
}

function unstyledFigures(questions: readonly LookQuestions[], kinds: KindsTogether): OutfitTermsFigures['unstyled'] {
  const full = tellApart(questions, scorerOf(OBJECTIVE, kinds));
  const less = tellApart(questions, scorerOf(without('photoVectors'), kinds));
  return { full: figuresOf(full), lostWithoutPhotoVectors: differences(full, less) };
}

const scorerOf =
  (objective: Objective, kinds: KindsTogether): OutfitScorer =>
  (pieces, { brief }) =>
    outfitValue(pieces, brief, kinds, objective);

function figuresOf(results: readonly LookResult[]): Told {
  const [filled, beaten] = [results.map((one) => one.filled), results.map((one) => one.beaten)];
  return {
    fitb: { value: rounded(mean(filled)), ci95: bootstrapInterval(filled) },
    auc: { value: rounded(mean(beaten)), ci95: bootstrapInterval(beaten) },
  };
}

function differences(full: readonly LookResult[], less: readonly LookResult[]): Told {
  const filled = full.map((one, at) => one.filled - (less[at]?.filled ?? 0));
  const beaten = full.map((one, at) => one.beaten - (less[at]?.beaten ?? 0));
  return {
    fitb: { value: rounded(mean(filled)), ci95: bootstrapInterval(filled) },
    auc: { value: rounded(mean(beaten)), ci95: bootstrapInterval(beaten) },
  };
}

async function composedFigures(
  shelf: DemoShelf,
  kinds: KindsTogether,
  vocabulary: Vocabulary,
): Promise<OutfitTermsFigures['composed']> {
  const asked = fixedRequests(shelf.pieces, vocabulary);
  const deps = { ...shelf, vocabulary, kinds };
  const full = await composeAll(asked, deps, OBJECTIVE);
  const figures: Record<string, Made> = {};
  for (const term of TERMS) {
    const less = await composeAll(asked, deps, without(term));
    const pairs = asked.flatMap(({ brief }, at) => {
      const [a, b] = [full[at], less[at]];
      return a && b ? [{ brief, a, b }] : [];
    });
    const measured = (pieces: readonly Piece[], brief: (typeof pairs)[number]['brief']) =>
      MEASURES[term](pieces, brief, kinds);
    const gained = pairs.map(({ a, b, brief }) => measured(a, brief) - measured(b, brief));
    figures[term] = {
      changed: rounded(mean(pairs.map(({ a, b }) => (same(a, b) ? 0 : 1)))),
      with: rounded(mean(pairs.map(({ a, brief }) => measured(a, brief)))),
      without: rounded(mean(pairs.map(({ b, brief }) => measured(b, brief)))),
      difference: { value: rounded(mean(gained)), ci95: bootstrapInterval(gained) },
    };
  }
  return { requests: asked.length, terms: figures };
}

function same(a: readonly Piece[], b: readonly Piece[]): boolean {
  return a.length === b.length && a.every((piece) => b.some(({ id }) => id === piece.id));
}
