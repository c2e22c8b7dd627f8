import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understoodTurnSchema } from '../../src/domain/turn.js';
import { FRESH, shopLanguage } from '../support/shop-language.js';

const { understand } = await shopLanguage();
const tokensOf = (text: string) => understand(text, FRESH).tokens;

/** Tokens and the spaces between them give back the input, and nothing but space is left out. */
function expectReassembly(text: string): void {
  let at = 0;
  for (const token of tokensOf(text)) {
    expect(token.start).toBeGreaterThanOrEqual(at);
    expect(token.end).toBeGreaterThan(token.start);
    expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(text.slice(at, token.start)).toMatch(/^\s*$/u);
    at = token.end;
  }
  expect(text.slice(at)).toMatch(/^\s*$/u);
}

const shopText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '想要',
        '黑色',
        '連衣裙',
        'Ｔ恤',
        '３００',
        '以内',
        '👗',
        '👩‍👩‍👧',
        'café',
        'e\u0301',
        '㎏',
        '½',
        'ﬁt',
        ' ',
        '\u3000',
        '\n',
        '软體',
        '\u200b',
        '\ufeff',
        'don’t',
        '🏻',
        '第②件',
        '①',
        'İ',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('tokens', () => {
  it('give back any text, whatever it is made of', () => {
    fc.assert(
      fc.property(shopText, (text) => {
        expectReassembly(text);
        understoodTurnSchema.parse(understand(text, FRESH));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    'Ｔ恤　３００以内',
    '想要一條黑色連身裙👗，軟體',
    'cafe\u0301 ﬁtted ½ ㎏',
    'it’s a t-shirt, size M / L',
    '👨‍👩‍👧‍👦穿的亲子装',
    '\ud83d alone \udc57',
  ])('give back %j', expectReassembly);

  it('point into the original where characters became others', () => {
    expect(tokensOf('Ｔ恤　３００以内').map(({ text }) => text)).toContain('Ｔ恤');
    expect(tokensOf('一條連衣裙').map(({ text }) => text)).toContain('連衣裙');
  });

  it('hold garment words together in Chinese and hyphened words in English', () => {
    expect(tokensOf('法式碎花连衣裙').map(({ text }) => text)).toEqual(['法式', '碎花', '连衣裙']);
    expect(tokensOf('a long-sleeved t-shirt').map(({ text }) => text)).toEqual(['a', 'long-sleeved', 't-shirt']);
  });
});
