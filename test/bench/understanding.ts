import { readFileSync } from 'node:fs';
import { LOCALES } from '../../src/domain/locale.js';
import { openLanguage } from '../../src/language/open-language.js';

/**
 * Times understanding of every golden sentence in both languages, `rounds` times over (5 unless a number is given),
 * after one round of warming up. Milliseconds a turn.
 */
const rounds = Number(process.argv[2] ?? 5);
const root = new URL('../../', import.meta.url);
const { understand } = await openLanguage(new URL('locales/', root));
const figures = LOCALES.map((locale) => {
  const sentences = readFileSync(new URL(`test/golden/language.${locale}.jsonl`, root), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): string => JSON.parse(line).text);
  const context = { locale, currency: 'CNY', brands: [], hasShown: true, hasPhoto: false, hasRequest: true };
  const took: number[] = [];
  for (let round = -1; round < rounds; round++) {
    for (const sentence of sentences) {
      const started = performance.now();
      understand(sentence, context);
      if (round >= 0) took.push(performance.now() - started);
    }
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => Number((took[Math.floor(share * (took.length - 1))] ?? 0).toFixed(3));
  return [locale, { sentences: sentences.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }] as const;
});
console.log(JSON.stringify(Object.fromEntries(figures), null, 2));
