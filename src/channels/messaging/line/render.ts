import type { Json, JsonObject, Part, RenderTools } from '../core/messaging-app.js';
import { type ButtonOutline, type CardOutline, cardText, type ReplyOutline } from '../core/reply-outline.js';
import { clip, splitText } from '../core/split-text.js';

/**
 * UTF-16 units, as LINE counts all but the labels of buttons: those it counts in characters as people see them, of which
 * there are never more. Sources: developers.line.biz/en/reference/messaging-api, /en/docs/messaging-api/text-character-count
 */
const LONGEST_TEXT = 5000;
const LONGEST_ALT = 400;
const LONGEST_LABEL = 20;
const LONGEST_DISPLAY = 300;
const LONGEST_ADDRESS = 1000;
const LONGEST_PICTURE = 2000;
const QUICK_REPLIES = 13;
const MESSAGES_A_CALL = 5;
const BUBBLES = 12;
/** Bytes of a carousel's JSON: LINE takes 50 KB; a little is left for what stands around the bubbles. */
const CAROUSEL_BYTES = 45_000;
/** A card is read at a glance; this keeps each bubble far below its 30 KB. */
const LONGEST_TITLE = 200;
const LONGEST_LINE = 160;

/**
 * Text, then the garments as a flex carousel, then the suggestions as quick replies; as few calls as can be, for the
 * first is a free answer and every other counts. `newKey` makes the UUID by which LINE knows a call that comes again.
 */
export function renderLine(outline: ReplyOutline, tools: RenderTools, newKey: () => string): Part[] {
  const { cards, rest, suggestions, heading, text } = outline;
  const shown = carousels(cards, tools);
  const before = texts([text, ...(cards.length === 0 ? [rest] : [])]);
  const after = cards.length === 0 ? [] : texts([rest, suggestions.length === 0 ? '' : heading]);
  const keys = quickReplies(suggestions, tools);
  const rich = withKeys([...before, ...shown, ...after], keys);
  let told = 0;
  return chunks(rich).map((messages, index) => {
    const call = { messages, key: newKey(), first: index === 0 };
    if (!messages.some(({ type }) => type === 'flex')) return { call };
    const words = messages.flatMap((message) => {
      if (message.type !== 'flex') return [message];
      const from = told;
      told += bubblesIn(message.contents);
      return cardTexts(cards.slice(from, told), message);
    });
    const otherwise = chunks(words).map((plain, at) => ({
      messages: plain,
      key: newKey(),
      first: index === 0 && at === 0,
    }));
    return { call, otherwise };
  });
}

function texts(paragraphs: readonly string[]): JsonObject[] {
  const whole = paragraphs.filter(Boolean).join('\n\n');
  return splitText(whole, LONGEST_TEXT, 'utf16').map((text) => ({ type: 'text', text }));
}

/** Quick replies are shown with the last message alone. */
function withKeys(messages: readonly JsonObject[], keys: JsonObject): JsonObject[] {
  return messages.map((message, index) => (index === messages.length - 1 ? { ...message, ...keys } : message));
}

function chunks(messages: readonly JsonObject[]): JsonObject[][] {
  const calls: JsonObject[][] = [];
  for (let at = 0; at < messages.length; at += MESSAGES_A_CALL) calls.push(messages.slice(at, at + MESSAGES_A_CALL));
  return calls;
}

function carousels(cards: readonly CardOutline[], tools: RenderTools): JsonObject[] {
  const groups: { cards: CardOutline[]; bubbles: JsonObject[]; bytes: number }[] = [];
  for (const card of cards) {
    const bubble = bubbleOf(card, tools);
    const bytes = Buffer.byteLength(JSON.stringify(bubble));
    const last = groups.at(-1);
    if (last === undefined || last.bubbles.length === BUBBLES || last.bytes + bytes > CAROUSEL_BYTES)
      groups.push({ cards: [card], bubbles: [bubble], bytes });
    else {
      last.cards.push(card);
      last.bubbles.push(bubble);
      last.bytes += bytes;
    }
  }
  return groups.map((group) => ({
    type: 'flex',
    altText: clip(group.cards.map(({ title }) => title).join('\n'), LONGEST_ALT, 'utf16'),
    contents: { type: 'carousel', contents: group.bubbles },
  }));
}

/** The words of the cards that a carousel shows, for where LINE refuses it; quick replies stay below the last. */
function cardTexts(cards: readonly CardOutline[], { quickReply }: JsonObject): JsonObject[] {
  const whole = texts(cards.map((card) => cardText(card)));
  return quickReply === undefined ? whole : withKeys(whole, { quickReply });
}

function bubblesIn(carousel: Json | undefined): number {
  const { contents } = (carousel ?? {}) as JsonObject;
  return Array.isArray(contents) ? contents.length : 0;
}

function bubbleOf(card: CardOutline, { codeOf }: RenderTools): JsonObject {
  const buttons = card.buttons.flatMap((button) => buttonOf(button, codeOf));
  const title = { ...words(card.title, LONGEST_TITLE), weight: 'bold', size: 'md' };
  const lines = card.lines
    .filter((line) => line.trim() !== '')
    .map((line) => ({ ...words(line, LONGEST_LINE), size: 'sm', color: '#555555' }));
  return {
    type: 'bubble',
    ...heroOf(card),
    body: { type: 'box', layout: 'vertical', spacing: 'sm', contents: [title, ...lines] },
    ...(buttons.length === 0 ? {} : { footer: { type: 'box', layout: 'vertical', contents: buttons } }),
  };
}

function words(text: string, most: number): JsonObject {
  return { type: 'text', text: clip(text, most, 'utf16'), wrap: true };
}

function heroOf({ picture }: CardOutline): JsonObject {
  if (picture === undefined || !isShowable(picture)) return {};
  return { hero: { type: 'image', url: picture, size: 'full', aspectRatio: '3:4', aspectMode: 'cover' } };
}

/** That an address is of https was seen before; LINE refuses a carousel for one that is too long. */
function isShowable(address: string): boolean {
  return address.length <= LONGEST_PICTURE;
}

function buttonOf(button: ButtonOutline, codeOf: RenderTools['codeOf']): JsonObject[] {
  const action = 'action' in button ? pressOf(button, codeOf) : linkOf(button);
  return action === undefined ? [] : [{ type: 'button', height: 'sm', style: 'link', action }];
}

function pressOf({ title, action }: Extract<ButtonOutline, { action: unknown }>, codeOf: RenderTools['codeOf']) {
  return {
    type: 'postback',
    label: clip(title, LONGEST_LABEL, 'utf16'),
    data: codeOf(action),
    displayText: clip(title, LONGEST_DISPLAY, 'utf16'),
  };
}

function linkOf({ title, link }: Extract<ButtonOutline, { link: string }>): JsonObject | undefined {
  if (!link.startsWith('https:') || link.length > LONGEST_ADDRESS) return undefined;
  return { type: 'uri', label: clip(title, LONGEST_LABEL, 'utf16'), uri: link };
}

function quickReplies(suggestions: readonly ButtonOutline[], { codeOf }: RenderTools): JsonObject {
  const items = suggestions
    .slice(0, QUICK_REPLIES)
    .flatMap((button) => ('action' in button ? [{ type: 'action', action: pressOf(button, codeOf) }] : []));
  return items.length === 0 ? {} : { quickReply: { items } };
}
