import { type Body, middle, type Pair } from './body.js';
import type { PictureAnchors } from './picture-anchors.js';
import type { PlaceableKind } from './placeable-kinds.js';
import type { Point, Quad } from './quad.js';

export interface PictureToPlace {
  readonly width: number;
  readonly height: number;
  readonly kind: PlaceableKind;
  readonly anchors: PictureAnchors;
  /** The catalogue's word for how it is cut; null where it has none. */
  readonly fit: string | null;
}

/** A garment's breadth laid flat, to the distance between the shoulder joints, which lie inside the outline. */
const BREADTHS: Readonly<Record<PlaceableKind, number>> = { upper: 1.3, outer: 1.44, whole: 1.06, legs: 1, short: 1 };
/** By how much a cut is wider than the regular one, laid flat. */
const EASE: Readonly<Record<string, number>> = { oversized: 1.22, loose: 1.1, slim: 0.96, skinny: 0.94 };
/** Where a line of the picture lies, below the shoulder joints, in distances between them. */
const BELOW_SHOULDERS = { 'on-shoulders': -0.18, 'shoulder-tips': -0.09, 'under-arms': 0.42, waist: 0 } as const;
/** From the shoulder line to the hips, in distances between the shoulders, on a body seen from the front. */
const TRUNK = 1.42;
/** A waistband lies this share of the trunk above the hip joints. */
const WAIST = 0.2;

/**
 * The corners of a garment's picture over a person: breadth and direction from shoulders or hips, height as the
 * picture has it, stretched a little to the person's own proportions; trousers end at the ankles. Nothing here is
 * a measure of a body: it is a first guess that the shopper corrects.
 */
export function placeOnBody(body: Body, picture: PictureToPlace): Quad {
  return picture.anchors.rests === 'waist' ? fromWaist(body, picture) : fromShoulders(body, picture);
}

function fromShoulders({ shoulders, hips, ankles }: Body, picture: PictureToPlace): Quad {
  const { width, height, kind, anchors, fit } = picture;
  const [neck, seat] = [middle(shoulders), middle(hips)];
  const trunk = distance(neck, seat);
  // Seen half from the side shoulders stand close, and the garment would shrink to a strip.
  const breadth = Math.max(distance(shoulders.left, shoulders.right), 0.5 * trunk);
  const across = directionOf(shoulders);
  const down = unit({ x: seat.x - neck.x, y: seat.y - neck.y }) ?? belowOf(across);
  const ease = kind === 'whole' ? 1 : (EASE[fit ?? ''] ?? 1);
  const pictureWidth = (BREADTHS[kind] * ease * breadth) / anchors.breadth;
  const stretch = clamp(trunk / (TRUNK * breadth), 0.85, 1.3);
  const natural = (pictureWidth * height * stretch) / width;
  const origin = along(neck, down, BELOW_SHOULDERS[anchors.rests] * breadth);
  // Gowns and overalls end at the ankles, and not below the feet.
  const room = ankles === undefined ? natural : (distance(origin, middle(ankles)) * 1.03) / (1 - anchors.line);
  const pictureHeight = Math.max(Math.min(natural, room), 0.75 * natural);
  // A hem hangs half from the shoulders and half from the hips, where these lean apart.
  const seatAcross = directionOf(hips);
  const hem = unit({ x: across.x + seatAcross.x, y: across.y + seatAcross.y }) ?? across;
  return corners(origin, { across, hem, down }, pictureWidth, pictureHeight, anchors);
}

function fromWaist({ shoulders, hips, ankles }: Body, { width, height, kind, anchors }: PictureToPlace): Quad {
  const [neck, seat] = [middle(shoulders), middle(hips)];
  const trunk = distance(neck, seat);
  const breadth =
    (0.95 * Math.max(distance(shoulders.left, shoulders.right), 0.5 * trunk) + 1.6 * distance(hips.left, hips.right)) /
    2;
  const up = unit({ x: neck.x - seat.x, y: neck.y - seat.y }) ?? { x: 0, y: -1 };
  const origin = along(seat, up, WAIST * trunk);
  const feet = ankles === undefined ? undefined : middle(ankles);
  const down = (feet && unit({ x: feet.x - origin.x, y: feet.y - origin.y })) ?? { x: -up.x, y: -up.y };
  const pictureWidth = (BREADTHS[kind] * breadth) / anchors.breadth;
  const natural = (pictureWidth * height) / width;
  const toAnkles = feet === undefined ? natural : distance(origin, feet) * 1.02;
  const pictureHeight = kind === 'legs' ? natural * clamp(toAnkles / natural, 0.75, 1.5) : natural;
  const across = directionOf(hips);
  return corners(origin, { across, hem: across, down }, pictureWidth, pictureHeight, anchors);
}

/** In the middle of a photo without a person, for the shopper to place it. */
export function placeInMiddle(
  photo: { readonly width: number; readonly height: number },
  { width, height }: Pick<PictureToPlace, 'width' | 'height'>,
): Quad {
  const scale = Math.min((0.55 * photo.width) / width, (0.6 * photo.height) / height);
  const [left, top] = [(photo.width - width * scale) / 2, (photo.height - height * scale) / 2];
  const [right, bottom] = [left + width * scale, top + height * scale];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

function corners(
  origin: Point,
  { across, hem, down }: { readonly across: Point; readonly hem: Point; readonly down: Point },
  width: number,
  height: number,
  { centre, line }: PictureAnchors,
): Quad {
  const at = (side: Point, u: number, v: number): Point => ({
    x: origin.x + side.x * (u - centre) * width + down.x * (v - line) * height,
    y: origin.y + side.y * (u - centre) * width + down.y * (v - line) * height,
  });
  return [at(across, 0, 0), at(across, 1, 0), at(hem, 1, 1), at(hem, 0, 1)];
}

function directionOf({ left, right }: Pair): Point {
  return unit({ x: right.x - left.x, y: right.y - left.y }) ?? { x: 1, y: 0 };
}

function belowOf({ x, y }: Point): Point {
  return { x: -y, y: x };
}

function along(from: Point, direction: Point, length: number): Point {
  return { x: from.x + direction.x * length, y: from.y + direction.y * length };
}

function unit({ x, y }: Point): Point | undefined {
  const length = Math.hypot(x, y);
  return length < 1e-6 ? undefined : { x: x / length, y: y / length };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
