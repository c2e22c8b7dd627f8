import { describe, expect, it } from 'vitest';
import type { UnderstoodTurn } from '../../src/domain/turn.js';
import { evaluateLanguage, parityGaps, parseLanguageCases } from '../../src/evaluation/language-suite.js';

const said = (part: Partial<UnderstoodTurn>): UnderstoodTurn => ({
  locale: 'en',
  intent: 'search',
  confidence: 0.9,
  tokens: [],
  constraints: {},
  references: [],
  critiques: [],
  relaxed: [],
  keywords: [],
  ...part,
});
const lines = (...cases: object[]) => cases.map((each) => JSON.stringify(each)).join('\n');

describe('the language suite', () => {
  it('counts intents and slots, each excluded and priced value a slot of its own', () => {
    const cases = parseLanguageCases(
      lines(
        {
          id: '1',
          text: 'a',
          expect: { intent: 'search', constraints: { category: 'dress', colours: ['red', 'blue'] } },
        },
        {
          id: '2',
          text: 'b',
          expect: {
            intent: 'refine',
            constraints: { exclude: { pattern: 'stripes' }, price: { max: { minorUnits: 5000, currency: 'USD' } } },
          },
        },
      ),
      'en',
    );
    const figures = evaluateLanguage(cases, (text) =>
      text === 'a'
        ? said({ constraints: { category: 'dress', colours: ['red'] } })
        : said({
            constraints: { exclude: { pattern: 'stripes' }, price: { max: { minorUnits: 6000, currency: 'USD' } } },
          }),
    );
    expect(figures.intentAccuracy).toBe(0.5);
    expect(figures.slots).toMatchObject({ precision: 3 / 4, recall: 3 / 5, n: 5 });
    expect(figures.errors[1]).toEqual({
      id: '2',
      text: 'b',
      intent: { expected: 'refine', actual: 'search' },
      missing: ['price.max=50 USD'],
      unexpected: ['price.max=60 USD'],
    });
  });

  it('names the line of a broken case', () => {
    expect(() => parseLanguageCases('\n{"id":"1","text":"a","expect":{"intent":"dance"}}', 'en')).toThrow(/line 2/);
    expect(() => parseLanguageCases('{"id":', 'en')).toThrow(/line 1/);
  });

  it('finds pairs whose constraints differ between the languages', () => {
    const zh = parseLanguageCases(lines({ id: '1', text: '红', expect: { intent: 'search' } }), 'zh-CN');
    const en = parseLanguageCases(lines({ id: '1', text: 'red', expect: { intent: 'search' } }), 'en');
    const gaps = parityGaps(zh, en, (text) => said({ constraints: { colours: [text === 'red' ? 'red' : 'rose'] } }));
    expect(gaps).toEqual([{ id: '1', a: { colours: ['rose'] }, b: { colours: ['red'] } }]);
  });
});
