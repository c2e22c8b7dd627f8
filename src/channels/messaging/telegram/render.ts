import type { JsonObject, Part, RenderTools } from '../core/messaging-app.js';
import { type ButtonOutline, type CardOutline, cardText, type ReplyOutline } from '../core/reply-outline.js';
import { clip, splitText } from '../core/split-text.js';

/** UTF-16 units, as Telegram counts. Source: core.telegram.org/bots/api#sendmessage, #sendphoto */
const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;
const LONGEST_BUTTON = 64;
/** Short suggestions stand side by side. */
const ROW_LENGTH = 24;

/**
 * Text, then each garment as a photo with its buttons, then the suggestions. No parse_mode anywhere: feed text that
 * looks like markup stays text.
 */
export function renderTelegram(outline: ReplyOutline, tools: RenderTools): Part[] {
  const { cards, suggestions, rest, heading } = outline;
  const keyboard = inlineKeyboard(rowsOf(suggestions), tools);
  // The suggestions hang on the last words, where the eye ends.
  const ending = cards.length === 0 ? [] : [rest, suggestions.length === 0 ? '' : heading].filter(Boolean);
  const before = splitText(outline.text, LONGEST_TEXT, 'utf16').map((text) => message(text, undefined));
  const after = splitText(ending.join('\n\n'), LONGEST_TEXT, 'utf16').map((text) => message(text, undefined));
  const last = after.at(-1) ?? (cards.length === 0 ? before.at(-1) : undefined);
  const shown = (call: JsonObject) => part(call === last ? withParams(call, keyboard) : call);
  const parts = [...before.map(shown), ...cards.map((card) => cardPart(card, tools)), ...after.map(shown)];
  return parts.map((one, index) => (index === 0 ? one : quiet(one)));
}

/** An answer is one event to a shopper: its first message rings, and those that follow do not. */
function quiet({ call, otherwise }: Part): Part {
  const hushed = (given: JsonObject) => withParams(given, { disable_notification: true });
  return { call: hushed(call), ...(otherwise === undefined ? {} : { otherwise: otherwise.map(hushed) }) };
}

function cardPart(card: CardOutline, tools: RenderTools): Part {
  const keyboard = inlineKeyboard(card.buttons.length === 0 ? [] : [card.buttons], tools);
  const text = cardText(card, false);
  const plain = message(clip(cardText(card), LONGEST_TEXT, 'utf16'), undefined);
  if (card.picture === undefined) return part(message(clip(text, LONGEST_TEXT, 'utf16'), keyboard), [plain]);
  const caption = clip(text, LONGEST_CAPTION, 'utf16');
  const call = { method: 'sendPhoto', params: { photo: card.picture, caption, ...keyboard } };
  return part(call, [message(clip(text, LONGEST_TEXT, 'utf16'), keyboard)]);
}

function part(call: JsonObject, otherwise?: readonly JsonObject[]): Part {
  return otherwise === undefined ? { call } : { call, otherwise };
}

function message(text: string, keyboard: JsonObject | undefined): JsonObject {
  return { method: 'sendMessage', params: { text, link_preview_options: { is_disabled: true }, ...keyboard } };
}

function withParams(call: JsonObject, more: JsonObject | undefined): JsonObject {
  return { ...call, params: { ...(call.params as JsonObject), ...more } };
}

function inlineKeyboard(rows: readonly (readonly ButtonOutline[])[], { codeOf }: RenderTools): JsonObject | undefined {
  const keys = rows.map((row) => row.flatMap((button) => keyOf(button, codeOf))).filter((row) => row.length > 0);
  return keys.length === 0 ? undefined : { reply_markup: { inline_keyboard: keys } };
}

function keyOf(button: ButtonOutline, codeOf: RenderTools['codeOf']): JsonObject[] {
  const text = clip(button.title, LONGEST_BUTTON, 'utf16');
  if ('action' in button) return [{ text, callback_data: codeOf(button.action) }];
  return opensInTelegram(button.link) ? [{ text, url: button.link }] : [];
}

/** Telegram refuses a whole message for one button that leads to this machine. */
function opensInTelegram(link: string): boolean {
  return link.startsWith('https:');
}

function rowsOf(buttons: readonly ButtonOutline[]): ButtonOutline[][] {
  const rows: ButtonOutline[][] = [];
  for (const button of buttons) {
    const last = rows.at(-1);
    const length = (last ?? []).reduce((sum, { title }) => sum + title.length, 0);
    if (last !== undefined && length + button.title.length <= ROW_LENGTH) last.push(button);
    else rows.push([button]);
  }
  return rows;
}
