import type { HandoverLetter } from './handover-letter.js';

/** One way to reach the merchant's people. Rejects where it was not taken: it is tried again later. */
export interface HandoverWay {
  readonly name: 'webhook' | 'mail';
  send(letter: HandoverLetter): Promise<void>;
}
