import type { Facet } from '../domain/facet.js';
import type { UnderstoodTurn } from '../domain/turn.js';
import { overlapsAny, type Span } from './spans.js';

export interface Relaxed extends Span {
  readonly facet: Facet | 'brand' | 'price' | 'size';
}

const NAMES: readonly (readonly [Relaxed['facet'], string, string])[] = [
  ['colours', '颜色|色彩|花色', 'colou?rs?|shades?'],
  ['price', '价格|预算|价钱|价位|钱', 'prices?|budgets?|cost|costs|money|price range'],
  ['size', '尺码|码数|大小|尺寸', 'sizes?|sizing'],
  ['brand', '品牌|牌子', 'brands?|labels?'],
  ['material', '材质|面料|料子|材料', 'materials?|fabrics?'],
  ['styles', '风格|款式|样式', 'styles?'],
  ['pattern', '图案|花纹|花型', 'patterns?|prints?'],
  ['length', '长度|长短|裙长|衣长', 'lengths?'],
  ['sleeve', '袖子|袖长|袖型', 'sleeves?|sleeve lengths?'],
  ['seasons', '季节', 'seasons?'],
  ['occasions', '场合', 'occasions?'],
  ['fit', '版型|松紧', 'fits?'],
  ['neckline', '领口|领型|领子', 'necklines?|collars?'],
  ['category', '类型|品类|类别', 'types?|category|categories'],
  ['audience', '性别|男女', 'gender'],
];
const FREE =
  '不限|无所谓|随便|随意|不重要|都行|都可以|都可|不挑|没要求|没有要求|没限制|没有限制|不管|不计较|任意|不介意|都好|都ok|都成|都没事|均可|不计|不是问题|没关系|不用管|都能接受|都没问题|随你|好说|都成|不讲究|没讲究|不强求|没所谓|没啥要求|没什么要求|你(?:看着)?定|看着来|不打紧|不要紧|不卡|不在乎|不在意|不看重|不care';

const FILLED =
  '(?:其实|倒是?|反正|真的?|基本|完全|我?都|上|方面|什么的|啥的|这些|也|就|我|现在|先|暂时|目前|呢|啊|呀|嘛|,|\\s)*';

const RULES: readonly { readonly facet: Relaxed['facet']; readonly script: RegExp; readonly find: RegExp }[] =
  NAMES.flatMap(([facet, zh, en]) => [
    {
      facet,
      script: /\p{Script=Han}/u,
      find: new RegExp(
        `(?:什么|啥|任何|任意|哪种|哪个)?(?:${zh})${FILLED}(?:${FREE})(?!以?穿)|(?:不限制?|不挑|不管|不在乎|不在意|不看|不考虑|不介意|取消|去掉|放宽|别管|不用管)(?:什么|任何)?的?(?:${zh})(?:要求|限制)?|(?:任何|任意|随便什么|随便哪种)(?:${zh})`,
        'g',
      ),
    },
    {
      facet,
      script: /[a-z]/,
      find: new RegExp(
        `\\b(?:any|whatever|whichever)(?: old| kind of)? (?:${en})\\b(?! (?:of|other|than|like|except|but|apart|bar))|\\b(?:${en}) (?:(?:really )?(?:doesn't|does not|don't|dont|doesnt|do not)(?: really)? matter|is(?:n't| not) (?:important|an issue|a problem|a concern)|(?:is|are) (?:flexible|open|no object|irrelevant|up to you|no issue|not fixed))|\\b(?:don't|do not|dont|doesn't) (?:really )?(?:care|mind|bother|worry)(?: about| what| which| whatever)?(?: the)? (?:${en})\\b|\\bno (?:specific |particular |fixed )?(?:${en}) (?:preference|limit|restriction|requirement|in mind)\\b|\\bno preference (?:on|for|about|in)(?: the)? (?:${en})\\b|\\b(?:forget|ignore|drop|remove|lift|never mind|scrap|skip|clear)(?: about)? the (?:${en})(?: limit| filter| restriction| constraint| requirement)?\\b|\\bnot (?:fussy|picky|bothered|fussed) (?:about|on|with)(?: the)? (?:${en})\\b|\\bregardless of(?: the)? (?:${en})\\b|\\bunlimited (?:${en})\\b|\\b(?:${en}) (?:i|we) (?:(?:really |honestly )?(?:don't|do not|dont|couldn't) (?:really )?(?:care|mind)(?: (?:less )?about)?)\\b|\\b(?:open to|fine with) (?:any|all) (?:${en})\\b`,
        'g',
      ),
    },
  ]);
const PRICE_ALONE =
  /\bmoney(?:'s| is) no object\b|\bno (?:budget|price) ?(?:limit)?(?=[ ,.!?]|$)|\bsky(?:'s| is) the limit\b|不差钱|多少钱都(?:行|可以)|贵(?:一)?点?也?(?:行|可以|没关系|没事|无妨)|多花点(?:钱)?也?(?:行|可以|没关系)|可以(?:再)?(?:贵|加)一?点|没有?预算|\b(?:can|could|will|would|i'll|willing to|happy to|ready to) (?:pay|spend|go) (?:(?:a )?(?:bit|little) )?(?:more|higher)\b(?! than)/g;

const CHINESE_NAME = `(?:${NAMES.map(([, zh]) => zh).join('|')})`;
const ENGLISH_NAME = `(?:${NAMES.map(([, , en]) => en).join('|')})`;
const CHINESE_LIST = `${CHINESE_NAME}(?:(?:啊|呀|啦|嘛|、|,|和|跟|与|还有|以及|或者?|及|也好|什么的|\\s)*${CHINESE_NAME})+`;
const ENGLISH_LIST = `${ENGLISH_NAME}(?:(?:,? (?:and|or|nor|&) |, | ?/ ?)(?:the |any |whatever )?${ENGLISH_NAME})+`;
/** Several facets in one breath: 品牌啊颜色啊随便, "brand and colour don't matter". */
const LISTS: readonly RegExp[] = [
  new RegExp(
    `${CHINESE_LIST}${FILLED}(?:${FREE})(?!以?穿)|(?:不限制?|不挑|不管|不在乎|不在意|不介意|别管|不用管)(?:什么|任何)?的?${CHINESE_LIST}`,
    'g',
  ),
  new RegExp(
    `\\b${ENGLISH_LIST}(?: (?:(?:really )?(?:doesn't|does not|don't|dont|doesnt|do not)(?: really)? matter|(?:is|are)(?:n't| not)(?: really)? (?:important|an issue|a problem|a concern)|(?:is|are) (?:flexible|open|irrelevant|up to you|whatever|negotiable))|,? (?:whatever|whatevs|anything goes|i'?m easy|don'?t mind|up to you|either way|you choose|your call|no preference))\\b|\\b(?:any|whatever|whichever|(?:don't|do not|dont) (?:really )?(?:care|mind|bother|worry)(?: about| what| which)?(?: the)?|no preference (?:on|for|about|in)(?: the)?|not (?:too )?(?:fussy|picky|bothered|fussed) (?:about|on|with)(?: the)?|(?:easy|flexible|relaxed|open|chill) (?:on|about|with)(?: the)?|regardless of(?: the)?|(?:forget|ignore|drop|never ?mind|scrap)(?: about)? the) ${ENGLISH_LIST}\\b(?! (?:of|other|than|like|except|but|apart|bar))`,
    'g',
  ),
];
const NAMED: readonly (readonly [Relaxed['facet'], RegExp])[] = NAMES.map(([facet, zh, en]) => [
  facet,
  new RegExp(`${zh}|\\b(?:${en})\\b`, 'g'),
]);

/** The facets a stretch names, in its order. */
function namesIn(text: string): { facet: Relaxed['facet']; start: number }[] {
  return NAMED.flatMap(([facet, find]) => [...text.matchAll(find)].map(({ index }) => ({ facet, start: index }))).sort(
    (a, b) => a.start - b.start,
  );
}

/** Facets the shopper no longer minds. */
export function findRelaxed(text: string): Relaxed[] {
  const found: Relaxed[] = [];
  const add = (facet: Relaxed['facet'], start: number, end: number) => {
    if (!overlapsAny({ start, end }, found)) found.push({ facet, start, end });
  };
  for (const match of text.matchAll(PRICE_ALONE)) add('price', match.index, match.index + match[0].length);
  for (const find of LISTS)
    for (const match of text.matchAll(find)) {
      const named = namesIn(match[0]);
      for (const [at, { facet, start }] of named.entries())
        add(facet, match.index + start, match.index + (named[at + 1]?.start ?? match[0].length));
    }
  for (const { facet, script, find } of RULES)
    if (script.test(text))
      for (const match of text.matchAll(find)) add(facet, match.index, match.index + match[0].length);
  return found;
}

const SORTS: readonly (readonly [NonNullable<UnderstoodTurn['sort']>, RegExp])[] = [
  [
    'price-descending',
    /便宜的?(?:都|给我)*(?:排|放|往|摆|丢)(?:到|在)?最?(?:后|末)|\bcheap(?:est|er)?(?: ones?| stuff)?(?: at the (?:end|bottom|back)| last)\b|\b(?:dearest|priciest|most expensive|expensive|dear|highest(?: priced?)?|high)(?: ones?)?(?: down)? to (?:the )?(?:cheap(?:est)?|low(?:est)?|least expensive)\b/,
  ],
  [
    'price-ascending',
    /贵的?(?:都|给我)*(?:排|放|往|摆|丢)(?:到|在)?最?(?:后|末)|\b(?:expensive|pricey|dear(?:est)?)(?: ones?| stuff)?(?: at the (?:end|bottom|back)| last)\b|(?:便宜|低价|价低|实惠)的?(?:都|给我)*(?:排|放|在|往|摆)?(?:到|在)?(?:最?前|先|最上)|\bcheap(?:est|er)?(?: ones?| stuff)?(?: right| up)?(?: (?:at|to) the (?:front|top|start)| up (?:top|front))\b|从便宜到贵|最便宜|最实惠|最平价|最划算|价格最低|最低价|价钱最低|(?:价格)?(?:从|由)低到高|按?价格升序|\bcheap(?:est|er)?(?: ones?)? (?:first|on top)\b|\bcheapest\b|\blowest[- ](?:price|priced|cost)s?\b|\b(?:lowest|low) (?:price )?first\b|\bleast expensive\b|\bmost affordable\b|\b(?:price )?low(?:est)? to high(?:est)?\b|\bprice ascending\b/,
  ],
  [
    'price-descending',
    /贵的?(?:都|给我)*(?:排|放|在|往|摆)?(?:到|在)?(?:最?前|先|最上)|价(?:格|钱)?高的?(?:排|放|在|往|摆)?(?:最?前|先|最上)|\b(?:the dearest|dearest (?:first|one|ones|on top|at the top)|(?:most )?(?:expensive|pricey)(?: ones?)? (?:first|on top|at the top)|highest[- ]priced? first|(?:highest|high|dearest|top) (?:price )?first)\b|从贵到便宜|最贵|价格最高|最高档|最高端|(?:价格)?(?:从|由)高到低|按?价格降序|\bmost expensive\b|\bpriciest\b|\bhighest[- ](?:price|priced)\b|\b(?:price )?high(?:est)? to low(?:est)?\b|\bprice descending\b/,
  ],
  [
    'newest',
    /最新|新品|上新|新到|刚到货|新上架|最近上架|(?:什么|啥|哪些)新(?:款|品|货|的)|新款(?:有|呢|推荐|看看)|最近(?:新|上)了?(?:什么|啥|哪些)|\bwhat'?s new\b|\bnewly (?:in|arrived)\b|\bnewest\b|\blatest\b|\bnew arrivals?\b|\bjust (?:in|arrived|landed)\b|\bmost recent\b|\bnew in\b(?! (?:town|the))/,
  ],
];

/** The order a superlative asks for, with where it stands. */
export function findSort(text: string): { sort: NonNullable<UnderstoodTurn['sort']>; span: Span } | undefined {
  for (const [sort, find] of SORTS) {
    const match = find.exec(text);
    if (match) return { sort, span: { start: match.index, end: match.index + match[0].length } };
  }
  return undefined;
}
