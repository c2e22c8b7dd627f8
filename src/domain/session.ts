import { z } from 'zod';
import { constraintsSchema } from './constraints.js';
import { localeSchema } from './locale.js';
import { moneySchema } from './money.js';
import { toldSchema } from './profile.js';
import type { Message } from './reply.js';
import { INTENTS, understoodTurnSchema } from './turn.js';

/** What stays of a photo after its turn: its vector and tags, never the picture. */
export const rememberedPhotoSchema = z.object({
  turn: z.int(),
  /** The unit embedding as base64 of little-endian float32. */
  embedding: z.string(),
  category: z.string().nullable(),
  /** The likeliest kind where the model was not sure of it: enough to dress round, not to search by. */
  guess: z.string().optional(),
  colours: z.array(z.string()),
  pattern: z.string().nullable(),
});
export type RememberedPhoto = z.infer<typeof rememberedPhotoSchema>;

/** The question the assistant waits on, with what an answer will be applied to. */
export const pendingQuestionSchema = z.object({
  id: z.string(),
  turn: z.int(),
  understood: understoodTurnSchema.optional(),
});

/** What is being looked for: the part of the tracker that a new topic replaces and undo restores. */
const requestFields = {
  constraints: constraintsSchema,
  /** Where several garments are looked for at once, what is asked of each; `constraints` then hold for all of them. */
  parts: z.array(constraintsSchema).optional(),
  /** Of several garments, what all of them may cost together. */
  total: moneySchema.optional(),
  /** Words of the request that name no facet. */
  keywords: z.array(z.string()),
  /** Words of things refused that name no facet: no garment whose row has one is shown. */
  avoided: z.array(z.string()).optional(),
  sort: z.enum(['price-ascending', 'price-descending', 'newest']).optional(),
  /** The shopper's own sentence while the request is still the one it stated. */
  words: z.string().optional(),
  /** True where something to give away is looked for. */
  gift: z.boolean().optional(),
  /** The garment the request resembles. */
  similarTo: z.string().optional(),
  /** The turn of the photo the request goes by (`photo` or one of `earlierPhotos`). */
  photoTurn: z.int().optional(),
};

/** What the outfits on the screen were composed for; a change of one piece starts from it. */
const outfitBriefSchema = z.object({
  /** The garment dressed round, while it is still worn. */
  garmentId: z.string().optional(),
  /** True where the shopper's photo is dressed round. */
  photo: z.boolean().optional(),
  /** True where the shopper's own pieces are worn too. */
  wardrobe: z.boolean().optional(),
  /** An id of the vocabulary, or the shopper's own word for it. */
  occasion: z.string().optional(),
  /** True where it rains on that occasion. */
  rain: z.boolean().optional(),
  season: z.string().optional(),
  audience: z.string().optional(),
  size: z.string().optional(),
  budget: moneySchema.optional(),
  avoidColours: z.array(z.string()).optional(),
  /** By slot, what was asked of its piece ("no heels", "a black bag"). */
  wishes: z.record(z.string(), constraintsSchema).optional(),
  /** Slots the shopper wants empty. */
  dropped: z.array(z.string()).optional(),
});
export type OutfitBrief = z.infer<typeof outfitBriefSchema>;

const dressingSchema = outfitBriefSchema.extend({
  /** Which of the outfits is talked about, from 0. */
  at: z.int().nonnegative(),
  /** The slot changed last: "cheaper" after "swap the shoes" is about the shoes. */
  slot: z.string().optional(),
  /** Pieces swapped away or passed over; bounded. */
  without: z.array(z.string()),
  /** Outfits before each change, newest last, for undo; bounded. */
  earlier: z.array(z.object({ brief: outfitBriefSchema, outfits: z.array(z.array(z.string())) })),
});
export type Dressing = z.infer<typeof dressingSchema>;

/** A message as the tracker keeps it: already an id with JSON values. */
const keptMessageSchema = z.custom<Message>(
  (value) => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string',
);

/**
 * The tracker of one conversation: a fold over its turns, JSON, small (a session of 200 turns stays under
 * 32 KB), with a version that the store checks at every write.
 */
export const sessionStateSchema = z.object({
  schema: z.literal(1),
  conversationId: z.string(),
  locale: localeSchema,
  turn: z.int().nonnegative(),
  intent: z.enum(INTENTS).nullable(),
  /** What holds now, accumulated over the turns. */
  ...requestFields,
  /** Earlier requests, newest last, for undo; bounded. */
  past: z.array(z.object({ ...requestFields, shown: z.array(z.string()) })),
  /** Garment ids of the last list shown, in order. */
  shown: z.array(z.string()),
  /** Why each shown garment was shown, by its place in `shown`; bounded. */
  why: z.array(z.array(keptMessageSchema)).optional(),
  /** Everything shown for the running request, so that "others" brings others; bounded. */
  seen: z.array(z.string()).optional(),
  /** The garment the talk is about (chosen by ordinal, button or outfit), if any. */
  focus: z.string().nullable(),
  /** Garments set side by side last, while nothing else was shown: "which is warmer?" is about them; bounded. */
  compared: z.array(z.string()).optional(),
  /** What the shopper put aside, newest first, each a garment or the pieces of an outfit; bounded. */
  saved: z.array(z.array(z.string())).optional(),
  outfits: z.array(z.array(z.string())),
  /** How `outfits` came about; absent where none are on the screen. */
  dressing: dressingSchema.optional(),
  liked: z.array(z.string()),
  disliked: z.array(z.string()),
  photo: rememberedPhotoSchema.nullable(),
  /** Photos before `photo` that an undo may need again, newest last; bounded. */
  earlierPhotos: z.array(rememberedPhotoSchema).optional(),
  /** What was told here, and what was kept of earlier conversations with consent. */
  told: toldSchema.optional(),
  /** Whether the shopper let us keep it beyond this conversation; absent until asked. */
  consent: z.enum(['given', 'refused']).optional(),
  pending: pendingQuestionSchema.nullable(),
  /** Ids of the questions asked for this request: none is asked twice. */
  asked: z.array(z.string()).optional(),
});
export type SessionState = z.infer<typeof sessionStateSchema>;

/** A conversation that has not said anything yet. */
export function newSession(conversationId: string, locale: SessionState['locale']): SessionState {
  return {
    schema: 1,
    conversationId,
    locale,
    turn: 0,
    intent: null,
    constraints: {},
    keywords: [],
    past: [],
    shown: [],
    focus: null,
    outfits: [],
    liked: [],
    disliked: [],
    photo: null,
    pending: null,
  };
}
