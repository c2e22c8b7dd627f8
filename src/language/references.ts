import type { Reference } from '../domain/turn.js';
import { chineseOrdinals, eitherCount, englishOrdinals, ORD } from './ordinal-references.js';
import { photos, seenWorn } from './photo-references.js';
import { CLASSIFIER, NOUN } from './pointed-nouns.js';
import type { Add, Pointable, ReferenceMention } from './reference-mention.js';
import { overlapsAny } from './spans.js';

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

/** "…, so not that": what was named before is refused, and nothing on the screen. */
/** "… or anything like that": and so on. */
const AND_SO_ON = /\b(?:or|and) (?:anything|something|stuff|things|whatever) like that$/;
const REFUSED_ALIKE = /\b(?:so|but|just) not (?:that|those|these)$/;
/** "Got it?" at the end asks whether one was understood. */
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
  if (!/^(?:那个|这个)$/.test(said) || !/(?:^|[,.\s嗯额呃啊哦就]|[那这]个|然后|就是|还有)$/.test(text.slice(0, at)))
    return false;
  const behind = text.slice(at + said.length);
  // 那个我想要…, 然后那个不要…: a breath before what is said.
  if (
    said === '那个' &&
    /(?:^|然后|就是|还有)$/.test(text.slice(0, at)) &&
    /^(?:我|有没有|能不能|你们?|不要(?!了|$)|要|帮我)/.test(behind)
  )
    return !hasShown || !/^(?:不要|要)/.test(behind) || /(?:然后|就是|还有)$/.test(text.slice(0, at));
  // 就那个下周面试…, 就是那个退货…: a breath before what the sentence is about.
  if (said === '那个' && /^(?:[嗯呃额啊哦,\s]|然后)*(?:就是说?|就)$/.test(text.slice(0, at)) && TOPIC.test(behind))
    return true;
  return /^(?:\.{2}|~|那个|这个|呃|嗯|额)/.test(behind) || (/^,/.test(behind) && (!hasShown || said === '那个'));
}

/** When, who, and matters of the shop: what a sentence is about, and no garment. */
const TOPIC =
  /^(?:[上下这本]?个?(?:周|月|礼拜|星期)|明天|后天|今[天晚]|明晚|周[一二三四五六日末]|最近|我[们妈爸家]?|你们?|他|她|有没有|能不能|请问|想|要去|退|换货|快递|发货|运费|订单|包裹|尺码|优惠|会员|面试|上班|婚礼|年会|约会)(?!的?[件条双款]|的$)/;
/** What a clause goes on with: "that look like the third". */
const CLAUSE =
  /^ (?:look (?:a bit |a lot |more |exactly |just |kind of )?(?:like|similar|the same|good|nice|great|better|more|less)|are|have|come|go|feel|fit)\b/;
/** "Lace bras, do you sell those?": the pronoun takes up what was just named. */
const TAKEN_UP =
  /(?<!\b(?:why|when|where|what|how|who|and|but|or|so|then))(?<=[a-z]{3})(?:,| -|\?)? (?:do|would|can|could|have|did|are|is) (?:you|u|i|we|they|there)(?: guys| all| lot)? (?:even |still |also |ever )?(?:sell|have|stock|carry|do|got|get|find|buy|make|see|show me)(?: any of)? $/;
/** Words after which "that" stands for a garment. */
const POINTS_AFTER =
  /^(?:like|than|with|to|about|does|is|was|of|as|for|love|hate|but|and|have|want|in|get|got|if|find|show|see|do|can|has|take|prefer|not|what|would|will|could|might|should|how|why|because|think)$/;

function demonstratives(text: string, context: Pointable, add: Add): void {
  const kind = !context.hasShown && context.hasPhoto ? 'photo' : 'last';
  const zh = new RegExp(
    `(?<!(?:之前|原来|以前)(?=那.{0,4}(?:坏|破|旧|烂|丢)))(?:跟|和|像|比)?(?:这|那)(?:一)?(?:个(?!颜色|尺码|价|风格|款式|图案|花色|材质)|${CLASSIFIER})(?!意思|包裹|快递|快件|订单|单子|优惠|活动|客服|月|周|星期|季|价|人|小时|牌子|款式|图|冬|夏|春|秋|节|假|生日|年)|刚才(?:那|这|的)(?:一)?${CLASSIFIER}?|刚刚(?:那|这|的)(?:一)?${CLASSIFIER}?|这身|它(?!们)|此款|本款|该款`,
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
  const named = new RegExp(
    `\\b(?:${ORD}|last|\\d+(?:st|nd|rd|th))(?: (?:${NOUN}))?\\b|\\b(?:number|no\\.?) ?[a-z0-9]+`,
  );
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
      // 第三件，它是什么面料: the pronoun takes up what was named.
      (text.charAt(each.start) === '它' ? /^(?:的|\s|,)*$/ : /^(?:的|\s)*$/).test(text.slice(before.end, each.start));
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
