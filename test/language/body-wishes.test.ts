import { describe, expect, it } from 'vitest';
import { readBodyWish } from '../../src/language/body-wishes.js';

describe('a wish for the body', () => {
  it.each([
    ['想要遮小肚子的', 'something to hide my tummy', 'tummy'],
    ['苹果型身材穿什么', "I'm apple shaped", 'tummy'],
    ['梨形身材', 'I have a pear shape, pear-shaped', 'hips'],
    ['大腿粗，显瘦的裤子', 'slimming trousers, I have big thighs', 'legs'],
    ['有拜拜肉', 'to cover my upper arms', 'arms'],
    ['我肩膀有点宽', 'I have broad shoulders', 'bust'],
    ['显腿长的', 'makes my legs look longer', 'taller'],
    ['别显胖', 'that does not make me look fat', 'slimmer'],
  ])('is heard: %s / %s', (zh, en, wish) => {
    for (const said of [zh, en]) expect(readBodyWish(said)?.wish, said).toBe(wish);
  });

  it.each([
    ['肩宽45厘米', 'shoulder width 45 cm'],
    ['显高级的包', 'a bag that looks high-end'],
    ['宽肩带的背心', 'a top with wide straps'],
    ['遮阳帽', 'a cover-up for the beach'],
  ])('is not heard in %s / %s', (zh, en) => {
    for (const said of [zh, en]) expect(readBodyWish(said), said).toBeUndefined();
  });
});
