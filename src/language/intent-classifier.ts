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
 * logistic regression of natural; its scores are brought to a sum of 1. Of thousands of features a sentence has some
 * thirty, so the weights of these alone are added up, which gives natural's own scores. Throws where the text is
 * another file.
 */
export function restoreIntentClassifier(saved: string): IntentClassifier {
  const { features: known, classifier } = savedSchema.parse(JSON.parse(saved));
  const places = new Map(Object.keys(known).map((feature, place) => [feature, place]));
  const intents = classifier.classifications.map((intent, at) => ({
    intent,
    weights: classifier.theta[at]?.elements ?? [],
  }));
  return (features) => {
    const said = [...new Set(features)].map((feature) => places.get(feature)).filter((place) => place !== undefined);
    const scores = intents.map(({ intent, weights }) => ({
      intent,
      score: 1 / (1 + Math.exp(-said.reduce((sum, place) => sum + (weights[place] ?? 0), 0))),
    }));
    const sum = scores.reduce((total, { score }) => total + score, 0) || 1;
    return scores
      .map(({ intent, score }) => ({ intent, probability: score / sum }))
      .sort((a, b) => b.probability - a.probability);
  };
}
