import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  homographyTo,
  inverseOf,
  isLayable,
  isOn,
  mapped,
  moved,
  type Quad,
} from '../../../../src/channels/widget/browser/try-on/quad.js';

const SQUARE: Quad = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
];
const UNIT = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
] as const;

/** A square with each corner pulled somewhere near: always layable. */
const pulled = fc
  .array(fc.integer({ min: -30, max: 30 }), { minLength: 8, maxLength: 8 })
  .map(
    (by) =>
      SQUARE.map(({ x, y }, corner) => ({
        x: x + (by[corner * 2] ?? 0),
        y: y + (by[corner * 2 + 1] ?? 0),
      })) as unknown as Quad,
  )
  .filter((quad) => isLayable(quad));

describe('the four corners of a garment', () => {
  it('take the corners of the picture exactly where they are, however they are pulled', () => {
    fc.assert(
      fc.property(pulled, (quad) => {
        const map = homographyTo(quad);
        if (map === undefined) throw new Error('a layable quad has a map');
        for (const [index, corner] of UNIT.entries()) {
          const at = mapped(map, corner);
          expect(at.x).toBeCloseTo(quad[index]?.x ?? 0, 6);
          expect(at.y).toBeCloseTo(quad[index]?.y ?? 0, 6);
        }
      }),
    );
  });

  it('lead back from each place of the photo to the place of the picture that lies there', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(pulled, share, share, (quad, x, y) => {
        const map = homographyTo(quad);
        const back = map && inverseOf(map);
        if (map === undefined || back === undefined) throw new Error('a layable quad has a map both ways');
        const again = mapped(back, mapped(map, { x, y }));
        expect(again.x).toBeCloseTo(x, 5);
        expect(again.y).toBeCloseTo(y, 5);
      }),
    );
  });

  it('keep straight lines straight: the diagonals meet in the middle of the picture', () => {
    const quad: Quad = [
      { x: 10, y: 0 },
      { x: 90, y: 20 },
      { x: 120, y: 140 },
      { x: -10, y: 100 },
    ];
    const map = homographyTo(quad);
    const centre = map && mapped(map, { x: 0.5, y: 0.5 });
    const [a, b, c, d] = quad;
    const cross = (p: typeof a, q: typeof a, r: typeof a) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    expect(cross(a, c, centre ?? a)).toBeCloseTo(0, 6);
    expect(cross(b, d, centre ?? b)).toBeCloseTo(0, 6);
  });

  it('make no map where they lie on one line', () => {
    const line = UNIT.map(({ x }, index) => ({ x: x + index, y: 0 })) as unknown as Quad;
    expect(homographyTo(line)).toBeUndefined();
    expect(isLayable(line)).toBe(false);
  });
});

describe('a handle', () => {
  it('moves its own corner and no other; the one in the middle moves all', () => {
    expect(moved(SQUARE, 1, { x: 5, y: -3 })).toEqual([SQUARE[0], { x: 105, y: -3 }, SQUARE[2], SQUARE[3]]);
    expect(moved(SQUARE, 'all', { x: 7, y: 8 })[2]).toEqual({ x: 107, y: 108 });
  });

  it('does not turn the garment inside out', () => {
    expect(moved(SQUARE, 0, { x: 300, y: 300 })).toBe(SQUARE);
    expect(moved(SQUARE, 2, { x: -120, y: 0 })).toBe(SQUARE);
  });

  it('finds the garment under a press, and not beside it', () => {
    expect(isOn(SQUARE, { x: 50, y: 50 })).toBe(true);
    expect(isOn(SQUARE, { x: 100, y: 0 })).toBe(true);
    expect(isOn(SQUARE, { x: 101, y: 50 })).toBe(false);
    expect(isOn(SQUARE, { x: 50, y: -1 })).toBe(false);
  });
});
