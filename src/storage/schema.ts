import type { Generated } from 'kysely';

/** The tables as Kysely sees them. Amounts are minor units; times epoch milliseconds; JSON is text. */
export interface Schema {
  yida_schema: { id: 1; version: number };

  conversation: {
    id: string;
    version: number;
    user_id: string | null;
    session: string;
    dialogs: string;
    updated_at: number;
  };
  /** `version` is the conversation's at the answer; old ones are dropped by it. */
  outgoing: {
    conversation_id: string;
    activity_id: string;
    payload: string;
    version: number;
    /** The shopper's words that it answers, bounded. */
    heard: string | null;
  };

  /** Kept with consent alone: JSON of a Profile. */
  profile: { user_id: string; body: string; updated_at: number };
  /** A piece of a shopper's own wardrobe, kept with consent alone: JSON of an OwnPiece and whose vector it has. */
  own_piece: { id: string; user_id: string; model_id: string; body: string; created_at: number };
  /** What a shopper did on the merchant's pages or here. */
  shopper_event: { user_id: string; verb: string; garment_id: string; at: number };
  /** What waits to be sent to the merchant's people: JSON of a Handover; `next_at` is the next attempt. */
  handover: {
    id: string;
    conversation_id: string;
    user_id: string | null;
    body: string;
    created_at: number;
    attempts: number;
    next_at: number;
  };

  /** Ids of a messaging app's messages that were received: none is answered twice. */
  inbox_seen: { app: string; message_id: string; sequence: Generated<number>; at: number };
  /** A message of a messaging app until its answer was delivered, or `failed`; `parts` are the answer's calls. */
  inbox_message: {
    sequence: number;
    app: string;
    message_id: string;
    conversation: string;
    user_id: string;
    album: string | null;
    body: string;
    parts: string | null;
    /** How many of `parts` were taken. */
    sent: number;
    failed: number;
    attempts: number;
    received_at: number;
    next_at: number;
  };
  /** A garment to be told of: its price and stock when it was asked for or last told of. */
  watch: {
    user_id: string;
    garment_id: string;
    app: string;
    conversation: string;
    locale: string;
    price_minor: number | null;
    currency: string | null;
    available: number;
    size: string | null;
    created_at: number;
    told_at: number | null;
  };
  /** Where those who asked to be told of something can be written to: JSON of the app's own. */
  reach: { app: string; conversation: string; user_id: string; address: string; heard_at: number };
  /** What is sent instead of a card that its app took: JSON of an InboxMessage, until `until`. */
  sent_card: { app: string; card: string; user_id: string; instead: string; until: number };
  /** Actions of buttons whose app has no room for them. */
  button: { code: string; action: string; at: number };

  /** A conversation whose client fetches what was said; `last_sequence` never goes back. */
  logged_conversation: {
    id: string;
    user_id: string;
    locale: string | null;
    ended: number;
    last_sequence: number;
    updated_at: number;
  };
  logged_activity: {
    conversation_id: string;
    sequence: number;
    client_id: string | null;
    awaits_answer: number;
    activity: string;
  };

  /** Small facts about the catalogue: its version, its offers' version, the model of its vectors. */
  catalogue_fact: { key: string; value: string };
  /** One import. Its rows are seen by nobody until `state` is published. */
  import_batch: {
    id: number;
    source: string;
    state: 'staging' | 'published' | 'abandoned';
    /** Which process imports; see ImportOwner. */
    owner: string;
    started_at: number;
    /** When it last showed that it is alive. */
    beat_at: number;
  };
  /** An immutable version of a garment: a changed garment gets a new row, so a row always means one vector. */
  garment: {
    row: number;
    batch: number;
    id: string;
    brand: string | null;
    group_id: string | null;
    /** JSON of the garment without price, list price and sizes. */
    body: string;
    content_hash: string;
    photo_hash: string | null;
    /** JSON: facet -> where its value came from (feed, title, model). */
    provenance: string;
  };
  /** What changes without a new version: price and stock. `changed` is the offers' version of its last change. */
  offer: {
    row: number;
    price_minor: number | null;
    currency: string | null;
    list_minor: number | null;
    list_currency: string | null;
    sizes: string;
    changed: number;
  };
  /** The garments that are visible: which row an id means now. */
  catalogue: { id: string; row: number };
  /** float16, little-endian. */
  garment_vector: { row: number; data: Uint8Array };
  /** 16 x 64 int8, then 16 bytes of mask. */
  garment_token: { row: number; data: Uint8Array };
  /** A run of rows indexed together. */
  segment: {
    id: number;
    batch: number;
    first_row: number;
    last_row: number;
    documents: number;
    published: number;
  };
  /** For one term of one segment: its rows (uint32, ascending) and, for words, their BM25 weight (uint8). */
  posting: { term: string; segment: number; rows: Uint8Array; weights: Uint8Array | null };
}
