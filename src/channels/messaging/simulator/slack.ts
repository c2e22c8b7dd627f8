import { createHmac } from 'node:crypto';
import { webhookPath } from '../core/messaging-channel.js';
import {
  type CallAnswer,
  type Flaw,
  type Gesture,
  type OutgoingCall,
  type PlatformSimulator,
  type SimulatedWebhook,
  UNREADABLE,
} from './platform-simulator.js';

const TOKEN = 'xoxb-1234567890-simulated-token-of-nobody';
const SECRET = '8f742231b10e8888abcd990000000085';
const BOT = 'U0BOTYIDA1';
const PERSON = 'U0LINDAAA1';
const DIRECT = 'D0LINDAAA1';
const CHANNEL = 'C0FRIENDS1';

interface Block {
  readonly type: string;
  readonly text?: { type: string; text: string };
  readonly image_url?: string;
  readonly alt_text?: string;
  readonly accessory?: Block;
  readonly elements?: readonly Button[];
}
interface Button {
  readonly type: string;
  readonly action_id?: string;
  readonly text?: { type: string; text: string };
  readonly value?: string;
  readonly url?: string;
}
interface Posted {
  readonly channel?: string;
  readonly thread_ts?: string;
  readonly text?: string;
  readonly blocks?: readonly Block[];
}

/** Slack's Events API, interactivity and Web API. Source: docs.slack.dev */
export function simulateSlack(): PlatformSimulator {
  const files = new Map<string, Uint8Array>();
  let api = '';
  let serial = 1;

  const picture = (bytes: Uint8Array) => {
    const path = `/files-pri/T1-F${serial++}/photo.jpg`;
    files.set(path, bytes);
    return {
      id: `F${serial}`,
      mimetype: 'image/jpeg',
      filetype: 'jpg',
      size: bytes.length,
      url_private: `${api}${path}`,
    };
  };

  const direct = (content: object) => ({
    type: 'message',
    channel: DIRECT,
    channel_type: 'im',
    user: PERSON,
    ts: `1700000000.${serial++}`,
    ...content,
  });

  const eventOf = (gesture: Exclude<Gesture, { kind: 'press' }>): object => {
    switch (gesture.kind) {
      case 'text':
        return direct({ text: escapedText(gesture.text) });
      case 'photo':
        return direct({
          subtype: 'file_share',
          text: escapedText(gesture.caption ?? ''),
          files: [picture(gesture.bytes)],
        });
      case 'album':
        return direct({
          subtype: 'file_share',
          text: escapedText(gesture.caption ?? ''),
          files: gesture.photos.map(picture),
        });
      case 'voice':
        if (gesture.bytes !== undefined) files.set('/files-pri/T1-F9/a', gesture.bytes);
        return direct({
          subtype: 'file_share',
          text: '',
          files: [
            { id: 'F9', mimetype: 'audio/webm', subtype: 'slack_audio', url_private: `${api}/files-pri/T1-F9/a` },
          ],
        });
      case 'join':
        return { type: 'app_home_opened', user: PERSON, channel: DIRECT, tab: 'messages', event_ts: '1700000000.1' };
      case 'group': {
        const text = gesture.addressed ? `<@${BOT}> ${escapedText(gesture.text)}` : escapedText(gesture.text);
        const said = { channel: CHANNEL, user: PERSON, text, ts: `1700000000.${serial++}` };
        return gesture.addressed
          ? { type: 'app_mention', ...said }
          : { type: 'message', channel_type: 'channel', ...said };
      }
      default:
        return { type: 'something_new', user: PERSON };
    }
  };

  return {
    name: 'slack',
    lacks: ['sticker', 'location'],
    environment: (address) => {
      api = address;
      return {
        YIDA_SLACK_TOKEN: TOKEN,
        YIDA_SLACK_SIGNING_SECRET: SECRET,
        YIDA_SLACK_LANGUAGE: 'zh-CN',
        YIDA_SLACK_API: `${address}/api`,
      };
    },
    webhooks: (gesture, { id = 10_000 * serial++, flaw, now = Date.now() } = {}) =>
      gesture.kind === 'press'
        ? [posted(pressForm(id, gesture.code, gesture.title), 'application/x-www-form-urlencoded', now, flaw)]
        : [posted(JSON.stringify(callback(id, eventOf(gesture))), 'application/json', now, flaw)],
    challenge: (now = Date.now()) => {
      const challenge = '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P';
      const body = JSON.stringify({ token: 'Jhj5dZrVaK7ZwHHjRyZWjbDl', challenge, type: 'url_verification' });
      return { webhook: posted(body, 'application/json', now), expected: (answer) => answer === challenge };
    },
    tooMany: (seconds) => ({
      status: 429,
      headers: { 'Retry-After': String(seconds) },
      body: JSON.stringify({ ok: false, error: 'ratelimited' }),
    }),
    answer: (call) => answerSlack(call, files),
  };
}

/** A webhook signed as Slack signs it; also for what tests make Slack say. */
export function posted(body: string, type: string, now: number, flaw?: Flaw): SimulatedWebhook {
  const timestamp = Math.floor(now / 1000) - (flaw === 'stale' ? 301 : 0);
  const secret = flaw === 'wrong-secret' ? `${SECRET}x` : SECRET;
  const signed = flaw === 'tampered' ? `${body} ` : body;
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${signed}`).digest('hex');
  return {
    method: 'POST',
    path: webhookPath('slack'),
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      ...(flaw === 'unsigned' ? {} : { 'x-slack-signature': `v0=${signature}` }),
    },
    body,
  };
}

/** An event in its envelope. */
export function callback(id: number, event: object): object {
  return {
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${id}`,
    event_time: 1_700_000_000,
    authorizations: [{ team_id: 'T1', user_id: BOT, is_bot: true }],
    event,
  };
}

function pressForm(id: number, code: string, title: string): string {
  const payload = {
    type: 'block_actions',
    trigger_id: `${id}.simulated`,
    user: { id: PERSON, username: 'lin', team_id: 'T1' },
    channel: { id: DIRECT, name: 'directmessage' },
    container: { type: 'message', message_ts: '1700000000.1', channel_id: DIRECT },
    message: { type: 'message', ts: '1700000000.1', bot_id: 'B1' },
    actions: [{ type: 'button', action_id: 'button-0', text: { type: 'plain_text', text: title }, value: code }],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function answerSlack({ path, headers, body }: OutgoingCall, files: ReadonlyMap<string, Uint8Array>): CallAnswer {
  const authorised = headers.authorization === `Bearer ${TOKEN}`;
  const file = files.get(path);
  if (file !== undefined)
    return authorised
      ? { status: 200, headers: { 'Content-Type': 'image/jpeg' }, body: file }
      : { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<!DOCTYPE html><title>Sign in</title>' };
  if (!authorised) return said({ ok: false, error: 'invalid_auth' });
  switch (path) {
    case '/api/auth.test':
      return said({ ok: true, url: 'https://shop.slack.com/', team: 'Shop', user: 'yida', user_id: BOT, bot_id: 'B1' });
    case '/api/chat.postMessage':
      return post(JSON.parse(body.toString('utf8')) as Posted);
    default:
      return said({ ok: false, error: 'unknown_method' });
  }
}

function post({ channel, text, blocks = [] }: Posted): CallAnswer {
  if (channel !== DIRECT && channel !== CHANNEL) return said({ ok: false, error: 'channel_not_found' });
  const broken = brokenLimit(text, blocks);
  if (broken !== undefined) return { ...said(invalid(broken)), broken };
  const unreadable = blocks.findIndex((block) => pictureOf(block)?.includes(UNREADABLE));
  if (unreadable >= 0) return said(invalid(`downloading image failed [json-pointer:/blocks/${unreadable}/image_url]`));
  const pictures = blocks.flatMap((block) => pictureOf(block) ?? []);
  const words = blocks.flatMap(({ type, text: shown }) => (type === 'section' ? (shown?.text ?? []) : []));
  return {
    ...said({ ok: true, channel, ts: '1700000001.1' }),
    shown: {
      ...(words.length === 0 ? {} : { text: words.join('\n') }),
      pictures,
      buttons: blocks
        .flatMap(({ elements }) => elements ?? [])
        .map(({ text: title, value: code, url: link }) => ({
          title: title?.text ?? '',
          ...(code === undefined ? {} : { code }),
          ...(link === undefined ? {} : { link }),
        })),
    },
  };
}

function pictureOf({ image_url: address, accessory }: Block): string | undefined {
  return address ?? accessory?.image_url;
}

function invalid(why: string): object {
  return { ok: false, error: 'invalid_blocks', response_metadata: { messages: [`[ERROR] ${why}`] } };
}

function brokenLimit(text: string | undefined, blocks: readonly Block[]): string | undefined {
  if (text === undefined || text === '') return 'no text for notifications';
  if (text.length > 40_000) return 'msg_too_long';
  if (/<|>|&(?!(amp|lt|gt);)/.test(text)) return 'markup in the text of a notification';
  if (blocks.length > 50) return 'more than 50 blocks';
  return blocks.map(brokenBlock).find((broken) => broken !== undefined);
}

function brokenBlock(block: Block): string | undefined {
  const { type, text, image_url: address, alt_text: alt, elements = [], accessory } = block;
  switch (type) {
    case 'section':
      if (accessory !== undefined && (accessory.type !== 'image' || brokenBlock(accessory) !== undefined))
        return 'accessory';
      if (text === undefined || text.text === '' || text.text.length > 3000) return 'length of a section';
      return text.type === 'plain_text' ? undefined : 'text of a feed as mrkdwn';
    case 'image':
      if (address === undefined || address.length > 3000) return 'image_url';
      return alt === undefined || alt.length > 2000 ? 'alt_text' : undefined;
    case 'actions':
      if (elements.length === 0 || elements.length > 25) return 'number of elements';
      if (new Set(elements.map(({ action_id: id }) => id)).size < elements.length) return 'action_id used twice';
      return elements.map(brokenButton).find((broken) => broken !== undefined);
    default:
      return `block ${type}`;
  }
}

function brokenButton({ text, value, url }: Button): string | undefined {
  if (text?.type !== 'plain_text' || text.text === '' || text.text.length > 75) return "a button's text";
  if (value !== undefined && value.length > 2000) return "a button's value";
  return url !== undefined && url.length > 3000 ? "a button's url" : undefined;
}

function said(body: object): CallAnswer {
  return { status: 200, body: JSON.stringify(body) };
}
