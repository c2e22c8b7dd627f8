import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { PHOTO_BYTES } from '../../access/photo-limit.js';
import type { CheckResult, CheckTools } from '../../channel.js';
import { GRAPH_VERSION, graphDelivery, verdicts } from '../core/graph-answer.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { callPlatform, type PlatformAnswer } from '../core/platform-call.js';

const pageSchema = z.looseObject({ name: z.string() });

/**
 * Later: an outage (1, 2, 1200), too many calls (4, 17, 32, 341, 613, 80006). The operator: permissions that are missing
 * (1/99, and 10, 200 to 299 as everywhere), terms that were not accepted (2/2018344). Never: this person (551,
 * 10/2018108, 100/2018001, 200/1545041) or a window that closed (10/2018065, 10/2018278). Of 1/1357046 Meta says that
 * what was to be sent was sent. Sources: developers.facebook.com/documentation/business-messaging/messenger-platform
 * /error-codes, developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
const VERDICTS = verdicts({
  'not-now': [1, 2, 4, 17, 32, 341, 613, 1200, 80006],
  operator: ['1/99', '2/2018344'],
  never: [100, 551, '10/2018065', '10/2018108', '10/2018278', '200/1545041'],
  sent: ['1/1357046'],
});

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
  const deliveredBy = (answer: PlatformAnswer) => graphDelivery(answer, VERDICTS, 'YIDA_MESSENGER_TOKEN');
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
