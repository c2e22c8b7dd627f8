import type { PlaceableKind } from './placeable-kinds.js';

/** Which pixels of a cut-out are garment: one byte a pixel, 0 for none, row by row. */
export interface Mask {
  readonly alpha: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** What of a garment's picture belongs where on a body; shares of the picture's width and height. */
export interface PictureAnchors {
  /** The garment's middle. */
  readonly centre: number;
  /** Its width without the sleeves at the chest or waist, or of a waistband. */
  readonly breadth: number;
  /** Height of the line that `rests` names. */
  readonly line: number;
  /** Where that line lies on a body: on top of the shoulders, at their tips, under the arms, or at the waist. */
  readonly rests: 'on-shoulders' | 'shoulder-tips' | 'under-arms' | 'waist';
}

/** Pixels fainter than this are the soft edge. */
const SEEN = 100;
/** Share of the picture that a sleeved garment's trunk takes where its arms hide where it ends. */
const TRUNK_UNDER_ARMS = 0.66;
/** Sleeves with which a garment may hang from the chest, where nothing tells of its neckline. */
const BARE_SLEEVES = ['strapless', 'strappy', 'sleeveless'];
const BARE_NECKLINES = ['strapless', 'off_shoulder', 'sweetheart'];
const SHORT_SLEEVES = ['sleeveless', 'strappy', 'strapless', 'short', 'cap', 'puff'];

/** Reads the anchors off a cut-out. `sleeve` and `neckline` are the catalogue's words, null where it has none. */
export function pictureAnchors(
  mask: Mask,
  kind: PlaceableKind,
  sleeve: string | null,
  neckline: string | null = null,
): PictureAnchors {
  if (kind === 'legs' || kind === 'short') {
    const [first] = [0.03, 0.06, 0.1]
      .map((share) => extent(runsAt(mask, share)))
      .filter(({ start, end }) => end > start);
    const { start, end } = first ?? ALL;
    return { centre: (start + end) / 2, breadth: end - start, line: 0, rests: 'waist' };
  }
  const trunk = trunkOf(mask, kind, sleeve);
  const top = runsAt(mask, 0.025);
  const { start, end } = extent(top);
  if (top.length > 1 && !top.some((run) => run.start <= trunk.centre && run.end >= trunk.centre)) {
    return { ...trunk, line: 0, rests: 'on-shoulders' };
  }
  if (mayBeBare(sleeve, neckline) && end - start >= 0.9 * trunk.breadth && !widens(mask, end - start)) {
    return { ...trunk, line: 0, rests: 'under-arms' };
  }
  return { ...trunk, line: shoulderLine(mask, kind, trunk.breadth), rests: 'shoulder-tips' };
}

/** A boat neck lies on the shoulders without a sleeve, too. */
function mayBeBare(sleeve: string | null, neckline: string | null): boolean {
  if (neckline !== null) return BARE_NECKLINES.includes(neckline);
  return sleeve === null || BARE_SLEEVES.includes(sleeve);
}

/** A bandeau begins as broad as it goes on; a neckline that is as broad as a slim waist has shoulders below it. */
function widens(mask: Mask, top: number): boolean {
  return [0.08, 0.12, 0.16].some((share) => {
    const { start, end } = extent(runsAt(mask, share));
    return end - start > 1.25 * top;
  });
}

interface Trunk {
  readonly centre: number;
  readonly breadth: number;
}

/** The garment between its sleeves: seen where a gap parts them, narrowest where there are none, else a share. */
function trunkOf(mask: Mask, kind: PlaceableKind, sleeve: string | null): Trunk {
  const [from, to] = kind === 'whole' ? [0.2, 0.5] : [0.3, 0.96];
  const between: Run[] = [];
  const whole: Run[] = [];
  for (let share = from; share < to; share += 0.01) {
    const runs = runsAt(mask, share);
    const own = runs.find((run) => run.start <= 0.5 && run.end >= 0.5);
    if (own === undefined) continue;
    if (runs.length >= 3) between.push(own);
    else if (runs.length === 1) whole.push(own);
  }
  const narrowest = [...whole].sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  const parted = [...between].sort((a, b) => a.end - a.start - (b.end - b.start))[between.length >> 1];
  const armsHide =
    kind !== 'whole' && (sleeve === null ? kind === 'outer' : !SHORT_SLEEVES.includes(sleeve)) && between.length < 3;
  if (armsHide) return { centre: 0.5, breadth: TRUNK_UNDER_ARMS };
  // A dress is fitted at its narrowest, arms or none.
  const run = kind === 'whole' ? (narrower(narrowest, parted) ?? ALL) : between.length >= 3 ? parted : narrowest;
  const { start, end } = run ?? ALL;
  return { centre: (start + end) / 2, breadth: end - start };
}

function narrower(a: Run | undefined, b: Run | undefined): Run | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.end - a.start <= b.end - b.start ? a : b;
}

/** Where the picture first gets about as wide as its trunk: under collar, hood or roll neck. */
function shoulderLine(mask: Mask, kind: PlaceableKind, breadth: number): number {
  const rows = Array.from({ length: 80 }, (_, index) => index * 0.005);
  const widths = rows.map((share) => {
    const { start, end } = extent(runsAt(mask, share));
    return end - start;
  });
  // A dress is measured at its waist, and is wider at the shoulders.
  const wished = kind === 'whole' ? Math.min(1.2 * breadth, 0.85 * Math.max(...widths.slice(0, 60))) : 0.9 * breadth;
  const row = widths.findIndex((width) => width >= wished);
  return rows[row] ?? 0.1;
}

interface Run {
  readonly start: number;
  readonly end: number;
}

const ALL: Run = { start: 0, end: 1 };
const NOTHING: Run = { start: 0.5, end: 0.5 };

/** The stretches of garment in the row at `share` of the height, left to right; crumbs are left out. */
function runsAt({ alpha, width, height }: Mask, share: number): Run[] {
  const row = Math.min(height - 1, Math.round(share * height)) * width;
  const runs: Run[] = [];
  let start = -1;
  for (let x = 0; x <= width; x++) {
    const on = x < width && (alpha[row + x] ?? 0) >= SEEN;
    if (on && start < 0) start = x;
    if (on || start < 0) continue;
    if (x - start > width * 0.01) runs.push({ start: start / width, end: x / width });
    start = -1;
  }
  return runs;
}

function extent(runs: readonly Run[]): Run {
  const [first, last] = [runs[0], runs.at(-1)];
  return first === undefined || last === undefined ? NOTHING : { start: first.start, end: last.end };
}
