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
  ['fit', '宽松|宽大|宽敞|松快|松泛|宽|松|肥大|肥', '修身|贴身|紧身|收身|合身|紧绷|勒|箍|绷|收|紧|瘦|窄'],
  ['formality', '正式|郑重|庄重|一本正经|正经|商务|隆重|职业|严肃|端着', '休闲|随意|随性|日常|轻松'],
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
  [
    'formality',
    'formal|dressy|dressed[- ]up|dolled up|done up|fancy|smart|professional|business-like|corporate|stuffy|buttoned-up|buttoned up|posh|uptight',
    'casual|dressed[- ]down|laid-back|laid back|informal|everyday',
  ],
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
  /(?:图案|花纹|印花|花样|花色|装饰|细节)(?:能|可以|要|再|更|稍微|稍|尽量|最好)*(?:少|简单|素|素净|低调|小)(?:一?[点些]|一点儿)|少(?:一)?[点些](?:图案|花纹|印花|花样|花色|装饰|细节)|\b(?:less|fewer|not (?:so|as|too) (?:much|many)|without so much) (?:of (?:a|the) )?(?:pattern(?:s|ed|ing)?|prints?|printed|going on|details?|decoration|embellishments?)\b|\btone down the (?:print|pattern|colou?rs?)\b|(?:不要|不想要?|别|不能)?(?:太|有点儿?|有些|过于)(?:花哨?|花里胡哨|乱|杂)(?:(?:了|啦)|的?(?![\p{Script=Han}]))|(?:更|再)?(?:素净|简洁|简单)(?:一?点|一些|些)|\b(?:(?:not|nothing|never|no|isn'?t) )?(?:too|a bit|so|that|overly|very) (?:busy|loud|much going on|fussy)\b|\b(?:plainer|simpler|calmer|less busy|less loud)\b/gu;
/** What a garment has more or less of, and is found fault with. */
const PART =
  '(?:裤腿|裤脚|裤管|裙摆|下摆|衣摆|袖口|衣长|裤长|裙长|腰围?|腰身|肩宽?|胸围?|臀围?|颜色|色调|版型|领口|面料|料子)';
/** Too plain. */
const BUSIER =
  /(?:图案|花纹|印花|花样|装饰|细节)(?:能|可以|要|再|更|稍微|稍)*(?:多|丰富|大胆|夸张|明显)(?:一?[点些]|一点儿)|(?:再|更|稍微)花(?:哨)?(?:一?[点些])|多(?:一)?[点些](?:图案|花纹|印花|花样)|(?:有点|太|过于)(?:素|单调|寡淡)(?:了|啦)|\b(?:more|bolder|busier) (?:of (?:a|the) )?(?:pattern(?:s|ed)?|prints?|printed|going on|detail)\b|\bbusier\b|\b(?:too|a bit|kinda|rather) (?:plain|bland)\b/g;
const STEP = '(?:那么)?(?:一点点|一点儿|一点|一些|点儿|点|些|一丢丢|一咪咪|一内内|丢丢|几分)';
/** Cheap is always relative. */
const CHEAP =
  /(?<!最)(?:便宜|实惠)的|(?<!最)平价的?|(?<!\b(?:the|looks?|feels?|seems?|so|really) )\b(?:cheap|affordable|inexpensive|low[- ]cost)\b/g;
/** 不要太短, "nothing too formal": a bound, and no step from what was shown. 没那么短 and "not long enough" complain. */
const LIMIT =
  /(?:不要|不想要?|别|不能|不用|不必|不可以|不)(?:穿|搞|弄)?(?:那么|这么|太过?|特别|过于|过分)[^,.?!]{1,4}$|\b(?:not|nothing|never|no|without being|isn'?t|aren'?t|don'?t want (?:it |anything |something )?(?:to be )?)(?: be)? (?:too|so|that|overly|very|super|terribly|really)(?: much)? [a-z -]{3,16}$|\bnothing [a-z-]{3,16}$/;
/** "Longer than I'd like", 比我想的长: a step away from what is wished. */
const BEYOND =
  /^(?:比(?:我)?(?:想象|想|预期|预想|以为|期望|希望|要)[的中里得]*)|^[a-z -]+ than (?:i(?:'d| would| had)? |what i )(?:like|want|hope|expect|think|thought|prefer|need|imagine|plan)/;
const OPPOSITE = { more: 'less', less: 'more' } as const;
/** Asking for other garments of the same kind. */
const VARIETY =
  /(?:这些|这批|这几[个件条双款])(?:我)?(?:都|全|早)+(?:看|见|刷)(?:过|腻)了?|换一?[批拨波轮组]|换一?换|(?<=[\s,.!])换[\s.!]*$|换(?:几|两)[个件条双款]|再?换个看看|再(?:来|看|推荐|给我看|找)(?:几|一|两|点|些)(?:[个件条双款些批])?|再看看(?:(?:别的|其他)|(?=$|[\s,.!?吧呗啊呢]))|(?:还有(?:没有)?|有?没有|有)(?:别的|其他|其它|更多)(?!的?(?:尺码|尺寸|码|颜色))(?:的|款|样式|款式|了|可选|选择)*|(?<![码号色件条双款个套a-z\d]的?)还有(?:吗|没有?|么|嘛|呢)|更多|下一[页批组拨波轮茬]|(?:看看?|来点|(?<!不)要|换)(?:个|一?些|点|几[个件条双])?(?:别的|其他的?|其它的?)(?:款式?|样式)?|(?:别的|其他|其它|不一样|不同)的?(?:款式?|样式|选择)|多(?:看|来|推荐)(?:几|一些|点)[个件条双款]?|\b(?:show|see|give|get|find|list|load)(?: me)?(?: some| a few)? more\b(?! (?:like|similar|expensive|formal|casual|affordable|colou?rful|fitted|dressy))(?: of (?:them|those|these))?(?: options| choices| results| styles| please)?|\bmore (?:options|choices|results|styles|please|of (?:these|those|them))\b|\b(?:any(?:thing)?|something|what|anything) (?:else|different)\b|\b(?:any|some|the|see|show me|give me|what) others?(?: ones| options| choices| styles)?(?= ?[?.!,]|$| please| you| i\b| because| cause)|\b(?:other|another|different) (?:options|ones|choices|styles|brands?|makes?|labels?)\b|(?:换个?|别的|别家的?|其他家?的?|其它|另外的?)(?:牌子|品牌)|\bnext (?:page|batch|lot|load|set|few|ones?|results?|please)\b|\b(?:already )?seen (?:all (?:of )?)?(?:these|those|them|this lot|that lot)(?: ones)?(?: all)?(?: already| before)?(?=[\s.!]*$|,| (?:give|show|send|got|any|anything|other|next|more|new|let'?s|what else|can|do)\b)|\b(?:new|fresh) ones\b|\bdifferent (?:ones|options|styles|batch|lot|selection|set)\b|\b(?:another|a new|a fresh) (?:one|batch|few|lot|set|round|selection)\b|^(?:请|那)?(?:继续|接着(?:看|来|推荐?)?|往下(?:看|翻)?)(?:吧|啊|呗)?[\s.!]*$|^(?:ok(?:ay)?,? |please )?(?:go on|carry on|continue)(?: please)?[\s.!]*$|\bkeep (?:them |it )?(?:going|coming)\b|(?<!\b(?:penny|cent|dime|a bit|a little|bit|much|slightly|even|pay|spend|costs?|is|once|no) )\bmore\b(?= ?[?!.]*$)|(?:^|[\s,.!])next[ .!]*$|\b(?:change|swap|replace|ditch|lose) the (?:rest|others?|remaining (?:ones|[a-z]+))\b|(?:其他|其余|剩下|别的)的?(?:[几两三四五][件条个款双])?(?:都|全|全都|给我)?换(?:掉|了|一?批|成别的|新的)/g;
/** "You keep showing me the same", 有没有好看点的: others are wanted, whatever else is felt. */
const SAMENESS =
  /(?:老|总|一直|又|还)(?:是|在)?(?:给我)?(?:看|推荐?|发|给)(?:的|我)*(?:都|全)?(?:是)?(?:这|那|一样|同样|重复)[^,.?!]{0,6}|(?:看来看去|翻来覆去|来来去去|怎么|咋)(?:都|还|就|又|老|总)*(?:是)?(?:这|一样|差不多|那)(?:几|些)?[个件条双款]?(?=的?[\s,.?!啊呀嘛]|的?$)|(?:都|全)(?:是)?(?:一样|一个样|大同小异)的?(?:啊|呀|嘛)?(?=[\s,.!]|$)|看腻|没(?:有)?(?:什么)?新(?:鲜|意)的?|(?:有没有|来点|看看|找|要|给我)(?:更)?(?:好看|漂亮|特别|新鲜|有新意|亮眼|像样|拿得出手)(?:一?点|些)?的(?=[\s,.?!吗呢]|$)|\b(?:keep|kept|always|still) (?:on )?(?:showing|giving|sending|recommending)(?: me)? (?:the )?(?:same|these)\b[^.?!]*|\b(?:all|these|they)(?: all)? (?:look|are) (?:the same|alike|identical)\b|\bsame (?:old )?(?:things?|stuff|ones|results)(?: again| over and over)?\b(?! (?:in|but|with|only|just|for|as)\b)|\b(?:anything|something|any) (?:nicer|prettier|better(?: looking)?|more interesting|fresher)(?: ones?)?(?=[\s?.!]*$)|\b(?:nicer|prettier|better[- ]looking) ones?\b/g;

interface Rule {
  readonly find: RegExp;
  readonly critique: Critique;
}

/** 鞋底别太厚, legs look longer, 显瘦一点: the thickness of a part warms nobody, legs are no garment, and looks no cut. */
const NO_GARMENTS: Readonly<Partial<Record<Facet, RegExp>>> = {
  warmth: /(?:底|跟|肩带|杯|\bsoles?|\bheels?|\bstraps?)(?: is| are|'s)? ?$/,
  fit: /显(?:得|人)?$/,
  length: /(?:(?<!裤)腿|(?<!\bthe )\blegs?)(?: (?:look|looks|seem|appear))? ?$/,
};

/** "Too warm now to wear a jumper": the weather, and no fault of a garment. */
const NO_WEATHER_FOR =
  /^too (?:warm|cool|cold)(?: (?:today|now|outside|here|out|already))* (?:for|to (?:wear|be wearing|put on|be in)) (?:an? |any |my |the )?(?!me\b|us\b|him\b|her\b|it\b|this|that|th[eo]se|summer|winter|spring|autumn)[a-z]{3}/;

/** Wishes relative to what was shown; 太短 and 不要太短 both ask for longer. */
export function findCritiques(text: string): CritiqueMention[] {
  const found: CritiqueMention[] = [...findSizeSteps(text)];
  const add = (match: RegExpMatchArray & { index: number }, critique: Critique) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const part = NO_GARMENTS[critique.facet]?.test(text.slice(Math.max(0, span.start - 10), span.start));
    if (part || overlapsAny(span, found) || NO_WEATHER_FOR.test(text.slice(span.start, span.end + 40))) return;
    const missed = BEYOND.test(text.slice(span.start, span.end + 28));
    // Cheaper than was thought is praise.
    if (missed && critique.facet === 'price' && critique.direction === 'less') return;
    const limit = LIMIT.test(text.slice(Math.max(0, span.start - 8), span.end));
    const meant = missed ? { ...critique, direction: OPPOSITE[critique.direction] } : critique;
    found.push({ ...span, critique: limit ? { ...meant, limit } : meant });
  };
  // A rule of one language is not tried on a text without its script.
  const rules = [...(HAN.test(text) ? CHINESE_RULES : []), ...(/[a-z]/.test(text) ? ENGLISH_RULES : [])];
  for (const match of text.matchAll(BUSIER)) add(match, { facet: 'pattern', direction: 'more' });
  for (const { find, critique } of rules) for (const match of text.matchAll(find)) add(match, critique);
  for (const match of text.matchAll(PLAINER)) add(match, { facet: 'pattern', direction: 'less' });
  for (const match of text.matchAll(CHEAP)) add(match, { facet: 'price', direction: 'less' });
  for (const match of text.matchAll(SAMENESS)) add(match, { facet: 'variety', direction: 'more' });
  for (const match of text.matchAll(VARIETY)) add(match, { facet: 'variety', direction: 'more' });
  // 太花了有没有素一点的: plainer, and not duller.
  const plainer = found.some(({ critique }) => critique.facet === 'pattern' && critique.direction === 'less');
  return found
    .filter(
      ({ critique, start, end }) => !(plainer && critique.facet === 'brightness' && /素/.test(text.slice(start, end))),
    )
    .sort((a, b) => a.start - b.start);
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
        `(?:袖子?(?:的?长度)?|袖(?=长))(?:要|得|再|能不能|可不可以|能|可以|还|稍微|稍|略|做|改|给我|更)*${more}(?:度)?(?:要|得|再|能不能|可不可以|能|可以|稍微|稍|更)*(?:${more})?(?:的)?${STEP}|袖子?(?:再|更)${more}|(?:更|再)${more}(?:一点|一些|点|些)?的?袖子?|${more}(?:一点|点|些|一些)的?袖子?|袖子?[^,.?!]{1,10},(?:再|要|能|稍微|得)*${more}(?:${STEP})|袖子?(?:有点|太|不要太|别太|不能太|不[用必]太|不[用必]那么|别那么|不)${less}|(?:不要|别)?太${less}的?袖子`,
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
            ? `(?:不要|不想要?|别|不能|不用|不需要|不必|不可以|没必要|用不着|犯不着|不|没有?|无需)(?:再|给我|搞|弄|整|穿|选|挑|做|来|要|得|的|成)*(?:那么|这么|太过?|特别|很|过于|过分)(?:${unwanted})(?:的|了)?|(?:有点儿?|有些|太|过于|稍微有点|实在太)偏?(?:${unwanted})(?:了|啦|的话)?(?!${STEP})|偏(?:${unwanted})(?:了|啦)|(?<=${PART}(?:都|也|有点儿?|感觉|好像|看着)*)偏(?:${unwanted})(?![的一点些袖款裤裙靴])|不够(?:${wanted})|没(?:那么|这么)(?:${unwanted})`
            : `(?<![点些太])(?<!${PART}(?:都|也|有点儿?|感觉|好像|看着)*(?=偏[^的点些,.?!\\s]{1,3}(?:$|[\\s,.?!])))偏(?:${wanted})(?!了|啦|袖|款|裤|裙|靴)(?:的)?|(?:要|想要|能|可以|再|更|更加|稍微|稍|略|多少)*(?:${wanted})(?:的)?${STEP}|(?:更加?|再|愈|(?<![伦巴芭菲])比(?!亚|基尼|如|例|较)[^,.?!]{1,8}?(?:更|还)?)(?:要)?(?:${wanted})(?!袖|款|裤|裙|靴|期|途|牌|色)(?:的)?`;
        rules.push({ find: new RegExp(source, 'g'), critique: { facet, direction } });
      }
    }
  }
  return rules;
}

const SHADES: readonly Rule[] = [
  {
    // 比第三件花得少的, 比这个省钱: less is paid.
    find: /比[^,.?!]{1,8}(?:价(?:格|钱|位)?(?:更|还|要)?低|花(?:得|的)?(?:更)?少|省钱|少花钱)(?:一?[点些])?的?/g,
    critique: { facet: 'price', direction: 'less' },
  },
  {
    find: /(?:价格|价位|价钱|预算)(?:可以|能|能不能|要|再|更|稍微|稍)*低(?:一?[点些]|一点儿)(?:的)?/g,
    critique: { facet: 'price', direction: 'less' },
  },
  {
    find: /(?:价格|价位|价钱|预算)?(?:可以|能不能|能|要|再|往下)*(?:降|压)(?:一?[点些]|一点儿)(?!温)/g,
    critique: { facet: 'price', direction: 'less' },
  },
  {
    find: /(?:价格|价位|价钱)(?:可以|能|要|再|更|稍微|稍)*高(?:一?[点些]|一点儿)(?:的)?/g,
    critique: { facet: 'price', direction: 'more' },
  },
  {
    find: /[价钱][^,.?!]{0,6}(?:劝退|不太?美丽|不(?:太|怎么|是很)?(?:友好|友善|亲民|香|划算)|抢钱|离谱|吓人|有毒|感人)|肉[疼痛]|心(?:在)?滴血|钱包(?:君)?(?:顶|扛|受|遭|吃|hold)不(?:住|了|消)|钱包(?:君)?(?:在)?(?:滴血|哭|疼|要空|瘪)|抢钱|宰人|坑钱|割韭菜|(?:太|有点儿?|好|真|挺|忒)(?:烧钱|破费|费钱)|(?:买|消费|负担|承受|高攀|伤)不起|(?:得|要)吃土|贵[得到](?:离谱|要命|吓人|飞起|肉疼|哭)|囊中羞涩|手头(?:有点儿?|比较)?紧(?!身)|价(?:格|钱|位)?(?:有点儿?|太|偏|实在|也太|略|忒)+高(?:了|啦)?(?![一点些])|(?:超|超出|超过)(?:了)?(?:我的?)?预算(?:太多|好多|不少)?(?:了|啦)(?!吗|么|没|\?)|预算(?:不够|不足|hold不住|有限)(?:了|啦|啊)?|(?:有点儿?|有些|略|稍微|稍)小贵(?:了)?|(?:好|真|死|贼|巨|老|忒|也太)贵(?:了|啦)?(?=[啊呀哦呢吧的]?(?:$|[\s,.!~]))/g,
    critique: { facet: 'price', direction: 'less' },
  },
  {
    find: /[勒绷箍卡挤憋](?:得|的)(?:慌|难受|紧|疼|很)|(?:大?腿|腰|肩膀?|胸|屁股|裆|肚子|腋下|胳膊)(?:那儿|那里|那边|这儿|这里|那|这)?(?:有点儿?|太|好|很)?[卡挤](?![其通片])|[勒箍](?:肉|人|脖子|肚子|腰|胸)|[喘透]不(?:过|上)(?:来)?气|紧绷绷的?|绷住了?/g,
    critique: { facet: 'fit', direction: 'more' },
  },
  {
    // 贵了, and nothing else of it.
    find: /(?:^|(?<=[\s,.]|[这那][件条双个款]|第.[件条双个款]|价格|它))贵了(?:点|些)?(?=$|[\s,.!吧啊呀])/g,
    critique: { facet: 'price', direction: 'less' },
  },
  ...(
    [
      ['length', '长', '短'],
      ['fit', '松|肥|宽', '紧|瘦'],
      ['warmth', '厚', '薄'],
    ] as const
  ).flatMap(([facet, more, less]): Rule[] => [
    {
      find: new RegExp(
        `(?:^|(?<=[\\s,.]|[这那][件条双个款]|第.[件条双个款]|${PART}|[它裤裙衣]))(?:${more})了(?:点|些)?(?=$|[\\s,.!吧啊呀])`,
        'g',
      ),
      critique: { facet, direction: 'less' },
    },
    {
      find: new RegExp(
        `(?:^|(?<=[\\s,.]|[这那][件条双个款]|第.[件条双个款]|${PART}|[它裤裙衣]))(?:${less})了(?:点|些)?(?=$|[\\s,.!吧啊呀])`,
        'g',
      ),
      critique: { facet, direction: 'more' },
    },
  ]),
  {
    // 这件太热了, 穿着有点捂: of what is worn, and not of the weather.
    find: /(?<=(?:[这那][件条双款个身套][^,.?!]{0,6}|第.{1,3}|它|穿(?:着|起来|上|在身上)|面料|料子|材质)(?:的|穿着|穿起来|夏天|现在|会|可能|感觉|肯定|看着|看起来|也|都|我|,)*)(?:太|有点儿?|偏|过于|好|会|得)+(?:热|闷|捂)(?:了|啦|人)?(?!吗|么|不|情|门|狗)/g,
    critique: { facet: 'warmth', direction: 'less' },
  },
  {
    find: /(?<=(?:[这那][件条双款个身套][^,.?!]{0,6}|第.{1,3}|它|穿(?:着|起来|上|在身上)|面料|料子|材质)(?:的|穿着|穿起来|冬天|现在|会|可能|感觉|肯定|看着|看起来|也|都|我|,)*)(?:太|有点儿?|偏|过于|好|会|得)+(?:冷|凉|冻)(?:了|啦)?(?!吗|么|不|快|爽|鞋)/g,
    critique: { facet: 'warmth', direction: 'more' },
  },
  {
    find: /像(?:个|穿了?个?)?(?:麻袋|面口袋|睡袋|帐篷|水桶)(?:一样|似的)?|松松垮垮的?|空荡荡的?|晃荡(?:了|得很)?|逛荡/g,
    critique: { facet: 'fit', direction: 'less' },
  },
  {
    find: /别[^,.?!]{0,3}[跟像](?:要?去)?(?:开会|面试|上班|开年会|出席|领奖)[^,.?!]{0,2}(?:似的|一样)/g,
    critique: { facet: 'formality', direction: 'less' },
  },
  { find: /(?:浅|亮|鲜艳)(?:色|颜色)系?(?:一?[点些])?的?/g, critique: { facet: 'brightness', direction: 'more' } },
  { find: /(?:深|暗)(?:色|颜色)系?(?:一?[点些])?的?/g, critique: { facet: 'brightness', direction: 'less' } },
];

/** "The hem is a bit long", "feels kinda stiff": said of what is there, a little of it is too much. */
const COMPLAINT =
  "(?<!\\b(?!but |and |so |no |oh |well |ok |hmm |think |say |find )[a-z]+ (?:that|which) ?)(?:\\b(?:is|are|was|were|looks?|feels?|seems?|comes? (?:out|up)|runs?|sits?|falls?|hangs?|fits?)|'s|'re) (?:just |all |still |maybe |perhaps |honestly |really )?(?:a (?:wee |tiny |little )?(?:bit|little|touch|tad|smidge|smidgen)|kinda|kind of|sort of|sorta|slightly|rather|somewhat) (?:too |on the )?";

/** What may stand between sleeves and longer. */
const FILL =
  '(?:to be |a (?:wee )?(?:bit|little|touch|tad|smidge|smidgen|fraction|lot) |slightly |be |are |is |were |could |can |should |needs? |want(?:ed)? |just |even |way |that |much )*';
const BODY =
  'waist|hips?|bust|chest|boobs|shoulders?|arms?|armpits?|thighs?|tummy|belly|stomach|middle|back|neck|bum|calves|ankles|toes';

function englishRules(): Rule[] {
  const rules: Rule[] = [
    {
      find: /\b(?:no|not|nothing(?: in)?|without|avoid|don'?t (?:want|like)|hate|never)(?: any| too| very| such| so)? (?:brightly|bright|vividly|vivid|loud|lightly|light|pale)[- ]colou?r(?:ed|s)?\b/g,
      critique: { facet: 'brightness', direction: 'less' },
    },
    {
      find: /\b(?:no|not|nothing(?: in)?|without|avoid|don'?t (?:want|like)|hate|never)(?: any| too| very| such| so)? (?:darkly|dark|dull)[- ]colou?r(?:ed|s)?\b/g,
      critique: { facet: 'brightness', direction: 'more' },
    },
    {
      find: /\b(?:brightly|bright|vividly|vivid|lightly|light|pale)[- ]colou?r(?:ed|s)?\b/g,
      critique: { facet: 'brightness', direction: 'more' },
    },
    { find: /\b(?:darkly|dark|dull)[- ]colou?r(?:ed|s)?\b/g, critique: { facet: 'brightness', direction: 'less' } },
    {
      find: new RegExp(
        `\\b(?:not )?too short(?: in the)? sleeves?\\b|\\bsleeves?(?: are| is|'re)?(?: not)?(?: a (?:bit|little)| slightly| rather| kinda| kind of| on the)?(?: too)? short\\b(?! ?-?sleeve)|\\b(?:more|extra) sleeves?\\b|\\bsleeves? ${FILL}longer\\b|\\blonger in the (?:arms?|sleeves?)\\b|\\bmore length (?:in|on|for) the (?:arms?|sleeves?)\\b`,
        'g',
      ),
      critique: { facet: 'sleeve', direction: 'more' },
    },
    {
      find: new RegExp(
        `\\b(?:not )?too long(?: in the)? sleeves?\\b|\\bsleeves?(?: are| is|'re)?(?: not)?(?: a (?:bit|little)| slightly| rather| kinda| kind of| on the)?(?: too)? long\\b(?! ?-?sleeve)|\\b(?:less|fewer) sleeves?\\b|\\bsleeves? ${FILL}shorter\\b|\\bshorter in the (?:arms?|sleeves?)\\b`,
        'g',
      ),
      critique: { facet: 'sleeve', direction: 'less' },
    },
  ];
  rules.push(
    {
      find: /\b(?:costs?|costing|priced?)(?: a (?:bit|little|lot))? less\b(?! than (?:about |around )?[$£€¥]?\d)|\bless money\b|\b(?:bring|get|knock|take|push) (?:the |that )?price (?:down|lower)(?: a (?:bit|little))?\b|\b(?:(?:a )?(?:wee )?(?:bit|tad|touch|little|smidge)|kinda|kind of|sort of|rather|pretty|fairly|slightly|way) (?:too )?(?:steep|pricey|dear|expensive|spendy|costly)\b(?! looking)|\b(?:too )?(?:steep|pricey|expensive|dear|spendy|costly|rich|much) for (?:me|my (?:budget|wallet|blood|taste|pocket)|what it is)\b|\bcosts? (?:me )?(?:an arm and a leg|a fortune|a bomb|the earth)\b|\b(?:out of|above|beyond|outside|over) my (?:price range|budget|league|means|price bracket|limit|range)\b|\b(?:that|this|it|they|these|those)(?:'s| is|'re| are) (?:so |quite |pretty |really |way )?steep\b|\b(?:yikes|ouch|wow|omg)[,!. ]+(?:the|that) price\b|\btoo much money\b|^over budget\b|\b(?:over|above|more than|beyond) (?:what )?i (?:can|could|want to|wanted to|was planning to|planned to) (?:spend|pay|afford)\b|\bcan'?t (?:afford|stretch to|justify) (?:that|this|it|them|these|those)\b|\bmy (?:wallet|purse|bank account|bank balance)(?:'s| is| just)? (?:crying|hurt(?:s|ing)?|weeping|screaming|empty|can'?t take|won'?t stretch)[a-z ]*|\b(?:daylight|highway) robbery\b|\brip[- ]?off\b|\beye-?watering(?:ly)?\b|\bthat'?s (?:a lot|loads|so much|too much)(?: of money)?(?=[\s.!?]*$|,| for (?:a|an|me|some))|\bprices? (?:is|are)(?: (?:a bit|kinda|way|really|so|pretty|rather))* (?:steep|high|mad|insane|crazy|ridiculous)\b|\bprice (?:puts|is putting) me off\b/g,
      critique: { facet: 'price', direction: 'less' },
    },
    {
      find: new RegExp(
        `\\b(?:(?:a )?(?:bit|tad|touch|little)|kinda|slightly) (?:too )?(?:tight|snug|clingy|restrictive|figure-hugging)\\b(?! [a-z]+(?:s|er)\\b)|\\b(?:too |so |really |quite |very )?(?:tight|snug)(?:ish)? (?:round|around|across|over|under|on|in|at) (?:the |my )?(?:${BODY})\\b|\\b(?:tight|snug) (?:for|on) me\\b|\\b(?:strangl|chok|pinch|dig|cut|squeez|strain|pull|ride)(?:s|es|ging|ting|ing)?(?: me)? (?:in |into |up |tight )?(?:in|into|at|on|across|round|around) (?:the |my )?(?:${BODY})\\b|\\b(?:strangl|squeez|pinch|crush)(?:es|ing) (?:the |my )(?:${BODY})\\b|\\bcan'?t breathe\\b|\\b(?:more|extra|bit of|some) (?:breathing room|room|space|ease|give)\\b(?! for)|\\bsqueez(?:es|ing) (?:me|the life)`,
        'g',
      ),
      critique: { facet: 'fit', direction: 'more' },
    },
    {
      find: /\b(?:hang(?:s|ing)|fall(?:s|ing)) off (?:of )?me\b|\blike a (?:tent|sack|bin bag)\b|\bswamp(?:s|ing) me\b|\b(?:swimming|drowning) in (?:it|this|them|these|that)\b|\btake it in\b/g,
      critique: { facet: 'fit', direction: 'less' },
    },
    {
      find: /\b(?:dial|tone)(?: it| that| this| things)? (?:down|back)(?: the| on the)? (?:formality|formal(?:ness)?|dressiness)\b|\b(?:dial|tone) the (?:formality|dressiness) (?:down|back)\b|\b(?:doesn'?t|don'?t|does not|do not|needn'?t)(?: really)?(?: (?:need|have) to)? be (?:that|so|quite so|quite that|too|as|this) (?:formal|dressy|fancy|smart|posh|corporate)\b/g,
      critique: { facet: 'formality', direction: 'less' },
    },
    {
      // "This one is too hot", "I'd boil in that": of what is worn.
      find: /\b(?:too|so|a bit|a little|way too|far too|kinda|really) (?:hot|sweaty|stifling)(?: (?:for (?:me|summer|spring|us|him|her|this weather|this time of year)|to wear))?(?=[\s,.!]*$|,| (?:and|but|so|any|something|anything|can|do|got|have)\b)|\b(?:boil|roast|melt|sweat|overheat|swelter)(?:ing)? in (?:it|this|that|these|those|them|the \w+)\b/g,
      critique: { facet: 'warmth', direction: 'less' },
    },
    {
      find: /\b(?:freez|shiver)(?:e|ing)?(?: to death)? in (?:it|this|that|these|those|them|the \w+)\b|\b(?:too|a bit|way too|far too) (?:cold|chilly)(?: for (?:me|winter|autumn|this weather))? to wear\b/g,
      critique: { facet: 'warmth', direction: 'more' },
    },
    {
      find: new RegExp(`\\b(?:hem|hemline|skirt|trousers|legs?) ${FILL}(?:lower|longer)\\b`, 'g'),
      critique: { facet: 'length', direction: 'more' },
    },
  );
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
          `\\b(?:not|nothing|isn't|isnt|aren't|don't want (?:it |anything |something )?(?:to be )?|without being|never|no)(?: be)? (?:too|so|that|overly|very|super|as|terribly|really)(?: much)? (?:${unwanted})${tail}|\\bnothing (?!bodycon|skinny|slim|oversized|boxy|baggy|loose|relaxed)(?:${unwanted})${tail}|\\b(?:a (?:bit|little) )?(?:too|overly|way too) (?:${unwanted})${tail}|\\b${lead}less (?:${unwanted})${tail}|\\bnot (?:${wanted}) enough\\b|${COMPLAINT}(?:${unwanted})${tail}|\\b(?:be|run|runs|running|come|comes|sit|sits|fall|falls|hang|hangs|is|are|'s|'re|were|was|fits?|fit) on the (?:${unwanted}) side\\b|\\b${lead}more (?:${wanted})${tail}|(?<=\\b(?:something|anything|one|ones|[a-z]{3,}) (?:that|which)(?: is| are|'s|'re) )(?:a (?:little )?(?:bit|little|touch|tad)|slightly|rather|somewhat|fairly|quite) (?:${wanted})${tail}`,
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
