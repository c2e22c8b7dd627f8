import type { FacetValue } from '../domain/facet.js';
import type { LexiconEntry } from './lexicon.js';
import { looksLike, soundsNearly } from './look-alikes.js';
import { syllableOf } from './pinyin.js';
import type { ChineseSegmenter } from './segment-chinese.js';
import { overlapsAny, type Span } from './spans.js';

/** A stretch that sounds like a name and is written otherwise (连冒卫衣, 牛仔酷, 睡yi). */
export interface SoundAlike extends Span {
  readonly entry: LexiconEntry;
}

/** A character or a syllable spelt in Latin letters, with its sound. */
interface Unit extends Span {
  readonly sound: string;
  readonly char?: string;
}

/** What one can see of a garment: of these a name of two characters may be misspelt, of others only a longer one. */
const SEEN: ReadonlySet<FacetValue['facet']> = new Set<FacetValue['facet']>([
  'category',
  'colours',
  'pattern',
  'material',
  'sleeve',
  'neckline',
  'fit',
  'occasions',
]);
/** Characters that are words by themselves, and so no slip for another where one alone differs in a name of two. */
const SMALL_WORDS = new Set(
  '的地得了着过是在有和与及或而且也都就还又再很太更最挺蛮好我你您他她它这那哪什么怎几多少个件条双款只套想要买求找帮给请看穿搭去来吗呢吧啊呀哦哈嘛啦不没别到从向为以已于把被让使用因所但可能会该对比跟同像一二两三四五六七八九十百千万上下里中内外前后左右大小年月日天时分点儿子家人事做说话问题',
);
/** At the end of a question only: before another word it stands for what it sounds like (亚吗阔腿裤). */
const PARTICLE = /[吗呢吧嘛]/;
/** Of them the ones that join and count: these stand for themselves even right before a garment. */
const JOINING = /[的地得了着过是在有和与及或而且也都就还又再不没别吗呢吧件条双款个我你想买求]/;
const LONGEST = 6;
/** Characters, with syllables spelt out among them. */
const RUN = /(?:\p{Script=Han}|(?<![a-z])[a-z]{2,12}(?![a-z]))+/gu;
/** Names of shops and words of other trades that sound like a name of ours, and are right as they are. */
const RIGHT_AS_WRITTEN =
  /海澜|鞋[袋代]|围衣|缝衣|[伤晾晒洗染]衣|防[蜂虫鼠]衣|折叠扇|除[臭湿]机|[暴汗]汗?服|仿[水皮真]|宝狮|[帽书]钉|米摆|纪念版|衣罩|无[防仿]布|不咬|不摇|不邀/g;
/** What a name of two characters stands beside: nothing, a word of asking, of description or of the shop. */
const FREE_BEFORE =
  /(?:^|[^\p{Script=Han}\d]|[的件条双款个套只顶身色要买找求想穿看有是配和跟女男童新长短小大厚薄加或了与款])$/u;
const FREE_BEHIND = /^(?:$|[^\p{Script=Han}]|[的吗呢吧啊呀哦嘛么有要穿配和跟或与女男款色长短小大厚薄系类套怎多尺])/u;

/**
 * Names of the lexicon by their sound without tones, for the slips of those who type by pinyin: the right syllables,
 * the wrong characters. Longer names are also found where flat and curled tongue, or n and ng, are confused, as many
 * speakers do.
 */
export class Homophones {
  readonly #names = new Map<string, LexiconEntry[]>();
  readonly #blurred = new Map<string, LexiconEntry[]>();
  /** Names with any one character left open. */
  readonly #open = new Map<string, LexiconEntry[]>();
  readonly #segmenter: ChineseSegmenter;
  readonly #syllables = new Set<string>();

  constructor(entries: Iterable<LexiconEntry>, segmenter: ChineseSegmenter) {
    this.#segmenter = segmenter;
    for (const entry of entries) {
      if (!/^\p{Script=Han}{2,6}(?<!的)$/u.test(entry.key)) continue;
      if (entry.key.length === 2 && !canBeMisspelt(entry)) continue;
      const sounds = [...entry.key].map(syllableOf);
      for (const sound of sounds) this.#syllables.add(sound);
      keep(this.#names, sounds.join(' '), entry);
      if (entry.key.length > 2) keep(this.#blurred, sounds.map(blurred).join(' '), entry);
      for (let at = 0; at < entry.key.length; at++) keep(this.#open, withOpen(entry.key, at), entry);
    }
  }

  /** The slips of a normalised text, longest first where they overlap; `read` are stretches that are right as they are. */
  find(text: string, read: readonly Span[]): SoundAlike[] {
    const found: SoundAlike[] = [];
    const right = rightAsWritten(text);
    for (const run of text.matchAll(RUN)) {
      const units = this.#unitsOf(run[0], run.index);
      const pieces = once(() => this.#dictionaryWords(run[0], run.index).filter((piece) => !cutByName(piece, read)));
      for (let at = 0; at < units.length - 1; at++) {
        for (let length = Math.min(LONGEST, units.length - at); length > 1; length--) {
          const said = units.slice(at, at + length);
          const sounding = this.#sounding(said);
          const entry = sounding ?? this.#resembling(said, read);
          const span = spanOf(said);
          if (!entry || !span || overlapsAny(span, right) || !isSlipOf(entry, said, span, text, read)) continue;
          if (!cutsNoWord(span, wrongOf(said, entry), sounding ? heeded(pieces(), span, entry) : pieces())) continue;
          found.push({ ...span, entry });
          at += length - 1;
          break;
        }
      }
    }
    return found;
  }

  /** Of the names that sound so the one that most was written of; the file's first is the commoner one. */
  #sounding(units: readonly Unit[]): LexiconEntry | undefined {
    const sounds = units.map(({ sound }) => sound);
    const names =
      this.#names.get(sounds.join(' ')) ??
      (sounds.length > 2 ? this.#blurred.get(sounds.map(blurred).join(' ')) : undefined) ??
      [];
    return names.reduce<LexiconEntry | undefined>(
      (best, entry) => (best && wrongOf(units, best).length <= wrongOf(units, entry).length ? best : entry),
      undefined,
    );
  }

  /** A name all of whose characters but one are written, and that one looks like it or, in a long name, nearly sounds so. */
  #resembling(units: readonly Unit[], read: readonly Span[]): LexiconEntry | undefined {
    const written = units.map(({ char }) => char ?? '').join('');
    if (written.length < units.length) return undefined;
    for (let at = 0; at < written.length; at++) {
      const typed = written.charAt(at);
      // What names something as it stands is no slip: 儿童西装女.
      if (overlapsAny(units[at] ?? { start: 0, end: 0 }, read)) continue;
      const found = this.#open.get(withOpen(written, at))?.find(({ key }) => {
        const meant = key.charAt(at);
        return meant !== typed && (looksLike(meant, typed) || (key.length > 2 && soundsNearly(meant, typed)));
      });
      if (found) return found;
    }
    return undefined;
  }

  /** The characters of a run and its spelt syllables; other Latin words have no sound that a name could have. */
  #unitsOf(run: string, from: number): Unit[] {
    return [...run.matchAll(/[a-z]+|\p{Script=Han}/gu)].flatMap((match) => {
      const start = from + match.index;
      if (!/^[a-z]/.test(match[0]))
        return [{ start, end: start + match[0].length, sound: syllableOf(match[0]), char: match[0] }];
      let at = start;
      return this.#syllablesOf(match[0]).map((sound) => {
        const unit = { start: at, end: at + sound.length, sound };
        at = unit.end;
        return unit;
      });
    });
  }

  /** Letters as the syllables of names they are made of (zuoyou); whole where they are none. */
  #syllablesOf(letters: string): string[] {
    if (this.#syllables.has(letters)) return [letters];
    for (let end = Math.min(6, letters.length - 1); end > 0; end--) {
      if (!this.#syllables.has(letters.slice(0, end))) continue;
      const rest = this.#syllablesOf(letters.slice(end));
      if (rest.every((sound) => this.#syllables.has(sound))) return [letters.slice(0, end), ...rest];
    }
    return [letters];
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

/** Words of requests, which name nothing; short names that show, and whose two characters both carry meaning. */
function canBeMisspelt({ key, values }: LexiconEntry): boolean {
  return (
    values.every(({ facet }) => SEEN.has(facet)) &&
    (values.length === 0 || ![...key].some((char) => SMALL_WORDS.has(char) && !'上大子套对'.includes(char)))
  );
}

function keep(names: Map<string, LexiconEntry[]>, sound: string, entry: LexiconEntry): void {
  const known = names.get(sound);
  if (known) known.push(entry);
  else names.set(sound, [entry]);
}

function withOpen(key: string, at: number): string {
  return `${key.slice(0, at)}_${key.slice(at + 1)}`;
}

function blurred(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
}

function spanOf(units: readonly Unit[]): Span | undefined {
  const [first, last] = [units[0], units.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** One character at least is right; a small word beside a whole name, or in a name of two, stands for itself. */
function mayBeSlip(said: readonly Unit[], wrong: readonly Unit[], read: readonly Span[], span: Span): boolean {
  if (wrong.length === 0) return false;
  // Spelt out from end to end it is no character's slip: zuoyou.
  if (wrong.length === said.length)
    return said.length === 2 && said.every(({ char }) => char === undefined) && span.end - span.start > 4;
  const whole = said.length > 2 && !read.some((other) => other.end - other.start > 1 && overlapsAny(span, [other]));
  const leads = read.some(({ start }) => start === span.end);
  const trails = read.some(({ end }) => end === span.start);
  const itself = ({ char = '' }: Unit) =>
    SMALL_WORDS.has(char) && !(leads && PARTICLE.test(char)) && !((leads || trails) && !JOINING.test(char));
  return whole || !wrong.some(itself);
}

/** Of a long name one wrong character tells nothing about the words within it: 牛仔外逃, 换一匹. */
function heeded(pieces: readonly Span[], { start, end }: Span, entry: LexiconEntry): readonly Span[] {
  if (end - start <= (isRequest(entry) ? 2 : 3)) return pieces;
  return pieces.filter((piece) => piece.start < start || piece.end > end);
}

/** The dictionary is asked only where something sounds like a name, and then once. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function rightAsWritten(text: string): Span[] {
  return [...text.matchAll(RIGHT_AS_WRITTEN)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }));
}

function wrongOf(said: readonly Unit[], entry: LexiconEntry): Unit[] {
  return said.filter(({ char }, place) => char !== entry.key.charAt(place));
}

/** Words of requests name nothing. */
function isRequest(entry: LexiconEntry): boolean {
  return entry.values.length === 0;
}

function isSlipOf(
  entry: LexiconEntry,
  said: readonly Unit[],
  span: Span,
  text: string,
  read: readonly Span[],
): boolean {
  const wrong = wrongOf(said, entry);
  if (!mayBeSlip(said, wrong, read, span) || !leavesWhole(span, wrong, read)) return false;
  return isRequest(entry) || stands(span, wrong.length, text, read);
}

/**
 * Two characters of which one is wrong are a name only where the words around leave them to themselves: 淡蓝色村衫, and
 * not 子鱼衣家. Of a longer name at most a third is wrong.
 */
function stands(span: Span, wrong: number, text: string, read: readonly Span[]): boolean {
  const length = span.end - span.start;
  if (length > 2) return wrong * 3 <= length;
  const before = read.some(({ end }) => end === span.start) || FREE_BEFORE.test(text.slice(0, span.start));
  const behind = read.some(({ start }) => start === span.end) || FREE_BEHIND.test(text.slice(span.end));
  return before && behind;
}

/** What was read as it stands is no slip, unless it is a part of the misspelt name. */
function leavesWhole(span: Span, wrong: readonly Unit[], read: readonly Span[]): boolean {
  const long = span.end - span.start > 2;
  return read.every(({ start, end }) => {
    if (end <= span.start || span.end <= start) return true;
    const inside = start >= span.start && end <= span.end;
    return inside && ((long && end - start === 1) || !wrong.some((unit) => unit.start >= start && unit.start < end));
  });
}

/** 羊毛手逃: a name was read as it stands, and no word of the dictionary reaches out of it. */
function cutByName(piece: Span, read: readonly Span[]): boolean {
  return read.some(
    ({ start, end }) =>
      end - start > 1 &&
      ((start < piece.start && piece.start < end && end < piece.end) ||
        (piece.start < start && start < piece.end && piece.end < end)),
  );
}

/** The wrong characters stand for themselves in no word, and the name begins and ends where words do. */
function cutsNoWord(span: Span, wrong: readonly Unit[], pieces: readonly Span[]): boolean {
  return pieces.every(({ start, end }) => {
    if (end <= span.start || span.end <= start || end - start === 1) return true;
    // Common slips stand in the dictionary themselves: 高根鞋.
    if (start === span.start && end === span.end && end - start > 2) return true;
    const slipped = wrong.some((unit) => unit.char !== undefined && unit.start >= start && unit.start < end);
    // 百折裙: what the garment is stands right behind, and what stands before it is no word of a shop.
    const led = span.end - span.start > 2 && end < span.end && wrong.every((unit) => unit.end < span.end);
    return start >= span.start && end <= span.end && (!slipped || led);
  });
}
