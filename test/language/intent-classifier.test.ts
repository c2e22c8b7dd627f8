import { readFileSync } from 'node:fs';
import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js';
import { describe, expect, it } from 'vitest';
import { restoreIntentClassifier } from '../../src/language/intent-classifier.js';

const saved = readFileSync(new URL('../../locales/intents.json', import.meta.url), 'utf8');

describe('the intent classifier', () => {
  const classify = restoreIntentClassifier(saved);

  it('spreads one whole over the intents, best first, even where it knows no feature', () => {
    for (const features of [['always', 'cue:greeting', 'hello'], [], ['never seen']]) {
      const guesses = classify(features);
      expect(guesses.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
      expect(guesses.map(({ probability }) => probability)).toEqual(
        guesses.map(({ probability }) => probability).sort((a, b) => b - a),
      );
    }
  });

  it('gives the scores of the library that trained it', () => {
    const { features, classifier } = JSON.parse(saved);
    const natural = LogisticRegressionClassifier.restore({
      features,
      classifier,
      docs: [],
      lastAdded: 0,
      stemmer: null,
    });
    for (const said of [['always', 'cue:greeting', 'hello'], ['<category>', 'words:few', 'has:shown', 'always'], []]) {
      const theirs = natural.getClassifications(said);
      const sum = theirs.reduce((total, { value }) => total + value, 0);
      for (const { intent, probability } of classify(said)) {
        expect(probability).toBeCloseTo((theirs.find(({ label }) => label === intent)?.value ?? 0) / sum, 9);
      }
    }
  });

  it('is not fooled by names that objects have of themselves', () => {
    expect(() => classify(['constructor', '__proto__', 'toString'])).not.toThrow();
  });

  it('refuses a file that is none', () => {
    expect(() => restoreIntentClassifier('{"features":{}}')).toThrow();
    expect(() => restoreIntentClassifier('not json')).toThrow();
  });
});
