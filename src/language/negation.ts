import type { Mention } from './match-facets.js';
import { overlapsAny, type Span } from './spans.js';

/** What a mention is there for. `replaced` is what the shopper moves away from (instead of blue). */
export type Role = 'wanted' | 'excluded' | 'replaced' | 'relaxed';

interface Cue extends Span {
  readonly role: Role;
  /** Words that may stand between the cue and what it negates. */
  readonly reach: RegExp;
}

const CHINESE_REACH =
  /^(?:\s|的|有|带|是|穿|要|含|沾|加|那种|这个|那个|这件|那件|千万|是不是|什么|任何|太过?|看|那些|这种|这些|给我|推荐|再|款|种|一切|所有|用|买|选|那么|这么|很|明显|夸张|显眼|多余|大面积|拿|发|放|整|搞|弄|推|印|绣|画|写|缝|贴|装|钉)*$/;
const ENGLISH_REACH =
  /^(?:\s|-|'|"|\b(?:any|a|an|the|it|them|to|be|being|in|with|of|too|very|really|that|those|these|anything|something|things?|wear(?:ing)?|see(?:ing)?|have|having|has|want|looking|look|for|is|are|like|get|buy|kinds?|type|one of|so|at all|all|more|made|out|from|actually|necessarily|into|my|too|much|colou?r|stuff|i|you|me|show|give|as|no|distinct|visible|obvious|big|large|huge|small|loud|crazy|fancy|heavy|bold|extra|single|particular|specific)\b)*$/;

const CUES: readonly { readonly find: RegExp; readonly role: Role; readonly reach: RegExp }[] = [
  {
    find: /(?:不一定(?:非)?[要得]?(?:要|是)?|不必非?|不用是|不非得|不是非要|不用非得|不是必须)/g,
    role: 'relaxed',
    reach: CHINESE_REACH,
  },
  {
    find: /\b(?:(?:doesn't|does not|doesnt|don't|do not|needn't) (?:really )?(?:have to|need to|necessarily have to) be|needn't be|not necessarily|no need for|don't need (?:it )?to be)\b/g,
    role: 'relaxed',
    reach: ENGLISH_REACH,
  },
  {
    find: /不用(?:非得?|非要|一定要?|是|要)?(?=[^了谢找看买管担\s,.!?]{1,6}了?(?:[\s,.!?]|$))/g,
    role: 'relaxed',
    reach: CHINESE_REACH,
  },
  {
    find: /\b(?:never ?mind|forget|scrap|ignore|don'?t worry about|not bothered about|no longer (?:need|want))(?: about)?(?: (?:it|them) being)?\b/g,
    role: 'relaxed',
    reach: ENGLISH_REACH,
  },
  // "It's too hot for a coat", 热得穿不住大衣: no weather for it.
  {
    find: /\btoo (?:hot|warm|cold|chilly|humid|muggy)(?: (?:today|now|outside|here|out|already))* (?:for|to (?:wear|be wearing|put on|be in))(?: an?| any| my| the)?\b/g,
    role: 'excluded',
    reach: ENGLISH_REACH,
  },
  { find: /穿不[了住上着](?!的)|(?:用不着|不用|不必)再?穿/g, role: 'excluded', reach: CHINESE_REACH },
  // "You keep showing skirts", 老给我推裙子: what is shown over and over is not what is wished.
  {
    find: /\b(?:you|u) (?:keep|kept|always|only|still|just)(?: on)? (?:show|showing|give|giving|send|sending|recommend|recommending|suggest|suggesting)(?: me| us)?\b/g,
    role: 'replaced',
    reach: ENGLISH_REACH,
  },
  {
    find: /(?<!不)(?:老|总|一直|净|光)(?:是)?(?:在)?(?:给|跟|往)我?这?(?:儿)?(?:推荐?|看|发|塞|来|送)|(?<!不)(?:老|总|一直|净|光)(?:是)?(?:在)?(?:推荐?|塞)(?:给)?我?/g,
    role: 'replaced',
    reach: CHINESE_REACH,
  },
  // 穿着不舒服: a complaint, and neither a wish for comfort nor its refusal.
  { find: /不(?:太|怎么|够)?(?=舒服|舒适|自在|显瘦|显高)/g, role: 'replaced', reach: /^$/ },
  {
    find: /\b(?:instead of|rather than|in place of|(?<!\b(?:apart|aside|away|clear) )from)\b/g,
    role: 'replaced',
    reach: ENGLISH_REACH,
  },
  {
    find: /(?<![能可该会准])不(?:能|可以|可能|许|准|应该|该|得)(?:是|有|要|带|用|穿|含|出现)|不太能(?:接受|忍|穿)|不想要|不需要|不要|不喜欢|不爱|不太喜欢|不想穿|不想|不穿|不带|不含|不是|不能有|不考虑|不适合|不接受|别给我|别要|别来|别(?![的人墅针致名])|没有|没|讨厌|拒绝|避免|避开|排除|去掉|去除|除了|除去|受不了|忌/g,
    role: 'excluded',
    reach: CHINESE_REACH,
  },
  {
    // "I have enough black bags": what one has plenty of is no wish; the kind of garment may well be.
    find: /\b(?:have|has|got|own|owns)(?: got)?(?: already)? (?:(?:more than )?enough|plenty|loads|lots|tons|heaps|too many|so many|way too many|far too many|a lot|a million|a ton)(?: of)?(?: already)?\b/g,
    role: 'excluded',
    reach: ENGLISH_REACH,
  },
  // Less of it, where more and less are no measure of its own (shorter, brighter): 少点蕾丝, less revealing.
  { find: /少(?:一)?[点些]|不(?:那么|这么)/g, role: 'excluded', reach: CHINESE_REACH },
  { find: /\bless\b(?! than| is )/g, role: 'excluded', reach: ENGLISH_REACH },
  { find: /[不非无](?=\p{Script=Han})/gu, role: 'excluded', reach: /^$/ },
  {
    find: /\b(?:don'?t|do not|doesn'?t|didn'?t|won'?t|wouldn'?t|would not|can'?t|cannot|can not|shouldn'?t|should not|mustn'?t|must not|couldn'?t|never|not|isn't|aren't|isnt) (?:really |even |ever )?(?:want|wanna|like|love|need|wear|do|be|have|look(?:ing)? for|show|give|buy|take|accept|consider|include|care for|stand|bear|touch|go near)(?: me)?\b|\b(?:hate|hates|dislike|dislikes|avoid|avoiding|without|no|not|never|nor|neither|non|except(?: for)?|excluding|exclude|excludes|other than|(?:anything|everything|all|any(?: other)? (?:colou?r|shade|one|style|print|pattern|material|fabric|neckline|neck|collar|sleeve|length|cut|fit|kind|type|brand)s?) (?:but|except|bar)|hold the|ditch(?: the)?|spare me|steer(?:ing)? clear of|keep(?:ing)? clear of|no to|hard (?:pass|no) on|pass on|done with|leave out|rule out|rather (?:it |they )?(?:wasn'?t|weren'?t|not)|nix|allergic to|not keen on|can'?t stand|stop (?:showing|giving|sending|recommending|suggesting)|enough (?:of|with)|apart from|aside from|besides|minus|sans|nothing|skip|lose|isn't|isnt|aren't|arent|ain't|not a fan of|not into|not fond of|tired of|sick of|stay away from|keep away from|remove|drop)\b/g,
    role: 'excluded',
    reach: ENGLISH_REACH,
  },
];

/** Where a word of negation negates nothing: questions, figures of speech, answers ("no, the blue one"). */
const NOT_A_CUE: readonly RegExp[] = [
  /有(?:没有?|无)$/,
  /(?:要不要|是不是|能不能|好不好|可不可以|会不会|有没有|行不行|对不对|想不想)$/,
  /\b(?:do|does|have|did|are|is|can|could|would) (?:you|they|it|there|we|i) (?:not|no)(?: have| sell| stock)?$/,
  // 灰色的啊不是黑色的: what was said is taken back, and nothing refused.
  /\p{Script=Han}{2}[哦啊呃额诶欸哎噢喔]不(?:是|对)$/u,
  /特别$|区别$|性别$|个别$|级别$|分别$/,
];
const NOT_A_CUE_AHEAD: readonly RegExp[] = [
  /^no,? (?:actually|wait|sorry|i mean)\b/,
  /^no\b(?=\s*,|\s+(?:i|i'd|the|that|this|thanks?|please|it|problem|matter|idea|worries|longer|doubt)\b)/,
  /^not\b(?=\s+(?:only|sure|bad|just|i\b))/,
  /^(?:don'?t|do not|doesn'?t|isn't|aren't)\s+(?:you|they|it|there)\b/,
  /^(?:不错|不管|不限|不过|不同|不好意思|不知道|不仅|不光|不太(?!喜欢|能|接受)|不但|不止|不少|不用(?=[了谢找看买管担])|没事|没问题|没关系|没什么|无所谓|无论|非常|非要|不大|没想好|不锈钢|不规则|不对称)/,
  /^from (?:\d|your|the (?:list|shop|store|first|last)|[£$€¥])/,
];
/** Behind what is negated: 红色不要, 黑色除外, stripes are out. */
const REFUSED_CHINESE =
  '过敏|退下|放过我?|走开|不要(?!太|是|和|那么|超)|(?:有|穿)?(?:够|太|好)多了|有(?:太多|好几[件条双个款]|一大堆|不少)了|看腻|穿腻|不行|不得行|使不得|除外|以外|之外|免谈|不考虑|不喜欢|接受不了|受不了|算了|免了|pass|就算了|不能要|(?:达|打|大)咩|(?:大可)?不必|求放过|退散|劝退|雷区|不碰|不看|不买|不穿|没戏|拜拜|(?:别|不要|不用|不必|不准|不许|少)(?:再|给我|跟我|往我这|老|总|上|往上)*(?:看|推荐?|来|发|拿|提|找|出现|整|给我?)';
const REFUSED_ENGLISH =
  '(?:is|are|would be)(?: just| definitely| absolutely| such| also| both)* (?:out(?! of)|off(?: the table| limits)|a (?:hard |big |firm |definite |total |straight )?(?:no(?:[- ]go)?|nope|pass|deal-?breaker|deal breaker|turn-?off)|not (?:ok|okay|allowed|an option|for me|happening)|banned|forbidden|excluded)';
const BEHIND = new RegExp(
  `^(?:\\s(?=[都我也全]))?(?:的|款|色|就|我|都|也|可以|已经|实在|了|一律|统统|通通|全|真的?|绝对|肯定|坚决|实在|可|快|还是|请|咱|颜色|这种|那种|这类|那类)*(?:${REFUSED_CHINESE})(?=$|[\\s,.!?;~]|\\p{Emoji_Presentation}|[的都要了吧哈哦喔噢嘛呀啊啦咯嗷喽呗]|别的|其[他余它])|^\\s${REFUSED_ENGLISH}\\b|^'s (?:out(?! of)|off the table|a (?:hard |big )?(?:no(?:[- ]go)?|nope|pass|deal-?breaker)|not an option)\\b|^\\s(?:excluded|aside|need not apply)\\b|^\\scan (?:do one|jog on|get lost|get in the bin)\\b|^(?:\\?|,)? (?:no thanks|no thank you|nope|no way|hard pass)\\b|^\\? (?:nah|no|never|yuck|ew)\\b|^ away from me\\b|^-?free\\b|^(?:的|色|款)? ?(?:🙅|🚫|❌|⛔|👎|🙅‍♀|🙅‍♂)`,
  'u',
);
/** 我又不是小孩, "i'm not a kid": who one is not, and nothing refused. */
const NOT_ONESELF =
  /(?:我|人家|俺|咱|又)(?:也|又|可|都|已经|早就?|才|并)*不(?:是|再是|算)(?:什么|个|一个)?$|\b(?:i'?m|i am|we'?re|we are|i ain'?t)(?: really| exactly| certainly| definitely)?(?: not| no)? (?:an? )?(?:[a-z]+ )?$/;
const SAME_FACET =
  /^(?:\s|的|款|色|也|还有|以及)*(?:和|与|跟|及|and|&|也不要|还有|以及|\/|,? ?(?:and )?(?:no|not) )(?:\s|的|也|any|in)*$/;
const ANY_FACET =
  /^(?:\s|的|款)*(?:或者?|或是|、|or|nor|,\s?(?:or|nor))(?:\s|的|是|any|the|a|an|in|with|anything|too|有|带)*$/;
const LIST_COMMA = /^\s*,\s*(?:any |a |the )?$/;
/** 不带帽子的灰色卫衣, 没有鞋带皮鞋: a lack that describes ends at its 的 or before the garment; what follows is wished for. */
const LACKING = /^(?:不(?:要|想要|能|需要)?(?=[带含])|没|无)/;
const ADJACENT = /^(?:的|\s|-|色|款)*$/;
const HAN_END = /\p{Script=Han}$/u;
const PLENTY = /^(?:have|has|got|own)/;

/**
 * The role of each mention. A negation reaches what follows it and what is joined to that by "or" (or by "and"
 * within one facet); in 不要蓝色的裙子 it is the blue that is refused, not the dress. `taken` are stretches that
 * have been read as something else.
 */
export function rolesOf(text: string, mentions: readonly Mention[], taken: readonly Span[]): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  for (const cue of findCues(text, mentions, taken)) apply(cue, text, mentions, roles);
  for (const mention of mentions) {
    const short = text.slice(mention.start, mention.end).endsWith("'s") ? "'s" : '';
    const behind = short + text.slice(mention.end, mention.end + 20);
    if (!roles.has(mention) && BEHIND.test(behind) && !/^的?不要的/.test(behind))
      backwards(mention, text, mentions, roles);
  }
  replaced(text, mentions, roles);
  leftBehind(text, mentions, roles);
  changedFor(text, mentions, roles);
  for (const mention of mentions)
    if (
      roles.get(mention) === 'excluded' &&
      mention.values.every(({ facet }) => facet === 'audience') &&
      NOT_ONESELF.test(text.slice(Math.max(0, mention.start - 24), mention.start))
    )
      roles.set(mention, 'replaced');
  for (const mention of mentions)
    if (!roles.has(mention) && isColour(mention) && tooMuch(mention, text)) roles.set(mention, 'excluded');
  for (const mention of mentions)
    if (!roles.has(mention) && isCategory(mention) && outOfSeason(mention, text)) roles.set(mention, 'excluded');
  for (const mention of mentions)
    if (!roles.has(mention) && isLook(mention) && COMPLAINED.test(text.slice(mention.end, mention.end + 16)))
      roles.set(mention, 'replaced');
  return roles;
}

/** Where a text refuses what follows, by words that refuse things (不要, without) and not qualities (不起球). */
export function refusalsIn(
  text: string,
  mentions: readonly Mention[],
  taken: readonly Span[],
): { readonly end: number; readonly reach: RegExp }[] {
  return findCues(text, mentions, taken).filter(
    ({ role, start, end }) => role === 'excluded' && REFUSES_THINGS.test(text.slice(start, end)),
  );
}

const REFUSES_THINGS =
  /^(?:不(?:要|想要|需要|带|含|能有|接受|喜欢)|别(?:要|给我)?|没有?|去掉|避开|拒绝|讨厌)|^(?:no|without|minus|sans|hate|avoid|nothing with)$|^(?:don'?t|do not) (?:want|like|need)$/;

function findCues(text: string, mentions: readonly Mention[], taken: readonly Span[]): Cue[] {
  const cues: Cue[] = [];
  for (const { find, role, reach } of CUES) {
    for (const match of text.matchAll(find)) {
      const cue = { start: match.index, end: match.index + match[0].length, role, reach };
      if (overlapsAny(cue, cues) || overlapsAny(cue, taken) || overlapsAny(cue, mentions)) continue;
      const behind = text.slice(Math.max(0, cue.start - 16), cue.end);
      const ahead = text.slice(cue.start, cue.end + 24);
      if (NOT_A_CUE.some((pattern) => pattern.test(behind)) || NOT_A_CUE_AHEAD.some((pattern) => pattern.test(ahead)))
        continue;
      if (TAKES_BACK.test(behind) && saidOtherwise(cue, mentions)) continue;
      // 没有蓝色的吗 asks for blue.
      if (/^没有?$/.test(match[0]) && /^[^,.!;\n]{0,12}(?:吗|么(?=[\s,.!?]|$)|嘛|\?)/.test(text.slice(cue.end)))
        continue;
      cues.push(cue);
    }
  }
  return cues.sort((a, b) => a.start - b.start);
}

/** "Short sleeved, uh no, long sleeved": what is said next takes the place of what was said last. */
const TAKES_BACK = /[哦啊呃额诶欸哎噢喔嗯]不$|\b(?:uh|um|er|erm|oh|ah|hmm|sorry|actually|wait),? no$/;

function saidOtherwise({ start, end }: Span, mentions: readonly Mention[]): boolean {
  const [before, next] = [mentions.findLast((each) => each.end <= start), mentions.find((each) => each.start >= end)];
  return before !== undefined && next !== undefined && start - before.end < 8 && sharesFacet(before, next);
}

function apply(cue: Cue, text: string, mentions: readonly Mention[], roles: Map<Mention, Role>): void {
  const reached: Mention[] = [];
  let end = cue.end;
  for (const mention of mentions) {
    if (mention.start < cue.end || roles.has(mention)) continue;
    const gap = text.slice(end, mention.start);
    const last = reached.at(-1);
    const joined = last
      ? ADJACENT.test(gap) ||
        ANY_FACET.test(gap) ||
        (SAME_FACET.test(gap) && sharesFacet(last, mention)) ||
        (LIST_COMMA.test(gap) &&
          sharesFacet(last, mention) &&
          /^[^.;!?]{0,40}\b(?:or|nor)\b/.test(text.slice(mention.end)))
      : cue.reach.test(gap);
    const described =
      last &&
      LACKING.test(text.slice(cue.start, last.end)) &&
      (/的\s*$/.test(text.slice(cue.start, mention.start)) || (isCategory(last) && isCategory(mention) && gap === ''));
    // "No stripes, plain ones please" without its comma.
    const instead = last !== undefined && gap === ' ' && /^ ones?\b/.test(text.slice(mention.end));
    // 不要连帽的夹克 军绿: a thumb leaves a space for the comma, and behind the garment something else is said.
    const saidAnew =
      last !== undefined &&
      isCategory(last) &&
      !sharesFacet(last, mention) &&
      /^\s+$/.test(gap) &&
      HAN_END.test(last.key);
    if (!joined || described || instead || saidAnew) break;
    reached.push(mention);
    end = mention.end;
  }
  for (const [at, mention] of reached.entries()) {
    const before = reached[at - 1];
    const modified = before && ADJACENT.test(text.slice(before.end, mention.start)) && !isCategory(before);
    if (modified && isCategory(mention) && PLENTY.test(text.slice(cue.start, cue.end))) continue;
    if (
      modified &&
      isCategory(mention) &&
      !mentions.some((other) => other !== mention && isCategory(other) && !reached.includes(other))
    )
      continue;
    roles.set(mention, cue.role);
  }
}

/** 黑色灰色都不要: what stands with it in one facet is refused with it. */
function backwards(mention: Mention, text: string, mentions: readonly Mention[], roles: Map<Mention, Role>): void {
  roles.set(mention, 'excluded');
  let next = mention;
  for (let at = mentions.indexOf(mention) - 1; at >= 0; at--) {
    const before = mentions[at];
    if (!before || roles.has(before) || !sharesFacet(before, next)) return;
    const gap = text.slice(before.end, next.start);
    if (!ADJACENT.test(gap) && !SAME_FACET.test(gap) && !ANY_FACET.test(gap)) return;
    roles.set(before, 'excluded');
    next = before;
  }
}

/** 把红色换成蓝色, change the red to blue: what stands before the change is left behind. */
function replaced(text: string, mentions: readonly Mention[], roles: Map<Mention, Role>): void {
  for (const mention of mentions) {
    if (roles.has(mention)) continue;
    const after = text.slice(mention.end, mention.end + 12);
    const next = mentions.find((other) => other.start >= mention.end);
    if (
      next &&
      sharesFacet(mention, next) &&
      /^(?:的|色|款)*(?:换成|改成|换为|改为|变成)|^ (?:to|for|into) $/.test(
        after.slice(0, Math.max(0, next.start - mention.end)),
      )
    ) {
      const led = /(?:把|将|从|change|swap|switch|replace)(?: the| that| it)?\s?[^,.]{0,12}$/.test(
        text.slice(Math.max(0, mention.start - 24), mention.start),
      );
      if (led || /^(?:的|色|款)*(?:换成|改成|换为|改为|变成)/.test(after)) roles.set(mention, 'replaced');
    }
  }
}

/** 连衣裙算了，换半身裙, "forget the dress, a skirt instead": a kind given up for another is not shunned. */
function leftBehind(text: string, mentions: readonly Mention[], roles: Map<Mention, Role>): void {
  const kinds = mentions.filter(isCategory);
  for (const mention of kinds) {
    const role = roles.get(mention);
    const given =
      role === 'relaxed' || (role === 'excluded' && GIVEN_UP.test(text.slice(mention.end, mention.end + 8)));
    const other = kinds.some((next) => next.start >= mention.end && !roles.has(next));
    if (given && other) roles.set(mention, 'replaced');
  }
}

/** 藏青色不要了换成黑色, "forget navy, make it black": a look given up for another is not shunned. */
function changedFor(text: string, mentions: readonly Mention[], roles: Map<Mention, Role>): void {
  for (const mention of mentions) {
    const role = roles.get(mention);
    const given =
      role === 'relaxed' ||
      (role === 'excluded' &&
        /^(?:的|色|款|就|也)*不要了[,\s]*(?:换|改)/.test(text.slice(mention.end, mention.end + 10)));
    if (given && mentions.some((next) => next.start >= mention.end && !roles.has(next) && sharesFacet(mention, next)))
      roles.set(mention, 'replaced');
  }
}

const GIVEN_UP = /^(?:就|还是|的)*(?:算了|免了|pass)(?=[\s,.!吧])/;

/** 红的太艳了: what is wrong with a look on the screen is no wish for it. */
const COMPLAINED = /^(?:的|色的?|款)?(?:那[件条双个]|这[件条双个])?(?:也|都|有点儿?|实在)*(?:太|过于)[^,.!?]{1,6}了/;

/** 穿大衣太热了: no weather for it; 这件大衣太热了 is found of one garment. */
function outOfSeason({ start, end }: Mention, text: string): boolean {
  return (
    /穿(?:着|上|个|件|条|双|这么厚的)?$/.test(text.slice(Math.max(0, start - 6), start)) &&
    /^(?:的话|,)?(?:是不是|会|也|就|都|有点|还是|肯定|可能|真的?|实在)*(?:太|好|有点|会|很|要|嫌)+(?:热|闷|冷|凉|冻)/.test(
      text.slice(end, end + 14),
    )
  );
}

/** 太红了, "too red". */
function tooMuch({ start, end }: Mention, text: string): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  return /\b(?:too|overly) $/.test(before) || (/(?:太|过于)$/.test(before) && /^[了啦]/.test(text.slice(end)));
}

function isColour({ values }: Mention): boolean {
  return values.every(({ facet }) => facet === 'colours');
}

function isCategory(mention: Mention): boolean {
  return mention.values.some(({ facet }) => facet === 'category');
}

function isLook({ values }: Mention): boolean {
  return values.every(({ facet }) => facet === 'colours' || facet === 'pattern');
}

function sharesFacet(a: Mention, b: Mention): boolean {
  return a.values.some((one) => b.values.some((other) => one.facet === other.facet));
}
