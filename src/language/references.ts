import type { Reference } from '../domain/turn.js';
import { chineseNumber, ENGLISH_NUMBERS } from './numerals.js';
import { overlapsAny, type Span } from './spans.js';

export interface ReferenceMention extends Span {
  readonly reference: Reference;
}

/** What the conversation has to point at. */
export interface Pointable {
  readonly hasShown: boolean;
  readonly hasPhoto: boolean;
}

const CLASSIFIER = '(?:件|条|双|款|个|套|只|顶|身|把|枚|张|款式|双鞋|家)';
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  '5th': 5,
  '6th': 6,
  '7th': 7,
  '8th': 8,
  '9th': 9,
  '10th': 10,
  '11th': 11,
  '12th': 12,
  '13th': 13,
  '14th': 14,
  '15th': 15,
  '16th': 16,
  '17th': 17,
  '18th': 18,
  '19th': 19,
  '20th': 20,
  last: -1,
  final: -1,
};
/** Nobody points past the twentieth. */
const COUNTS = Object.fromEntries(Object.entries(ENGLISH_NUMBERS).filter(([, count]) => count <= 20));
const ORD = Object.keys(ORDINALS).join('|');
const NOT_ORDINAL_NOUN =
  '(?! ?(?:time|times|date|day|days|job|night|week|month|year|summer|winter|season|name|aid|class|hand|chance|step|thing i|birthday|trimester|impression|of all|floor|baby|minute|bit|century|anniversary|grade|edition|of (?:january|february|march|april|may|june|july|august|september|october|november|december)))';
const NOUN =
  'pairs? of (?:shoes|boots|sneakers|trainers|heels|sandals|jeans|trousers|pants|shorts)|one|ones|item|items|option|options|pair|pairs|piece|pieces|picture|photo|result|outfit|look|suggestion|dress|skirt|shirt|top|tee|t-shirt|jacket|coat|bag|jeans|trousers|pants|shoes|boots|sweater|blouse|hoodie|jumper|cardigan|hat|scarf|blazer|shorts|sneakers|trainers|heels|sandals|suit|belt|necklace';

/** Garments and photos the shopper points at, in the order of the text. */
export function findReferences(text: string, context: Pointable): ReferenceMention[] {
  const found: ReferenceMention[] = [];
  const add = (start: number, end: number, reference: Reference) => {
    if (!overlapsAny({ start, end }, found)) found.push({ start, end, reference });
  };
  photos(text, add);
  seenWorn(text, add);
  chineseOrdinals(text, context, add);
  englishOrdinals(text, context, add);
  if (context.hasShown) eitherCount(text, add);
  demonstratives(text, context, add);
  return dedupe(
    withoutRepeats(
      found.sort((a, b) => a.start - b.start),
      text,
    ),
  );
}

type Add = (start: number, end: number, reference: Reference) => void;

function photos(text: string, add: Add): void {
  const zh =
    /(?:这|那|我(?:刚)?(?:发|上传|传)的?|上面的?|照着|按照?|看)(?:张|个|幅)?(?:图片|照片|相片|截图|图)(?![案书腾钉纸鉴])(?:里|中|上)?面?的?(?:那|这)?(?:一)?(?:件|条|双|款|个|套|身)?|(?:图片|照片|相片|截图|图)(?:片|像)?(?:里|中|上)面?的?(?:那|这)?(?:一)?(?:件|条|双|款|个|套|身)?|(?:拍|截|存|发|传)(?:了|过)(?:你)?(?:一?[张个幅])?(?:照片?|图片?|相片)(?![案书腾钉纸鉴])|(?:图片|照片|截图)/g;
  for (const match of text.matchAll(zh)) {
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    const within = /(?:图|像|照片|相片)(?:片|像)?(?:里|中|上)/.test(match[0]);
    const loose = /(?:地|证件|拍|写真|毕业|带|有|印|晒|买家|实物|高清|细节|企)$/.test(before);
    if (loose && !(/有$/.test(before) && within) && !/^(?:这|那|我)/.test(match[0])) continue;
    add(match.index, match.index + match[0].length, { kind: 'photo' });
  }
  const en =
    /\b(?:(?:(?:the|that|those|these) )?(?:pair|one|item|thing|dress|shirt|top|bag|shoes|jacket|coat|skirt|outfit|look|trousers|pants|jeans|shorts|leggings|boots|heels|trainers|sneakers|sandals|sweater|jumper|blouse|hoodie|cardigan|hat|scarf|blazer|suit|tee|t-shirt|gown|necklace|earrings|watch|belt) )?(?:in|on|from|like|of|as|to|with)?\s?(?:the|this|that|my|attached|uploaded|same) (?:photo(?:graph)?|picture|pic|image|screenshot|snap)\b(?! (?:shoot|quality|day))(?: (?:i (?:sent|uploaded|attached|posted|shared)|above|attached))?|\b(?:photo|picture|pic|image|screenshot) (?:i (?:sent|uploaded|attached|posted|shared)|above|attached)\b|\b(?:from|by|like) (?:photo|picture|pic|image)\b|\bi(?:'ve| have)?(?: just| already)? (?:took|taken|take|snapped|got|have|sent|uploaded|attached|shot|saved|grabbed)(?: you)? (?:a|an|one|some) (?:photo|picture|pic|image|screenshot|snap|shot)s?\b(?! (?:frame|day|shoot))|\bhere(?:'s| is| are) (?:a|an|the|my|one|some) (?:photo|picture|pic|image|screenshot|snap)s?\b|\bpictured\b|\bwhat i (?:uploaded|attached|sent)\b/g;
  for (const match of text.matchAll(en)) {
    add(match.index, match.index + match[0].length, { kind: 'photo' });
  }
}

/** "Saw somebody wearing this", 看到有人穿这件: it is to be seen on a photo, and nothing on the screen. */
const SEEN_WORN: readonly RegExp[] = [
  /(?:看到|看见|见到|见过|瞧见|瞅见|瞥见|刷到|碰到|碰见|遇到|撞见)(?:了|过)?(?!你|店)[^,.?!]{0,10}(?:穿|戴|背|拎|踩)(?:了|着|的|过|的是)?(?:跟|和)?[^,.?!]{0,2}?(?:这|那)(?:[种样]?的?(?=$|[\s,.!?])|一?[件条双款个套身顶只])/g,
  new RegExp(
    `\\b(?:saw|seen|spotted|noticed|clocked|caught|passed|met)\\b(?! (?:you|your))[^.?!]{2,32}\\b(?:wearing|in|with|rocking|sporting|carrying|had on) (?:this|these|that)(?: exact| same| very)?(?: (?:${NOUN}|thing))?(?= *(?:$|[,.!?]|(?:and|but|yesterday|today|on the|at the|in the|the other|last)\\b))`,
    'g',
  ),
];

function seenWorn(text: string, add: Add): void {
  for (const find of SEEN_WORN)
    for (const match of text.matchAll(find)) add(match.index, match.index + match[0].length, { kind: 'photo' });
}

function chineseOrdinals(text: string, context: Pointable, add: Add): void {
  const ordinal = new RegExp(
    `(倒数|最后)?第\\s?([一二两三四五六七八九十]{1,3}|\\d{1,3})(?!次|天|年|批|页|时间|胎|套房|眼|印象|代|季|步|大)(?:\\s?${CLASSIFIER})?(?:款|的)?`,
    'g',
  );
  for (const match of text.matchAll(ordinal)) {
    const value = chineseOrDigits(match[2]);
    if (value === undefined || value === 0) continue;
    add(match.index, match.index + match[0].replace(/的$/, '').length, {
      kind: 'ordinal',
      index: match[1] ? -value : value,
    });
  }
  for (const match of text.matchAll(
    new RegExp(`最后(?:面)?(?:的)?(?:那|这)?(?:一)?${CLASSIFIER}|最末尾?(?:那|这)?${CLASSIFIER}`, 'g'),
  )) {
    add(match.index, match.index + match[0].length, { kind: 'ordinal', index: -1 });
  }
  for (const match of text.matchAll(new RegExp(`[前头]([两二三四五六]|\\d)${CLASSIFIER}`, 'g'))) {
    const count = chineseOrDigits(match[1]) ?? 0;
    for (let index = 1; index <= Math.min(count, 10); index++)
      add(match.index + index - 1, match.index + index, { kind: 'ordinal', index });
  }
  if (!context.hasShown) return;
  for (const match of text.matchAll(/(?<![\d.大小])([1-9]|[一二三四五六七八九])号(?!店|线|楼|字|前|后|到)(?:款)?/g)) {
    const index = chineseOrDigits(match[1]);
    if (index !== undefined) add(match.index, match.index + match[0].length, { kind: 'ordinal', index });
  }
  const pair = /(?<![\d.a-z])([1-9])\s?(?:和|跟|与|还是|vs\.?|and|or|&|、)\s?([1-9])(?![\d.%a-z元块折岁])/g;
  const spelled =
    /(?<![\d第几十百千一二三四五六七八九])([一二三四五六])(?:和|跟|与|还是)([一二三四五六])(?=$|[\s,.?!]|有|哪|比|之间|的?区别|谁|差|纠结|犹豫|怎么|咋|选|挑)/g;
  for (const match of [...text.matchAll(pair), ...text.matchAll(spelled)]) {
    add(match.index, match.index + 1, { kind: 'ordinal', index: chineseOrDigits(match[1]) ?? 0 });
    add(match.index + match[0].length - 1, match.index + match[0].length, {
      kind: 'ordinal',
      index: chineseOrDigits(match[2]) ?? 0,
    });
  }
}

function englishOrdinals(text: string, context: Pointable, add: Add): void {
  for (const match of text.matchAll(
    /\b(?:the )?(?:(second|third)[- ](?:to|from)[- ]last|last but (one|two)|(penultimate))(?: (?:one|item))?\b/g,
  )) {
    const index = match[1] === 'third' || match[2] === 'two' ? -3 : -2;
    add(match.index, match.index + match[0].length, { kind: 'ordinal', index });
  }
  for (const match of text.matchAll(
    /\b(?:the )?first (two|three|four|five|[2-5])\b(?! (?:years|weeks|days|months))/g,
  )) {
    const count = COUNTS[match[1] ?? ''] ?? Number(match[1]);
    for (let index = 1; index <= count; index++)
      add(match.index + index - 1, match.index + index, { kind: 'ordinal', index });
  }
  for (const match of text.matchAll(
    new RegExp(`\\b(?:the |your |that )?(${ORD})(?: (?:${NOUN}))?\\b${NOT_ORDINAL_NOUN}(?:'s)?`, 'g'),
  )) {
    const word = match[1] ?? '';
    const explicit = /^(?:the|your|that) /.test(match[0]) || match[0].replace(/'s$/, '').trim() !== word;
    const joined =
      /\b(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|one)(?: (?:one|item|dress|shirt))?(?:,| and| or| vs\.?| versus| &|, and| to)? (?:the )?$/.test(
        text.slice(Math.max(0, match.index - 24), match.index),
      );
    const alone =
      context.hasShown &&
      !/^(?:last|final|second)$/.test(word) &&
      /^\s*$/.test(text.slice(0, match.index)) &&
      /^\s*[.!?]*$/.test(text.slice(match.index + match[0].length));
    const led =
      context.hasShown &&
      /\b(?:like|love|prefer|take|about|with|than|compare|hate|to|and|or) $/.test(
        text.slice(Math.max(0, match.index - 8), match.index),
      );
    if (
      explicit ||
      joined ||
      alone ||
      led ||
      new RegExp(`^,? (?:and|or|vs\\.?|versus) (?:the )?(?:${ORD})\\b`).test(text.slice(match.index + match[0].length))
    ) {
      add(match.index, match.index + match[0].length, { kind: 'ordinal', index: ORDINALS[word] ?? 1 });
    }
  }
  for (const match of text.matchAll(/\bthe (\d{2,3})(?:st|nd|rd|th) (?:one|item|piece|option|pair)\b/g))
    add(match.index, match.index + match[0].length, { kind: 'ordinal', index: Number(match[1]) });
  for (const match of text.matchAll(
    new RegExp(
      `(?:#|\\bno\\. ?|(?<=\\b(?:like|than|with|about|of|and|or|pick|take|love|prefer|see) )no (?=\\d)|\\b(?:number|option|item|nr|num|pick|choice) ?#? ?)(1\\d|20|[1-9]|${Object.keys(COUNTS).join('|')})(?![\\d.%a-z]| (?:size|cm|kg))`,
      'g',
    ),
  )) {
    add(match.index, match.index + match[0].length, {
      kind: 'ordinal',
      index: COUNTS[match[1] ?? ''] ?? Number(match[1]),
    });
  }
}

/** Four or five, which one? */
const EITHER_COUNT = new RegExp(
  `\\b(${Object.keys(COUNTS).join('|')}) (?:or|and|vs\\.?|versus) (${Object.keys(COUNTS).join('|')})(?=,? (?:which|what)|[?\\s]*$|[^.!?]{0,24}(?:,? which| better| differen(?:t|ces?)| differ| compare| similar| the same))`,
  'g',
);

function eitherCount(text: string, add: Add): void {
  for (const match of text.matchAll(EITHER_COUNT)) {
    const [whole, first = '', second = ''] = match;
    add(match.index, match.index + first.length, { kind: 'ordinal', index: COUNTS[first] ?? 1 });
    const end = match.index + whole.length;
    add(end - second.length, end, { kind: 'ordinal', index: COUNTS[second] ?? 1 });
  }
}

/** "Got it?" at the end asks whether one was understood. */
/** "…, so not that": what was named before is refused, and nothing on the screen. */
/** "… or anything like that": and so on. */
const AND_SO_ON = /\b(?:or|and) (?:anything|something|stuff|things|whatever) like that$/;
const REFUSED_ALIKE = /\b(?:so|but|just) not (?:that|those|these)$/;
const UNDERSTOOD = /(?:^|[,.!?] ?)(?:you )?(?:got|get) (?:it|that|this)$/;

/** 那个…有风衣吗: a breath, and nothing pointed at. */
function isFiller(text: string, at: number, said: string, { hasShown }: Pointable): boolean {
  // 嗯那个我想…, 那个第一个…, 就那个啥: a breath, also where garments are on the screen.
  if (
    said === '那个' &&
    /(?:^|[嗯呃额啊哦就,\s]|[这那]个)$/.test(text.slice(0, at)) &&
    /^(?:啥|什么|我想|我要|第|请问|能不能|能退|可以|可不可以|[换改](?:成|为|个(?!别的)))/.test(
      text.slice(at + said.length),
    )
  )
    return true;
  if (said === '那个' && !hasShown && at === 0 && /^\p{Script=Han}/u.test(text.slice(said.length))) return true;
  if (!/^(?:那个|这个)$/.test(said) || !/(?:^|[,.\s嗯额呃啊哦]|[那这]个|然后|就是|还有)$/.test(text.slice(0, at)))
    return false;
  const behind = text.slice(at + said.length);
  // 那个我想要…, 然后那个不要…: a breath before what is said.
  if (
    said === '那个' &&
    /(?:^|然后|就是|还有)$/.test(text.slice(0, at)) &&
    /^(?:我|有没有|能不能|你们?|不要(?!了|$)|要|帮我)/.test(behind)
  )
    return !hasShown || !/^(?:不要|要)/.test(behind) || /(?:然后|就是|还有)$/.test(text.slice(0, at));
  return /^(?:\.{2}|~|那个|这个|呃|嗯|额)/.test(behind) || (/^,/.test(behind) && (!hasShown || said === '那个'));
}

/** What a clause goes on with: "that look like the third". */
const CLAUSE =
  /^ (?:look (?:a bit |a lot |more |exactly |just |kind of )?(?:like|similar|the same|good|nice|great|better|more|less)|are|have|come|go|feel|fit)\b/;
/** "Lace bras, do you sell those?": the pronoun takes up what was just named. */
const TAKEN_UP =
  /[a-z]{3,}(?:,| -|\?) (?:do|would|can|could|have|did|are|is) (?:you|u|i|we|they|there)(?: guys| all| lot)? (?:even |still |also |ever )?(?:sell|have|stock|carry|do|got|get|find|buy|make|see|show me)(?: any of)? $/;
/** Words after which "that" stands for a garment. */
const POINTS_AFTER =
  /^(?:like|than|with|to|about|does|is|was|of|as|for|love|hate|but|and|have|want|in|get|got|if|find|show|see|do|can|has|take|prefer|not|what|would|will|could|might|should|how|why|because|think)$/;

function demonstratives(text: string, context: Pointable, add: Add): void {
  const kind = !context.hasShown && context.hasPhoto ? 'photo' : 'last';
  const zh = new RegExp(
    `(?<!(?:之前|原来|以前)(?=那.{0,4}(?:坏|破|旧|烂|丢)))(?:跟|和|像|比)?(?:这|那)(?:一)?(?:个(?!颜色|尺码|价|风格|款式|图案|花色|材质)|${CLASSIFIER})(?!意思|月|周|星期|季|价|人|小时|牌子|款式|图|冬|夏|春|秋|节|假|生日|年)|刚才(?:那|这|的)(?:一)?${CLASSIFIER}?|刚刚(?:那|这|的)(?:一)?${CLASSIFIER}?|这身|它(?!们)|此款|本款|该款`,
    'g',
  );
  for (const match of text.matchAll(zh)) {
    if (isFiller(text, match.index, match[0], context)) continue;
    const lead = /^[跟和像比]/.test(match[0]) ? 1 : 0;
    add(match.index + lead, match.index + match[0].length, { kind });
  }
  if (context.hasPhoto || context.hasShown) {
    for (const match of text.matchAll(
      /(?:跟|和|像|比|与|配|搭)(这|那)(?=样|种|差不多|一样|类似|相似|个?风格|便宜|贵|长|短|正式|休闲|[,.?!]|$)/g,
    )) {
      add(match.index + 1, match.index + 2, { kind });
    }
  }
  const en = new RegExp(
    `(?<=\\b(?:brand|material|fabric|colou?rs?|much|sizes?) are )(?:these|those)\\b|\\b(?:this|that) (?:${NOUN})\\b|(?<!\\b(?:of|why|go for|went for|chose|choose|picked|pick|recommend|suggest|(?:show|showed|gave|sent) me|seen) )\\b(?:these|those)(?: (?:ones|shoes|jeans|trousers|pants|boots|sneakers|trainers|heels|sandals|shorts))(?=$|[ ?.!,])|(?<!\\b(?:of|are|is|what|why|seen|seen all|saw|had|me|picked|pick|chose|choose|choosing|chosen|select|selected|recommend|recommending|suggest|recommended|suggested) )\\b(?:these|those)(?= ?(?:$|[?.!,]|but|in |with|and|for|instead|please|cheaper|longer|shorter))|\\b(?:this|that)\\b(?= ?(?:$|[?.!,]|but|in |for |to |up|with|instead|please|looks?|is |isn't|come|one|and |except|only|cheaper|longer|shorter|than))|(?<=\\b(?:like|than|with|to|about|as|of|love|hate|is|does|was|would|goes with|for) )(?:this|that)\\b(?! [a-z]+ (?:feel|look|vibe|style|touch|design|print|pattern|colou?r|finish)\\b)(?! (?:i|you|the|goes|would|is|has|are|can|fits?|costs?|have|looks|it|week|month|summer|winter|weekend|season|time|price|kind|much|many|way|lot|batch|bunch|selection))`,
    'g',
  );
  for (const match of text.matchAll(en)) {
    if (!standsForNothing(text, match.index, match[0])) add(match.index, match.index + match[0].length, { kind });
  }
  pronouns(text, context, kind, add);
}

/** A pronoun that points at nothing on the screen: of a clause, of what was just named, of "got it?". */
function standsForNothing(text: string, at: number, said: string): boolean {
  const before = text.slice(0, at);
  const behind = text.slice(at + said.length);
  const last = /^\s*[?.!]*\s*$/.test(behind);
  const relative = /^(?:that|those)(?: (?:look|suit))?$/.test(said);
  const word = /([a-z]+) $/.exec(before.slice(-14))?.[1];
  // "A swimsuit that isn't backless".
  if (relative && said.startsWith('that') && word !== undefined && !POINTS_AFTER.test(word)) return true;
  // "More that look like the third".
  if (relative && CLAUSE.test(said.includes(' ') ? text.slice(at + said.indexOf(' ')) : behind)) return true;
  return (
    last &&
    (UNDERSTOOD.test(before + said) ||
      REFUSED_ALIKE.test(before + said) ||
      AND_SO_ON.test(before + said) ||
      TAKEN_UP.test(before))
  );
}

/** "It", where something stands for it. */
function pronouns(text: string, context: Pointable, kind: 'photo' | 'last', add: Add): void {
  if (!context.hasShown && !context.hasPhoto) return;
  const it =
    /(?<=\b(?:like|likes|love|hate|with|than|buy|want|does|do|is|have|has|about|of|take|got|get|prefer|try|was|come|without|see|for|as|adore|pick|picked|choose|chose|recommend|suggest|show) )it\b(?! (?:to|(?:a|one|two|three|half a|the next) sizes?\b|for m[ey]|will|would|was|is |too|be ))|(?<!\bwear )\bit (?=in |come|comes|goes|look|looks|fit|with)/g;
  // "The last one is perfect, I love it": it is the one just named.
  const named = new RegExp(`\\b(?:${ORD}|last|\\d+(?:st|nd|rd|th))(?: (?:${NOUN}))\\b|\\b(?:number|no\\.?) ?[a-z0-9]+`);
  for (const match of text.matchAll(it))
    if (
      !named.test(text.slice(0, match.index)) &&
      !(UNDERSTOOD.test(text.slice(0, match.index + 2)) && /^\s*\??\s*$/.test(text.slice(match.index + 2)))
    )
      add(match.index, match.index + 2, { kind });
}

/** 二号那件, 第三条那个: the same garment, pointed at twice. */
function withoutRepeats(found: readonly ReferenceMention[], text: string): ReferenceMention[] {
  return found.filter((each, at) => {
    const before = found[at - 1];
    const repeats =
      each.reference.kind === 'last' &&
      before?.reference.kind === 'ordinal' &&
      /^(?:的|\s)*$/.test(text.slice(before.end, each.start));
    return !repeats;
  });
}

/** One reference to each thing, in order; "this" beside an ordinal or a photo adds nothing. */
function dedupe(found: readonly ReferenceMention[]): ReferenceMention[] {
  const kept: ReferenceMention[] = [];
  for (const each of found) {
    const same = kept.some(
      ({ reference }) => reference.kind === each.reference.kind && reference.index === each.reference.index,
    );
    if (!same) kept.push(each);
  }
  return kept;
}

function chineseOrDigits(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d/.test(text) ? Number(text) : chineseNumber(text)?.low;
}
