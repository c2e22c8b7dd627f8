import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { PHOTO_BYTES } from '../../access/photo-limit.js';
import type { CheckResult, CheckTools } from '../../channel.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { callPlatform, deliveryOf, type PlatformAnswer } from '../core/platform-call.js';

const answerSchema = z.looseObject({
  ok: z.boolean(),
  description: z.string().optional(),
  result: z.unknown().optional(),
  parameters: z.looseObject({ retry_after: z.number().optional() }).optional(),
});
const fileSchema = z.object({ file_path: z.string() });
const webhookSchema = z.looseObject({ url: z.string().optional(), last_error_message: z.string().optional() });
const meSchema = z.object({ username: z.string() });

export interface TelegramBot {
  readonly api: string;
  readonly token: string;
  /** What webhooks are to carry. */
  readonly secret: string;
}

/** What parse.ts reads. Source: core.telegram.org/bots/api#update */
const UPDATES = ['message', 'callback_query'];

/** Calls of the Bot API. The token stands in the address, so an address is never logged or followed elsewhere. */
export function createTelegramClient({ api, token, secret }: TelegramBot, { fetch }: CheckTools) {
  const invoke = (method: string, params: JsonObject) =>
    callPlatform(fetch, { url: `${api}/bot${token}/${method}`, json: params });
  return {
    async send({ method, params }: JsonObject, { chat, thread, replyTo }: JsonObject): Promise<Delivery> {
      const answer = await invoke(String(method), {
        chat_id: chat,
        ...(thread === undefined ? {} : { message_thread_id: thread }),
        ...(replyTo === undefined
          ? {}
          : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
        ...(params as JsonObject),
      });
      return deliveredBy(answer);
    },

    async file({ file }: JsonObject): Promise<Uint8Array> {
      const found = resultOf(await invoke('getFile', { file_id: file }), fileSchema);
      const answer = await callPlatform(fetch, {
        url: `${api}/file/bot${token}/${found.file_path}`,
        maxBytes: PHOTO_BYTES + 1,
      });
      if (answer.status !== 200) throw new YidaFault('photo-unreachable', `Telegram's file answered ${answer.status}`);
      return answer.bytes;
    },

    async typing({ chat, thread }: JsonObject): Promise<void> {
      await invoke('sendChatAction', {
        chat_id: chat,
        action: 'typing',
        ...(thread === undefined ? {} : { message_thread_id: thread }),
      });
    },

    webhook: {
      async look() {
        const { url = '', last_error_message: trouble } = resultOf(await invoke('getWebhookInfo', {}), webhookSchema);
        return { ...(url === '' ? {} : { address: url }), ...(trouble === undefined ? {} : { trouble }) };
      },

      /** Source: core.telegram.org/bots/api#setwebhook */
      async register(address: string): Promise<CheckResult> {
        const answer = await invoke('setWebhook', { url: address, secret_token: secret, allowed_updates: UPDATES });
        const delivery = deliveredBy(answer);
        return delivery.kind === 'sent' ? { ok: true, who: address } : { ok: false, why: delivery.why };
      },
    },

    async check(): Promise<CheckResult> {
      const answer = await invoke('getMe', {});
      const delivery = deliveredBy(answer);
      if (delivery.kind !== 'sent') return { ok: false, why: delivery.why };
      return { ok: true, who: `@${resultOf(answer, meSchema).username}` };
    },
  };
}

function deliveredBy(answer: PlatformAnswer): Delivery {
  const parsed = answerSchema.safeParse(answer.body);
  if (!parsed.success) return deliveryOf(answer);
  const { description, parameters } = parsed.data;
  const seconds = parameters?.retry_after;
  return deliveryOf(seconds === undefined ? answer : { ...answer, retryAfterMs: seconds * 1000 }, description);
}

function resultOf<T>({ status, body }: PlatformAnswer, schema: z.ZodType<T>): T {
  const result = answerSchema.safeParse(body);
  const parsed = schema.safeParse(result.success ? result.data.result : undefined);
  if (!parsed.success) throw new YidaFault('photo-unreachable', `Telegram answered ${status}`);
  return parsed.data;
}
