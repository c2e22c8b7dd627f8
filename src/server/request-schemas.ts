import { z } from 'zod';
import { actionSchema } from '../domain/action.js';
import { constraintsSchema } from '../domain/constraints.js';
import { nearestLocale } from '../domain/locale.js';
import { moneySchema } from '../domain/money.js';

/** A language tag as the nearest of ours (`zh-TW`, `en-GB`); another language's leaves the choice to us. */
const localeTag = z
  .string()
  .max(60)
  .transform((tag) => nearestLocale(tag));

const id = z.string().min(1).max(200);
const imageText = z.string().describe('A data URL or base64; or send multipart/form-data with the file in `image`.');
/** A form has only texts, so numbers are read from text too. */
const limit = z.coerce.number().int().min(1).max(100);

export const turnRequestSchema = z.object({
  conversationId: id.optional(),
  userId: id.optional(),
  activityId: id.optional().describe('The same id again gives the same answer and runs nothing twice.'),
  locale: localeTag.optional(),
  text: z.string().max(100_000).optional(),
  action: actionSchema.optional(),
});

export const searchRequestSchema = z.object({
  text: z.string().max(100_000).optional(),
  filters: constraintsSchema.strict().optional(),
  limit: limit.default(10),
  locale: localeTag.optional(),
  userId: id.optional(),
});

export const outfitsRequestSchema = z.object({
  garmentId: id.optional(),
  occasion: z.string().min(1).max(100).optional(),
  season: z.string().min(1).max(100).optional(),
  budget: moneySchema.optional(),
  owned: z.array(id).max(100).optional(),
  audience: z.string().min(1).max(100).optional(),
  size: z.string().min(1).max(40).optional(),
  avoidColours: z.array(z.string().min(1).max(100)).max(30).optional(),
  celsius: z.coerce.number().min(-60).max(60).optional().describe('Outdoor temperature.'),
  rain: z.boolean().optional(),
  limit: z.coerce.number().int().min(1).max(10).default(3),
  locale: localeTag.optional(),
});

export const tagRequestSchema = z.object({ locale: localeTag.optional() });

export const eventsRequestSchema = z.object({
  userId: id.optional(),
  events: z
    .array(
      z.object({
        verb: z.enum(['view', 'open', 'like', 'dislike', 'cart', 'purchase']),
        garmentId: id,
        at: z.iso.datetime({ offset: true }).optional(),
      }),
    )
    .min(1)
    .max(500),
});

/** The same with the photo, as the API's description shows it. */
export const withImage = <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) =>
  schema.extend({ image: imageText.optional() });
