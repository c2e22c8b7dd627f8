import type { JsonObject, Part, RenderTools } from '../core/messaging-app.js';
import { type ButtonOutline, type CardOutline, cardText, type ReplyOutline } from '../core/reply-outline.js';
import { clip, splitText } from '../core/split-text.js';

/**
 * Characters. Source: developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages,
 * template/generic and quick-replies
 */
const LONGEST_TEXT = 2000;
const LONGEST_TITLE = 80;
const LONGEST_BUTTON = 20;
const BUTTONS = 3;
const ELEMENTS = 10;
const QUICK_REPLIES = 13;

/**
 * Text, then the garments as a carousel, then the suggestions as quick replies. Messenger's text knows no markup. An
 * outfit's pieces and what it costs have no room on a card: they stand in the text.
 */
export function renderMessenger(outline: ReplyOutline, tools: RenderTools): Part[] {
  const { cards, rest, suggestions, heading, text } = outline;
  const keys = quickReplies(suggestions, tools);
  if (cards.length === 0) return textParts([text, rest], keys);
  const ending = [rest, suggestions.length === 0 ? '' : heading];
  const told = cards.filter(hasNoRoom).map((card) => cardText(card, false));
  return [...textParts([text, ...told], {}), carousel(cards.slice(0, ELEMENTS), tools), ...textParts(ending, keys)];
}

/** The whole text in messages, the last one with `keys` below it. */
function textParts(paragraphs: readonly string[], keys: JsonObject): Part[] {
  const pieces = splitText(paragraphs.filter(Boolean).join('\n\n'), LONGEST_TEXT, 'utf16');
  return pieces.map((text, index) => ({ call: { text, ...(index === pieces.length - 1 ? keys : {}) } }));
}

/** A carousel that is refused is sent without pictures, and its words where it is refused again. */
function carousel(cards: readonly CardOutline[], tools: RenderTools): Part {
  const elements = cards.map((card) => elementOf(card, tools));
  const bare = elements.map(({ image_url: _picture, ...element }) => element);
  // A title alone is no card.
  const plain = bare.every((element) => Object.keys(element).length > 1)
    ? [template(bare)]
    : cards.map((card) => ({ text: clip(cardText(card), LONGEST_TEXT, 'utf16') }));
  return { call: template(elements), otherwise: plain };
}

function template(elements: readonly JsonObject[]): JsonObject {
  return { attachment: { type: 'template', payload: { template_type: 'generic', elements } } };
}

/** An outfit that is longer than a card: of a garment the first lines are the price and the sizes, which fit. */
function hasNoRoom({ buttons, lines }: CardOutline): boolean {
  return buttons.length === 0 && lines.join('\n').length > LONGEST_TITLE;
}

function elementOf(card: CardOutline, { codeOf }: RenderTools): JsonObject {
  const isTold = hasNoRoom(card);
  const title = isTold && card.price !== undefined ? `${card.title} · ${card.price}` : card.title;
  const subtitle = isTold && card.picture !== undefined ? '' : clip(card.lines.join('\n'), LONGEST_TITLE, 'utf16');
  // An outfit's card shows its picture whole.
  const target = card.link ?? card.picture;
  const buttons = card.buttons.slice(0, BUTTONS).flatMap((button) => buttonOf(button, codeOf));
  return {
    title: clip(title, LONGEST_TITLE, 'utf16'),
    ...(subtitle === '' ? {} : { subtitle }),
    ...(card.picture === undefined ? {} : { image_url: card.picture }),
    ...(target === undefined || !opens(target)
      ? {}
      : { default_action: { type: 'web_url', url: target, webview_height_ratio: 'full' } }),
    ...(buttons.length === 0 ? {} : { buttons }),
  };
}

function buttonOf(button: ButtonOutline, codeOf: RenderTools['codeOf']): JsonObject[] {
  const title = clip(button.title, LONGEST_BUTTON, 'utf16');
  if ('action' in button) return [{ type: 'postback', title, payload: codeOf(button.action) }];
  return opens(button.link) ? [{ type: 'web_url', title, url: button.link }] : [];
}

/** Messenger refuses the whole carousel for one address that leads to this machine. */
function opens(link: string): boolean {
  return link.startsWith('https:');
}

function quickReplies(suggestions: readonly ButtonOutline[], { codeOf }: RenderTools): JsonObject {
  const keys = suggestions.slice(0, QUICK_REPLIES).flatMap((button) => {
    if (!('action' in button)) return [];
    const title = clip(button.title, LONGEST_BUTTON, 'utf16');
    return [{ content_type: 'text', title, payload: codeOf(button.action) }];
  });
  return keys.length === 0 ? {} : { quick_replies: keys };
}
