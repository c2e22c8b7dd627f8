import type { GarmentDrawing } from '../spec.js';

/** Half widths and heights of an upper body garment laid flat, ten units a centimetre, y from the neck point. */
export interface Torso {
  readonly neck: number;
  readonly shoulder: number;
  readonly slope: number;
  readonly chest: number;
  readonly waist: number;
  readonly hip: number;
  /** Height of the underarm point. */
  readonly depth: number;
  readonly waistY: number;
  readonly length: number;
  /** A long sleeve from the shoulder point. */
  readonly arm: number;
  /** Flat width of a sleeve at the upper arm. */
  readonly upperArm: number;
}

const WOMEN: Torso = {
  neck: 78,
  shoulder: 188,
  slope: 44,
  chest: 226,
  waist: 210,
  hip: 232,
  depth: 214,
  waistY: 390,
  length: 610,
  arm: 570,
  upperArm: 150,
};

const MEN: Torso = {
  neck: 82,
  shoulder: 224,
  slope: 50,
  chest: 264,
  waist: 256,
  hip: 258,
  depth: 244,
  waistY: 440,
  length: 700,
  arm: 610,
  upperArm: 178,
};

const CHILD: Torso = {
  neck: 68,
  shoulder: 148,
  slope: 34,
  chest: 190,
  waist: 188,
  hip: 196,
  depth: 168,
  waistY: 300,
  length: 450,
  arm: 390,
  upperArm: 122,
};

const BY_AUDIENCE: Readonly<Record<string, Torso>> = {
  women: WOMEN,
  men: MEN,
  unisex: { ...MEN, shoulder: 212, chest: 254, waist: 246, hip: 248, length: 680 },
  kids: CHILD,
  girls: { ...CHILD, waist: 178 },
  boys: CHILD,
  baby: { ...CHILD, neck: 62, shoulder: 118, chest: 158, waist: 162, hip: 168, depth: 132, length: 340, arm: 260 },
  maternity: { ...WOMEN, waist: 250, hip: 262 },
};

/** Changes in chest, waist, hip and shoulder by cut. */
const FITS: Readonly<Record<string, readonly [chest: number, waist: number, hip: number, shoulder: number]>> = {
  slim: [-16, -24, -16, -6],
  skinny: [-24, -34, -24, -8],
  bodycon: [-26, -40, -24, -10],
  waisted: [-10, -42, 0, -4],
  mermaid: [-16, -36, -16, -6],
  loose: [26, 34, 28, 14],
  oversized: [54, 60, 44, 44],
  a_line: [0, 20, 70, 0],
  straight: [8, 14, 6, 2],
  plus_size: [46, 56, 54, 18],
  maternity: [10, 40, 40, 0],
};

const LENGTHS: Readonly<Record<string, number>> = {
  cropped: 0.7,
  short: 0.86,
  regular: 1,
  knee: 1.5,
  midi: 1.3,
  long: 1.45,
};

/** The measures of a garment; `ease` widens it for what is worn beneath (coats over jackets). */
export function torsoOf(spec: GarmentDrawing, ease = 0): Torso {
  const base = BY_AUDIENCE[spec.audience ?? 'unisex'] ?? MEN;
  const size = base.chest / WOMEN.chest;
  const [chest, waist, hip, shoulder] = (spec.fit && FITS[spec.fit]) || [0, 0, 0, 0];
  const roomy = Math.max(0, shoulder) + ease * 0.6;
  return {
    ...base,
    neck: base.neck + ease * 0.16,
    shoulder: base.shoulder + (shoulder + ease * 0.45) * size,
    slope: base.slope + roomy * 0.25,
    chest: base.chest + (chest + ease) * size,
    waist: base.waist + (waist + ease) * size,
    hip: base.hip + (hip + ease) * size,
    depth: base.depth + (roomy * 0.7 + ease * 0.3) * size,
    length: base.length * (LENGTHS[spec.length ?? 'regular'] ?? 1),
    arm: base.arm - Math.max(0, shoulder) * 0.7 * size,
    upperArm: base.upperArm + (Math.max(-10, chest * 0.5) + ease * 0.5) * size,
  };
}
