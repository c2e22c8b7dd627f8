import { z } from 'zod';
import { priceRangeSchema } from './constraints.js';

/** What the shopper told about themselves; it outlives a change of topic. */
export const toldSchema = z.object({
  size: z.string().optional(),
  /** Of trousers and skirts where it is a number (waist inches, 30): tops are sized otherwise. */
  bottomSize: z.string().optional(),
  shoeSize: z.string().optional(),
  heightCm: z.number().optional(),
  weightKg: z.number().optional(),
  /** The budget in the shopper's own words; "cheaper" narrows `constraints.price` below it. */
  price: priceRangeSchema.optional(),
  /** What the shopper said they usually spend. */
  usualPrice: priceRangeSchema.optional(),
  likedColours: z.array(z.string()).optional(),
  /** Left out of every list unless asked for by name. */
  dislikedColours: z.array(z.string()).optional(),
});
export type Told = z.infer<typeof toldSchema>;

/** What a shopper let us remember beyond the conversation; nothing is kept without consent. */
export const profileSchema = z.object({ told: toldSchema });
export type Profile = z.infer<typeof profileSchema>;
