import { z } from 'zod';
import type { Heard } from '../spoken-line.js';

/** Dialogflow ES, WebhookRequest v2. Source: cloud.google.com/dialogflow/es/docs/fulfillment-webhook */
const esSchema = z.looseObject({
  responseId: z.string().max(300).optional(),
  session: z.string().min(1).max(500),
  queryResult: z.looseObject({
    queryText: z.string().max(4_000).optional(),
    languageCode: z.string().max(60).optional(),
    intent: z.looseObject({ displayName: z.string().max(200).optional() }).optional(),
    action: z.string().max(200).optional(),
  }),
});

/** Dialogflow CX, WebhookRequest v3. Source: cloud.google.com/dialogflow/cx/docs/concept/webhook */
const cxSchema = z.looseObject({
  detectIntentResponseId: z.string().max(300).optional(),
  sessionInfo: z.looseObject({ session: z.string().min(1).max(500) }),
  text: z.string().max(4_000).optional(),
  transcript: z.string().max(4_000).optional(),
  triggerIntent: z.string().max(300).optional(),
  triggerEvent: z.string().max(200).optional(),
  languageCode: z.string().max(60).optional(),
  fulfillmentInfo: z.looseObject({ tag: z.string().max(200).optional() }).optional(),
});

const requestSchema = z.union([
  esSchema.transform((es) => ({ edition: 'es' as const, es })),
  cxSchema.transform((cx) => ({ edition: 'cx' as const, cx })),
]);

/** What of either edition is used. */
export interface DialogflowRequest {
  readonly edition: 'es' | 'cx';
  readonly session: string;
  readonly id: string | undefined;
  readonly language: string | undefined;
  readonly heard: Heard;
}

/** Reads a webhook of either edition; throws z.ZodError where it is neither. */
export function readDialogflow(body: unknown): DialogflowRequest {
  const read = requestSchema.parse(body);
  if (read.edition === 'es') {
    const { session, responseId, queryResult } = read.es;
    const { queryText, languageCode, intent, action } = queryResult;
    const opens = action === 'input.welcome' || intent?.displayName === 'Default Welcome Intent';
    return { edition: 'es', session, id: responseId, language: languageCode, heard: heardOf(queryText, opens) };
  }
  const { sessionInfo, detectIntentResponseId, text, transcript, triggerEvent, languageCode, fulfillmentInfo } =
    read.cx;
  const opens = fulfillmentInfo?.tag === 'welcome' || triggerEvent === 'WELCOME';
  return {
    edition: 'cx',
    session: sessionInfo.session,
    id: detectIntentResponseId,
    language: languageCode,
    heard: heardOf(text ?? transcript, opens),
  };
}

function heardOf(text: string | undefined, opens: boolean): Heard {
  if (opens) return { kind: 'launch' };
  const words = text?.trim() ?? '';
  return words === '' ? { kind: 'unheard' } : { kind: 'words', text: words };
}
