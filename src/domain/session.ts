import { z } from 'zod';
import { constraintsSchema } from './constraints.js';
import { localeSchema } from './locale.js';
import { INTENTS, understoodTurnSchema } from './turn.js';

/** What stays of a photo after its turn: its vector and tags, never the picture. */
export const rememberedPhotoSchema = z.object({
  turn: z.int(),
  /** The unit embedding as base64 of little-endian float32. */
  embedding: z.string(),
  category: z.string().nullable(),
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
  constraints: constraintsSchema,
  /** Words of the running request that name no facet. */
  keywords: z.array(z.string()),
  sort: z.enum(['price-ascending', 'price-descending', 'newest']).optional(),
  /** Earlier requests, newest last, for undo; bounded. */
  past: z.array(
    z.object({
      constraints: constraintsSchema,
      keywords: z.array(z.string()),
      shown: z.array(z.string()),
    }),
  ),
  /** Garment ids of the last list shown, in order. */
  shown: z.array(z.string()),
  /** The garment the talk is about (chosen by ordinal, button or outfit), if any. */
  focus: z.string().nullable(),
  outfits: z.array(z.array(z.string())),
  liked: z.array(z.string()),
  disliked: z.array(z.string()),
  photo: rememberedPhotoSchema.nullable(),
  pending: pendingQuestionSchema.nullable(),
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
