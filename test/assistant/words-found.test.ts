import { describe, expect, it } from 'vitest';
import { hasOneOf } from '../../src/assistant/moves/words-found.js';
import { garment } from '../support/search-shop.js';

describe('a row that has what is refused', () => {
  const titled = (en: string, zh = '衬衫') => ({ ...garment('a', {}), title: { en, 'zh-CN': zh } });

  it.each([
    ['zippers', 'Hoodie with a zip'],
    ['zipper', 'Zipped sweatshirt'],
    ['poppers', 'Popper-front cardigan'],
    ['ruffles', 'Blouse with one ruffle'],
    ['ruffles', 'Ruffled blouse'],
    ['patches', 'Jacket with a patch'],
    ['bow', 'Skirt with bows'],
  ])('of %s: %s', (word, title) => expect(hasOneOf([word], titled(title))).toBe(true));

  it.each([
    ['poppers', 'Poplin shirt'],
    ['bow', 'Elbow-sleeved rainbow tee'],
    ['zippers', 'Plain tee'],
    ['(', 'Plain tee'],
  ])('not of %s: %s', (word, title) => expect(hasOneOf([word], titled(title))).toBe(false));

  it('in Chinese, wherever the word stands', () => {
    expect(hasOneOf(['拉链'], titled('Hoodie', '拉链卫衣'))).toBe(true);
    expect(hasOneOf(['拉链'], titled('Hoodie', '套头卫衣'))).toBe(false);
  });
});
