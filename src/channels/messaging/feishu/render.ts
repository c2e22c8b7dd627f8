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

/** Elements of a card, and bytes of its JSON: Feishu takes 30 KB; a little is left for what stands around them. */
const MOST_ELEMENTS = 50;
const LONGEST_CARD = 26_000;
/** So many pictures are shown large; of more garments, each is beside its words. */
const LARGE = 2;

/**
 * The answer as one card where its length allows: text, the garments with their pictures and buttons, the suggestions.
 * Words of a feed stand in plain_text alone: in a message of text `<at>` calls somebody and `[x](y)` is a link. A picture
 * stands as its address, for `send`, which hands it in; `part` tells equal parts of one answer apart.
 */
export function renderFeishu(outline: ReplyOutline, tools: RenderTools): Part[] {
  const { cards, suggestions, rest, heading, text } = outline;
  const ending = [rest, cards.length === 0 || suggestions.length === 0 ? '' : heading].filter(Boolean).join('\n\n');
  const isList = cards.length > LARGE && cards.every(({ buttons }) => buttons.length > 0);
  const keys = buttons(suggestions, tools);
  const groups = [
    ...textGroups(text),
    ...cards.map((card) => cardGroup(card, isList, tools)),
    ...(cards.length === 0 || ending === '' ? [] : [[{ tag: 'hr' }]]),
    ...textGroups(ending),
    ...(keys.length === 0 ? [] : [keys]),
  ];
  return packed(groups).map((elements, part) => ({ call: { elements, part } }));
}

/** Elements in order, those of a group together, in as few cards as may be. */
function packed(groups: readonly (readonly JsonObject[])[]): (readonly JsonObject[])[] {
  const messages: (readonly JsonObject[])[] = [];
  for (const group of groups) {
    const together = [...(messages.at(-1) ?? []), ...group];
    const fits = together.length <= MOST_ELEMENTS && Buffer.byteLength(JSON.stringify(together)) <= LONGEST_CARD;
    if (fits && messages.length > 0) messages[messages.length - 1] = together;
    else messages.push(group);
  }
  return messages;
}

function textGroups(text: string): JsonObject[][] {
  return splitText(clean(text), LONGEST_TEXT, 'bytes').map((piece) => [words(piece)]);
}

function cardGroup(card: CardOutline, isList: boolean, tools: RenderTools): JsonObject[] {
  const told = words(clip(clean(cardText(card, false)), LONGEST_TEXT, 'bytes'));
  const keys = buttons(card.buttons, tools);
  const line = { tag: 'hr' };
  if (card.picture === undefined) return [line, told, ...keys];
  const picture = { tag: 'img', address: card.picture, alt: plain(clip(clean(card.title), LONGEST_ALT, 'utf16')) };
  return isList ? [line, { ...told, extra: picture }, ...keys] : [line, picture, told, ...keys];
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
