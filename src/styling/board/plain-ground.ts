/** RGBA pixels, row by row. */
export interface Raster {
  readonly rgba: Buffer;
  readonly width: number;
  readonly height: number;
}

type Colour = readonly [r: number, g: number, b: number];

/** RGB distances up to which a pixel, reached from the border, is ground: generous first. */
const TOLERANCES = [30, 18, 10] as const;
/** Share of the border that must look like the ground for there to be one. */
const PLAIN_BORDER = 0.82;
/** A cut that loses this much of what a careful one keeps has run into the garment (white on white). */
const STABLE = 0.8;
/** Share of its own box that a garment cut with the least tolerance must fill to be trusted. */
const SOLID = 0.35;
/** Islands smaller than this share of what is kept are dust. */
const DUST = 0.01;

/**
 * 255 where the garment is, 0 where the plain ground round it was; undefined where the ground is busy, or
 * so like the garment that they cannot be told apart. White inside the garment stays.
 */
export function keyedGarment(raster: Raster): Buffer | undefined {
  const ground = groundColour(raster);
  if (ground === undefined) return undefined;
  const cuts = TOLERANCES.map((tolerance) => withoutDust(keyed(raster, ground, tolerance), raster.width));
  const careful = cuts.at(-1);
  if (careful === undefined || careful.area === 0) return undefined;
  const stable = cuts.find(({ area }) => area >= STABLE * careful.area) ?? careful;
  if (stable === careful && careful.area < SOLID * boxArea(careful.alpha, raster.width)) return undefined;
  return stable.alpha;
}

/** The median colour of the border, where most of the border is like it. */
function groundColour({ rgba, width, height }: Raster): Colour | undefined {
  const border = borderOf(width, height);
  const median = (channel: number) => {
    const values = border.map((at) => rgba[at * 4 + channel] ?? 0).sort((a, b) => a - b);
    return values[values.length >> 1] ?? 255;
  };
  const ground = [median(0), median(1), median(2)] as const;
  const alike = border.filter((at) => distance(rgba, at, ground) <= TOLERANCES[0] ** 2).length;
  return alike / border.length >= PLAIN_BORDER ? ground : undefined;
}

function borderOf(width: number, height: number): number[] {
  const border: number[] = [];
  for (let x = 0; x < width; x++) border.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) border.push(y * width, y * width + width - 1);
  return border;
}

function distance(rgba: Buffer, at: number, [r, g, b]: Colour): number {
  const [dr, dg, db] = [(rgba[at * 4] ?? 0) - r, (rgba[at * 4 + 1] ?? 0) - g, (rgba[at * 4 + 2] ?? 0) - b];
  return dr * dr + dg * dg + db * db;
}

/** A flood of ground from the border inwards. */
function keyed({ rgba, width, height }: Raster, ground: Colour, tolerance: number): Buffer {
  const alpha = Buffer.alloc(width * height, 255);
  flood(borderOf(width, height), width, height, (at) => {
    if (alpha[at] === 0 || distance(rgba, at, ground) > tolerance ** 2) return false;
    alpha[at] = 0;
    return true;
  });
  return alpha;
}

/** The cut without its small islands, and how many pixels it keeps. */
function withoutDust(alpha: Buffer, width: number): { alpha: Buffer; area: number } {
  const height = alpha.length / width;
  const seen = new Uint8Array(alpha.length);
  const islands: number[][] = [];
  for (let start = 0; start < alpha.length; start++) {
    if (alpha[start] === 0 || seen[start] === 1) continue;
    const island: number[] = [];
    flood([start], width, height, (at) => {
      if (alpha[at] === 0 || seen[at] === 1) return false;
      seen[at] = 1;
      island.push(at);
      return true;
    });
    islands.push(island);
  }
  const all = islands.reduce((sum, { length }) => sum + length, 0);
  let area = 0;
  for (const island of islands) {
    if (island.length >= DUST * all) area += island.length;
    else for (const at of island) alpha[at] = 0;
  }
  return { alpha, area };
}

/** Visits from `starts` over the four neighbours of every pixel that `enter` lets in. */
function flood(starts: readonly number[], width: number, height: number, enter: (at: number) => boolean): void {
  const open = starts.filter((at) => enter(at));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width;
    if (x > 0 && enter(at - 1)) open.push(at - 1);
    if (x < width - 1 && enter(at + 1)) open.push(at + 1);
    if (at >= width && enter(at - width)) open.push(at - width);
    if (at < width * (height - 1) && enter(at + width)) open.push(at + width);
  }
}

function boxArea(alpha: Buffer, width: number): number {
  let [left, right, top, bottom] = [width, -1, alpha.length, -1];
  for (let at = 0; at < alpha.length; at++) {
    if (alpha[at] === 0) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return right < left ? 0 : (right - left + 1) * (bottom - top + 1);
}
