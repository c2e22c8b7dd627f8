import type { Intent } from '../domain/turn.js';

/** Words that speak for an intent; `strength` from 0 to 1 is how often they are right where they stand alone. */
export interface IntentCue {
  readonly intent: Intent;
  readonly strength: number;
  readonly find: RegExp;
  /** Where this fits too, the cue does not count. */
  readonly unless?: RegExp;
}
