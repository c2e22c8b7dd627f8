import { describe, expect, it } from 'vitest';
import { FRESH, SHOWN, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();
const more = (steps?: number) => [{ facet: 'size', direction: 'more', ...(steps === undefined ? {} : { steps }) }];
const less = (steps?: number) => [{ facet: 'size', direction: 'less', ...(steps === undefined ? {} : { steps }) }];

describe('a size up or down', () => {
  it.each([
    ['大一号', 'one size up', more()],
    ['小两码', 'two sizes smaller', less(2)],
    ['再大两个码', 'two sizes bigger', more(2)],
    ['换大一码的', 'a size larger please', more()],
    ['小半码', 'half a size down', less(0.5)],
    ['有更大的码吗', 'do you have a bigger size?', more()],
    ['尺码再小一点', 'in a smaller size', less()],
    ['大一点的码有没有', 'the next size up?', more()],
    ['尺码偏小了', 'the size is too small', more()],
    ['码太大了', 'the size is a bit too big', less()],
    ['大了一码', 'go down a size', less()],
    ['有大一点的吗', 'bigger please', more()],
  ])('%s / %s', (zh, en, critiques) => {
    for (const text of [zh, en]) {
      const turn = understand(text, SHOWN);
      expect(turn.critiques, text).toEqual(critiques);
      expect(turn.intent, text).toBe('refine');
      expect(turn.constraints, text).toEqual({});
      expect(turn.keywords, text).toEqual([]);
    }
  });

  it.each([
    ['M码太大了', 'the M is too big', less()],
    ['38穿着小了', '38 is too small for me', more()],
  ])('of the size named with it: %s / %s', (zh, en, critiques) => {
    for (const text of [zh, en]) expect(understand(text, SHOWN).critiques, text).toEqual(critiques);
  });

  it.each([
    ['印花小一点', 'smaller print'],
    ['大码连衣裙', 'plus size dresses'],
    ['显脸小的领子', 'a collar that makes the face look smaller'],
    ['均码', 'one size'],
    ['太大的logo不要', 'no big logos'],
  ])('none in: %s / %s', (zh, en) => {
    for (const text of [zh, en])
      expect(
        understand(text, FRESH).critiques.filter(({ facet }) => facet === 'size'),
        text,
      ).toEqual([]);
  });
});
