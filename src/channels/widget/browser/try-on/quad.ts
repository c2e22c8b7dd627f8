/** A place on the photo in its pixels, or on a picture as shares of its width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the corners of a picture lie: upper left, upper right, lower right, lower left. */
export type Quad = readonly [Point, Point, Point, Point];

/** A projective map of the plane, row by row; the last number is 1 or whatever the others are relative to. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** The map that takes the unit square to `quad` (Heckbert 1989); undefined where the corners make no area. */
export function homographyTo(quad: Quad): Homography | undefined {
  const [a, b, c, d] = quad;
  const sum = { x: a.x - b.x + c.x - d.x, y: a.y - b.y + c.y - d.y };
  const [dx1, dx2] = [b.x - c.x, d.x - c.x];
  const [dy1, dy2] = [b.y - c.y, d.y - c.y];
  const area = dx1 * dy2 - dx2 * dy1;
  if (Math.abs(area) < 1e-9) return undefined;
  const g = (sum.x * dy2 - dx2 * sum.y) / area;
  const h = (dx1 * sum.y - sum.x * dy1) / area;
  return [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x, b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y, g, h, 1];
}

/** The way back; undefined where there is none. */
export function inverseOf([a, b, c, d, e, f, g, h, i]: Homography): Homography | undefined {
  const [A, B, C] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const size = a * A + b * B + c * C;
  if (Math.abs(size) < 1e-12) return undefined;
  return [A, c * h - b * i, b * f - c * e, B, a * i - c * g, c * d - a * f, C, b * g - a * h, a * e - b * d];
}

export function mapped([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + i;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/** True where the corners go round in one direction with room between them: only then a picture can be laid there. */
export function isLayable(quad: Quad, leastTurn = 4): boolean {
  return quad.every((corner, index) => {
    const next = quad[(index + 1) % 4] ?? corner;
    const after = quad[(index + 2) % 4] ?? corner;
    const turn = (next.x - corner.x) * (after.y - next.y) - (next.y - corner.y) * (after.x - next.x);
    return turn > leastTurn;
  });
}

/** True where `point` is on the picture that lies at `quad`. */
export function isOn(quad: Quad, point: Point): boolean {
  return quad.every((corner, index) => {
    const next = quad[(index + 1) % 4] ?? corner;
    return (next.x - corner.x) * (point.y - corner.y) - (next.y - corner.y) * (point.x - corner.x) >= 0;
  });
}

/** What a handle moves: one corner, by its number, or all of them. */
export type Handle = 0 | 1 | 2 | 3 | 'all';

/** `quad` with a handle moved; as it was where the picture could not lie there. */
export function moved(quad: Quad, handle: Handle, by: Point): Quad {
  const at = (index: number, { x, y }: Point) =>
    handle === 'all' || handle === index ? { x: x + by.x, y: y + by.y } : { x, y };
  const wished: Quad = [at(0, quad[0]), at(1, quad[1]), at(2, quad[2]), at(3, quad[3])];
  return isLayable(wished) ? wished : quad;
}

export function centreOf(quad: Quad): Point {
  const share = (of: (corner: Point) => number) => quad.reduce((sum, corner) => sum + of(corner), 0) / 4;
  return { x: share(({ x }) => x), y: share(({ y }) => y) };
}
