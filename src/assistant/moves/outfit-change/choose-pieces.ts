import { isUnconstrained } from '../../../domain/constraints.js';
import type { Relaxation } from '../../../domain/reply.js';
import type { OutfitBrief } from '../../../domain/session.js';
import { facetEvidence } from '../../../ranking/facet-evidence.js';
import type { TurnInHand } from '../../answer.js';
import { relaxationsFor } from '../../search-relaxations.js';
import { kindsFor, slotOf } from '../../track/outfit-slots.js';
import { keepsEvery } from '../find.js';

/** Pieces a wish is chosen from: more than an outfit's shortlist holds. */
const CHOICE = 80;

export type OutfitBriefWish = NonNullable<OutfitBrief['wishes']>[string];

/** The ids a wish leaves to choose from; undefined where nothing is wished; the nearest, and said so, where none fits. */
export async function choiceOf(
  turn: TurnInHand,
  dressing: OutfitBrief,
  slot: string,
  wish: OutfitBriefWish,
): Promise<{ ids: string[]; relaxed: readonly Relaxation[] } | undefined> {
  const { scope, session } = turn;
  if (isUnconstrained(wish)) return undefined;
  const category = kindsFor(slot, wish, scope.vocabulary);
  const constraints = { ...wish, ...(category.length > 0 ? { category } : {}) };
  const { audience } = dressing;
  const found = await scope.search({
    locale: session.locale,
    keywords: [],
    constraints: { ...constraints, ...(audience === undefined ? {} : { audience }) },
    liked: [],
    without: session.disliked,
    limit: CHOICE,
  });
  const fitting = found.items.filter(({ garment }) => keepsEvery(garment, constraints, scope));
  // A shirt with a white check is not the white top that was asked for, while there is one.
  const exact = fitting.filter(({ garment }) =>
    facetEvidence(garment, constraints, scope.vocabulary).every(({ answer }) => answer === 'holds'),
  );
  const best = exact.length > 0 ? exact : fitting;
  if (best.length > 0) return { ids: best.map(({ garment }) => garment.id), relaxed: [] };
  const near = found.items
    .map(({ garment }) => garment)
    .filter(({ category: kind }) => slotOf(kind, scope.vocabulary) === slot);
  const gaveWay = found.relaxed.map(({ facet }) => facet).filter((facet) => facet !== 'category');
  return { ids: near.map(({ id }) => id), relaxed: relaxationsFor(gaveWay, constraints, near, scope) };
}

/** The ids each standing wish ("no heels") leaves to choose from. */
export async function wishedAmong(turn: TurnInHand, brief: OutfitBrief): Promise<Record<string, string[]>> {
  const among: Record<string, string[]> = {};
  for (const [slot, wish] of Object.entries(brief.wishes ?? {})) {
    const choice = await choiceOf(turn, brief, slot, wish);
    if (choice && choice.ids.length > 0) among[slot] = choice.ids;
  }
  return among;
}
