import { z } from 'zod';

const application = z.looseObject({ applicationId: z.string().max(300) });
const user = z.looseObject({ userId: z.string().min(1).max(400) });

/** What of an Alexa request is read; the rest is left alone. */
export const alexaRequestSchema = z.looseObject({
  session: z.looseObject({ sessionId: z.string().min(1).max(300), application, user: user.optional() }).optional(),
  context: z.looseObject({
    System: z.looseObject({
      application,
      user: user.optional(),
      device: z.looseObject({ supportedInterfaces: z.record(z.string(), z.unknown()).optional() }).optional(),
    }),
  }),
  request: z.looseObject({
    type: z.string().max(100),
    requestId: z.string().min(1).max(300),
    timestamp: z.union([z.string(), z.number()]),
    locale: z.string().max(60).optional(),
    intent: z
      .looseObject({
        name: z.string().max(200),
        slots: z.record(z.string(), z.looseObject({ value: z.string().max(4_000).nullish() })).nullish(),
      })
      .optional(),
    arguments: z.array(z.unknown()).max(20).optional(),
  }),
});
export type AlexaRequest = z.infer<typeof alexaRequestSchema>;
