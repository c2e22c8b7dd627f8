import type { Reference } from '../domain/turn.js';
import type { Span } from './spans.js';

export interface ReferenceMention extends Span {
  readonly reference: Reference;
}

/** What the conversation has to point at. */
export interface Pointable {
  readonly hasShown: boolean;
  readonly hasPhoto: boolean;
}

/** Takes note of a mention, where none was found at that place. */
export type Add = (start: number, end: number, reference: Reference) => void;
