import { z } from 'zod';
import { actionSchema } from '../domain/action.js';
import { CONSTRAINT_FACETS } from '../domain/facet.js';
import { garmentSchema } from '../domain/garment.js';
import { localeSchema } from '../domain/locale.js';
import { moneySchema } from '../domain/money.js';
import { understoodTurnSchema } from '../domain/turn.js';

const share = z.number().min(0).max(1);
const reason = z.object({ facet: z.string(), id: z.string(), text: z.string() });

export const itemSchema = z.object({
  garment: garmentSchema,
  score: z.number(),
  match: z.enum(['exact', 'close', 'loose']),
  scores: z.object({
    lexical: share.optional(),
    text: share.optional(),
    image: share.optional(),
    attention: share.optional(),
    personal: share.optional(),
  }),
  reasons: z.array(reason),
});

const attention = z
  .object({ text: share, image: share, history: share })
  .nullable()
  .describe('Sums to 1; null where the attention ranker did not run.');
const relaxed = z.array(
  z.object({ facet: z.enum(CONSTRAINT_FACETS), asked: z.unknown(), given: z.unknown(), text: z.string() }),
);
const degraded = z.array(z.enum(['attention', 'vector', 'photo', 'lexical', 'catalogue']));
const outfit = z.object({
  garments: z.array(garmentSchema),
  total: moneySchema,
  score: share,
  reasons: z.array(reason),
  board: z.string().optional(),
});

export const replySchema = z.object({
  locale: localeSchema,
  text: z.string(),
  speech: z.string(),
  items: z.array(itemSchema),
  outfits: z.array(outfit),
  suggestions: z.array(z.object({ title: z.string(), action: actionSchema })),
  understood: understoodTurnSchema.nullable(),
  attention,
  relaxed,
  degraded,
});

export const turnResponseSchema = z.object({ conversationId: z.string(), reply: replySchema });
export const searchResponseSchema = z.object({
  locale: localeSchema,
  understood: understoodTurnSchema,
  items: z.array(itemSchema),
  attention,
  relaxed,
  degraded,
  tookMs: z.number(),
});
export const garmentPageSchema = z.object({ items: z.array(garmentSchema), nextCursor: z.string().optional() });
export const itemsResponseSchema = z.object({ items: z.array(itemSchema) });
export const outfitsResponseSchema = z.object({
  outfits: z.array(outfit),
  relaxed,
  degraded,
  emptyBecause: z.enum(['not-wearable', 'no-anchor', 'nothing-fits']).optional(),
});

const tag = z.object({ id: z.string(), confidence: share, unsure: z.boolean().optional() });
export const tagResponseSchema = z.object({
  garment: z.boolean(),
  confidence: share,
  tags: z.record(z.string(), z.union([tag, z.array(tag)])),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  retryable: z.boolean(),
  instance: z.string().optional(),
});
