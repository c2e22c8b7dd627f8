import type { JsonObject, Part, RenderTools } from '../core/messaging-app.js';
import { type ButtonOutline, type CardOutline, cardText, type ReplyOutline } from '../core/reply-outline.js';
import { clip, splitText } from '../core/split-text.js';

/** Bytes of a message's msgParam. Source: open.dingtalk.com/document/orgapp/the-robot-sends-a-group-message */
const LONGEST_PARAM = 15_000;
/** Bytes of text in one piece; as markdown in JSON a byte is six at most, and buttons stand below. */
const LONGEST_TEXT = 1_800;
const LONGEST_TITLE = 64;
const LONGEST_BUTTON = 20;
/** Longer addresses would take the room of the words. */
const LONGEST_ADDRESS = 1_000;
/** A new line is a new paragraph: single line ends are spaces in markdown. */
const BREAK = '\n\n';

/**
 * The answer as markdown, in as few messages as its length allows: DingTalk drops what comes too fast. Buttons are
 * links that write a message in the shopper's name; they work in markdown alone.
 */
export function renderDingtalk(outline: ReplyOutline, tools: RenderTools): Part[] {
  const { cards, suggestions, rest, heading, text } = outline;
  const links = suggestions.flatMap((button) => linkOf(button, tools));
  const ending = links.length === 0 ? [] : [[inert(heading), ...links.map((link) => `- ${link}`)].join(BREAK)];
  const blocks = [...pieces(text), ...cards.map((card) => cardBlock(card, tools)), ...pieces(rest), ...ending];
  const title = clip(firstLine(text) || heading, LONGEST_TITLE, 'utf16');
  return packed(blocks, title).map((markdown) => ({ call: message(title, markdown) }));
}

function message(title: string, text: string): JsonObject {
  return { msgKey: 'sampleMarkdown', msgParam: JSON.stringify({ title, text }) };
}

/** Blocks in order, together where there is room. */
function packed(blocks: readonly string[], title: string): string[] {
  const messages: string[] = [];
  for (const block of blocks) {
    const last = messages.at(-1);
    const together = last === undefined ? block : `${last}${BREAK}${block}`;
    const fits = Buffer.byteLength(JSON.stringify({ title, text: together })) <= LONGEST_PARAM;
    if (last === undefined || !fits) messages.push(block);
    else messages[messages.length - 1] = together;
  }
  return messages;
}

function pieces(text: string): string[] {
  return splitText(text, LONGEST_TEXT, 'bytes').map(inert);
}

function cardBlock(card: CardOutline, tools: RenderTools): string {
  const [title = '', ...lines] = inert(clip(cardText(card, false), LONGEST_TEXT, 'bytes')).split(BREAK);
  const picture = card.picture === undefined ? [] : addressIn(card.picture).map((address) => `![](${address})`);
  const links = card.buttons.flatMap((button) => linkOf(button, tools)).join('  ·  ');
  return [`#### ${title}`, ...picture, ...lines, links].filter((line) => line !== '').join(BREAK);
}

function linkOf(button: ButtonOutline, { codeOf }: RenderTools): string[] {
  const title = clip(button.title, LONGEST_BUTTON, 'utf16');
  const target =
    'link' in button ? addressIn(button.link) : [`${SAY}${encoded(wordsOf(button.action, title, codeOf))}`];
  return target.map((address) => `[${inert(title)}](${address})`);
}

const SAY = 'dtmd://dingtalkclient/sendMessage?content=';
const SAID = 't:';

/** What a press writes: the sentence itself where it is one, else the button's words and its code behind them. */
function wordsOf(action: Parameters<RenderTools['codeOf']>[0], title: string, codeOf: RenderTools['codeOf']): string {
  const code = codeOf(action);
  return code.startsWith(SAID) ? code.slice(SAID.length) : `${title} 〔${code}〕`;
}

/** An address inside the brackets of a link; none where it is no web address. */
function addressIn(address: string): string[] {
  const written = URL.canParse(address) ? new URL(address).href : '';
  if (!/^https?:/.test(written) || written.length > LONGEST_ADDRESS) return [];
  return [written.replace(/[()]/g, bracketCode)];
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[()]/g, bracketCode);
}

function bracketCode(sign: string): string {
  return sign === '(' ? '%28' : '%29';
}

const WIDE: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  '*': '＊',
  _: '＿',
  '`': '｀',
  '~': '～',
  '|': '｜',
  '\\': '＼',
  '#': '＃',
  '>': '＞',
};

/**
 * Text that means nothing in markdown. DingTalk does not say how its signs are written literally, so that they get
 * their full-width forms, which are no signs to it; `<` is an entity.
 */
function inert(text: string): string {
  return text
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[[\]*_`~|\\]/g, (sign) => WIDE[sign] ?? sign)
    .replace(/^(\s*)([#>])/gm, (_, space: string, sign: string) => `${space}${WIDE[sign]}`)
    .replace(/\n+/g, BREAK);
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
