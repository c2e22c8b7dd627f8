import { type Point, type Run, run } from '../path.js';
import type { Torso } from './measures.js';

/** How the front begins: its edge from the centre outwards, and whether shoulders carry it. */
export interface NeckEdge {
  /** From the centre front outwards to the neck point (or, on bare shoulders, to the underarm). */
  readonly edge: Run;
  /** Shoulders covered from the neck point out; otherwise the edge meets the underarm. */
  readonly shoulders: boolean;
  /** Where straps start on the front edge, where straps carry it. */
  readonly strapAt?: Point;
  /** The back of the opening shows (its inside). */
  readonly opening: boolean;
}

type Cut = (torso: Torso) => NeckEdge;

const open = (edge: Run): NeckEdge => ({ edge, shoulders: true, opening: true });

const round =
  (wide: number, drop: number): Cut =>
  (t) => {
    const n = t.neck * wide;
    const y = drop * (t.neck / 78);
    return open(run([0, y], [n * 0.62, y, n * 0.94, y * 0.55, n, shoulderY(t, n)]));
  };

const vee =
  (wide: number, drop: number): Cut =>
  (t) => {
    const n = t.neck * wide;
    const y = drop * (t.depth / 214);
    return open(run([0, y], [n * 0.36, y * 0.62, n * 0.78, y * 0.3, n, shoulderY(t, n)]));
  };

/** The shoulder line's height at distance `x` from the centre. */
export function shoulderY(t: Torso, x: number): number {
  return (Math.max(0, x - t.neck) / (t.shoulder - t.neck)) * t.slope;
}

const square: Cut = (t) => {
  const n = t.neck * 1.34;
  const y = 138 * (t.depth / 214);
  return open(run([0, y + 3], [n * 0.5, y + 2, n * 0.9, y, n * 0.95, y], [n, shoulderY(t, n)]));
};

const boat: Cut = (t) => {
  const n = t.neck + (t.shoulder - t.neck) * 0.66;
  return open(run([0, 52], [n * 0.5, 50, n * 0.85, 38, n, shoulderY(t, n)]));
};

const bare = (edge: Run, strapAt?: Point): NeckEdge => ({
  edge,
  shoulders: false,
  opening: true,
  ...(strapAt ? { strapAt } : {}),
});

const strapless: Cut = (t) =>
  bare(
    run([0, t.depth - 34], [t.chest * 0.4, t.depth - 38, t.chest * 0.75, t.depth - 40, t.chest * 0.94, t.depth - 12]),
  );

const sweetheart: Cut = (t) =>
  bare(
    run(
      [0, t.depth - 8],
      [t.chest * 0.08, t.depth - 50, t.chest * 0.3, t.depth - 78, t.chest * 0.5, t.depth - 66],
      [t.chest * 0.7, t.depth - 54, t.chest * 0.86, t.depth - 30, t.chest * 0.94, t.depth - 8],
    ),
    [t.chest * 0.56, t.depth - 62],
  );

const offShoulder: Cut = (t) =>
  bare(
    run([0, t.depth - 92], [t.chest * 0.42, t.depth - 94, t.chest * 0.8, t.depth - 104, t.chest * 1.02, t.depth - 122]),
  );

const halter: Cut = (t) =>
  bare(
    run(
      [0, 66],
      [26, 62, 44, 40, 50, -16],
      [72, -22],
      [92, 60, t.chest * 0.62, t.depth - 70, t.chest * 0.94, t.depth - 6],
    ),
  );

/** A camisole's front: a soft V between two straps. */
export const STRAPPED: Readonly<Record<string, Cut>> = {
  v_neck: (t) =>
    bare(
      run(
        [0, t.depth + 2],
        [t.chest * 0.2, t.depth - 40, t.chest * 0.38, t.depth - 74, t.chest * 0.54, t.depth - 98],
        [t.chest * 0.62, t.depth - 62, t.chest * 0.78, t.depth - 18, t.chest * 0.95, t.depth - 4],
      ),
      [t.chest * 0.54, t.depth - 96],
    ),
  square_neck: (t) =>
    bare(
      run(
        [0, t.depth - 62],
        [t.chest * 0.3, t.depth - 63, t.chest * 0.5, t.depth - 68, t.chest * 0.62, t.depth - 74],
        [t.chest * 0.7, t.depth - 40, t.chest * 0.82, t.depth - 14, t.chest * 0.95, t.depth - 4],
      ),
      [t.chest * 0.59, t.depth - 74],
    ),
  scoop_neck: (t) =>
    bare(
      run(
        [0, t.depth - 30],
        [t.chest * 0.26, t.depth - 32, t.chest * 0.46, t.depth - 54, t.chest * 0.57, t.depth - 94],
        [t.chest * 0.66, t.depth - 50, t.chest * 0.8, t.depth - 16, t.chest * 0.95, t.depth - 4],
      ),
      [t.chest * 0.57, t.depth - 92],
    ),
};

const CUTS: Readonly<Record<string, Cut>> = {
  crew_neck: round(1.02, 86),
  collarless: round(1.0, 78),
  henley: round(1.02, 84),
  keyhole: round(1.0, 74),
  peter_pan: round(1.0, 72),
  bow_neck: round(0.92, 60),
  scoop_neck: round(1.36, 152),
  cowl_neck: round(1.42, 120),
  sailor_collar: vee(1.02, 176),
  v_neck: vee(1.06, 184),
  wrap_neck: vee(1.04, 236),
  deep_v: vee(1.14, 292),
  square_neck: square,
  boat_neck: boat,
  strapless,
  sweetheart,
  off_shoulder: offShoulder,
  halter,
  turtleneck: round(0.94, 34),
  mock_neck: round(0.94, 40),
  mandarin_collar: round(0.92, 52),
  half_zip: round(0.96, 50),
  shirt_collar: round(0.92, 58),
  polo_collar: round(0.94, 60),
  lapel: vee(1.0, 330),
  hooded: round(1.04, 92),
};

/** The neck edge of a vocabulary neckline; a crew neck where the row names none. */
export function neckEdgeOf(neckline: string | null, torso: Torso, straps: boolean): NeckEdge {
  if (straps) {
    const cut =
      (neckline && (STRAPPED[neckline] ?? (neckline === 'sweetheart' ? sweetheart : undefined))) || STRAPPED.scoop_neck;
    if (cut && neckline !== 'halter' && neckline !== 'strapless') return cut(torso);
  }
  return (CUTS[neckline ?? 'crew_neck'] ?? round(1.02, 86))(torso);
}
