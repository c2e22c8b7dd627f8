import type { Intent } from '../domain/turn.js';

/** Probabilities of intents from features of a sentence. */
export type IntentClassifier = (
  features: readonly string[],
) => readonly { readonly intent: Intent; readonly probability: number }[];
