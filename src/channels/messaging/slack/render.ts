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

/** Blocks of a message, and characters in them: Slack names no number for the latter, and refuses what is far longer. */
const MOST_BLOCKS = 50;
const LONGEST_BLOCKS = 10_000;
/** So many pictures are shown large; of more garments, each is beside its words. */
const LARGE = 2;

/** Blocks that stay together, and how many characters they show. */
interface Group {
  readonly blocks: readonly JsonObject[];
  readonly length: number;
}

/**
 * The answer as one message where its length allows, for Slack takes about one a second in a channel: text, the garments
 * with their pictures and buttons, the suggestions. A picture that Slack cannot read makes it refuse the whole message;
 * `send` then leaves it out, and without its help all are left out. Everything is plain_text: feed text that looks like
 * markup or an emoji's name stays text.
 */
export function renderSlack(outline: ReplyOutline, tools: RenderTools): Part[] {
  const { cards, suggestions, rest, heading, text } = outline;
  const ending = [rest, cards.length === 0 || suggestions.length === 0 ? '' : heading].filter(Boolean).join('\n\n');
  const isList = cards.length > LARGE && cards.every(({ buttons }) => buttons.length > 0);
  const keys = actions(suggestions, 'next', tools);
  const groups = [
    ...textGroups(text),
    ...cards.map((card, index) => cardGroup(card, index, isList, tools)),
    ...textGroups(ending),
    ...(keys.length === 0 ? [] : [{ blocks: keys, length: 0 }]),
  ];
  return packed(groups).map((blocks) => {
    const call = message(clip(text, LONGEST_NOTICE, 'utf16') || heading, blocks);
    const plain = blocks.flatMap(withoutPicture);
    return plain.length === blocks.length && plain.every((block, index) => block === blocks[index])
      ? { call }
      : { call, otherwise: [{ ...call, blocks: plain }] };
  });
}

/** A block without its picture: none where it is nothing else. */
export function withoutPicture(block: JsonObject): JsonObject[] {
  if (block.type === 'image') return [];
  if (block.accessory === undefined) return [block];
  const { accessory: _picture, ...words } = block;
  return [words];
}

function packed(groups: readonly Group[]): (readonly JsonObject[])[] {
  const messages: { blocks: readonly JsonObject[]; length: number }[] = [];
  for (const { blocks, length } of groups) {
    const last = messages.at(-1);
    const fits =
      last !== undefined && last.blocks.length + blocks.length <= MOST_BLOCKS && last.length + length <= LONGEST_BLOCKS;
    if (fits) messages[messages.length - 1] = { blocks: [...last.blocks, ...blocks], length: last.length + length };
    else messages.push({ blocks, length });
  }
  return messages.map(({ blocks }) => blocks);
}

function textGroups(text: string): Group[] {
  return splitText(text, LONGEST_TEXT, 'utf16').map((piece) => ({ blocks: [section(piece)], length: piece.length }));
}

function cardGroup(card: CardOutline, index: number, isList: boolean, tools: RenderTools): Group {
  const text = clip(cardText(card, false), LONGEST_TEXT, 'utf16');
  const keys = actions(card.buttons, `card-${index}`, tools);
  if (card.picture === undefined || card.picture.length > LONGEST_ADDRESS)
    return { blocks: [section(text), ...keys], length: text.length };
  const picture = { type: 'image', image_url: card.picture, alt_text: clip(card.title, LONGEST_ALT, 'utf16') };
  const words = isList ? [{ ...section(text), accessory: picture }] : [picture, section(text)];
  return { blocks: [...words, ...keys], length: text.length };
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
function actions(buttons: readonly ButtonOutline[], name: string, { codeOf }: RenderTools): JsonObject[] {
  const elements = buttons.flatMap((button, index) => elementOf(button, `${name}-${index}`, codeOf));
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
