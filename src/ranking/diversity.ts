import { dot } from '../retrieval/flat-vectors.js';

/** What diversity looks at. */
export interface Rankable {
  readonly score: number;
  /** 0 is shown before 1, whatever the scores: exact before close before loose. */
  readonly tier: number;
  /** Variants of one product share it. */
  readonly groupId: string | undefined;
  readonly embedding: Float32Array | undefined;
}

/** How much of the score likeness to what is already chosen may cost. */
const LIKENESS_COST = 0.12;
/** Cosine that two garments of one kind have anyway; what they are liker than that costs. */
const OF_ONE_KIND = 0.38;
/** Only the best of a tier compete for the next place; the rest could not win it. */
const WINDOW = 60;

/**
 * Chooses `limit` of the candidates so that the list is not one product ten times: within a tier by maximal
 * marginal relevance (Carbonell and Goldstein 1998), with colour variants of one product shown once and again
 * only when nothing else of the tier is left. Returns positions in `candidates`, best first; always as many as
 * there are, up to `limit`.
 */
export function diversify(candidates: readonly Rankable[], limit: number): number[] {
  const chosen: number[] = [];
  const groups = new Set<string>();
  const tiers = [...new Set(candidates.map((candidate) => candidate.tier))].sort((a, b) => a - b);
  for (const tier of tiers) {
    const ordered = candidates
      .map((candidate, at) => ({ candidate, at }))
      .filter(({ candidate }) => candidate.tier === tier)
      .sort((a, b) => b.candidate.score - a.candidate.score || a.at - b.at);
    const waiting = ordered.map(({ at }) => ({ at, likeness: 0 }));
    while (chosen.length < limit && waiting.length > 0) {
      const next = pickNext(candidates, waiting, groups);
      if (next === undefined) break;
      const [picked] = waiting.splice(next, 1);
      if (!picked) break;
      chosen.push(picked.at);
      const { groupId, embedding } = candidates[picked.at] ?? {};
      if (groupId !== undefined) groups.add(groupId);
      if (embedding) noteLikeness(candidates, waiting, embedding);
    }
    for (const { at } of waiting) {
      if (chosen.length >= limit) return chosen;
      chosen.push(at);
    }
  }
  return chosen;
}

/** Position in `waiting` of the best one whose product is not shown yet; undefined where only variants are left. */
function pickNext(
  candidates: readonly Rankable[],
  waiting: readonly { at: number; likeness: number }[],
  groups: ReadonlySet<string>,
): number | undefined {
  let best: number | undefined;
  let bestValue = Number.NEGATIVE_INFINITY;
  let seen = 0;
  for (const [place, { at, likeness }] of waiting.entries()) {
    const candidate = candidates[at];
    if (!candidate || (candidate.groupId !== undefined && groups.has(candidate.groupId))) continue;
    const value = candidate.score - LIKENESS_COST * likeness;
    if (value > bestValue) {
      bestValue = value;
      best = place;
    }
    if (++seen >= WINDOW) break;
  }
  return best;
}

function noteLikeness(
  candidates: readonly Rankable[],
  waiting: { at: number; likeness: number }[],
  embedding: Float32Array,
): void {
  for (const entry of waiting.slice(0, WINDOW * 2)) {
    const other = candidates[entry.at]?.embedding;
    if (other) entry.likeness = Math.max(entry.likeness, (dot(embedding, other, 0) - OF_ONE_KIND) / (1 - OF_ONE_KIND));
  }
}
