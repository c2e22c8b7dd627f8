import { z } from 'zod';

/** Numbers in some versions, texts in others. */
const id = z.union([z.string().max(300), z.number()]).transform(String);

/** What of an AliGenie request is read. Source: aligenie.com/doc/357834 (custom skill webhook) */
export const aligenieRequestSchema = z.looseObject({
  sessionId: z.string().min(1).max(300),
  requestId: z.string().max(300).nullish(),
  utterance: z.string().max(4_000).nullish(),
  skillId: id.nullish(),
  intentName: z.string().max(200).nullish(),
  requestData: z
    .looseObject({ userOpenId: z.string().max(400).nullish(), deviceOpenId: z.string().max(400).nullish() })
    .nullish(),
});
export type AligenieRequest = z.infer<typeof aligenieRequestSchema>;
