import type { Constraints } from '../domain/constraints.js';
import type { Effect } from '../domain/effect.js';
import type { Garment } from '../domain/garment.js';
import type {
  AttentionWeights,
  Degradation,
  Item,
  Message,
  MessageValue,
  Outfit,
  Relaxation,
  Suggestion,
} from '../domain/reply.js';
import type { SessionState } from '../domain/session.js';
import type { Heard } from './hear/hear.js';
import type { Scope } from './scope.js';
import type { Resolved } from './track/resolve-reference.js';

/** A turn being answered: what was heard, the session it was heard in, and what the shopper sees on screen. */
export interface TurnInHand {
  readonly heard: Heard;
  readonly session: SessionState;
  readonly scope: Scope;
  /** The garments shown last, the one talked about and those of the last outfits, as their rows are now. */
  readonly shown: readonly Garment[];
  readonly resolved: Resolved;
  /** What "one size up" came to, where it was said. */
  readonly resized?: Resized;
  /** What was made of the turn before it is answered, and must be said: a size counted otherwise, a budget left out. */
  readonly notices?: readonly Message[];
  /** A shoe size of another country, where nothing says whose chart it goes by. */
  readonly chartUnknown?: string;
}

/** A size after steps up or down; or that none is known, that the scale ends there, that the kind has no sizes. */
export type Resized =
  | {
      readonly kind: 'stepped';
      readonly from: string;
      readonly to: string;
      /** The shopper's own size, where it was told in the same breath. */
      readonly own?: string;
    }
  | { readonly kind: 'unknown' | 'furthest' | 'unsized' };

/** What a move answers, and the session after it. */
export interface Answer {
  /** Name of the move, for the trace. */
  readonly move: string;
  readonly session: SessionState;
  readonly messages: readonly Message[];
  readonly items?: readonly Item[];
  readonly outfits?: readonly Outfit[];
  readonly suggestions?: readonly Suggestion[];
  readonly attention?: AttentionWeights | null;
  readonly relaxed?: readonly Relaxation[];
  readonly degraded?: readonly Degradation[];
  /** What the turn said about this answer alone, where it is no part of the running request. */
  readonly stated?: Constraints;
  /** True where the running talk was not touched: a question that waits goes on waiting. */
  readonly aside?: boolean;
  readonly fault?: string;
  /** What changes beyond the conversation. */
  readonly effects?: readonly Effect[];
}

export type Move = (turn: TurnInHand) => Promise<Answer>;

/** A garment's name in both languages, as its row has it. */
export function titleOf(garment: Garment): MessageValue {
  return { kind: 'text', text: garment.title };
}

/** A garment shown for itself (opened, compared): no search scored it. */
export function plainItem(garment: Garment): Item {
  return { garment, score: 1, match: 'exact', scores: {}, reasons: [] };
}

/** At most how many garments a reply carries. */
export function replyLimit(scope: Scope): number {
  return scope.limit ?? 10;
}
