import { editDistance } from '../language/english-words.js';

/** A variable that looks like a setting of ours and is none. */
export interface UnknownSetting {
  readonly name: string;
  /** The setting that may be meant; undefined where none is alike. */
  readonly nearest?: string;
}

const OURS = /^(yida_|microsoftapp)/i;
/** Of so many letters after the prefix one may be wrong. */
const LETTERS_A_SLIP = 3;

/** The variables of an environment that no part of the service reads though they are named as if one did. */
export function unknownSettings(
  environment: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): UnknownSetting[] {
  return Object.keys(environment)
    .filter((name) => OURS.test(name) && !known.includes(name))
    .sort()
    .map((name) => {
      const nearest = nearestTo(name, known);
      return nearest === undefined ? { name } : { name, nearest };
    });
}

function nearestTo(name: string, known: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(name.replace(OURS, '').length / LETTERS_A_SLIP));
  const [best] = known
    .map((other) => ({ other, distance: editDistance(name.toUpperCase(), other.toUpperCase()) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return best?.other;
}
