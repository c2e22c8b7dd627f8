import type { Facet } from '../domain/facet.js';
import type { MessageValue, Reason } from '../domain/reply.js';

/** A reason that might be given for an outfit. */
export interface Ground extends Reason {
  /** How much the term decided, 0 to 1; for choosing which are worth saying. */
  readonly strength: number;
}

export const facet = (of: Facet, id: string): MessageValue => ({ kind: 'facet', value: { facet: of, id } });
