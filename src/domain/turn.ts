import { z } from 'zod';
import type { Action } from './action.js';
import { constraintsSchema, priceRangeSchema } from './constraints.js';
import { facetSchema } from './facet.js';
import { type Locale, localeSchema } from './locale.js';

export const INTENTS = [
  'search',
  'refine',
  'photo-search',
  'similar',
  'outfit',
  'compare',
  'explain',
  'feedback',
  'greeting',
  'help',
  'cancel',
  'restart',
  'undo',
  'change-language',
  'profile',
  'privacy',
  'handover',
  'store-info',
  'unknown',
] as const;
export type Intent = (typeof INTENTS)[number];

/** A token of the shopper's text; `text` is the slice [start, end) of the input in UTF-16 units. */
export const tokenSchema = z.object({ text: z.string(), start: z.int(), end: z.int() });
export type Token = z.infer<typeof tokenSchema>;

/** What the shopper points at: the second one, the red one, the last one, this photo. */
export const referenceSchema = z.object({
  kind: z.enum(['ordinal', 'attribute', 'last', 'photo']),
  /** From 1, in the order the garments were shown; -1 counts from the end. */
  index: z.int().optional(),
  garmentId: z.string().optional(),
  facet: facetSchema.optional(),
  id: z.string().optional(),
});
export type Reference = z.infer<typeof referenceSchema>;

/** A wish relative to what was shown: 便宜一点, longer, less formal, two sizes bigger. */
export const critiqueSchema = z.object({
  facet: z.enum([
    'price',
    'length',
    'sleeve',
    'fit',
    'formality',
    'brightness',
    'warmth',
    'pattern',
    'variety',
    'size',
  ]),
  direction: z.enum(['less', 'more']),
  /** Of a size, how many: 2 in "two sizes up", 0.5 in 大半码; 1 where absent. */
  steps: z.number().positive().optional(),
  /** True of "not too short": the short ones are ruled out, and what was shown is no measure. */
  limit: z.literal(true).optional(),
});
export type Critique = z.infer<typeof critiqueSchema>;

/** What one text says, before the conversation so far is applied to it. */
export const understoodTurnSchema = z.object({
  locale: localeSchema,
  intent: z.enum(INTENTS),
  /** How sure the intent is, 0 to 1. */
  confidence: z.number().min(0).max(1),
  tokens: z.array(tokenSchema),
  /** Stated in this turn only. */
  constraints: constraintsSchema,
  /** Where several garments are asked for, what is asked of each; `constraints` then name them all together. */
  parts: z.array(constraintsSchema).optional(),
  references: z.array(referenceSchema),
  critiques: z.array(critiqueSchema),
  /** Facets the shopper no longer minds (不限颜色, any colour, 预算不限). */
  relaxed: z.array(z.string()),
  /** True where the text wants and refuses the same thing; `constraints` have the refusal. */
  contradicts: z.boolean().optional(),
  /** True where the stated facets join the earlier ones (也要蓝色, blue too) rather than replace them. */
  adds: z.boolean().optional(),
  /** Order asked for by a superlative (最便宜的, newest). */
  sort: z.enum(['price-ascending', 'price-descending', 'newest']).optional(),
  /** Content words that name no facet: brands, characters, product names; for lexical search. */
  keywords: z.array(z.string()),
  /** Content words refused that name no facet ("no zippers"). */
  avoided: z.array(z.string()).optional(),
  /** Language asked for ("speak English", 说中文), with intent change-language. */
  language: localeSchema.optional(),
  /** Facts the shopper tells about themselves, or asks to be forgotten; kept only with consent. */
  profile: z
    .object({
      size: z.string().optional(),
      heightCm: z.number().optional(),
      weightKg: z.number().optional(),
      usualPrice: priceRangeSchema.optional(),
      likedColours: z.array(z.string()).optional(),
      dislikedColours: z.array(z.string()).optional(),
      forget: z.array(z.string()).optional(),
    })
    .optional(),
  /** True where the garment is for somebody else ("for my mum"): the shopper's own size is not theirs. */
  forOther: z.boolean().optional(),
  /** What is to be done with everything kept about the shopper; only with intent privacy. */
  data: z.enum(['export', 'delete']).optional(),
  /** True where like (feedback positive), false where dislike; only with intent feedback. */
  positive: z.boolean().optional(),
});
export type UnderstoodTurn = z.infer<typeof understoodTurnSchema>;

/** A photo as the edge received it; nothing has been trusted or decoded yet. */
export interface IncomingPhoto {
  readonly bytes: Uint8Array;
  readonly name?: string;
}

/** Things a channel received that are not a photo, words or a button. */
export type UnsupportedContent =
  | 'voice'
  /** A voice message whose words could not be made out. */
  | 'unheard-voice'
  | 'video'
  | 'file'
  | 'sticker'
  | 'location'
  | 'unreachable-photo'
  /** A button whose meaning is no longer kept. */
  | 'old-button';

/** One activity of the shopper, as every entry (chat page, API, voice, messaging) hands it in. */
export interface ShopperTurn {
  readonly text?: string;
  readonly photos: readonly IncomingPhoto[];
  readonly action?: Action;
  /** The channel's idea of the shopper's language; the text decides where it is clear. */
  readonly locale?: Locale;
  readonly unsupported?: readonly UnsupportedContent[];
}
