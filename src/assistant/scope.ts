import type { GarmentStore } from '../catalog/garment-store.js';
import type { Effect } from '../domain/effect.js';
import type { LocalisedText } from '../domain/locale.js';
import type { ExchangeRates } from '../domain/money.js';
import type { OwnPiece } from '../domain/own-piece.js';
import type { Profile } from '../domain/profile.js';
import type { Reply } from '../domain/reply.js';
import type { SessionState } from '../domain/session.js';
import type { Intent, ShopperTurn, UnderstoodTurn } from '../domain/turn.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Encoder, PhotoDecoder } from '../encoding/encoder.js';
import type { Understand } from '../language/understand.js';
import type { FindBestPurchase } from '../styling/best-purchase.js';
import type { ComposeOutfits } from '../styling/outfit-composer.js';
import type { Search } from './search.js';

/** The merchant's own answers to what a message asks about the shop; none where the FAQ has none. Never imagined. */
export type AnswerStoreQuestion = (question: string) => readonly LocalisedText[];

export interface KnownShopper {
  /** What was kept with consent; absent where nothing is. */
  readonly profile?: Profile;
  /** Garments liked or bought in earlier conversations or on the shop's pages, newest first. */
  readonly liked?: readonly string[];
  /** Own pieces, kept with consent. */
  readonly wardrobe?: readonly OwnPiece[];
  /** Where a copy of everything kept can be fetched for a while, if the channel can open links. */
  readonly dataAddress?: () => string;
}

/** Everything a turn may use besides itself and the session: nothing is reached for behind its back. */
export interface Scope {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Decides between equally good wordings; the same seed and session give the same reply. */
  readonly seed: string;
  readonly vocabulary: Vocabulary;
  /** The catalogue's currency (ISO 4217). */
  readonly currency: string;
  readonly brands: readonly string[];
  readonly rates: ExchangeRates;
  readonly understand: Understand;
  readonly decodePhoto: PhotoDecoder;
  readonly encoder: Pick<Encoder, 'encodePhotos' | 'modelId'>;
  readonly search: Search;
  readonly composeOutfits: ComposeOutfits;
  /** The one purchase that adds most outfits to a wardrobe; absent where the catalogue cannot be looked through. */
  readonly bestPurchase?: FindBestPurchase;
  readonly garments: Pick<GarmentStore, 'getMany'>;
  readonly faq?: AnswerStoreQuestion;
  /** How to reach a person, in the merchant's words; absent where the merchant gave none. */
  readonly contact?: LocalisedText;
  /** True where the merchant's people take over talks that are handed to them. */
  readonly takesHandovers?: boolean;
  /** True where this conversation's channel can write first, so that a shopper can be told of something later. */
  readonly notifies?: boolean;
  /** The shopper, where the channel says who it is: what is kept of them is kept under this. */
  readonly user?: KnownShopper;
  /** Garments a reply carries at most; 10 by default. */
  readonly limit?: number;
}

/** How a turn came to its reply: for logs, evaluation and tests; carries no text of the shopper. */
export interface TurnTrace {
  readonly intent: Intent;
  /** What the assistant did. */
  readonly move: string;
  /** What this turn alone said, before the conversation was applied to it. */
  readonly heard: UnderstoodTurn;
  /** Code of the fault that kept the turn from its answer, if any. */
  readonly fault?: string;
  readonly tookMs: number;
}

export interface TurnResult {
  readonly reply: Reply;
  readonly session: SessionState;
  readonly trace: TurnTrace;
  /** What the turn changes beyond its conversation: committed with it. */
  readonly effects: readonly Effect[];
}

/** One turn: session in, session out. Folding it over the turns replays the conversation. */
export type Respond = (turn: ShopperTurn, session: SessionState, scope: Scope) => Promise<TurnResult>;
