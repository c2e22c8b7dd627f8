import { normalise } from './normalise.js';
import { chineseNumber, englishNumber } from './numerals.js';
import { kindsIn } from './outfit-talk.js';
import { findReferences } from './references.js';

const TOTAL =
  /(?:整套|全套|全身|一身|这套|那套|第.{1,2}套|一共|总共|合计|总价|(?:全部)?加起来|全部)(?:一共|总共|下来|加起来|买下来)*(?:要|是|得)?(?:多少|几)(?:钱|块)?|多少钱(?:一套|全部|总共)|^总价(?:呢|多少)?[\s?]*$|\b(?:what(?:'s| is| does| do)|how much)\b[^.?!]{0,24}\b(?:total|altogether|in all|all together|the lot|everything|the whole (?:thing|outfit|look|lot)|it all|this outfit|that outfit|the outfit)\b|\btotal (?:price|cost)\b|^(?:and )?the total[\s?]*$/;

/** What an outfit costs as a whole is asked. */
export function asksForTotal(said: string): boolean {
  return TOTAL.test(normalise(said.slice(0, 200)).text.trim());
}

/** What is to stay while all else of an outfit is changed: kinds named, or so many from the front. */
export interface KeptPieces {
  readonly kinds: readonly string[];
  readonly first?: number;
}

const KEEPS_FIRST =
  /(?:保留|留下?|留着|要|别动|不动)(.{1,16}?)[\s,]*(?:其他|其它|其余|剩下|别的|另外|余下)[^,.?!]{0,4}(?:都|全)?(?:换|改|变|重)|(.{1,12}?)(?:别动|不动|不变|不换|留着|保留)[\s,]*(?:其他|其它|其余|剩下|别的|另外|余下)|\bkeep\b(.{1,40}?)[\s,]*(?:and |but |then )?(?:please )?\b(?:change|swap|replace|switch|redo)(?: up| out)? (?:all )?(?:the )?(?:rest|others?|everything else|remaining)/;
const KEEPS_LAST =
  /(?:除了|除)(.{1,12}?)(?:以外|之外|外)?[\s,]*(?:其他|其它|其余|别的|剩下)?的?(?:都|全)(?:换|改)|\b(?:change|swap|replace|switch) (?:everything|all of it|the rest|it all)(?: else)? (?:except|but|apart from|other than)(?: for)?(.{1,40})$/;
const FROM_THE_FRONT = /前(?:面)?([一二两三四2-4])[件样个]|\bfirst ([a-z]+|[2-4])\b/;

/** "Keep the first two, change the rest"; undefined where nothing like it is said. */
export function readKept(said: string): KeptPieces | undefined {
  const text = normalise(said.slice(0, 200)).text.trim();
  const found = KEEPS_FIRST.exec(text) ?? KEEPS_LAST.exec(text);
  const kept = found?.slice(1).find((part) => part !== undefined);
  if (kept === undefined) return undefined;
  const front = FROM_THE_FRONT.exec(kept);
  const [, chinese, english] = front ?? [];
  const first = counted(chinese, english);
  const kinds = kindsIn(kept);
  if (kinds.length === 0 && first === undefined) return undefined;
  return { kinds, ...(first === undefined ? {} : { first }) };
}

function counted(chinese: string | undefined, english: string | undefined): number | undefined {
  if (chinese !== undefined) return chineseNumber(chinese)?.low ?? Number(chinese);
  if (english === undefined) return undefined;
  const value = /\d/.test(english) ? Number(english) : englishNumber(english)?.low;
  return value !== undefined && value >= 1 && value <= 4 ? value : undefined;
}

const HOW_MANY =
  /([两二三四五六2-6])[套身](?!装|裙|服)|\b(two|three|four|five|six|[2-6]) (?:different |complete |whole |full )?(?:outfits|looks)\b/;
const NUMBERS: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};

/** How many outfits are asked for, where they are counted. */
export function outfitsAsked(said: string): number | undefined {
  const found = HOW_MANY.exec(normalise(said.slice(0, 500)).text);
  const word = found?.[1] ?? found?.[2];
  return word === undefined ? undefined : (NUMBERS[word] ?? Number(word));
}

/** The places counted in a sentence (第一套和第三套, "the first or the third"), from 1. */
export function placesCounted(said: string): number[] {
  const { text } = normalise(said.slice(0, 300));
  return findReferences(text, { hasShown: true, hasPhoto: false }).flatMap(({ reference }) =>
    reference.kind === 'ordinal' && reference.index !== undefined ? [reference.index] : [],
  );
}

const INSTEAD =
  /(?:换成|改成|换作|换为)(.{1,20})$|(?:太|有点|过于)[^,.?!]{1,4}了?[,\s]+(?:还是|我?要|想要|换|来|给我|有没有)(.{1,20})$|\b(?:swap|change|replace|switch|exchange)\b[^.?!]{0,40}\b(?:for|with|to|into) (?:an? |some |the )?([a-z][a-z -]{1,24})[\s.?!]*$|\b(?:is|are|look|looks|seem|feel) (?:way |a bit |much |a little )?too [a-z]+[,;. ]+(?:can i (?:have|see|get) |i(?:'d| would) (?:like|rather|prefer) |give me |show me |how about |what about )?([a-z][a-z -]{1,24}?)(?: instead| please| then)*[\s.?!]*$/;

/** What is wanted in the place of something named with it ("swap the trousers for a skirt"); undefined where nothing is. */
export function wantedInstead(said: string): string | undefined {
  const found = INSTEAD.exec(normalise(said.slice(0, 300)).text.trim());
  return found?.slice(1).find((part) => part !== undefined);
}
