/** What each way of looking says about a candidate; any of them may not have run. */
export interface Signals {
  /** BM25, unbounded; higher is better. */
  readonly lexical?: number;
  /** Cosine with the query's text, -1 to 1. */
  readonly text?: number;
  /** Cosine with the query's photo, -1 to 1. */
  readonly image?: number;
  /** The attention ranker's score, unbounded. */
  readonly attention?: number;
  /** Cosine with what the shopper liked, -1 to 1. */
  readonly personal?: number;
  /** Share of the wishes that the row answers by the very kind asked for, 0 to 1. */
  readonly preference?: number;
}

export type SignalName = keyof Signals;
export type FusionWeights = Readonly<Record<SignalName, number>>;

const NAMES: readonly SignalName[] = ['lexical', 'text', 'image', 'attention', 'personal', 'preference'];

/**
 * Convex score fusion (Bruch, Gai and Ingber 2023): each signal is stretched to 0..1 over the candidates that
 * have it, then averaged by weight. Total: any input, also empty, equal, infinite or NaN signals and weights
 * of zero, gives finite scores from 0 to 1. A candidate that lacks a signal others have counts 0 there.
 */
export function fuse(candidates: readonly Signals[], weights: FusionWeights): Float64Array {
  const fused = new Float64Array(candidates.length);
  let total = 0;
  for (const name of NAMES) {
    const weight = weights[name];
    if (!(weight > 0) || !Number.isFinite(weight)) continue;
    const values = candidates.map((candidate) => finite(candidate[name]));
    const present = values.filter((value) => value !== undefined);
    if (present.length === 0) continue;
    total += weight;
    // preference is a share already; stretching it would make much of little.
    const low = name === 'preference' ? 0 : least(present);
    const range = name === 'preference' ? 1 : greatest(present) - low;
    for (const [at, value] of values.entries()) {
      if (value === undefined) continue;
      // Where all agree the signal says nothing about order, but having it still counts.
      const stretched = range > 0 ? clamp((value - low) / range) : 1;
      fused[at] = (fused[at] ?? 0) + weight * stretched;
    }
  }
  if (total > 0) for (let at = 0; at < fused.length; at++) fused[at] = clamp((fused[at] ?? 0) / total);
  return fused;
}

/** A number forced into 0..1; anything not a number is 0. */
export function clamp(value: number): number {
  return value > 0 ? Math.min(value, 1) : 0;
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}
