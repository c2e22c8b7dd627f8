import { normalise } from './normalise.js';
import { findReferences } from './references.js';

/** What is to happen to an outfit that was shown, by the words alone. */
export interface OutfitTalk {
  /** One piece for another: 换双鞋, swap the bag, a different jacket. */
  readonly swaps: boolean;
  /** A piece is to go: 去掉包, without the jacket. */
  readonly drops: boolean;
  /** A piece is to join: 加个帽子, add a hat. */
  readonly adds: boolean;
  /** Something is to stay as it is: 鞋子别动, keep the shoes, trousers for the skirt. */
  readonly keeps: boolean;
  /** The outfit as a whole is spoken of: 整套, this outfit. */
  readonly whole: boolean;
  /** Other outfits altogether: 换一套, another outfit. */
  readonly another: boolean;
  /** A garment is asked for afresh (show me jeans): not about the outfit, unless words above say so. */
  readonly seeks: boolean;
  /** The choice of one: 就第一套, I'll take the second outfit. */
  readonly chooses: boolean;
  /** Which outfit is meant, from 1; negative counts from the end. */
  readonly place?: number;
  /** A garment of a list is counted (第二件), not an outfit. */
  readonly ofList: boolean;
  /** Kinds of pieces named, as the vocabulary's roots or kinds, in the order of the text. */
  readonly kinds: readonly string[];
}

const SWAPS =
  /换(?!批|组|货|季|码|尺)|改成|改为|替换|不喜欢|不想要(?=这|那|它)|(?:太|有点)(?:贵|高|大|小|丑|正式|花|暗|亮|素|老气)|别的|另外?(?:一|找)|\b(?:swap|switch|change|replace|different|another|other|instead|make the|make it|exchange|rather have|don'?t like|do not like|hate|not keen on|can the|could the)\b/;
const DROPS =
  /去掉|拿掉|不要(?!太|那么|这么)|不用|别(?:放|带|配|要)|省掉|减掉|脱掉|\b(?:without|drop|remove|lose|skip|leave out|no|take (?:out|off|away)|get rid of|minus)\b/;
const ADDS =
  /(?:再|想|能)?(?:加|添|配|搭)(?:上|个|件|条|双|顶|只)|再来一?[个件条双顶只]|\b(?:add|throw in|plus|along with|include)\b|\b(?:too|as well)(?=[\s.!?]*$|,? (?:please|pls|thanks)\b)/;
const KEEPS = /别动|不动|不变|保留|留着|换成|改成|\b(?:keep|leave|instead|for)\b/;
const WHOLE =
  /整套|全套|整身|全身|整体|总共|总价|合计|全部加起来|这套|那套|这身|一整套|第[一二三四五六七八九十\d]{1,2}[套身]|\b(?:as a whole|on the whole|overall|all together|altogether|in total|all in all|the total|the lot|everything)\b|\b(?:whole|entire|full) (?:outfit|look|thing|set)\b|\b(?:this|that|the|first|second|third) (?:outfit|look)\b/;
const ANOTHER =
  /换一?(?:套|身|一套|组)(?!房)|(?:再|多)(?:来|搭|配|看)(?:几|一|两)?[套身]|(?:别的|其他|另一?)(?:的)?(?:搭配|套|搭法|穿法)|\b(?:another|other|different|more|new) (?:outfits?|looks?)\b/;
const SEEKS =
  /想买|想找|看看(?!别)|再看|有没有|找[一个件条双]|帮我找|推荐|搜|\b(?:show me|looking for|look for|find me|search|do you (?:have|sell)|got any|recommend|shopping for|let me see)\b/;
const CHOOSES =
  /(?:就|要|选|用|喜欢)(?:要|选|用)?第.{1,2}[套身](?:吧|了|好了|的)?$|就(?:这|那)[套身]|\b(?:i'?ll|let'?s|i) (?:take|go with|have|choose|pick|like|love|prefer) (?:the )?(?:first|second|third|this|that|\d) ?(?:outfit|look|one)?\b/;

/** Names of pieces by which people speak of an outfit, single characters included (包换掉, 鞋换一双). */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['outerwear', /外套|大衣|夹克|风衣|羽绒服|\b(?:outerwear|jackets?|coats?|blazers?)\b/g],
  ['onepiece', /连衣裙|裙子|\bdress(?:es)?\b/g],
  ['skirt', /半身裙|半裙|\bskirts?\b/g],
  ['bottom', /裤子?|下装|下身|\b(?:trousers|pants|jeans|bottoms?|shorts)\b/g],
  [
    'top',
    /上衣|衬衫|衬衣|毛衣|卫衣|上装|里面那件|\b(?:tops?|shirts?|tees?|t-shirts?|blouses?|sweaters?|jumpers?|hoodies?)\b/g,
  ],
  ['footwear', /鞋|靴|高跟|\b(?:shoes?|heels?|boots?|sneakers?|trainers|flats|sandals|loafers|pumps)\b/g],
  ['bag', /(?<![面红打书钱])包(?![邮臀含装容括裹])|\b(?:bags?|handbags?|totes?|clutch|purses?|backpacks?)\b/g],
  ['hat', /帽子?|\b(?:hats?|caps?|beanies?)\b/g],
  ['scarf', /围巾|丝巾|\bscar(?:f|ves)\b/g],
  ['belt', /腰带|皮带|\bbelts?\b/g],
];

/** The kinds of pieces a text names, in its order. */
export function kindsIn(text: string): string[] {
  const named = KINDS.flatMap(([kind, find]) => [...text.matchAll(find)].map(({ index }) => ({ kind, index })));
  return [...new Set(named.sort((a, b) => a.index - b.index).map(({ kind }) => kind))];
}

/** Reads a sentence as words about an outfit on the screen. Pure; bounded by the length of the text. */
export function readOutfitTalk(said: string): OutfitTalk {
  const { text } = normalise(said.slice(0, 500));
  const place = findReferences(text, { hasShown: true, hasPhoto: false }).find(
    ({ reference }) => reference.kind === 'ordinal',
  )?.reference.index;
  return {
    swaps: SWAPS.test(text),
    drops: DROPS.test(text),
    adds: ADDS.test(text),
    keeps: KEEPS.test(text),
    whole: WHOLE.test(text),
    another: ANOTHER.test(text),
    seeks: SEEKS.test(text),
    chooses: CHOOSES.test(text),
    ...(place === undefined ? {} : { place }),
    ofList:
      /第[一二三四五六七八九十\d]{1,2}[件条双顶只款把]|\b(?:first|second|third|fourth|fifth|sixth|last) (?:item|piece|garment)\b/.test(
        text,
      ),
    kinds: kindsIn(text),
  };
}

const OCCASION_CHINESE =
  /(?:去|参加|出席|赴|适合|为了?)([^,.?!，。]{1,14}?)(?:穿的?|的?(?:搭配|穿搭|衣服|一套|造型|一身)|的$|$)/;
const OCCASION_ENGLISH =
  /\b(?:for|to) (?:going to |attend(?:ing)? |my |a |an |the |our |some )*([a-z][a-z' -]{1,30}?)(?=$|[,.?!]| (?:under|below|with|in|at|on|and|but)\b)/;

/** The occasion an outfit is wanted for, as the shopper calls it ("mars"); undefined where none is named. */
export function occasionNamed(said: string): string | undefined {
  const { text } = normalise(said.slice(0, 500));
  const name = (OCCASION_CHINESE.exec(text) ?? OCCASION_ENGLISH.exec(text))?.[1]?.trim();
  return name === undefined || name === '' ? undefined : name;
}
