import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { PHOTO_BYTES } from '../../access/photo-limit.js';
import type { CheckResult, CheckTools } from '../../channel.js';
import { GRAPH_VERSION, graphDelivery } from '../core/graph-answer.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { callPlatform, type PlatformAnswer } from '../core/platform-call.js';

const pageSchema = z.looseObject({ name: z.string() });

/** Outages and too many calls. Source: developers.facebook.com/docs/messenger-platform/error-codes */
const NOT_NOW: ReadonlySet<number> = new Set([1, 2, 4, 32, 341, 613, 1200, 80006]);

export interface MessengerPage {
  readonly api: string;
  readonly token: string;
  readonly pageId: string;
  readonly appSecret: string;
}

/** Calls of the Send API; the token goes to Meta's host alone, with the proof that it was not stolen. */
export function createMessengerClient({ api, token, pageId, appSecret }: MessengerPage, { fetch }: CheckTools) {
  const secret = {
    headers: { Authorization: `Bearer ${token}` },
    hosts: ['graph.facebook.com', new URL(api).hostname],
  };
  const proof = createHmac('sha256', appSecret).update(token).digest('hex');
  const at = `${api}/${GRAPH_VERSION}/${pageId}`;
  const post = ({ person }: JsonObject, json: JsonObject) =>
    callPlatform(fetch, {
      url: `${at}/messages?appsecret_proof=${proof}`,
      json: { recipient: { id: person }, ...json },
      secret,
    });
  const deliveredBy = (answer: PlatformAnswer) => graphDelivery(answer, NOT_NOW, 'YIDA_MESSENGER_TOKEN');
  return {
    async send(message: JsonObject, to: JsonObject): Promise<Delivery> {
      return deliveredBy(await post(to, { messaging_type: 'RESPONSE', message }));
    },

    /** Photos lie at addresses that anybody may read: no credentials go there. */
    async file({ url }: JsonObject): Promise<Uint8Array> {
      if (url === undefined) throw new YidaFault('photo-unreachable', 'the picture has no address');
      const answer = await callPlatform(fetch, { url: String(url), maxBytes: PHOTO_BYTES + 1 });
      if (answer.status !== 200) throw new YidaFault('photo-unreachable', `Messenger's file answered ${answer.status}`);
      return answer.bytes;
    },

    async typing(to: JsonObject): Promise<void> {
      await post(to, { sender_action: 'typing_on' });
    },

    async check(): Promise<CheckResult> {
      const answer = await callPlatform(fetch, { url: `${at}?fields=name&appsecret_proof=${proof}`, secret });
      const delivery = deliveredBy(answer);
      if (delivery.kind !== 'sent') return { ok: false, why: delivery.why };
      const who = pageSchema.safeParse(answer.body);
      return { ok: true, who: who.success ? who.data.name : 'Messenger' };
    },
  };
}
