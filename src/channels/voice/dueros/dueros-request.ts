import { z } from 'zod';

/** What of a DuerOS request is read. Source: dueros.baidu.com, custom skill protocol 2.0 */
export const duerosRequestSchema = z.looseObject({
  session: z.looseObject({ sessionId: z.string().min(1).max(300) }).optional(),
  context: z.looseObject({
    System: z.looseObject({
      application: z.looseObject({ applicationId: z.string().max(300) }),
      user: z.looseObject({ userId: z.string().max(400) }).optional(),
      device: z.looseObject({ deviceId: z.string().max(400).optional() }).optional(),
    }),
  }),
  request: z.looseObject({
    type: z.string().max(100),
    requestId: z.string().min(1).max(300),
    /** Seconds, as text in most versions. */
    timestamp: z.union([z.string(), z.number()]),
    query: z.looseObject({ original: z.string().max(4_000).optional() }).optional(),
    intents: z.array(z.looseObject({ name: z.string().max(200) })).optional(),
  }),
});
export type DuerosRequest = z.infer<typeof duerosRequestSchema>;
