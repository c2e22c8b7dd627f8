import { LOUD, PATTERNS, type PatternKnowledge } from './knowledge/patterns.js';

const PLAIN: PatternKnowledge = { loudness: 0, scale: 0, formality: 0 };

export function patternKnowledge(pattern: string | null): PatternKnowledge {
  return (pattern !== null ? PATTERNS[pattern] : undefined) ?? PLAIN;
}

export function isLoud(pattern: string | null): boolean {
  return patternKnowledge(pattern).loudness >= LOUD;
}

/**
 * How well two patterns share an outfit, 0 to 1: plain carries anything, one loud piece is enough, and two
 * patterned pieces need scales well apart.
 */
export function patternHarmony(first: PatternKnowledge, second: PatternKnowledge): number {
  const quiet = Math.min(first.loudness, second.loudness);
  if (quiet === 0) return 0.95;
  if (quiet < 0.2) return 0.9;
  const scaleGap = Math.abs(first.scale - second.scale);
  if (quiet < LOUD) return Math.min(0.8, 0.55 + scaleGap);
  return Math.min(0.3, 0.1 + 0.4 * scaleGap);
}
