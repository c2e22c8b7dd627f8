import { canonicalSize, ONE_SIZE } from '../../language/sizes.js';

/** Sizes by letters, from small to large, as `canonicalSize` spells them. */
const LETTERS = ['4XS', '3XS', 'XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL', '4XL', '5XL', '6XL'];
/** Heights of children end here; above, a number is the height of a grown-up. */
const TALLEST_CHILD = 150;

/**
 * The size `steps` up (or down, where negative) from `size`: letters by the letter, shoes and waists by one or by a
 * half, numbers of clothes by what is offered or else by what their system counts in (EU 36, 38; UK 8, 10; 110, 120;
 * 165/88A, 170/92A). Undefined where the scale ends, and for the one size that fits all.
 */
export function stepSize(
  size: string,
  steps: number,
  offered: readonly string[],
  root: string | undefined,
): string | undefined {
  const from = canonicalSize(size);
  if (from === ONE_SIZE) return undefined;
  const whole = Math.sign(steps) * Math.max(1, Math.round(Math.abs(steps)));
  const letter = LETTERS.indexOf(from);
  if (letter >= 0) return LETTERS[letter + whole];
  const pair = /^(\d{3})\/(\d{2,3})([A-Z]?)$/.exec(from);
  if (pair) return `${Number(pair[1]) + 5 * whole}/${Number(pair[2]) + 4 * whole}${pair[3]}`;
  const jeans = /^(\d{2})\/(\d{2})$/.exec(from);
  if (jeans) return `${Number(jeans[1]) + whole}/${jeans[2]}`;
  const cup = /^(\d{2,3})([A-G]{1,2})$/.exec(from);
  if (cup) return `${Number(cup[1]) + (Number(cup[1]) >= 60 ? 5 : 2) * whole}${cup[2]}`;
  const [, system = '', digits] = /^(US |UK )?(\d{1,3}(?:\.5)?)$/.exec(from) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(digits);
  const halves = root === 'footwear' && !Number.isInteger(steps);
  const next =
    system === '' && root !== 'footwear'
      ? (alongOffered(value, whole, offered) ?? value + unitOf(value, system, root) * whole)
      : value + (halves ? steps : unitOf(value, system, root) * whole);
  return next > 0 ? `${system}${next}` : undefined;
}

/** The number so many places on among those the garments come in. */
function alongOffered(value: number, steps: number, offered: readonly string[]): number | undefined {
  const numbers = offered.map(canonicalSize).filter((size) => /^\d{1,3}(?:\.5)?$/.test(size));
  const ladder = [...new Set(numbers.map(Number))].sort((a, b) => a - b);
  const at = ladder.indexOf(value);
  return at < 0 ? undefined : ladder[at + steps];
}

function unitOf(value: number, system: string, root: string | undefined): number {
  if (root === 'footwear' || root === 'bottom') return root === 'bottom' && (system !== '' || value >= 60) ? 2 : 1;
  if (value >= 50 && value < TALLEST_CHILD) return value >= 80 ? 10 : 5;
  return value >= TALLEST_CHILD ? 5 : 2;
}
