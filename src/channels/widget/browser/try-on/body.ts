import type { Point } from './quad.js';

/** A point that the pose network saw, in pixels of the photo, and how sure it is (0 to 1). */
export interface PosePoint extends Point {
  readonly score: number;
}

/** The seventeen points of a person in the order in which MoveNet gives them (as in COCO); left is the person's own. */
const ORDER = {
  head: [0, 1, 2, 3, 4],
  ears: [3, 4],
  elbows: [7, 8],
  wrists: [9, 10],
  shoulders: [5, 6],
  hips: [11, 12],
  knees: [13, 14],
  ankles: [15, 16],
} as const;

/** The two sides of a body as the photo shows them, whichever way the person faces. */
export interface Pair {
  readonly left: Point;
  readonly right: Point;
}

/** What placing a garment needs to know of a person. Legs that the photo does not show are absent. */
export interface Body {
  readonly shoulders: Pair;
  readonly hips: Pair;
  readonly ankles?: Pair;
  readonly face?: Face;
}

/** Where the face is, from forehead to chin: what is laid over the photo goes behind it, a hood round it. */
export interface Face {
  readonly centre: Point;
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Clockwise, in radians. */
  readonly turn: number;
}

/**
 * Below `SEEN` a point counts as not seen, and below `SURE` a photo as one of nobody. A shirt laid on the floor has
 * shoulders, elbows and often something like a head; what it lacks is hands, or a face. Chosen on one half of 480
 * photos and measured on the other, on photos without heads and on faces behind a phone: `npm run measure:try-on`
 * prints it, the README says it.
 */
const SEEN = 0.3;
const SURE = 0.68;
const WORN_LEGS = 0.7;

/** The person in a photo; undefined where the network is not sure of two shoulders and two hips. */
export function bodyOf(points: readonly PosePoint[]): Body | undefined {
  const shoulders = pairOf(points, ORDER.shoulders);
  const hips = pairOf(points, ORDER.hips);
  if (shoulders === undefined || hips === undefined) return undefined;
  if (certainty(points) < SURE) return undefined;
  const face = faceOf(points);
  const ankles = pairOf(points, ORDER.ankles);
  // Lying down, or a headstand: what hangs from shoulders cannot be laid there by these rules.
  if (middle(hips).y <= middle(shoulders).y) return undefined;
  return { shoulders, hips, ...(ankles && { ankles }), ...(face && { face }) };
}

/** How sure the network is that there is a person: trunk, elbows, and hands or head, whichever it saw better. */
function certainty(points: readonly PosePoint[]): number {
  const sure = (indices: readonly number[]) =>
    indices.reduce((sum, index) => sum + (points[index]?.score ?? 0), 0) / indices.length;
  const trunk = sure([...ORDER.shoulders, ...ORDER.hips]);
  return (trunk + sure(ORDER.elbows) + Math.max(sure(ORDER.wrists), sure(ORDER.head))) / 3;
}

/** True where a picture of a garment shows who wears it, or the legs that do. */
export function isWorn(points: readonly PosePoint[]): boolean {
  const legs = [...ORDER.hips, ...ORDER.knees, ...ORDER.ankles].map((index) => points[index]?.score ?? 0);
  return certainty(points) >= SURE || legs.reduce((sum, score) => sum + score, 0) / legs.length >= WORN_LEGS;
}

function faceOf(points: readonly PosePoint[]): Face | undefined {
  const ears = pairOf(points, ORDER.ears);
  if (ears === undefined) return undefined;
  const across = { x: ears.right.x - ears.left.x, y: ears.right.y - ears.left.y };
  const apart = Math.hypot(across.x, across.y);
  if (apart < 4) return undefined;
  const between = middle(ears);
  // A little above the ears; `across` turned by a right angle points down.
  const up = { x: across.y / apart, y: -across.x / apart };
  const lift = 0.04 * apart;
  return {
    centre: { x: between.x + up.x * lift, y: between.y + up.y * lift },
    halfWidth: 0.54 * apart,
    halfHeight: 0.68 * apart,
    turn: Math.atan2(across.y, across.x),
  };
}

function pairOf(points: readonly PosePoint[], [one, other]: readonly [number, number]): Pair | undefined {
  const [a, b] = [points[one], points[other]];
  if (a === undefined || b === undefined || a.score < SEEN || b.score < SEEN) return undefined;
  return a.x <= b.x ? { left: a, right: b } : { left: b, right: a };
}

export function middle({ left, right }: Pair): Point {
  return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
}
