import type { Random } from '../../random.js';
import type { Fold } from '../light.js';
import type { Torso } from './measures.js';

/** How a front laid flat falls: pull from the underarm, slack at the waist, a long soft fold or two. */
export function bodyFolds(torso: Torso, hemY: number, random: Random, slack = 1): Fold[] {
  const { chest, depth, waist } = torso;
  const drop = hemY - depth;
  const folds: Fold[] = [];
  for (const side of [1, -1]) {
    const s = (low: number, high: number): number => random.between(low, high);
    folds.push(
      {
        from: [side * (chest - 12), depth + 14],
        to: [side * chest * s(0.5, 0.62), depth + drop * s(0.24, 0.34)],
        width: side * -22,
        bend: side * 10,
        weight: 0.8 * slack,
      },
      {
        from: [side * (chest - 8), depth + 40],
        to: [side * waist * s(0.66, 0.78), depth + drop * s(0.5, 0.62)],
        width: side * -26,
        bend: side * 16,
        weight: 0.65 * slack,
      },
      {
        from: [side * waist * s(0.72, 0.86), hemY - drop * s(0.02, 0.08)],
        to: [side * waist * s(0.6, 0.72), hemY - drop * s(0.42, 0.6)],
        width: side * s(20, 34),
        bend: side * 8,
        weight: 0.55 * slack,
      },
      {
        from: [side * waist * s(0.26, 0.44), hemY - 6],
        to: [side * waist * s(0.22, 0.4), hemY - drop * s(0.26, 0.44)],
        width: side * -s(20, 30),
        bend: side * -6,
        weight: 0.4 * slack,
      },
    );
  }
  folds.push({
    from: [-chest * 0.46, depth - 20],
    to: [-chest * 0.34, depth + drop * 0.7],
    width: 60,
    bend: 10,
    weight: 0.32 * slack,
    ridge: true,
  });
  return folds;
}

/** Folds of a skirt: from each valley of the hem towards the waist. */
export function skirtFolds(
  valleys: readonly (readonly [number, number])[],
  waistHalf: number,
  waistY: number,
  hemHalf: number,
  random: Random,
  weight = 1,
): Fold[] {
  const folds: Fold[] = [];
  for (const side of [1, -1]) {
    for (const [x, y] of valleys) {
      const reach = random.between(0.55, 0.97);
      const topX = (x / hemHalf) * waistHalf * random.between(0.8, 1);
      const to: [number, number] = [side * (x + (topX - x) * reach), y + (waistY - y) * reach];
      const width = (y - waistY) * 0.045 + 10;
      folds.push({
        from: [side * x, y],
        to,
        width: side * -width,
        bend: side * 6,
        weight: weight * random.between(0.65, 1),
      });
      folds.push({
        from: [side * (x + width * 0.9), y],
        to: [to[0] + side * width * 0.35, to[1] + 10],
        width: side * width * 0.9,
        bend: side * 4,
        weight: weight * 0.42,
        ridge: true,
      });
    }
  }
  return folds;
}
