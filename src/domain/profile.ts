import { z } from 'zod';

/** What a shopper let us remember beyond the conversation; nothing is kept without consent. */
export const profileSchema = z.object({
  userId: z.string(),
  consent: z.boolean(),
  sizes: z.array(z.string()),
  heightCm: z.number().optional(),
  weightKg: z.number().optional(),
  likedColours: z.array(z.string()),
  dislikedColours: z.array(z.string()),
});
export type Profile = z.infer<typeof profileSchema>;
