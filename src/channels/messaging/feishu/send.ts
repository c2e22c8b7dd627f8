import { createHash } from 'node:crypto';
import { z } from 'zod';
import { YidaFault } from '../../../domain/fault.js';
import { PHOTO_BYTES } from '../../access/photo-limit.js';
import type { CheckResult, CheckTools } from '../../channel.js';
import { createAccessToken } from '../core/access-token.js';
import type { Delivery, JsonObject } from '../core/messaging-app.js';
import { createPictureKeys } from '../core/picture-keys.js';
import {
  callPlatform,
  deliveryOf,
  type PlatformAnswer,
  type PlatformCall,
  PlatformRefusal,
} from '../core/platform-call.js';

export interface FeishuApp {
  readonly api: string;
  readonly appId: string;
  readonly secret: string;
}

const answerSchema = z.looseObject({ code: z.number(), msg: z.string().default('') });
const tokenSchema = z.looseObject({ tenant_access_token: z.string().min(1), expire: z.number().positive() });
const imageSchema = z.looseObject({ data: z.looseObject({ image_key: z.string().min(1) }) });
const botSchema = z.looseObject({ bot: z.looseObject({ app_name: z.string() }) });

const TOKEN_REFUSED: ReadonlySet<number> = new Set([99991661, 99991663, 99991664, 99991668]);
/** Called too often, in the app or in one chat, or the platform is busy. Source: open.feishu.cn, 通用错误码 */
const NOT_NOW: ReadonlySet<number> = new Set([99991400, 230020, 11232, 11233, 11247, 1500, 1642]);
const WITHDRAWN: ReadonlySet<number> = new Set([230011, 230110]);
const REASONS: Readonly<Record<number, string>> = {
  230002: 'the bot is not in this group',
  230006: 'the app has no bot: switch the bot ability on and publish a version',
  230013: 'the person is outside the availability of the app',
};
const LONGEST_UUID = 50;
/** Bytes of a picture that Feishu takes. Source: open.feishu.cn/document/server-docs/im-v1/image/create */
const PICTURE_BYTES = 10 * 2 ** 20;

/** Calls of the open platform, with a tenant access token that goes to its host alone. */
export function createFeishuClient({ api, appId, secret }: FeishuApp, { fetch, now }: CheckTools) {
  const accessToken = createAccessToken(async () => {
    const url = `${api}/open-apis/auth/v3/tenant_access_token/internal`;
    const answer = await callPlatform(fetch, { url, json: { app_id: appId, app_secret: secret } });
    const lent = tokenSchema.safeParse(answer.body);
    if (lent.success) return { token: lent.data.tenant_access_token, expiresIn: lent.data.expire };
    // Also wrong credentials wait: who puts them right finds no message lost.
    throw new PlatformRefusal({ ...waitOf(answer), kind: 'later', why: `no access token: ${whyOf(answer)}` });
  }, now);

  const once = async (path: string, call: Omit<PlatformCall, 'url'>): Promise<PlatformAnswer> => {
    const headers = { Authorization: `Bearer ${await accessToken.get()}` };
    const bound = { headers, hosts: [new URL(api).hostname] };
    return callPlatform(fetch, { url: `${api}/open-apis${path}`, ...call, secret: bound });
  };
  const invoke: typeof once = async (path, call) => {
    const first = await once(path, call);
    if (!TOKEN_REFUSED.has(codeOf(first))) return first;
    accessToken.drop();
    return once(path, call);
  };

  const pictureKey = createPictureKeys(fetch, PICTURE_BYTES, async (bytes) => {
    const form = new FormData();
    form.set('image_type', 'message');
    form.set('image', new Blob([Buffer.from(bytes)]), 'picture');
    const answer = await invoke('/im/v1/images', { form });
    const delivery = deliveredBy(answer);
    if (delivery.kind === 'later') throw new PlatformRefusal(delivery);
    return imageSchema.safeParse(answer.body).data?.data.image_key;
  });

  return {
    /** A picture that cannot be had, or that Feishu does not take, is left out: the words go all the same. */
    async send(call: JsonObject, to: JsonObject): Promise<Delivery> {
      const message = {
        msg_type: 'interactive',
        content: JSON.stringify(await cardOf(call, pictureKey)),
        uuid: uuidOf(call, to),
      };
      if (to.replyTo !== undefined) {
        const answer = await invoke(`/im/v1/messages/${to.replyTo}/reply`, { json: message });
        if (!WITHDRAWN.has(codeOf(answer))) return deliveredBy(answer);
      }
      const json = { receive_id: to.chat, ...message };
      return deliveredBy(await invoke('/im/v1/messages?receive_id_type=chat_id', { json }));
    },

    /** Pictures are of type image; sound, and all else, of type file. */
    async file({ message, key, type = 'image' }: JsonObject): Promise<Uint8Array> {
      const path = `/im/v1/messages/${message}/resources/${encodeURIComponent(String(key))}?type=${type}`;
      const answer = await invoke(path, { maxBytes: PHOTO_BYTES + 1 });
      if (answer.status !== 200 || codeOf(answer) !== 0)
        throw new YidaFault('photo-unreachable', `Feishu's picture: ${whyOf(answer)}`);
      return answer.bytes;
    },

    async check(): Promise<CheckResult> {
      try {
        const answer = await invoke('/bot/v3/info', {});
        const bot = botSchema.safeParse(answer.body);
        return bot.success ? { ok: true, who: bot.data.bot.app_name } : { ok: false, why: whyOf(answer) };
      } catch (error) {
        if (error instanceof PlatformRefusal) return { ok: false, why: error.delivery.why };
        throw error;
      }
    },
  };
}

async function cardOf({ elements }: JsonObject, keyOf: PictureKey): Promise<JsonObject> {
  const shown = await Promise.all((elements as readonly JsonObject[]).map((element) => withPicture(element, keyOf)));
  return { config: { wide_screen_mode: true }, elements: shown.flat() };
}

type PictureKey = (address: string) => Promise<string | undefined>;

/** An element with the key of its picture; without the picture where there is no key. */
async function withPicture(element: JsonObject, keyOf: PictureKey): Promise<JsonObject[]> {
  if (element.tag === 'img') return handedIn(element, keyOf);
  const { extra, ...rest } = element;
  if (extra === undefined) return [element];
  const [picture] = await handedIn(extra as JsonObject, keyOf);
  return [picture === undefined ? rest : { ...rest, extra: picture }];
}

async function handedIn({ address, ...picture }: JsonObject, keyOf: PictureKey): Promise<JsonObject[]> {
  const key = await keyOf(String(address));
  return key === undefined ? [] : [{ ...picture, img_key: key }];
}

/** The same call that answers the same message: Feishu shows it once, however often it is made within an hour. */
function uuidOf(call: JsonObject, { message }: JsonObject): string {
  return createHash('sha256')
    .update(JSON.stringify([message, call]))
    .digest('hex')
    .slice(0, LONGEST_UUID);
}

function deliveredBy(answer: PlatformAnswer): Delivery {
  const code = codeOf(answer);
  if (code === 0) return answer.body === undefined ? unread(answer) : { kind: 'sent' };
  const why = whyOf(answer);
  if (NOT_NOW.has(code) || TOKEN_REFUSED.has(code) || answer.status === 429 || answer.status >= 500)
    return { kind: 'later', why, ...waitOf(answer) };
  return { kind: 'refused', why };
}

function unread(answer: PlatformAnswer): Delivery {
  const delivery = deliveryOf(answer);
  return delivery.kind === 'sent' ? { kind: 'later', why: 'an answer that is none of Feishu' } : delivery;
}

/** 0 where there is none, as with a picture's bytes. */
function codeOf({ body }: PlatformAnswer): number {
  return answerSchema.safeParse(body).data?.code ?? 0;
}

function whyOf({ status, body }: PlatformAnswer): string {
  const parsed = answerSchema.safeParse(body);
  return parsed.success
    ? `code ${parsed.data.code}: ${REASONS[parsed.data.code] ?? parsed.data.msg}`
    : `status ${status}`;
}

/** Feishu says in a header of its own in how many seconds calls are taken again. */
function waitOf({ headers, retryAfterMs }: PlatformAnswer): { afterMs?: number } {
  const seconds = Number(headers['x-ogw-ratelimit-reset'] ?? Number.NaN);
  const afterMs = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : retryAfterMs;
  return afterMs === undefined ? {} : { afterMs };
}
