import type { Critique } from '../domain/turn.js';
import { findSizeSteps } from './size-steps.js';
import { overlapsAny, type Span } from './spans.js';

export interface CritiqueMention extends Span {
  readonly critique: Critique;
}

type Facet = Critique['facet'];

/** Plain adjectives for more and less of each; fit "more" is looser, brightness "more" is lighter or livelier. */
const CHINESE: readonly (readonly [Facet, string, string])[] = [
  ['price', '贵|高档|高端', '便宜|实惠|平价|划算|亲民|经济实惠|低价|平(?=一?[点些])'],
  ['length', '长', '短'],
  ['fit', '宽松|宽大|宽|松|肥大|肥', '修身|贴身|紧身|收身|合身|收|紧|瘦|窄'],
  ['formality', '正式|庄重|正经|商务|隆重|职业', '休闲|随意|随性|日常|轻松'],
  ['brightness', '鲜艳|明亮|鲜亮|花哨|花俏|活泼|亮眼|醒目|跳脱|鲜|亮|浅|艳|淡', '低调|暗|深|素净|素'],
  ['warmth', '暖和|保暖|温暖|厚实|厚|暖', '薄|凉快|凉爽|轻薄|透气|清凉'],
];
const ENGLISH: readonly (readonly [Facet, string, string])[] = [
  ['price', 'expensive|pricey|dear|costly', 'cheap|affordable|budget-friendly|budget friendly'],
  ['length', 'long', 'short'],
  [
    'fit',
    'loose|baggy|wide|roomy|oversized|big|relaxed|boxy',
    'tight|fitted|slim|skinny|narrow|clingy|close-fitting|snug|bodycon',
  ],
  ['formality', 'formal|dressy|fancy|smart|professional|business-like', 'casual|laid-back|laid back|informal|everyday'],
  ['brightness', 'bright|light|colou?rful|vibrant|vivid|loud|pale|flashy', 'dark|muted|subdued|dull'],
  ['warmth', 'warm|thick|heavy', 'thin|cool|light-?weight|breathable|airy'],
];
const COMPARATIVES: readonly (readonly [Facet, string, string])[] = [
  [
    'price',
    'pricier|dearer|higher[- ]end|higher[- ]priced',
    'cheaper|lower[- ]priced?|lower in price|lower cost|better priced?',
  ],
  ['sleeve', 'longer[- ]sleeve[sd]?|longer arms', 'shorter[- ]sleeve[sd]?|shorter arms'],
  ['warmth', 'warmer|thicker|heavier|cosier|cozier', 'thinner|cooler|lighter[- ]weight|airier'],
  ['length', 'longer(?! than \\d)', 'shorter(?! than \\d)'],
  ['fit', 'looser|baggier|roomier|wider|bigger fit', 'tighter|slimmer|narrower|skinnier|snugger'],
  ['formality', 'dressier|fancier|smarter', 'casualer'],
  ['brightness', 'brighter|lighter|paler|livelier', 'darker|deeper|duller|more subtle'],
];

/** Too much going on: plainer, calmer. */
const PLAINER =
  /(?:不要|不想要?|别|不能)?(?:太|有点儿?|有些|过于)(?:花哨?|花里胡哨|乱|杂)(?:了|啦|的)?(?![\p{Script=Han}])|(?:更|再)?(?:素净|简洁|简单)(?:一?点|一些|些)|\b(?:(?:not|nothing|never|no|isn'?t) )?(?:too|a bit|so|that|overly|very) (?:busy|loud|much going on|fussy)\b|\b(?:plainer|simpler|calmer|less busy|less loud)\b/gu;
const STEP = '(?:一点点|一点儿|一点|一些|点儿|点|些|一丢丢|几分)';
/** Cheap is always relative. */
const CHEAP =
  /(?<!最)(?:便宜|实惠)的|(?<!最)平价的?|(?<!\b(?:the|looks?|feels?|seems?|so|really) )\b(?:cheap|affordable|inexpensive|low[- ]cost)\b/g;
/** 不要太短, "nothing too formal": a bound, and no step from what was shown. 没那么短 and "not long enough" complain. */
const LIMIT =
  /(?:不要|不想要?|别|不能|不用|不必|不可以|不)(?:穿|搞|弄)?(?:那么|这么|太过?|特别|过于|过分)[^,.?!]{1,4}$|\b(?:not|nothing|never|no|without being|isn'?t|aren'?t|don'?t want (?:it |anything |something )?(?:to be )?)(?: be)? (?:too|so|that|overly|very|super|terribly|really)(?: much)? [a-z -]{3,16}$/;
/** Asking for other garments of the same kind. */
const VARIETY =
  /换一?[批拨波轮组]|换一?换|换(?:几|两)[个件条双款]|再?换个看看|再(?:来|看|推荐|给我看|找)(?:几|一|两|点|些)(?:[个件条双款些批])?|再看看(?:别的|其他)?|(?:还有(?:没有)?|有?没有|有)(?:别的|其他|其它|更多)(?!的?(?:尺码|尺寸|码|颜色))(?:的|款|样式|款式|了|可选|选择)*|还有(?:吗|没有?|么|嘛|呢)|更多|下一[页批组]|(?:看看?|来点|要|换)个?(?:别的|其他的?|其它的?)(?:款式?|样式)?|(?:别的|其他|其它|不一样|不同)的?(?:款式?|样式|选择)|多(?:看|来|推荐)(?:几|一些|点)[个件条双款]?|\b(?:show|see|give|get|find|list|load)(?: me)?(?: some| a few)? more\b(?! (?:like|similar|expensive|formal|casual|affordable|colou?rful|fitted|dressy))(?: of (?:them|those|these))?(?: options| choices| results| styles| please)?|\bmore (?:options|choices|results|styles|please|of (?:these|those|them))\b|\b(?:any(?:thing)?|something|what|anything) (?:else|different)\b|\b(?:any|some|the|see|show me|what) others?(?: ones| options| choices| styles)?(?= ?[?.!,]|$| please| you)|\b(?:other|another|different) (?:options|ones|choices|styles|brands?|makes?|labels?)\b|(?:换个?|别的|别家的?|其他家?的?|其它|另外的?)(?:牌子|品牌)|\bnext (?:page|batch|ones?|results?|please)\b|\bdifferent (?:ones|options|styles|batch|lot|selection|set)\b|\b(?:another|a new|a fresh) (?:one|batch|few|lot|set|round|selection)\b|^(?:请|那)?(?:继续|接着(?:看|来|推荐?)?|往下(?:看|翻)?)(?:吧|啊|呗)?[\s.!]*$|^(?:ok(?:ay)?,? |please )?(?:go on|carry on|continue)(?: please)?[\s.!]*$|\bkeep (?:them |it )?(?:going|coming)\b|\bmore\b(?= ?[?!.]*$)|^next[ .!]*$/g;

interface Rule {
  readonly find: RegExp;
  readonly critique: Critique;
}

/** 鞋底别太厚, legs look longer: the thickness of a part warms nobody, and legs are no garment. */
const NO_GARMENTS: Readonly<Partial<Record<Facet, RegExp>>> = {
  warmth: /(?:底|跟|肩带|杯|\bsoles?|\bheels?|\bstraps?)(?: is| are|'s)? ?$/,
  length: /(?:腿|\blegs?)(?: (?:look|looks|seem|appear))? ?$/,
};

/** Wishes relative to what was shown; 太短 and 不要太短 both ask for longer. */
export function findCritiques(text: string): CritiqueMention[] {
  const found: CritiqueMention[] = [...findSizeSteps(text)];
  const add = (match: RegExpMatchArray & { index: number }, critique: Critique) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const part = NO_GARMENTS[critique.facet]?.test(text.slice(Math.max(0, span.start - 10), span.start));
    if (part || overlapsAny(span, found)) return;
    const limit = LIMIT.test(text.slice(Math.max(0, span.start - 8), span.end));
    found.push({ ...span, critique: limit ? { ...critique, limit } : critique });
  };
  // A rule of one language is not tried on a text without its script.
  const rules = [...(HAN.test(text) ? CHINESE_RULES : []), ...(/[a-z]/.test(text) ? ENGLISH_RULES : [])];
  for (const { find, critique } of rules) for (const match of text.matchAll(find)) add(match, critique);
  for (const match of text.matchAll(PLAINER)) add(match, { facet: 'pattern', direction: 'less' });
  for (const match of text.matchAll(CHEAP)) add(match, { facet: 'price', direction: 'less' });
  for (const match of text.matchAll(VARIETY)) add(match, { facet: 'variety', direction: 'more' });
  return found.sort((a, b) => a.start - b.start);
}

function chineseRules(): Rule[] {
  const rules: Rule[] = [];
  const sleeves: readonly (readonly ['more' | 'less', string, string])[] = [
    ['more', '长', '短'],
    ['less', '短', '长'],
  ];
  for (const [direction, more, less] of sleeves) {
    rules.push({
      find: new RegExp(
        `袖子?(?:的?长度)?(?:要|再|能|可以|稍微|做|改)?更?${more}(?:的)?${STEP}|袖子?(?:再|更)${more}|(?:更|再)${more}(?:一点|一些|点|些)?的?袖子?|${more}(?:一点|点|些|一些)的?袖子?|袖子?(?:有点|太|不要太|别太|不能太|不)${less}|(?:不要|别)?太${less}的?袖子`,
        'g',
      ),
      critique: { facet: 'sleeve', direction },
    });
  }
  for (const pass of ['against', 'towards'] as const) {
    for (const [facet, more, less] of CHINESE) {
      for (const [direction, wanted, unwanted] of [
        ['more', more, less],
        ['less', less, more],
      ] as const) {
        const source =
          pass === 'against'
            ? `(?:不要|不想要?|别|不能|不用|不需要|不必|不可以|不|没有?|无需)(?:那么|这么|太过?|特别|很|过于|过分)(?:${unwanted})(?:的|了)?|(?:有点儿?|有些|太|过于|稍微有点|实在太)偏?(?:${unwanted})(?:了|啦|的话)?(?!${STEP})|偏(?:${unwanted})(?:了|啦)|不够(?:${wanted})|没(?:那么|这么)(?:${unwanted})`
            : `(?<![点些太])偏(?:${wanted})(?!了|啦|袖|款|裤|裙|靴)(?:的)?|(?:要|想要|能|可以|再|更|更加|稍微|稍|略|多少)*(?:${wanted})(?:的)?${STEP}|(?:更加?|再|愈|(?<![伦巴芭菲])比(?!亚|基尼|如|例|较)[^,.?!]{1,8}?(?:更|还)?)(?:要)?(?:${wanted})(?!袖|款|裤|裙|靴|期|途|牌|色)(?:的)?`;
        rules.push({ find: new RegExp(source, 'g'), critique: { facet, direction } });
      }
    }
  }
  return rules;
}

const SHADES: readonly Rule[] = [
  {
    find: /(?:价格|价位|价钱|预算)(?:可以|能|能不能|要|再|更|稍微|稍)*低(?:一?[点些]|一点儿)(?:的)?/g,
    critique: { facet: 'price', direction: 'less' },
  },
  {
    find: /(?:价格|价位|价钱)(?:可以|能|要|再|更|稍微|稍)*高(?:一?[点些]|一点儿)(?:的)?/g,
    critique: { facet: 'price', direction: 'more' },
  },
  { find: /(?:浅|亮|鲜艳)(?:色|颜色)系?(?:一?[点些])?的?/g, critique: { facet: 'brightness', direction: 'more' } },
  { find: /(?:深|暗)(?:色|颜色)系?(?:一?[点些])?的?/g, critique: { facet: 'brightness', direction: 'less' } },
];

function englishRules(): Rule[] {
  const rules: Rule[] = [
    {
      find: /\b(?:brightly|bright|vividly|vivid|lightly|light|pale)[- ]colou?r(?:ed|s)?\b/g,
      critique: { facet: 'brightness', direction: 'more' },
    },
    { find: /\b(?:darkly|dark|dull)[- ]colou?r(?:ed|s)?\b/g, critique: { facet: 'brightness', direction: 'less' } },
    {
      find: /\b(?:not )?too short(?: in the)? sleeves?\b|\bsleeves?(?: are| is|'re)?(?: not)?(?: a (?:bit|little))? too short\b|\b(?:more|extra) sleeves?\b|\bsleeves? (?:to be |a (?:bit|little) |slightly |be |are |much )*longer\b/g,
      critique: { facet: 'sleeve', direction: 'more' },
    },
    {
      find: /\b(?:not )?too long(?: in the)? sleeves?\b|\bsleeves?(?: are| is|'re)?(?: not)?(?: a (?:bit|little))? too long\b|\b(?:less|fewer) sleeves?\b|\bsleeves? (?:to be |a (?:bit|little) |slightly |be |are |much )*shorter\b/g,
      critique: { facet: 'sleeve', direction: 'less' },
    },
  ];
  for (const [facet, more, less] of COMPARATIVES) {
    const lead = '\\b(?:(?:a )?(?:bit|little|lot|touch|tad)|slightly|much|something|way|even|somewhat)?\\s*';
    rules.push({ find: new RegExp(`${lead}(?:${more})\\b`, 'g'), critique: { facet, direction: 'more' } });
    rules.push({ find: new RegExp(`${lead}(?:${less})\\b`, 'g'), critique: { facet, direction: 'less' } });
  }
  const tail = '(?![a-z-]|\\s+(?:sleeve|than \\d))';
  const lead = '(?:(?:a )?(?:bit|little|lot|touch|tad) |slightly |much |something |way |even )?';
  for (const [facet, more, less] of ENGLISH) {
    for (const [direction, wanted, unwanted] of [
      ['more', more, less],
      ['less', less, more],
    ] as const) {
      rules.push({
        find: new RegExp(
          `\\b(?:not|nothing|isn't|isnt|aren't|don't want (?:it |anything |something )?(?:to be )?|without being|never|no)(?: be)? (?:too|so|that|overly|very|super|as|terribly|really)(?: much)? (?:${unwanted})${tail}|\\b(?:a (?:bit|little) )?(?:too|overly|way too) (?:${unwanted})${tail}|\\b${lead}less (?:${unwanted})${tail}|\\bnot (?:${wanted}) enough\\b|\\b${lead}more (?:${wanted})${tail}`,
          'g',
        ),
        critique: { facet, direction },
      });
    }
  }
  return rules;
}

const HAN = /\p{Script=Han}/u;
const CHINESE_RULES: readonly Rule[] = [...chineseRules(), ...SHADES];
const ENGLISH_RULES: readonly Rule[] = englishRules();
