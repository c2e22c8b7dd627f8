import type { FacetValue } from '../domain/facet.js';
import type { Lexicon, LexiconEntry } from './lexicon.js';
import { syllableOf } from './pinyin.js';
import type { ChineseSegmenter } from './segment-chinese.js';
import { overlapsAny, type Span } from './spans.js';

/** A stretch that sounds like a name and is written otherwise (连冒卫衣, 牛仔酷). */
export interface SoundAlike extends Span {
  readonly entry: LexiconEntry;
}

/** What one can see of a garment: of these a name of two characters may be misspelt, of others only a longer one. */
const SEEN: ReadonlySet<FacetValue['facet']> = new Set<FacetValue['facet']>([
  'category',
  'colours',
  'pattern',
  'material',
  'sleeve',
  'neckline',
]);
/** Characters that are words by themselves, and so no slip for another where one alone differs in a name of two. */
const SMALL_WORDS = new Set(
  '的地得了着过是在有和与及或而且也都就还又再很太更最挺蛮好我你您他她它这那哪什么怎几多少个件条双款只套想要买求找帮给请看穿搭去来吗呢吧啊呀哦哈嘛啦不没别到从向为以已于把被让使用因所但可能会该对比跟同像一二两三四五六七八九十百千万上下里中内外前后左右大小年月日天时分点儿子家人事做说话问题',
);
const LONGEST = 6;
const HAN_RUN = /\p{Script=Han}{2,}/gu;

/**
 * Names of the lexicon by their sound without tones, for the slips of those who type by pinyin: the right syllables,
 * the wrong characters. Longer names are also found where flat and curled tongue, or n and ng, are confused, as many
 * speakers do.
 */
export class Homophones {
  readonly #names = new Map<string, LexiconEntry>();
  readonly #blurred = new Map<string, LexiconEntry>();
  readonly #segmenter: ChineseSegmenter;

  constructor(lexicon: Lexicon, segmenter: ChineseSegmenter) {
    this.#segmenter = segmenter;
    for (const entry of lexicon.entries()) {
      if (!/^\p{Script=Han}{2,6}(?<!的)$/u.test(entry.key)) continue;
      if (entry.key.length === 2 && !canBeMisspelt(entry)) continue;
      const sounds = [...entry.key].map(syllableOf);
      keep(this.#names, sounds.join(' '), entry);
      if (entry.key.length > 2) keep(this.#blurred, sounds.map(blurred).join(' '), entry);
    }
  }

  /** The slips of a normalised text, longest first where they overlap; `read` are stretches that are right as they are. */
  find(text: string, read: readonly Span[]): SoundAlike[] {
    const found: SoundAlike[] = [];
    for (const run of text.matchAll(HAN_RUN)) {
      const sounds = [...run[0]].map(syllableOf);
      let pieces: readonly Span[] | undefined;
      for (let at = 0; at < sounds.length - 1; at++) {
        for (let length = Math.min(LONGEST, sounds.length - at); length > 1; length--) {
          const entry = this.#sounding(sounds.slice(at, at + length));
          if (!entry) continue;
          const span = { start: run.index + at, end: run.index + at + length };
          const wrong = differing(text.slice(span.start, span.end), entry.key).map((place) => span.start + place);
          if (!mayBeSlip(text, span, wrong, read) || !leavesWhole(span, wrong, read)) continue;
          pieces ??= this.#dictionaryWords(run[0], run.index);
          if (!cutsNoWord(span, wrong, pieces)) continue;
          found.push({ ...span, entry });
          at += length - 1;
          break;
        }
      }
    }
    return found;
  }

  #sounding(sounds: readonly string[]): LexiconEntry | undefined {
    return (
      this.#names.get(sounds.join(' ')) ??
      (sounds.length > 2 ? this.#blurred.get(sounds.map(blurred).join(' ')) : undefined)
    );
  }

  /** Words the dictionary has, without any that were guessed. */
  #dictionaryWords(run: string, from: number): Span[] {
    let start = from;
    return this.#segmenter.cutKnown(run).map((piece) => {
      const span = { start, end: start + piece.length };
      start = span.end;
      return span;
    });
  }
}

/** Short names that show, and whose two characters both carry meaning. */
function canBeMisspelt({ key, values }: LexiconEntry): boolean {
  return (
    values.every(({ facet }) => SEEN.has(facet)) &&
    ![...key].some((char) => SMALL_WORDS.has(char) && !'上大子'.includes(char))
  );
}

/** The file's first name with these sounds is the commoner one. */
function keep(names: Map<string, LexiconEntry>, sound: string, entry: LexiconEntry): void {
  if (!names.has(sound)) names.set(sound, entry);
}

function blurred(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
}

function differing(written: string, name: string): number[] {
  return [...name].flatMap((char, at) => (char === written.charAt(at) ? [] : [at]));
}

/** One character at least is right; a small word beside a whole name, or in a name of two, stands for itself. */
function mayBeSlip(text: string, span: Span, wrong: readonly number[], read: readonly Span[]): boolean {
  if (wrong.length === 0 || wrong.length === span.end - span.start) return false;
  const whole = span.end - span.start > 2 && !overlapsAny(span, read);
  return whole || wrong.every((at) => !SMALL_WORDS.has(text.charAt(at)));
}

/** What was read as it stands is no slip, unless it is a part of the misspelt name. */
function leavesWhole(span: Span, wrong: readonly number[], read: readonly Span[]): boolean {
  const long = span.end - span.start > 2;
  return read.every(({ start, end }) => {
    if (end <= span.start || span.end <= start) return true;
    const inside = start >= span.start && end <= span.end;
    return inside && ((long && end - start === 1) || !wrong.some((at) => at >= start && at < end));
  });
}

/** The wrong characters stand for themselves in no word, and the name begins and ends where words do. */
function cutsNoWord(span: Span, wrong: readonly number[], pieces: readonly Span[]): boolean {
  return pieces.every(({ start, end }) => {
    if (end <= span.start || span.end <= start || end - start === 1) return true;
    return start >= span.start && end <= span.end && !wrong.some((at) => at >= start && at < end);
  });
}
