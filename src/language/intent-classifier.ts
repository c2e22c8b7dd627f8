import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js';
import { z } from 'zod';
import { INTENTS, type Intent } from '../domain/turn.js';

/** Intents by probability, best first; the probabilities sum to 1. */
export type IntentClassifier = (
  features: readonly string[],
) => readonly { readonly intent: Intent; readonly probability: number }[];

/** natural's classifier as its training saved it, without the sentences. */
const savedSchema = z.object({
  features: z.record(z.string(), z.number()),
  classifier: z.object({
    classifications: z.array(z.enum(INTENTS)),
    theta: z.array(z.object({ elements: z.array(z.number()) })),
  }),
});

/**
 * The classifier trained by `scripts/train-intents.mjs`, from the text of its file. It is one-against-the-rest
 * logistic regression of natural; its scores are brought to a sum of 1. Throws where the text is another file.
 */
export function restoreIntentClassifier(saved: string): IntentClassifier {
  const parsed = savedSchema.parse(JSON.parse(saved));
  const classifier = LogisticRegressionClassifier.restore({ ...parsed, docs: [], lastAdded: 0, stemmer: null });
  return (features) => {
    const known = features.filter((feature) => Object.hasOwn(parsed.features, feature));
    const scores = classifier.getClassifications(known);
    const sum = scores.reduce((total, { value }) => total + value, 0) || 1;
    return scores.map(({ label, value }) => ({
      intent: parsed.classifier.classifications.find((intent) => intent === label) ?? 'unknown',
      probability: value / sum,
    }));
  };
}
