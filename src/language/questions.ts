import { normalise } from './normalise.js';

const FACT =
  /多少钱|(?:在|超)[^,.?!]{0,4}预算|(?:under|within|in|over|above) (?:my |the |our )?budget|什么价|价格|价钱|材质|面料|料子|什么做的|做的\?|牌子|品牌|尺码|哪些码|几个码|有货|现货|什么颜色|哪些颜色|\b(?:how much|price|cost|made (?:of|from)|material|fabric|brand|sizes?|in stock|available|what colou?rs?)\b/;
const FACTS_ASKED: readonly (readonly ['colours' | 'brand' | 'seasons' | 'occasions' | 'unlisted', RegExp])[] = [
  ['brand', /牌子|品牌|\b(?:brand|label|make) (?:is|are)\b|\bwhat (?:brand|label|make)\b|\bwho makes\b/],
  ['colours', /(?:什么|哪些|哪几种?|几种|几个|多少种|啥)(?:颜)?色|\bwhat colou?rs?\b/],
  ['seasons', /(?:什么|哪个|哪些|啥)(?:季节|天气)|\b(?:what|which) (?:seasons?|weather)\b/],
  ['occasions', /(?:什么|哪些|啥)(?:场合|时候穿)|\b(?:what|which) occasions?\b/],
  [
    'unlisted',
    /厚不厚|薄不薄|透不透|软不软|硬不硬|扎不扎|重不重|弹不弹|[厚薄透]吗|扎人|起球|弹力|弹性|口袋|里衬|内衬|胸垫|安全裤|拉链|\b(?:see[- ]through|sheer|stretchy|itchy|scratchy|heavy|lined|thick|thin|pockets?|buttons?|zips?|zippers?|lining|padding|stretch)\b/,
  ],
];

/** The fact of a garment that is asked for, beside price, cloth and sizes; `unlisted` where no row ever has it. */
export function factAsked(said: string): (typeof FACTS_ASKED)[number][0] | undefined {
  const text = normalise(said.slice(0, 500)).text;
  return FACTS_ASKED.find(([, find]) => find.test(text))?.[0];
}

const ABOUT_IT = /呢[\s?!.。]*$|怎么样[\s?。]*$|^(?:and|what about|how about|tell me about)\b/;

/** True where a fact of a garment is asked for: its price, cloth, sizes. */
export function asksForFacts(said: string): boolean {
  return FACT.test(normalise(said.slice(0, 500)).text);
}

/** "What about this one?" */
export function asksAboutIt(said: string): boolean {
  return ABOUT_IT.test(normalise(said.slice(0, 500)).text);
}

const ADDS =
  /再(?:加|来|配|要|买)|还(?:要|想要|需要)|另外|外加|顺便|加上|加一?[个件条双]|\b(?:also|too(?=\s*(?:$|[.,!?]|please|and|but|then))|as well|plus|add|along with)\b/;

/** True where a further garment is asked for beside those already looked for. */
export function addsGarment(said: string): boolean {
  return ADDS.test(normalise(said.slice(0, 500)).text);
}

const COLOURS =
  /(?:别的|其他的?|其它的?|另外的?|还有|有没有|有(?:什么|哪些|几个?)|什么|哪些)(?:什么|哪些|别的|其他|几[个种])?颜色|\b(?:another|other|different|more|what|which|any other) colou?rs?\b/;

/** True where the other colours of a garment are asked for. */
export function asksForColours(said: string): boolean {
  return COLOURS.test(normalise(said.slice(0, 500)).text);
}

const QUESTION = /吗|么[\s?]*$|有没有|是不是|多少|\?|^(?:does|do|is|are|can|could|has|have|will|any)\b/;

/** True where something is asked rather than wanted. */
export function isQuestion(said: string): boolean {
  return QUESTION.test(normalise(said.slice(0, 500)).text);
}

const PLACE_ALONE =
  /^(?:嗯|那|就|看)*(?:一?下)?第\s?[一二三四五六七八九十\d]{1,2}[个件条双款套只顶]?(?:的|呢)?[\s.!?]*$|^(?:and |ok |ok, )?(?:the |number )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|\d{1,2})(?: one)?[\s.!?]*$/;

/** "The third", and nothing else. */
export function namesAPlaceAlone(said: string): boolean {
  return PLACE_ALONE.test(normalise(said.slice(0, 500)).text.trim());
}

const BROWSES =
  /^(?:我|先|就|想)*(?:随便|随意|到处)?(?:看看|逛逛|瞧瞧|转转)(?:吧|先|而已)?[\s.!]*$|不知道(?:要|想|该|穿|买|选)?(?:买|穿|选|要|找)?(?:什么|啥|哪)|没想好|有什么(?:好看|推荐|新)的|(?:最近|今年|现在|这季)?(?:流行|时兴|火)(?:什么|啥|哪些)|什么(?:最|比较)?(?:流行|火)|\bwhat'?s (?:trending|hot|in fashion|popular|in style)\b|(?:给我)?推荐(?:一下|几件|点)?[\s.!?]*$|\b(?:just|only) (?:browsing|looking|looking around)\b|\b(?:don'?t|do not) know what (?:i |to )|\bno idea what\b|\bsurprise me\b|^something (?:nice|pretty|good|new|cool)[\s.!]*$|\bany (?:ideas|recommendations|suggestions)\b|\bwhat do you (?:recommend|suggest|have)[\s?]*$/;

/** Nothing in mind yet: wants to be shown around. */
export function browses(said: string): boolean {
  return BROWSES.test(normalise(said.slice(0, 500)).text.trim());
}

const BUYS =
  /怎么买|如何买|在哪(?:里|儿)?(?:能|可以)?买|下单|加(?:入|到|进)?购物车|加购|(?:发|给)我?(?:个|一下)?链接|链接(?:发|给|呢)|(?:商品|购买)链接|\b(?:how (?:do|can) i (?:buy|order|get)|where (?:do|can) i (?:buy|order)|add (?:it|this|that|the \w+(?: one)?|them) to (?:my |the )?(?:cart|basket|bag)|(?:send|give)(?: me)? (?:the |a )?link|check ?out|place (?:the |an )?order|buy (?:it|this|that) now)\b/;

/** True where a garment is to be bought, or its page is asked for. */
export function asksToBuy(said: string): boolean {
  return BUYS.test(normalise(said.slice(0, 500)).text);
}

const IS_IT =
  /是[^,.?!]{1,10}(?:吗|么|不)|是不是|\b(?:is|are) (?:it|this|that|these|those|they|the (?:\w+|last)(?: one)?)\b|\bisn't (?:it|this|that)\b/;

/** "Is the first one wool?": asks for a yes or no of what a garment is. */
export function asksWhetherItIs(said: string): boolean {
  return IS_IT.test(normalise(said.slice(0, 500)).text);
}

const STEPS: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
};

/** How many steps "undo" goes back: 退两步, go back three steps; 1 where none are counted. */
export function stepsBack(said: string): number {
  const found = /([两二三四五2-5])\s?步|\b(two|three|four|five|[2-5]) (?:steps|times|turns)\b/.exec(
    normalise(said.slice(0, 500)).text,
  );
  const word = found?.[1] ?? found?.[2];
  return word === undefined ? 1 : (STEPS[word] ?? Number(word));
}

const DISTRESS =
  /^(?:我)?(?:真的?|好|就|都|现在|有点)*(?:想|要)(?:去)?死(?:了|掉|了算了)?[\s.!~]*$|不想活(?:了|着)|活不下去|想(?:要)?(?:自杀|自残|轻生)|(?:我|要|去)自杀|活着(?:真)?没(?:什么)?意思|\bi (?:just |really )?(?:want|wanna|am going) (?:to )?(?:die|be dead|kill myself)\b|\bkill(?:ing)? myself\b|\b(?:i'?m|feel(?:ing)?) suicidal\b|\bend my life\b|\b(?:hurt|harm)(?:ing)? myself\b|\bdon'?t want to (?:live|be alive)\b/;

/** Somebody is unwell, and not looking for clothes. */
export function speaksOfDistress(said: string): boolean {
  return DISTRESS.test(normalise(said.slice(0, 500)).text.trim());
}
