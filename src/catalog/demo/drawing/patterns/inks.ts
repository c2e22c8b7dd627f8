import type { Cloth } from '../cloth.js';
import { brightness, mix } from '../colour.js';
import { CONFETTI } from '../palette.js';

/** The print's colour number `index`: what the row names first, then tints that stand out from the ground. */
export function ink(cloth: Cloth, index = 0): string {
  const named = cloth.colours[index + 1];
  if (named) return named;
  const ground = cloth.colours[0];
  if (cloth.colours.length > 1) {
    const first = cloth.colours[1] ?? ground;
    return index % 2 === 1 ? mix(first, ground, 0.45) : mix(first, '#221c24', 0.25);
  }
  const dark = brightness(ground) < 0.55;
  const steps = dark ? [0.82, 0.45, 0.25] : [0.62, 0.3, 0.15];
  return mix(ground, dark ? '#fbf3e6' : '#2b2226', steps[index % steps.length] ?? 0.5);
}

/** A lively set for prints in many colours. */
export function confetti(index: number): string {
  return CONFETTI[index % CONFETTI.length] ?? '#d9695f';
}
