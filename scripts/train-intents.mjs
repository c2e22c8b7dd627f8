// Trains the intent classifier (natural's logistic regression) on the templates of src/language/training/intents.txt and
// the golden sentences (test/golden/language.*.jsonl, which are regression and no measure of what is new to it), and
// writes locales/intents.json. Deterministic. Run `npm run build` first: node scripts/train-intents.mjs
import { readFile, writeFile } from 'node:fs/promises';
import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js';
import { createFeatureReader } from '../dist/src/language/create-understand.js';
import { buildUnderstandParts } from '../dist/src/language/open-language.js';

const PER_TEMPLATE = 24;
const LEAST_COUNT = 2;
/** A feature whose weights are all smaller is left out of the file. */
const LEAST_WEIGHT = 0.3;
const EPOCHS = 30;
const RATE = 0.1;
const DECAY = 1e-3;
/** A golden sentence was said by somebody; a template's variants are many and alike. */
const GOLDEN_WEIGHT = 2;
const TEMPLATE_WEIGHT = 0.5;
/** Share of a sentence's cues that are left out each time: where the cues miss, the words have to do. */
const CUES_LEFT_OUT = 0.5;
const root = new URL('../', import.meta.url);
const read = (name) => readFile(new URL(name, root), 'utf8');

/** A small generator of numbers from 0 to 1 (mulberry32), so that every training sees the same sentences. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

function fill(template, next) {
  return template
    .replace(/\{([^{}]*)\}/g, (_, choices) => {
      const list = choices.split('|');
      return list[Math.floor(next() * list.length)];
    })
    .replace(/\s+/g, ' ')
    .trim();
}

const parts = buildUnderstandParts({
  vocabulary: [await read('locales/vocabulary.tsv'), await read('locales/vocabulary-additions.tsv')],
  userDictionary: await read('locales/zh-CN/user-dict.txt'),
});
const featuresOf = createFeatureReader(parts);
const sentences = [];
const next = random(7);
for (const line of (await read('src/language/training/intents.txt')).split('\n')) {
  if (line.trim() === '' || line.startsWith('#')) continue;
  const [intent, letters, ...rest] = line.split(' ');
  const template = rest.join(' ');
  const variants = new Set();
  for (let tries = 0; tries < PER_TEMPLATE * 4 && variants.size < PER_TEMPLATE; tries++) variants.add(fill(template, next));
  for (const text of variants) {
    const letter = letters[Math.floor(next() * letters.length)];
    const context = {
      locale: /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en',
      currency: 'CNY',
      brands: [],
      hasShown: letter === 's',
      hasRequest: letter === 's' || letter === 'r',
      hasPhoto: letter === 'p',
    };
    if (text !== '') sentences.push({ intent, features: featuresOf(text, context), weight: TEMPLATE_WEIGHT });
  }
}
for (const locale of ['zh-CN', 'en']) {
  for (const line of (await read(`test/golden/language.${locale}.jsonl`)).trim().split('\n')) {
    const { text, context, expect } = JSON.parse(line);
    const said = { locale, currency: 'CNY', brands: [], hasShown: false, hasRequest: false, hasPhoto: false, ...context };
    sentences.push({ intent: expect.intent, features: featuresOf(text, said), weight: GOLDEN_WEIGHT });
  }
}
const counts = new Map();
// A golden sentence alone is enough for what it says.
for (const { features, weight } of sentences)
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + (weight === GOLDEN_WEIGHT ? LEAST_COUNT : 1));
const kept = new Set([...counts].filter(([, count]) => count >= LEAST_COUNT).map(([feature]) => feature));
process.stdout.write(`${sentences.length} sentences, ${kept.size} features\n`);


// natural trains on dense matrices, which takes an hour at this size. Its model is one weight a feature and intent, so
// the weights are fitted here on the features that are there (AdaGrad, L2), and natural's classifier runs on them.
const names = [...kept];
const column = new Map(names.map((name, at) => [name, at]));
const intents = [...new Set(sentences.map(({ intent }) => intent))];
const cues = names.map((name) => name.startsWith('cue:'));
const rows = sentences.map(({ intent, features, weight }) => ({
  intent,
  weight,
  at: features.map((feature) => column.get(feature)).filter((at) => at !== undefined),
}));
const theta = intents.map((intent) => {
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-3);
  const leaving = random(99);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const row of shuffled(rows, random(epoch + 1))) {
      const seen = row.at.filter((at) => !cues[at] || leaving() >= CUES_LEFT_OUT);
      let score = 0;
      for (const at of seen) score += weights[at];
      const error = (1 / (1 + Math.exp(-score)) - (row.intent === intent ? 1 : 0)) * row.weight;
      if (Math.abs(error) < 1e-4) continue;
      for (const at of seen) {
        const slope = error + DECAY * weights[at];
        squares[at] += slope * slope;
        weights[at] -= (RATE / Math.sqrt(squares[at])) * slope;
      }
    }
  }
  return { elements: Array.from(weights, (weight) => Math.round(weight * 20) / 20) };
});
// What moves no intent need not be kept.
const telling = names.flatMap((_, at) => (theta.some(({ elements }) => Math.abs(elements[at]) >= LEAST_WEIGHT) ? [at] : []));
process.stdout.write(`${telling.length} of them kept\n`);
for (const one of theta) one.elements = telling.map((at) => one.elements[at]);
const saved = { features: Object.fromEntries(telling.map((at) => [names[at], 1])), classifier: { classifications: intents, theta } };
const classifier = LogisticRegressionClassifier.restore(structuredClone({ ...saved, docs: [], lastAdded: 0 }));
let right = 0;
for (const { intent, features } of sentences) if (classifier.classify([...features]) === intent) right++;
process.stdout.write(`${((100 * right) / sentences.length).toFixed(1)}% of its own sentences\n`);
await writeFile(new URL('locales/intents.json', root), `${JSON.stringify(saved)}\n`);

function shuffled(list, next) {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}
