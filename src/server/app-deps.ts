import type { Logger } from 'pino';
import type { TakeTurn } from '../../dialogs/take-turn.js';
import type { Counter } from '../assistant/counter.js';
import type { GarmentStore } from '../catalog/garment-store.js';
import type { BoundTokens } from '../channels/access/bound-token.js';
import type { Site } from '../channels/access/site.js';
import type { Channel } from '../channels/channel.js';
import type { BoardAddress } from '../channels/rendering/render-reply.js';
import type { Wording } from '../channels/rendering/wording.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Encoder, PhotoDecoder } from '../encoding/encoder.js';
import type { ActivityLog } from '../storage/activity-log.js';
import type { ConversationStore } from '../storage/conversation-store.js';
import type { ShopperStore } from '../storage/shopper-store.js';
import type { WardrobeStore } from '../storage/wardrobe-store.js';

/** A picture ready to send. */
export interface ServedPicture {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Pictures drawn when they are first asked for; undefined where there is none of that id. */
export interface DrawnPictures {
  /** A demo garment's picture, by garment id. */
  readonly demo?: (id: string) => Promise<ServedPicture | undefined>;
  /** An outfit's board, by its whole path (`/boards/…`). */
  readonly board?: (path: string) => Promise<ServedPicture | undefined>;
  /** A garment without its ground, by garment id; undefined also where the ground could not be taken away. */
  readonly cutOut?: (id: string) => Promise<ServedPicture | undefined>;
}

/** Everything the HTTP edge stands on; app.ts builds it. */
export interface AppDeps {
  readonly site: Site;
  /** Express' "trust proxy"; undefined trusts nobody. */
  readonly trustProxy: number | string | undefined;
  readonly requestsPerMinute: number;
  readonly takeTurn: TakeTurn;
  /** Answers programs outside any conversation. */
  readonly counter: Counter;
  readonly garments: GarmentStore;
  readonly encoder: Encoder;
  readonly decodePhoto: PhotoDecoder;
  readonly conversations: ConversationStore;
  readonly activityLog: ActivityLog;
  /** What is kept of shoppers with their consent. */
  readonly shoppers: ShopperStore;
  /** Own pieces of shoppers, kept with consent. */
  readonly wardrobes: WardrobeStore;
  readonly channels: readonly Channel[];
  readonly pictures: DrawnPictures;
  /** Folder of pictures that an import copied, each named by its hash. */
  readonly pictureFolder: string;
  readonly wording: Wording;
  readonly boardAddress?: BoardAddress;
  readonly vocabulary: Vocabulary;
  readonly tokens: BoundTokens;
  readonly log: Logger;
  /** Milliseconds that only go forward, for durations. */
  readonly clock: () => number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly randomId: () => string;
  /** True once the models are loaded and the first catalogue is imported. */
  readonly ready: () => boolean;
  readonly version: string;
}
