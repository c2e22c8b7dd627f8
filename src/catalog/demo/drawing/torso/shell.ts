import { endOf, joined, type Point, type Run, run, symmetric } from '../path.js';
import type { Torso } from './measures.js';
import type { NeckEdge } from './neck-edge.js';

/** A front panel as outlines; every run is the wearer's left, drawn on the right. */
export interface Shell {
  readonly path: string;
  readonly neck: NeckEdge;
  readonly armhole: Run;
  readonly side: Run;
  /** From the side corner to the centre. */
  readonly hem: Run;
  readonly shoulder: Point;
  readonly underarm: Point;
}

export interface Hem {
  /** From the side corner to the centre front. */
  readonly run: Run;
  /** Where folds rise from, on the right half. */
  readonly valleys: readonly Point[];
}

/** The front from the neck edge over shoulder, armhole and side to the hem. */
export function shellOf(torso: Torso, neck: NeckEdge, side: Run, hem: Run): Shell {
  const underarm: Point = side.from;
  const shoulder: Point = neck.shoulders ? [torso.shoulder, torso.slope] : endOf(neck.edge);
  const armhole = neck.shoulders
    ? run(shoulder, [
        torso.shoulder - 16,
        torso.slope + (torso.depth - torso.slope) * 0.42,
        torso.shoulder - 12,
        torso.depth - 26,
        underarm[0],
        underarm[1],
      ])
    : run(shoulder, [underarm[0], underarm[1]]);
  const half = joined(neck.edge, armhole, side, hem);
  return { path: symmetric(half), neck, armhole, side, hem, shoulder, underarm };
}

/** A top's side seam: from the underarm through the waist to the hem's corner. */
export function topSide(torso: Torso, hemY: number, hemHalf: number): Run {
  const { depth, waistY } = torso;
  if (hemY < waistY + 70) {
    return run(
      [torso.chest, depth],
      [torso.chest - 8, depth + (hemY - depth) * 0.4, hemHalf + 4, hemY - 50, hemHalf, hemY],
    );
  }
  return run(
    [torso.chest, depth],
    [torso.chest - 10, depth + 60, torso.waist, waistY - 70, torso.waist, waistY],
    [torso.waist, waistY + 70, hemHalf - 6, hemY - 80, hemHalf, hemY],
  );
}

/** A hem that hangs in soft waves; `waves` on the half, `rise` of the side corner over the centre. */
export function wavyHem(half: number, y: number, rise: number, waves: number): Hem {
  const segments: number[][] = [];
  const valleys: Point[] = [];
  const step = half / waves;
  const at = (x: number): number => y - rise * (x / half) ** 2;
  for (let index = 0; index < waves; index += 1) {
    const [from, to] = [half - step * index, half - step * (index + 1)];
    const depth = Math.min(14, step * 0.13);
    const middle = (from + to) / 2;
    segments.push([
      from - step * 0.3,
      at(from) + depth,
      middle + step * 0.1,
      at(middle) + depth * 1.2,
      middle,
      at(middle) + depth * 0.3,
    ]);
    segments.push([
      middle - step * 0.12,
      at(middle) - depth * 0.6,
      to + step * 0.3,
      at(to) + depth * 0.2,
      to,
      at(to) + (to < 1 ? 2 : 0),
    ]);
    valleys.push([middle, at(middle)]);
  }
  return { run: run([half, at(half)], ...segments), valleys };
}

export function straightHem(half: number, y: number, sag = 8): Hem {
  return { run: run([half, y], [half * 0.7, y + sag, half * 0.3, y + sag, 0, y + sag]), valleys: [] };
}

/** A shirt's tail: long in the middle, curved up at the side seams. */
export function tailHem(half: number, y: number, rise: number): Hem {
  return {
    run: run([half, y - rise], [half - 14, y - rise * 0.2, half * 0.66, y + 4, half * 0.3, y + 4], [0, y + 4]),
    valleys: [],
  };
}
