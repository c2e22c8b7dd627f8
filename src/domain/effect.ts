import type { Constraints } from './constraints.js';
import type { Locale } from './locale.js';
import type { Money } from './money.js';
import type { OwnPiece } from './own-piece.js';
import type { Told } from './profile.js';

/** What the merchant's people get when a shopper asks for one of them; the transcript is added when it is sent. */
export interface Handover {
  readonly locale: Locale;
  /** What is being looked for. */
  readonly constraints: Constraints;
  readonly keywords: readonly string[];
  readonly told: Told;
  /** Garment ids on the shopper's screen, in order, and those liked. */
  readonly shown: readonly string[];
  readonly liked: readonly string[];
}

/** A garment as it was when the shopper asked to be told of it. */
export interface WatchedGarment {
  readonly id: string;
  readonly price: Money | null;
  readonly available: boolean;
  /** The size that is waited for, where one was named. */
  readonly size?: string;
}

/** What a turn changes beyond its own conversation; committed together with it, or not at all. */
export type Effect =
  /** Keeps what a shopper told, with their consent. */
  | { readonly kind: 'keep-profile'; readonly told: Told }
  /** Keeps that a garment was liked or disliked; nothing where no profile is kept. */
  | { readonly kind: 'record-taste'; readonly verb: 'like' | 'dislike'; readonly garmentIds: readonly string[] }
  /** Erases all that is kept about the shopper: profile, events, transcripts, other conversations. */
  | { readonly kind: 'forget-user' }
  /** Erases what was said in this conversation, for a shopper nobody knows. */
  | { readonly kind: 'forget-conversation' }
  | { readonly kind: 'hand-over'; readonly handover: Handover }
  /** Tells the shopper, in this conversation, when one of these gets cheaper or can be bought again. */
  | { readonly kind: 'watch'; readonly locale: Locale; readonly garments: readonly WatchedGarment[] }
  /** Keeps an own piece in the wardrobe; nothing where no profile is kept. */
  | { readonly kind: 'own-add'; readonly modelId: string; readonly piece: OwnPiece }
  | { readonly kind: 'own-remove'; readonly ids: readonly string[] }
  /** Tells the shopper of nothing any more. */
  | { readonly kind: 'unwatch' };
