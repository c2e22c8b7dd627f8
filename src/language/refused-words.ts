import { isContentWord } from './keywords.js';
import { overlapsAny, type Span } from './spans.js';
import type { Word } from './tokenise.js';

/** What may join a second thing to a refused one: no zips or buttons, 不要拉链和纽扣. */
const JOINED = /^(?:\s|和|或者?|、|跟|与|,|\bor\b|\band\b|\bany\b|\/)*$/;
/** Refused in talk and worn by nobody: no rush, without doubt, 不要误会. */
const NO_THINGS =
  /^(?:rush|hurry|problems?|worries|worry|idea|ideas|clue|matter|doubt|pressure|point|need|reason|joke|kidding|luck|chance|fuss|stress|way|time|money|wonder|offen[cs]e|comment|thanks|longer|good|news|nonsense|spam|bots?|ads|着急|误会|骗|骗我|紧张|担心|客气|问题|关系|办法|意见|着|啰嗦|废话|打扰|敷衍|忽悠|急)$/;
/** A person names a few; the work is bounded. */
const MOST = 4;

/**
 * Content words that a refusal reaches and no facet names ("no zippers", 不要拉链): the words right behind one of
 * `refusals`, up to what cannot be joined to them.
 */
export function refusedWords(
  text: string,
  words: readonly Word[],
  refusals: readonly { readonly end: number; readonly reach: RegExp }[],
  taken: readonly Span[],
): Word[] {
  const found: Word[] = [];
  for (const { end, reach } of refusals) {
    let last = end;
    let filled: RegExp = reach;
    for (const word of words) {
      if (word.start < end || found.length >= MOST) continue;
      if (overlapsAny(word, taken)) break;
      if (!isContentWord(word)) continue;
      if (!filled.test(text.slice(last, word.start)) || NO_THINGS.test(word.text)) break;
      found.push(word);
      last = word.end;
      filled = JOINED;
    }
  }
  return found;
}
