import type { JsonObject, Part, RenderTools } from '../core/messaging-app.js';
import { type ButtonOutline, type CardOutline, cardText, type ReplyOutline } from '../core/reply-outline.js';
import { clip, splitText } from '../core/split-text.js';

/**
 * Characters. Source: developers.facebook.com/documentation/business-messaging/whatsapp/messages,
 * interactive-reply-buttons-messages and interactive-list-messages
 */
const LONGEST_TEXT = 4096;
const LONGEST_BODY = 1024;
const LONGEST_BUTTON = 20;
const LONGEST_ROW = 24;
const LONGEST_DESCRIPTION = 72;
const BUTTONS = 3;
const ROWS = 10;
/** 160 characters with two line ends at most, and as many buttons on every card. Source: …/messages/interactive-media-carousel-messages */
const LONGEST_SLIDE = 160;
const SLIDES = { least: 2, most: 10 };

type Pressable = Extract<ButtonOutline, { action: unknown }>;

/**
 * Text, then the garments as a carousel, or each as a picture with its words and buttons, then the suggestions as buttons
 * or a list.
 */
export function renderWhatsapp(outline: ReplyOutline, tools: RenderTools): Part[] {
  const { cards, rest, heading, text } = outline;
  const menu = (body: string) => menuOf(body, outline, tools);
  const isMenu = pressable(outline.suggestions).length > 0;
  if (cards.length === 0) {
    const whole = inert([text, rest].filter(Boolean).join('\n\n'));
    if (!isMenu) return textParts(whole);
    return whole !== '' && whole.length <= LONGEST_BODY
      ? [{ call: menu(whole) }]
      : [...textParts(whole), { call: menu(heading) }];
  }
  const slides = carousel(text, cards, tools);
  return [
    ...(slides === undefined ? cardParts(text, cards, tools) : [slides]),
    ...textParts(inert(rest)),
    ...(isMenu ? [{ call: menu(heading) }] : []),
  ];
}

function textParts(text: string): Part[] {
  return splitText(text, LONGEST_TEXT, 'utf16').map((body) => ({ call: textCall(body) }));
}

function textCall(body: string): JsonObject {
  return { type: 'text', text: { body, preview_url: false } };
}

/** The garments one by one; the answer's words begin the first where they fit, for WhatsApp counts messages. */
function cardParts(text: string, cards: readonly CardOutline[], tools: RenderTools): Part[] {
  const [first] = cards;
  const begun = first === undefined ? '' : [inert(text), wordsWithLink(first)].filter(Boolean).join('\n\n');
  const fits = first !== undefined && begun.length <= LONGEST_BODY;
  return [
    ...(fits ? [] : textParts(inert(text))),
    ...cards.map((card, index) => cardPart(card, fits && index === 0 ? begun : wordsWithLink(card), tools)),
  ];
}

/** A button that leads to a page cannot stand beside others, so that the words end in the address. */
function cardPart(card: CardOutline, words: string, tools: RenderTools): Part {
  const buttons = pressable(card.buttons).slice(0, BUTTONS);
  const body = buttons.length === 0 ? textCall(words) : interactive(words, buttons, tools);
  if (card.picture === undefined) return { call: body };
  const image = { link: card.picture };
  const call =
    buttons.length === 0
      ? { type: 'image', image: { ...image, caption: words } }
      : interactive(words, buttons, tools, { header: { type: 'image', image } });
  return { call, otherwise: [body] };
}

/**
 * The garments as one message to swipe through, its words above them; undefined where they do not make one: each needs a
 * picture and as many buttons as the others, and the words have to fit. Refused, each is sent as words.
 */
function carousel(text: string, cards: readonly CardOutline[], tools: RenderTools): Part | undefined {
  const body = inert(text);
  const { length: count } = pressable(cards[0]?.buttons ?? []);
  const isEven = cards.every(({ picture, buttons }) => picture !== undefined && pressable(buttons).length === count);
  const isCarousel = cards.length >= SLIDES.least && cards.length <= SLIDES.most && count > 0 && count <= BUTTONS;
  if (!isEven || !isCarousel || body.trim() === '' || body.length > LONGEST_BODY) return undefined;
  const slides = cards.map((card, index) => ({
    card_index: index,
    // Also of those with quick replies Meta's own examples say so.
    type: 'cta_url',
    header: { type: 'image', image: { link: card.picture } },
    body: { text: slideText(card) },
    action: {
      buttons: pressable(card.buttons).map(({ title, action }) => ({
        type: 'quick_reply',
        quick_reply: { id: tools.codeOf(action), title: clip(title, LONGEST_BUTTON, 'utf16') },
      })),
    },
  }));
  const call = {
    type: 'interactive',
    interactive: { type: 'carousel', body: { text: body }, action: { cards: slides } },
  };
  const plain = cards.map((card) => interactive(wordsWithLink(card), pressable(card.buttons), tools));
  return { call, otherwise: [...textParts(body).map((part) => part.call), ...plain] };
}

/** Two line ends at most: the title, what is to be known, and the address where it leaves room for that. */
function slideText(card: CardOutline): string {
  const link = card.link !== undefined && card.link.length <= LONGEST_SLIDE / 2 ? `\n${card.link}` : '';
  const words = [card.title, card.lines.join(' · ')].filter(Boolean).join('\n');
  return `${clip(inert(words.replace(/\n(?=[\s\S]*\n)/g, ' ')), LONGEST_SLIDE - link.length, 'utf16')}${link}`;
}

function wordsWithLink(card: CardOutline): string {
  const link = card.link !== undefined && card.link.length < LONGEST_BODY / 2 ? `\n${card.link}` : '';
  return `${clip(inert(cardText(card, false)), LONGEST_BODY - link.length, 'utf16')}${link}`;
}

function interactive(
  text: string,
  buttons: readonly Pressable[],
  { codeOf }: RenderTools,
  header: JsonObject = {},
): JsonObject {
  const keys = buttons.map(({ title, action }) => ({
    type: 'reply',
    reply: { id: codeOf(action), title: clip(title, LONGEST_BUTTON, 'utf16') },
  }));
  return { type: 'interactive', interactive: { type: 'button', ...header, body: { text }, action: { buttons: keys } } };
}

/** Few short suggestions are buttons, which need one touch less than a list. */
function menuOf(text: string, { suggestions, choices }: ReplyOutline, tools: RenderTools): JsonObject {
  const buttons = pressable(suggestions).slice(0, ROWS);
  const isShort = buttons.length <= BUTTONS && buttons.every(({ title }) => title.length <= LONGEST_BUTTON);
  if (isShort) return interactive(text, buttons, tools);
  const rows = buttons.map(({ title, action }) => ({
    id: tools.codeOf(action),
    title: clip(title, LONGEST_ROW, 'utf16'),
    // What does not fit in the title is read whole below it.
    ...(title.length > LONGEST_ROW ? { description: clip(title, LONGEST_DESCRIPTION, 'utf16') } : {}),
  }));
  const action = { button: clip(choices, LONGEST_BUTTON, 'utf16'), sections: [{ rows }] };
  return { type: 'interactive', interactive: { type: 'list', body: { text }, action } };
}

function pressable(buttons: readonly ButtonOutline[]): Pressable[] {
  return buttons.filter((button): button is Pressable => 'action' in button);
}

const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: '＿', '~': '∼', '`': 'ˋ', '>': '＞' };

/** WhatsApp knows no escape: signs that would format words give way to others that look like them; addresses stay. */
function inert(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[*_~`]|^>/gm, (sign) => LOOKALIKES[sign] ?? sign)))
    .join('');
}
