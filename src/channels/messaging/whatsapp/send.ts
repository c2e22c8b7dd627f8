import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { PHOTO_BYTES } from '../../access/photo-limit.js';
import type { CheckResult, CheckTools } from '../../channel.js';
import { GRAPH_VERSION, graphDelivery, verdicts } from '../core/graph-answer.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { callPlatform, type PlatformAnswer } from '../core/platform-call.js';

const sentSchema = z.looseObject({ messages: z.tuple([z.looseObject({ id: z.string() })], z.unknown()) });
const mediaSchema = z.looseObject({ url: z.string() });
const numberSchema = z.looseObject({
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
});

/**
 * Later: a server's trouble (1, 2, 131000, 131016, 133004), maintenance (131057), too many calls of the app, the account,
 * the number or to one person (4, 80007, 130429, 131056). The operator: too many messages taken for spam (131048), the
 * account locked (131031), access not granted (131005), nothing paid (131042), the display name, the number or its
 * certificate not in order (33, 131037, 131045, 133010). Never: this recipient or country (130472, 130497, 131021, 131026,
 * 131049, 131050), a window that closed (131047), the message's form (100, 131008, 131009, 131051 to 131053).
 * Source: developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const VERDICTS = verdicts({
  'not-now': [1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 133004],
  operator: [33, 131005, 131031, 131037, 131042, 131045, 131048, 133010],
  never: [100, 130472, 130497, 131008, 131009, 131021, 131026, 131047, 131049, 131050, 131051, 131052, 131053],
});

export interface WhatsappNumber {
  readonly api: string;
  readonly token: string;
  readonly phoneId: string;
}

/** Calls of the Cloud API; the token goes to Meta's hosts alone. */
export function createWhatsappClient({ api, token, phoneId }: WhatsappNumber, { fetch }: CheckTools) {
  const secret = {
    headers: { Authorization: `Bearer ${token}` },
    hosts: ['graph.facebook.com', 'lookaside.fbsbx.com', new URL(api).hostname],
  };
  const at = `${api}/${GRAPH_VERSION}`;
  const post = (json: JsonObject) =>
    callPlatform(fetch, { url: `${at}/${phoneId}/messages`, json: { messaging_product: 'whatsapp', ...json }, secret });
  const deliveredBy = (answer: PlatformAnswer) => graphDelivery(answer, VERDICTS, 'YIDA_WHATSAPP_TOKEN');
  return {
    async send(call: JsonObject, { to, recipient }: JsonObject): Promise<Delivery> {
      const address = to === undefined ? { recipient } : { to };
      const answer = await post({ recipient_type: 'individual', ...address, ...call });
      const delivery = deliveredBy(answer);
      const sent = sentSchema.safeParse(answer.body);
      // Taken is not delivered: a status that comes later names this id.
      return delivery.kind === 'sent' && sent.success ? { kind: 'sent', id: sent.data.messages[0].id } : delivery;
    },

    /** The address that a media id stands for is good for five minutes, and wants the token too. */
    async file({ media }: JsonObject): Promise<Uint8Array> {
      const found = await callPlatform(fetch, { url: `${at}/${media}?phone_number_id=${phoneId}`, secret });
      const parsed = mediaSchema.safeParse(found.body);
      if (found.status !== 200 || !parsed.success)
        throw new YidaFault('photo-unreachable', `WhatsApp's media answered ${found.status}`);
      const answer = await callPlatform(fetch, { url: parsed.data.url, secret, maxBytes: PHOTO_BYTES + 1 });
      if (answer.status !== 200) throw new YidaFault('photo-unreachable', `WhatsApp's file answered ${answer.status}`);
      return answer.bytes;
    },

    async typing({ message }: JsonObject): Promise<void> {
      await post({ status: 'read', message_id: message, typing_indicator: { type: 'text' } });
    },

    async check(): Promise<CheckResult> {
      const url = `${at}/${phoneId}?fields=display_phone_number,verified_name`;
      const answer = await callPlatform(fetch, { url, secret });
      const delivery = deliveredBy(answer);
      if (delivery.kind !== 'sent') return { ok: false, why: delivery.why };
      const who = numberSchema.safeParse(answer.body);
      const names = who.success ? [who.data.verified_name, who.data.display_phone_number].filter(Boolean) : [];
      return { ok: true, who: names.join(' · ') || 'WhatsApp' };
    },
  };
}
