import type { JsonObject, Part, RenderTools } from '../core/messaging-app.js';
import { type ButtonOutline, type CardOutline, cardText, type ReplyOutline } from '../core/reply-outline.js';
import { clip, splitText } from '../core/split-text.js';

/** Characters. Source: docs.slack.dev/reference/block-kit/blocks and /block-elements/button-element */
const LONGEST_TEXT = 3000;
const LONGEST_BUTTON = 75;
const LONGEST_ADDRESS = 3000;
const LONGEST_ALT = 2000;
/** Slack cuts the text that notifications show near this length. */
const LONGEST_NOTICE = 4000;

/**
 * Text, then each garment as a message of its picture, words and buttons (a picture that Slack cannot read makes it
 * refuse the whole message), then the suggestions. Everything is plain_text: feed text that looks like markup or an
 * emoji's name stays text.
 */
export function renderSlack(outline: ReplyOutline, tools: RenderTools): Part[] {
  const { cards, suggestions, rest, heading, text } = outline;
  const keys = actions(suggestions, tools);
  if (cards.length === 0) return textMessages([text, rest], keys);
  const ending = [rest, suggestions.length === 0 ? '' : heading];
  return [...textMessages([text], []), ...cards.map((card) => cardPart(card, tools)), ...textMessages(ending, keys)];
}

/** The whole text in messages, the last one with `keys` below it. */
function textMessages(paragraphs: readonly string[], keys: readonly JsonObject[]): Part[] {
  const pieces = splitText(paragraphs.filter(Boolean).join('\n\n'), LONGEST_TEXT, 'utf16');
  return pieces.map((piece, index) => ({
    call: message(piece, [section(piece), ...(index === pieces.length - 1 ? keys : [])]),
  }));
}

function cardPart(card: CardOutline, tools: RenderTools): Part {
  const text = clip(cardText(card, false), LONGEST_TEXT, 'utf16');
  const words = [section(text), ...actions(card.buttons, tools)];
  if (card.picture === undefined || card.picture.length > LONGEST_ADDRESS) return { call: message(text, words) };
  const picture = { type: 'image', image_url: card.picture, alt_text: clip(card.title, LONGEST_ALT, 'utf16') };
  return { call: message(text, [picture, ...words]), otherwise: [message(text, words)] };
}

function message(text: string, blocks: readonly JsonObject[]): JsonObject {
  return { text: escaped(text), blocks, unfurl_links: false, unfurl_media: false };
}

function section(text: string): JsonObject {
  return { type: 'section', text: plain(text) };
}

function plain(text: string): JsonObject {
  return { type: 'plain_text', text, emoji: false };
}

/** Six suggestions and three buttons of a card: far below the 25 that a row may have. */
function actions(buttons: readonly ButtonOutline[], { codeOf }: RenderTools): JsonObject[] {
  const elements = buttons.flatMap((button, index) => elementOf(button, `button-${index}`, codeOf));
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function elementOf(button: ButtonOutline, id: string, codeOf: RenderTools['codeOf']): JsonObject[] {
  const base = { type: 'button', action_id: id, text: plain(clip(button.title, LONGEST_BUTTON, 'utf16')) };
  if ('action' in button) return [{ ...base, value: codeOf(button.action) }];
  return button.link.length > LONGEST_ADDRESS ? [] : [{ ...base, url: button.link }];
}

/** The text of notifications is mrkdwn: its three control characters are written as entities. */
function escaped(text: string): string {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' } as const;
  const whole = text.replace(/[&<>]/g, (sign) => entities[sign as keyof typeof entities]);
  if (whole.length <= LONGEST_NOTICE) return whole;
  return clip(whole, LONGEST_NOTICE, 'utf16').replace(/&\w*…$/, '…');
}
