import type { JsonObject, Part, RenderTools } from '../core/messaging-app.js';
import { type ButtonOutline, type CardOutline, cardText, type ReplyOutline } from '../core/reply-outline.js';
import { clip, lengthIn, splitText } from '../core/split-text.js';
import { inertText } from '../core/wechat/inert-text.js';

/**
 * Bytes of UTF-8. WeChat gives a number for text alone (errcode 45002 above it) and for the other fields only the
 * errcodes 45003 to 45006; the numbers here are those that its sister WeCom gives for the same messages.
 * Source: developers.weixin.qq.com, 发送客服消息; developer.work.weixin.qq.com/document/path/90236, path/94677
 */
const LONGEST_TEXT = 2048;
const LONGEST_TITLE = 128;
const LONGEST_DESCRIPTION = 512;
const LONGEST_ADDRESS = 2048;
const LONGEST_HEAD = 1024;
const LONGEST_ITEM = 128;
const MENU_ITEMS = 10;
/** Of so many garments the menu says what can be done with them. */
const GARMENTS_IN_MENU = 3;
/** Messages of a notice, which nobody asked for just now: few may be left. */
const CALLS_OF_NOTICE = 1;

/**
 * Text, then garments as news of one article each (more are refused), and last a menu with what may be said next, all
 * in as many messages as the account may send: garments that have no room are named in the menu's text.
 */
export function renderWechat(outline: ReplyOutline, tools: RenderTools): Part[] {
  const calls = Number(tools.to?.calls ?? CALLS_OF_NOTICE);
  const showable = outline.cards.filter((card) => addressOf(card) !== undefined);
  for (let count = Math.min(showable.length, calls - 2); count > 0; count--) {
    const parts = withNews(outline, showable.slice(0, count), tools);
    if (parts.length <= calls) return parts;
  }
  const { text, cards, rest } = outline;
  const words = [text, ...cards.map((card) => cardText(card)), rest, ...linkLines(outline)];
  return ending(words, menuItems(outline, tools), outline);
}

function withNews(outline: ReplyOutline, shown: readonly CardOutline[], tools: RenderTools): Part[] {
  const { cards, text, rest, heading } = outline;
  const items = menuItems(outline, tools);
  const others = cards.filter((card) => !shown.includes(card)).map((card) => cardText(card));
  const lines = [...others, rest, ...linkLines(outline), items.length === 0 ? '' : heading];
  return [...textParts(text), ...shown.map(newsPart), ...ending(lines, items, outline)];
}

/**
 * The whole answer in one text, for accounts that answer in the response alone: first what it says, then garments, as
 * many as there is room for, then what may be said next.
 */
export function renderWechatInOne(outline: ReplyOutline): Part[] {
  const { text, cards, rest, heading, suggestions } = outline;
  const said = suggestions.flatMap((button) => ('action' in button ? [button.title] : []));
  const next = [...linkLines(outline), ...(said.length === 0 ? [] : [[heading, ...said].join('\n')])].join('\n\n');
  const room = LONGEST_TEXT - lengthIn(inertText(next), 'bytes') - 2;
  const words = [text, ...cards.map((card) => cardText(card)), rest].filter(Boolean).join('\n\n');
  const content = [clip(inertText(words), Math.max(room, 0), 'bytes'), inertText(next)].filter(Boolean).join('\n\n');
  return [{ call: { msgtype: 'text', text: { content: clip(content, LONGEST_TEXT, 'bytes') } } }];
}

/** The last words with the menu under them; words that a menu has no room for come before it. */
function ending(lines: readonly string[], items: readonly JsonObject[], outline: ReplyOutline): Part[] {
  const text = inertText(lines.filter(Boolean).join('\n\n'));
  if (items.length === 0) return textParts(text);
  const short = lengthIn(text, 'bytes') <= LONGEST_HEAD;
  const head = short ? text : outline.heading;
  const call = { msgtype: 'msgmenu', msgmenu: { head_content: head, list: items, tail_content: '' } };
  const said = outline.suggestions.map(({ title }) => inertText(title));
  // Test accounts and unverified ones have no menus (errcode 40200): what may be said is then read.
  return [...(short ? [] : textParts(text)), { call, otherwise: textCalls([head, ...said].join('\n')) }];
}

/** What can be done with the first garments, as far as there is room beside the suggestions. */
function menuItems({ cards, suggestions }: ReplyOutline, tools: RenderTools): JsonObject[] {
  const ofCards = cards
    .slice(0, GARMENTS_IN_MENU)
    .flatMap((card) => card.buttons.map((button) => ({ ...button, title: `${button.title} · ${card.title}` })))
    .flatMap((button) => itemOf(button, tools));
  const said = suggestions.flatMap((button) => itemOf(button, tools)).slice(0, MENU_ITEMS);
  return [...ofCards.slice(0, MENU_ITEMS - said.length), ...said];
}

function itemOf(button: ButtonOutline, { codeOf }: RenderTools): JsonObject[] {
  if (!('action' in button)) return [];
  return [{ id: codeOf(button.action), content: clip(inertText(button.title), LONGEST_ITEM, 'bytes') }];
}

/** Menus have no links: an address stands in the text. */
function linkLines({ suggestions }: ReplyOutline): string[] {
  return suggestions.flatMap((button) => ('link' in button ? [`${button.title} ${button.link}`] : []));
}

function newsPart(card: CardOutline): Part {
  const { title, lines, picture } = card;
  const article = {
    title: clip(title, LONGEST_TITLE, 'bytes'),
    description: clip(lines.join('\n'), LONGEST_DESCRIPTION, 'bytes'),
    url: addressOf(card) ?? '',
    ...(fits(picture) ? { picurl: picture } : {}),
  };
  return { call: { msgtype: 'news', news: { articles: [article] } }, otherwise: textCalls(cardText(card)) };
}

/** Where an article leads: an outfit to its own picture. */
function addressOf({ link, picture }: CardOutline): string | undefined {
  return [link, picture].find(fits);
}

function fits(address: string | undefined): address is string {
  return address !== undefined && lengthIn(address, 'bytes') <= LONGEST_ADDRESS;
}

function textParts(text: string): Part[] {
  return textCalls(text).map((call) => ({ call }));
}

function textCalls(text: string): JsonObject[] {
  return splitText(inertText(text), LONGEST_TEXT, 'bytes').map((content) => ({ msgtype: 'text', text: { content } }));
}
