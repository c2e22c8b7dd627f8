import type { JsonObject, Part, RenderTools } from '../core/messaging-app.js';
import { type CardOutline, cardText, type ReplyOutline } from '../core/reply-outline.js';
import { clip, lengthIn, splitText } from '../core/split-text.js';
import { inertText } from '../core/wechat/inert-text.js';
import { buttonCard } from './button-card.js';

/** Bytes of UTF-8, as WeCom counts. Source: developer.work.weixin.qq.com/document/path/90236 */
const LONGEST_TEXT = 2048;
const LONGEST_TITLE = 128;
const LONGEST_DESCRIPTION = 512;
const LONGEST_ADDRESS = 2048;
const ARTICLES = 8;
/** So many are news of their own, with a large picture and all their words. */
const ALONE = 2;

/**
 * Text, the garments as news, and one card of buttons: a member gets thirty messages a minute, so that an answer takes
 * three or four. News of several show titles alone: these have the price, and the words stand in the text above.
 */
export function renderWecom(outline: ReplyOutline, tools: RenderTools): Part[] {
  const { cards, suggestions, rest, text } = outline;
  const links = suggestions.flatMap((button) => ('link' in button ? [`${button.title} ${button.link}`] : []));
  const showable = cards.flatMap((card) => {
    const url = addressOf(card);
    return url === undefined ? [] : [{ card, url }];
  });
  const alone = showable.length <= ALONE;
  const told = cards.filter((card) => !alone || addressOf(card) === undefined).map(briefly);
  const buttons = buttonCard(outline, tools);
  return [
    ...textParts([text, ...told, rest, ...links].filter(Boolean).join('\n\n')),
    ...(alone ? showable.map(largeNews) : listNews(showable)),
    ...(buttons === undefined
      ? []
      : [{ call: { msgtype: 'template_card', template_card: buttons.card }, otherwise: textCalls(buttons.words) }]),
  ];
}

/** A garment in two lines; the pieces of an outfit have a line each. */
function briefly(card: CardOutline): string {
  return card.buttons.length === 0 ? cardText(card, false) : [card.title, card.lines.join(' · ')].join('\n');
}

interface Showable {
  readonly card: CardOutline;
  readonly url: string;
}

function largeNews({ card, url }: Showable): Part {
  const { title, lines } = card;
  const description = clip(lines.join('\n'), LONGEST_DESCRIPTION, 'bytes');
  const article = { title: clip(title, LONGEST_TITLE, 'bytes'), description, url, ...pictureOf(card) };
  return { call: news([article]), otherwise: textCalls(cardText(card)) };
}

/** All garments in one message; refused, where each leads is told, for their words were told before. */
function listNews(shown: readonly Showable[]): Part[] {
  const articles = shown
    .slice(0, ARTICLES)
    .map(({ card, url }) => ({ title: titleWithPrice(card), url, ...pictureOf(card) }));
  const plain = shown.map(({ card, url }) => `${card.title}\n${url}`).join('\n\n');
  return [{ call: news(articles), otherwise: textCalls(plain) }];
}

/** A long title gives way to its price. */
function titleWithPrice({ title, price }: CardOutline): string {
  const end = price === undefined ? '' : ` · ${clip(price, LONGEST_TITLE / 2, 'bytes')}`;
  return `${clip(title, LONGEST_TITLE - lengthIn(end, 'bytes'), 'bytes')}${end}`;
}

function news(articles: readonly JsonObject[]): JsonObject {
  return { msgtype: 'news', news: { articles } };
}

function pictureOf({ picture }: CardOutline): { picurl?: string } {
  return fits(picture) ? { picurl: picture } : {};
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
