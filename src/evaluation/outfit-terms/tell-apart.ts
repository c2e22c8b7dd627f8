import type { Piece } from '../../styling/piece.js';
import { mean } from '../metrics.js';
import type { LookQuestions } from './look-questions.js';

/** Scores a whole outfit for its brief; higher is better. */
export type OutfitScorer = (pieces: readonly Piece[], questions: LookQuestions) => number;

/** Of one look: the share of its blanks filled right, and of the random outfits it beats; ties by their share. */
export interface LookResult {
  readonly filled: number;
  readonly beaten: number;
}

export function tellApart(questions: readonly LookQuestions[], scorer: OutfitScorer): LookResult[] {
  return questions.map((look) => {
    const filled = look.blanks.map(({ at, candidates }) => {
      const scores = candidates.map((candidate) => scorer(look.pieces.with(at, candidate), look));
      const best = Math.max(...scores);
      const winners = scores.filter((score) => score >= best - 1e-9).length;
      return (scores.at(-1) ?? 0) >= best - 1e-9 ? 1 / winners : 0;
    });
    const own = scorer(look.pieces, look);
    const beaten = look.random.map((outfit) => {
      const score = scorer(outfit, look);
      return Math.abs(own - score) < 1e-9 ? 0.5 : own > score ? 1 : 0;
    });
    return { filled: mean(filled), beaten: mean(beaten) };
  });
}

/** What an oracle of categories scores: it shares its vote among candidates of the true category. */
export function ceilingOfCategories(questions: readonly LookQuestions[]): number {
  return mean(
    questions.map(({ blanks }) =>
      mean(
        blanks.map(({ candidates }) => {
          const truth = candidates.at(-1)?.category;
          return 1 / candidates.filter(({ category }) => category === truth).length;
        }),
      ),
    ),
  );
}
