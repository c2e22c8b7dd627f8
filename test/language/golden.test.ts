import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { UnderstoodTurn } from '../../src/domain/turn.js';
import { evaluateLanguage, parityGaps, parseLanguageCases } from '../../src/evaluation/language-suite.js';
import type { Understand } from '../../src/language/understand.js';
import { shopLanguage } from '../support/shop-language.js';

const cases = (locale: 'zh-CN' | 'en') =>
  parseLanguageCases(readFileSync(new URL(`../golden/language.${locale}.jsonl`, import.meta.url), 'utf8'), locale);
const chinese = cases('zh-CN');
const english = cases('en');
const language = await shopLanguage();
const known = new Map<string, UnderstoodTurn>();
/** Every sentence is read once, whatever is asked of it afterwards. */
const understand: Understand = (text, context) => {
  const key = JSON.stringify([text, context]);
  const turn = known.get(key) ?? language.understand(text, context);
  known.set(key, turn);
  return turn;
};
const figuresOf = { 'zh-CN': evaluateLanguage(chinese, understand), en: evaluateLanguage(english, understand) };

describe('our golden sentences', () => {
  it('come in pairs, at least 120 of them', () => {
    expect(chinese.map(({ id }) => id)).toEqual(english.map(({ id }) => id));
    expect(chinese.length).toBeGreaterThanOrEqual(120);
  });

  it.each(['zh-CN', 'en'] as const)('are understood in %s: intents and slots above .95', (locale) => {
    const figures = figuresOf[locale];
    expect(figures.intentAccuracy, JSON.stringify(figures.errors.slice(0, 9))).toBeGreaterThanOrEqual(0.97);
    expect(figures.slots.f1, JSON.stringify(figures.errors.slice(0, 9))).toBeGreaterThanOrEqual(0.97);
    expect(figures.localeAccuracy).toBeGreaterThanOrEqual(0.98);
    expect(figures.calibrationError).toBeLessThan(0.1);
  });

  it('are understood as well in one language as in the other', () => {
    const { 'zh-CN': zh, en } = figuresOf;
    expect(Math.abs(zh.intentAccuracy - en.intentAccuracy)).toBeLessThan(0.02);
    expect(Math.abs(zh.slots.f1 - en.slots.f1)).toBeLessThan(0.02);
  });

  it('mean the same in both languages: equal intents and equal constraints', () => {
    expect(parityGaps(chinese, english, understand).slice(0, 5)).toEqual([]);
  });
});
