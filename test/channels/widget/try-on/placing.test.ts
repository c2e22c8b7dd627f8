import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Body, bodyOf, isWorn, type PosePoint } from '../../../../src/channels/widget/browser/try-on/body.js';
import {
  type PictureToPlace,
  placeInMiddle,
  placeOnBody,
} from '../../../../src/channels/widget/browser/try-on/place-garment.js';
import { placeableKind } from '../../../../src/channels/widget/browser/try-on/placeable-kinds.js';
import { isLayable } from '../../../../src/channels/widget/browser/try-on/quad.js';
import { CATEGORIES } from '../../../../src/styling/knowledge/categories.js';

/** Points of a person standing upright, in MoveNet's order. */
function standing(score = 0.9): PosePoint[] {
  const at = (x: number, y: number): PosePoint => ({ x, y, score });
  return [
    at(240, 110),
    at(252, 100),
    at(228, 100),
    at(272, 108),
    at(208, 108),
    at(300, 210),
    at(180, 210),
    at(320, 300),
    at(160, 300),
    at(330, 390),
    at(150, 390),
    at(275, 400),
    at(205, 400),
    at(270, 570),
    at(210, 570),
    at(265, 730),
    at(215, 730),
  ];
}

function weakened(points: readonly PosePoint[], indices: readonly number[], score: number): PosePoint[] {
  return points.map((point, index) => (indices.includes(index) ? { ...point, score } : point));
}

const person = bodyOf(standing()) as Body;

const tee: PictureToPlace = {
  width: 430,
  height: 380,
  kind: 'upper',
  fit: 'regular',
  anchors: { centre: 0.5, breadth: 0.62, line: 0, rests: 'on-shoulders' },
};
const trousers: PictureToPlace = {
  width: 210,
  height: 440,
  kind: 'legs',
  fit: null,
  anchors: { centre: 0.5, breadth: 0.8, line: 0, rests: 'waist' },
};

describe('a person in a photo', () => {
  it('has shoulders, hips, ankles and a face, left and right as the photo shows them', () => {
    expect(person.shoulders.left.x).toBeLessThan(person.shoulders.right.x);
    expect(person.hips.left).toMatchObject({ x: 205, y: 400 });
    expect(person.ankles?.right).toMatchObject({ x: 265 });
    expect(person.face?.turn).toBeCloseTo(0);
    expect(person.face?.centre.x).toBeCloseTo(240);
  });

  it('may have no head in the photo, or a phone before it, as long as the hands are seen; or hide the hands', () => {
    const head = [0, 1, 2, 3, 4];
    expect(bodyOf(weakened(standing(0.8), head, 0.05))).toBeDefined();
    expect(bodyOf(weakened(standing(0.8), [9, 10], 0.05))).toBeDefined();
    // What is laid out flat has shoulders, elbows and often something like a head.
    const laid = weakened(standing(0.7), [...head, 9, 10, 13, 14, 15, 16], 0.45);
    expect(bodyOf(laid)).toBeUndefined();
    expect(isWorn(laid)).toBe(false);
  });

  it('may face away, and may show no feet', () => {
    const mirrored = standing().map((point) => ({ ...point, x: 480 - point.x }));
    expect(bodyOf(mirrored)?.shoulders.left.x).toBe(180);
    expect(bodyOf(weakened(standing(), [13, 14, 15, 16], 0.05))).toMatchObject({ shoulders: {}, hips: {} });
    expect(bodyOf(weakened(standing(), [15], 0.05))?.ankles).toBeUndefined();
  });

  it('is nobody where shoulders or hips are not seen, or nothing is seen for sure', () => {
    expect(bodyOf(standing(0.2))).toBeUndefined();
    expect(bodyOf(weakened(standing(), [11, 12], 0.1))).toBeUndefined();
    expect(bodyOf(weakened(standing(), [5], 0.1))).toBeUndefined();
    expect(bodyOf([])).toBeUndefined();
  });

  it('is nobody where a shirt lies on a floor: shoulders, but neither head nor elbows to speak of', () => {
    const shirt = weakened(weakened(standing(0.62), [0, 1, 2, 3, 4], 0.4), [7, 8, 9, 10], 0.4);
    expect(bodyOf(shirt)).toBeUndefined();
  });

  it('is not placed upon upside down', () => {
    expect(bodyOf(standing().map((point) => ({ ...point, y: 800 - point.y })))).toBeUndefined();
  });
});

describe('a garment’s own picture', () => {
  it('is worn where it shows a person, or the legs of one', () => {
    expect(isWorn(standing())).toBe(true);
    expect(isWorn(weakened(standing(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.02))).toBe(true);
  });

  it('is not worn where it lies flat', () => {
    expect(isWorn(standing(0.5))).toBe(false);
    expect(isWorn([])).toBe(false);
  });
});

describe('placing a garment', () => {
  it('lays a T-shirt from above the shoulders to about the hips, wider than the shoulders', () => {
    const [upperLeft, upperRight, lowerRight] = placeOnBody(person, tee);
    expect(upperLeft.y).toBeLessThan(210);
    expect(upperLeft.y).toBeGreaterThan(165);
    expect(upperLeft.x).toBeLessThan(180);
    expect(upperRight.x).toBeGreaterThan(300);
    expect((upperLeft.x + upperRight.x) / 2).toBeCloseTo(240);
    expect(lowerRight.y).toBeGreaterThan(370);
    expect(lowerRight.y).toBeLessThan(480);
  });

  it('lays trousers from the waist to the ankles', () => {
    const [upperLeft, , lowerRight] = placeOnBody(person, trousers);
    expect(upperLeft.y).toBeGreaterThan(330);
    expect(upperLeft.y).toBeLessThan(400);
    expect(lowerRight.y).toBeCloseTo(730, -1.5);
  });

  it('keeps the length of shorts, and guesses that of trousers where the photo shows no feet', () => {
    const { ankles: _, ...seated } = person;
    const shorts = { ...trousers, kind: 'short' as const, width: 420, height: 380 };
    const [top, , bottom] = placeOnBody(person, shorts);
    expect(bottom.y).toBeLessThan(570);
    expect(bottom.y).toBeGreaterThan(top.y + 80);
    expect(placeOnBody(seated, trousers)[2].y).toBeGreaterThan(560);
  });

  it('lets a gown end at the ankles', () => {
    const gown: PictureToPlace = {
      width: 210,
      height: 450,
      kind: 'whole',
      fit: null,
      anchors: { centre: 0.5, breadth: 0.45, line: 0, rests: 'on-shoulders' },
    };
    expect(placeOnBody(person, gown)[2].y).toBeLessThan(760);
  });

  it('lays an oversized cut wider than a slim one, and what has no straps under the arms', () => {
    const widthOf = (fit: string) => {
      const [left, right] = placeOnBody(person, { ...tee, fit });
      return right.x - left.x;
    };
    expect(widthOf('oversized')).toBeGreaterThan(widthOf('regular'));
    expect(widthOf('slim')).toBeLessThan(widthOf('regular'));
    const strapless = { ...tee, anchors: { ...tee.anchors, rests: 'under-arms' as const } };
    expect(placeOnBody(person, strapless)[0].y).toBeGreaterThan(220);
  });

  it('leans with a person who leans', () => {
    const angle = 0.2;
    const leaning = standing().map(({ x, y, score }) => ({
      x: 240 + (x - 240) * Math.cos(angle) - (y - 400) * Math.sin(angle),
      y: 400 + (x - 240) * Math.sin(angle) + (y - 400) * Math.cos(angle),
      score,
    }));
    const [left, right] = placeOnBody(bodyOf(leaning) as Body, tee);
    expect(Math.atan2(right.y - left.y, right.x - left.x)).toBeCloseTo(angle, 2);
  });

  it('lets the hem follow the hips where only the shoulders lean', () => {
    const shrugging = standing().map((point, index) => (index === 5 ? { ...point, y: 240 } : point));
    const [upperLeft, upperRight, lowerRight, lowerLeft] = placeOnBody(bodyOf(shrugging) as Body, tee);
    expect(lowerRight.y - lowerLeft.y).toBeGreaterThan(0);
    expect(lowerRight.y - lowerLeft.y).toBeLessThan(0.7 * (upperRight.y - upperLeft.y));
  });

  it('always gives corners a picture can lie at, whoever stands there', () => {
    const jitter = fc.array(fc.integer({ min: -18, max: 18 }), { minLength: 34, maxLength: 34 });
    fc.assert(
      fc.property(jitter, fc.constantFrom(tee, trousers), (by, picture) => {
        const points = standing().map((point, index) => ({
          ...point,
          x: point.x + (by[index * 2] ?? 0),
          y: point.y + (by[index * 2 + 1] ?? 0),
        }));
        const body = bodyOf(points);
        if (body === undefined) return;
        expect(isLayable(placeOnBody(body, picture))).toBe(true);
      }),
    );
  });

  it('begins by hand in the middle of the photo, in the picture’s own shape', () => {
    const [upperLeft, upperRight, lowerRight] = placeInMiddle({ width: 400, height: 800 }, { width: 200, height: 100 });
    expect(upperRight.x - upperLeft.x).toBeCloseTo(2 * (lowerRight.y - upperRight.y));
    expect((upperLeft.x + lowerRight.x) / 2).toBeCloseTo(200);
    expect((upperLeft.y + lowerRight.y) / 2).toBeCloseTo(400);
  });
});

describe('what can be tried on', () => {
  /** Worn on the body, but not laid over a photo, and why. */
  const LEFT_OUT = {
    'shown piece beside piece': ['suit', 'kurta_set', 'uniform', 'costume', 'tracksuit', 'pyjamas', 'loungewear'],
    draped: ['saree'],
    'next to the skin': ['bodysuit', 'sports_bra', 'nightdress', 'bathrobe', 'swimsuit', 'bikini', 'swim_trunks'],
  };

  it('is every kind the outfits know as worn on trunk or legs, but for those left out with a reason', () => {
    const worn = Object.entries(CATEGORIES)
      .filter(([, { slot }]) => ['top', 'mid', 'outer', 'onepiece', 'bottom'].includes(slot))
      .map(([category]) => category);
    const left = worn.filter((category) => placeableKind({ id: 'g1', category }) === undefined);
    expect(left.sort()).toEqual(Object.values(LEFT_OUT).flat().sort());
    const others = Object.keys(CATEGORIES).filter((category) => !worn.includes(category));
    expect(others.filter((category) => placeableKind({ id: 'g1', category }) !== undefined)).toEqual([]);
  });

  it('is nothing of unknown kind, and nothing of the shopper’s own wardrobe', () => {
    expect(placeableKind({ id: 'g1', category: null })).toBeUndefined();
    expect(placeableKind({ id: 'g1', category: 'hovercraft' })).toBeUndefined();
    expect(placeableKind({ id: 'own:1', category: 'tshirt' })).toBeUndefined();
    expect(placeableKind({ id: 'g1', category: 'tshirt' })).toBe('upper');
  });
});
