import { z } from 'zod';

/** What a button does; an Adaptive Card's Submit data is `{ yida: action }`. */
export const actionSchema = z.object({
  verb: z.enum(['similar', 'outfit', 'open', 'like', 'dislike', 'say']),
  garmentId: z.string().max(200).optional(),
  text: z.string().max(2000).optional(),
});
export type Action = z.infer<typeof actionSchema>;
