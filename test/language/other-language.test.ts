import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLanguageCases } from '../../src/evaluation/language-suite.js';
import { otherLanguage } from '../../src/language/other-language.js';

describe('a language that is neither Chinese nor English', () => {
  it.each([
    ['une robe rouge pour un mariage', 'fr'],
    ['robe rouge', 'fr'],
    ['Bonjour, je cherche une veste noire pas trop chère', 'fr'],
    ['busco un vestido rojo para una boda', 'es'],
    ['vestido rojo', 'es'],
    ['Ich suche ein rotes Kleid für eine Hochzeit', 'de'],
    ['cerco un vestito rosso per un matrimonio', 'it'],
    ['quero um vestido vermelho para um casamento', 'pt'],
    ['tôi muốn mua một chiếc váy đỏ', 'vi'],
    ['赤いワンピースを探しています', 'ja'],
    ['결혼식에 입을 빨간 원피스', 'ko'],
    ['красное платье на свадьбу', 'ru'],
    ['فستان أحمر لحفل زفاف', 'ar'],
    ['ชุดเดรสสีแดง', 'th'],
  ])('is told from %j', (text, language) => {
    expect(otherLanguage(text)).toBe(language);
  });

  it.each([
    'robe',
    'a rouge robe',
    'a rouge robe for my mum',
    'a rose blouse and a mini skirt',
    'chic die-cut boots in noir',
    'Zara el vestido collection dress',
    'La Mode black dress',
    '韩版の裙子',
    '要一条Robe De Chambre那样的睡袍',
    'MUJI 无印良品 衬衫',
    'do you have the Comme des Garçons tee',
    'nike air max',
    'lianyiqun',
    '😀',
    '',
  ])('is not heard in %j', (text) => {
    expect(otherLanguage(text)).toBeUndefined();
  });

  it.each(['zh-CN', 'en'] as const)('is heard in no golden sentence of %s', (locale) => {
    const suite = readFileSync(new URL(`../golden/language.${locale}.jsonl`, import.meta.url), 'utf8');
    const texts = parseLanguageCases(suite, locale).map(({ text }) => text);
    expect(texts.filter((text) => otherLanguage(text) !== undefined)).toEqual([]);
  });
});
