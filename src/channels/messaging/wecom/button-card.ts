import type { Action } from '../../../domain/action.js';
import type { Locale } from '../../../domain/locale.js';
import { codeForGarment } from '../core/button-code.js';
import type { JsonObject, RenderTools } from '../core/messaging-app.js';
import type { ButtonOutline, CardOutline, ReplyOutline } from '../core/reply-outline.js';
import { clip, lengthIn } from '../core/split-text.js';

/** Source: developer.work.weixin.qq.com/document/path/90236, 按钮交互型 */
const BUTTONS = 6;
const OPTIONS = 10;
/** Bytes of an option's id. */
const LONGEST_OPTION_ID = 128;
/** Characters that WeCom advises for a title, the words below it and an option; Latin letters take half the room. */
const LONGEST_HEADING = 36;
const LONGEST_SUBTITLE = 160;
const LONGEST_OPTION: Readonly<Record<Locale, number>> = { 'zh-CN': 16, en: 32 };
/** As many as a button of the card's full width shows. */
const LONGEST_BUTTON = 20;

/** Before the code of a button that is about the selected garment. */
const OF_SELECTED = 'selected!';

interface Pressable {
  readonly title: string;
  readonly action: Action;
}

/** The one card that ends an answer: its JSON, and the same in words for where it is refused. */
export interface ButtonCard {
  readonly card: JsonObject;
  readonly words: string;
}

/**
 * What can be done with the garments and what may be said next, in one card; undefined where there is nothing. Where the
 * buttons of every garment do not fit, the garment is selected first, and each button stands once.
 */
export function buttonCard(outline: ReplyOutline, tools: RenderTools): ButtonCard | undefined {
  const { heading, suggestions, cards } = outline;
  const said = pressable(suggestions);
  const numbered = cards.flatMap(({ buttons, position }, index) =>
    pressable(buttons).map(({ title, action }) => ({ title: `${title} ${position ?? index + 1}`, action })),
  );
  const each = unlike([...numbered, ...said], tools);
  if (each.length === 0) return undefined;
  const base = { card_type: 'button_interaction', main_title: { title: clip(heading, LONGEST_HEADING, 'codepoints') } };
  const words = [heading, ...each.map(({ title }) => title)].join('\n');
  if (each.length <= BUTTONS) return { card: { ...base, button_list: each.map((one) => keyOf(one, tools)) }, words };
  const chosen = selection(cards, outline, tools);
  const own = new Set(numbered.map(({ action }) => tools.codeOf(action)));
  const others = unlike(said, tools).filter(({ action }) => chosen === undefined || !own.has(tools.codeOf(action)));
  const room = BUTTONS - (chosen?.keys.length ?? 0);
  const left = others.slice(room).map(({ title }) => title);
  return {
    card: {
      ...base,
      // What has no button can still be said.
      ...(left.length === 0 ? {} : { sub_title_text: clip(left.join(' · '), LONGEST_SUBTITLE, 'codepoints') }),
      ...(chosen === undefined ? {} : { button_selection: chosen.list }),
      button_list: [...(chosen?.keys ?? []), ...others.slice(0, room).map((one) => keyOf(one, tools))],
    },
    words,
  };
}

/** What a press means: the code of its button, or that of the same button of the garment that was selected. */
export function pressedButton(key: string, selected: string | undefined): string {
  if (!key.startsWith(OF_SELECTED)) return key;
  const code = key.slice(OF_SELECTED.length);
  return (selected === undefined ? undefined : codeForGarment(code, selected)) ?? code;
}

/** The garments to select one from, and the buttons of whichever it is. */
function selection(
  cards: readonly CardOutline[],
  { choices, locale }: ReplyOutline,
  { codeOf }: RenderTools,
): { readonly list: JsonObject; readonly keys: JsonObject[] } | undefined {
  const options = new Map<string, string>();
  for (const { title, buttons } of cards) {
    const id = pressable(buttons)[0]?.action.garmentId;
    if (id === undefined || lengthIn(id, 'bytes') > LONGEST_OPTION_ID || options.size === OPTIONS) continue;
    options.set(id, clip(title, LONGEST_OPTION[locale], 'graphemes'));
  }
  const first = cards.find(({ buttons }) => options.has(pressable(buttons)[0]?.action.garmentId ?? ''));
  if (first === undefined) return undefined;
  return {
    list: {
      question_key: 'garment',
      title: choices,
      option_list: [...options].map(([id, text]) => ({ id, text })),
    },
    keys: pressable(first.buttons).map(({ title, action }) => key(title, `${OF_SELECTED}${codeOf(action)}`)),
  };
}

function keyOf({ title, action }: Pressable, { codeOf }: RenderTools): JsonObject {
  return key(title, codeOf(action));
}

function key(title: string, code: string): JsonObject {
  return { text: clip(title, LONGEST_BUTTON, 'graphemes'), style: 1, key: code };
}

function pressable(buttons: readonly ButtonOutline[]): Pressable[] {
  return buttons.flatMap((button) => ('action' in button ? [button] : []));
}

/** Two buttons that do the same are refused. */
function unlike(buttons: readonly Pressable[], { codeOf }: RenderTools): Pressable[] {
  return [...new Map(buttons.map((button) => [codeOf(button.action), button] as const)).values()];
}
