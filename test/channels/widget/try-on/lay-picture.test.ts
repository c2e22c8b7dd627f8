import { describe, expect, it } from 'vitest';
import { boxOf, layPicture, type Pixels } from '../../../../src/channels/widget/browser/try-on/lay-picture.js';
import type { Quad } from '../../../../src/channels/widget/browser/try-on/quad.js';

function pixels(
  width: number,
  height: number,
  of: (x: number, y: number) => readonly number[] = () => [0, 0, 0, 0],
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(of(x, y), (y * width + x) * 4);
  return { data, width, height };
}

function box(left: number, top: number, right: number, bottom: number): Quad {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

const at = ({ data, width }: Pixels, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];
const RED = [200, 30, 30, 255];
const BLUE = [20, 30, 220, 255];

describe('laying a picture', () => {
  it('changes nothing where the corners are its own', () => {
    const picture = pixels(6, 5, (x, y) => [x * 40, y * 50, 90, 255]);
    const target = pixels(6, 5);
    layPicture(picture, box(0, 0, 6, 5), target);
    expect([...target.data]).toEqual([...picture.data]);
  });

  it('lays its upper left where that corner is, and leaves the rest of the photo free', () => {
    const target = pixels(20, 20);
    layPicture(
      pixels(4, 4, (x, y) => (x < 2 && y < 2 ? RED : BLUE)),
      box(10, 4, 18, 12),
      target,
    );
    expect(at(target, 11, 5)).toEqual(RED);
    expect(at(target, 16, 10)).toEqual(BLUE);
    expect(at(target, 3, 3)).toEqual([0, 0, 0, 0]);
    expect(at(target, 19, 19)).toEqual([0, 0, 0, 0]);
  });

  it('takes no colour from what is transparent at the rim', () => {
    const target = pixels(12, 12);
    layPicture(
      pixels(4, 4, (x) => (x < 2 ? [0, 255, 0, 0] : RED)),
      box(0, 0, 12, 12),
      target,
    );
    for (let x = 0; x < 12; x++) {
      const [red = 0, green = 0, , alpha = 0] = at(target, x, 6);
      if (alpha > 8) expect([red > 150, green < 60]).toEqual([true, true]);
    }
  });

  it('draws nothing where the corners make no area', () => {
    const target = pixels(4, 4);
    layPicture(
      pixels(2, 2, () => RED),
      box(1, 1, 1, 3),
      target,
    );
    expect([...target.data].every((value) => value === 0)).toBe(true);
  });
});

describe('the box round a garment', () => {
  it('ends at the edge of the photo', () => {
    expect(boxOf(box(-5, 2.5, 8.2, 30), { width: 10, height: 20 })).toEqual({ left: 0, top: 2, width: 9, height: 18 });
  });

  it('is none where the garment was dragged out of the photo', () => {
    expect(boxOf(box(40, 2, 60, 10), { width: 10, height: 20 })).toBeUndefined();
  });
});
