import type { JsonObject, Part, RenderTools } from '../core/messaging-app.js';
import { type ButtonOutline, type CardOutline, cardText, type ReplyOutline } from '../core/reply-outline.js';
import { clip, lengthIn, splitText } from '../core/split-text.js';
import { inertText } from '../core/wechat/inert-text.js';

/** Bytes of UTF-8, as WeCom counts. Source: developer.work.weixin.qq.com/document/path/90236 */
const LONGEST_TEXT = 2048;
const LONGEST_TITLE = 128;
const LONGEST_DESCRIPTION = 512;
const LONGEST_ADDRESS = 2048;
const BUTTONS = 6;
/** Characters that WeCom advises for a card's title, and as many as a button of its full width shows. */
const LONGEST_HEADING = 36;
const LONGEST_BUTTON = 20;
/** Of so many garments the buttons fit into one card, two each. */
const GARMENTS_WITH_BUTTONS = 3;

/**
 * Text, each garment as news of its own (several in one would show titles alone), a card with what can be done with
 * the first garments, and one with what may be said next: news have no buttons, and cards with buttons no picture.
 */
export function renderWecom(outline: ReplyOutline, tools: RenderTools): Part[] {
  const { cards, suggestions, rest, text, choices, heading } = outline;
  const links = suggestions.flatMap((button) => ('link' in button ? [`${button.title} ${button.link}`] : []));
  const ofGarments = cards
    .slice(0, GARMENTS_WITH_BUTTONS)
    .flatMap(({ buttons }, index) => buttons.map((button) => ({ ...button, title: `${button.title} ${index + 1}` })));
  return [
    ...textParts(text),
    ...cards.flatMap(cardParts),
    ...textParts([rest, ...links].filter(Boolean).join('\n\n')),
    ...buttonPart(choices, ofGarments, tools),
    ...buttonPart(heading, suggestions, tools),
  ];
}

function cardParts(card: CardOutline): Part[] {
  const { title, lines, picture } = card;
  // An article leads somewhere: an outfit to its own picture.
  const url = [card.link, picture].find(fits);
  if (url === undefined) return textParts(cardText(card));
  const article = {
    title: clip(title, LONGEST_TITLE, 'bytes'),
    description: clip(lines.join('\n'), LONGEST_DESCRIPTION, 'bytes'),
    url,
    ...(fits(picture) ? { picurl: picture } : {}),
  };
  return [{ call: { msgtype: 'news', news: { articles: [article] } }, otherwise: textCalls(cardText(card)) }];
}

/** A card of buttons; it gets its task id where it is sent. */
function buttonPart(title: string, buttons: readonly ButtonOutline[], { codeOf }: RenderTools): Part[] {
  const shown = buttons.flatMap((button) => ('action' in button ? [button] : [])).slice(0, BUTTONS);
  if (shown.length === 0) return [];
  const list = shown.map((button) => ({
    text: clip(button.title, LONGEST_BUTTON, 'graphemes'),
    style: 1,
    key: codeOf(button.action),
  }));
  const card = {
    card_type: 'button_interaction',
    main_title: { title: clip(title, LONGEST_HEADING, 'codepoints') },
    button_list: unlike(list),
  };
  const words = [title, ...shown.map((button) => button.title)].join('\n');
  return [{ call: { msgtype: 'template_card', template_card: card }, otherwise: textCalls(words) }];
}

/** Two buttons that do the same are refused. */
function unlike<T extends { readonly key: string }>(buttons: readonly T[]): T[] {
  return [...new Map(buttons.map((button) => [button.key, button] as const)).values()];
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
