import type { JsonObject, Part, RenderTools } from '../core/messaging-app.js';
import { type ButtonOutline, type CardOutline, cardText, type ReplyOutline } from '../core/reply-outline.js';
import { clip, splitText } from '../core/split-text.js';

/**
 * A card may have 30 KB of JSON (Source: open.feishu.cn/document/server-docs/im-v1/message/create). Bytes of UTF-8; a
 * byte takes at most two in JSON, once the control characters are gone.
 */
const LONGEST_TEXT = 6_000;
/** Characters. Source: open.feishu.cn, 卡片按钮 */
const LONGEST_BUTTON = 100;
const LONGEST_ALT = 200;

/**
 * Text, then each garment as a card of its picture, words and buttons, then the suggestions. Words of a feed stand in
 * plain_text alone: in a message of text `<at>` calls somebody and `[x](y)` is a link. The picture's address is for
 * `send`, which hands the picture in; `part` tells equal parts of one answer apart.
 */
export function renderFeishu(outline: ReplyOutline, tools: RenderTools): Part[] {
  const { cards, suggestions, rest, heading, text } = outline;
  const keys = buttons(suggestions, tools);
  const ending = cards.length === 0 ? [text, rest] : [rest, suggestions.length === 0 ? '' : heading];
  const calls = [
    ...(cards.length === 0 ? [] : textCalls([text], [])),
    ...cards.map((card) => cardCall(card, tools)),
    ...textCalls(ending, keys),
  ];
  return calls.map((call, part) => ({ call: { ...call, part } }));
}

/** The whole text in cards, the last one with `keys` below it. */
function textCalls(paragraphs: readonly string[], keys: readonly JsonObject[]): JsonObject[] {
  const pieces = splitText(clean(paragraphs.filter(Boolean).join('\n\n')), LONGEST_TEXT, 'bytes');
  return pieces.map((piece, index) => ({ elements: [words(piece), ...(index === pieces.length - 1 ? keys : [])] }));
}

function cardCall(card: CardOutline, tools: RenderTools): JsonObject {
  const text = clip(clean(cardText(card, false)), LONGEST_TEXT, 'bytes');
  const elements = [words(text), ...buttons(card.buttons, tools)];
  if (card.picture === undefined) return { elements };
  return { elements, picture: { address: card.picture, alt: clip(clean(card.title), LONGEST_ALT, 'utf16') } };
}

function words(text: string): JsonObject {
  return { tag: 'div', text: plain(text) };
}

function plain(content: string): JsonObject {
  return { tag: 'plain_text', content };
}

function buttons(outlines: readonly ButtonOutline[], { codeOf }: RenderTools): JsonObject[] {
  const actions = outlines.map((button) => ({
    tag: 'button',
    type: 'default',
    text: plain(clip(clean(button.title), LONGEST_BUTTON, 'utf16')),
    ...('action' in button ? { value: { code: codeOf(button.action) } } : { url: button.link }),
  }));
  return actions.length === 0 ? [] : [{ tag: 'action', actions }];
}

/** Without the control characters, which show nothing and take six bytes each in JSON. */
function clean(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '');
}
