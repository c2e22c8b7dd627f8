import { describe, expect, it } from 'vitest';
import { type Mask, pictureAnchors } from '../../../../src/channels/widget/browser/try-on/picture-anchors.js';

const WIDTH = 100;
const HEIGHT = 100;

/** A cut-out from boxes of left, top, right, bottom in hundredths. */
function maskOf(...boxes: readonly (readonly [number, number, number, number])[]): Mask {
  const alpha = new Uint8Array(WIDTH * HEIGHT);
  for (const [left, top, right, bottom] of boxes) {
    for (let y = top; y < bottom; y++) alpha.fill(255, y * WIDTH + left, y * WIDTH + right);
  }
  return { alpha, width: WIDTH, height: HEIGHT };
}

describe('reading a garment’s picture', () => {
  it('finds the trunk of a T-shirt between its sleeves, whose neck ends rest on the shoulders', () => {
    const tee = maskOf([34, 0, 43, 6], [57, 0, 66, 6], [20, 6, 80, 100], [0, 10, 17, 40], [83, 10, 100, 40]);
    const anchors = pictureAnchors(tee, 'upper', 'short');
    expect(anchors.breadth).toBeCloseTo(0.6, 1);
    expect(anchors.centre).toBeCloseTo(0.5, 1);
    expect(anchors).toMatchObject({ line: 0, rests: 'on-shoulders' });
  });

  it('looks for the shoulders below a hood or a roll neck', () => {
    const rollNeck = maskOf([38, 0, 62, 20], [18, 20, 82, 100], [0, 26, 15, 95], [85, 26, 100, 95]);
    const anchors = pictureAnchors(rollNeck, 'upper', 'long');
    expect(anchors.rests).toBe('shoulder-tips');
    expect(anchors.line).toBeCloseTo(0.2, 1);
  });

  it('knows that arms hide where a long-sleeved trunk ends, and does not take them for it', () => {
    const coat = maskOf([40, 0, 60, 8], [18, 8, 82, 15], [0, 15, 100, 98]);
    expect(pictureAnchors(coat, 'outer', 'long').breadth).toBeCloseTo(0.66);
    expect(pictureAnchors(coat, 'outer', null).breadth).toBeCloseTo(0.66);
  });

  it('hangs straps on the shoulders, and a bandeau under the arms', () => {
    const camisole = maskOf([23, 0, 27, 30], [73, 0, 77, 30], [4, 30, 96, 100]);
    expect(pictureAnchors(camisole, 'upper', 'strappy').rests).toBe('on-shoulders');
    const bandeau = maskOf([10, 0, 90, 100]);
    expect(pictureAnchors(bandeau, 'whole', null).rests).toBe('under-arms');
  });

  it('measures a dress at its waist', () => {
    const dress = maskOf([36, 0, 64, 4], [20, 4, 80, 20], [33, 20, 67, 45], [10, 45, 90, 100]);
    expect(pictureAnchors(dress, 'whole', 'puff').breadth).toBeCloseTo(0.34, 1);
  });

  it('hangs a dress from its shoulders though its neckline is as broad as its waist', () => {
    const aLine = maskOf([38, 0, 62, 5], [20, 5, 80, 20], [38, 20, 62, 40], [5, 40, 95, 100]);
    expect(pictureAnchors(aLine, 'whole', 'puff').rests).toBe('shoulder-tips');
    expect(pictureAnchors(aLine, 'whole', null).rests).toBe('shoulder-tips');
    const boatNeck = maskOf([25, 0, 75, 30], [33, 30, 67, 45], [10, 45, 90, 100]);
    expect(pictureAnchors(boatNeck, 'whole', 'sleeveless', 'boat_neck').rests).toBe('shoulder-tips');
    expect(pictureAnchors(boatNeck, 'whole', 'sleeveless', 'strapless').rests).toBe('under-arms');
  });

  it('takes trousers and skirts by their waistband', () => {
    const trousers = maskOf([20, 0, 80, 30], [5, 30, 48, 100], [52, 30, 95, 100]);
    const anchors = pictureAnchors(trousers, 'legs', null);
    expect(anchors.breadth).toBeCloseTo(0.6);
    expect(anchors).toMatchObject({ centre: 0.5, line: 0, rests: 'waist' });
  });

  it('gives numbers that can be placed even for a picture of nothing', () => {
    for (const kind of ['upper', 'outer', 'whole', 'legs', 'short'] as const) {
      const { breadth, centre, line } = pictureAnchors(maskOf(), kind, null);
      expect(breadth).toBeGreaterThan(0);
      expect([centre, line].every((share) => share >= 0 && share <= 1)).toBe(true);
    }
  });
});
