import type { Span } from './spans.js';

interface Sense {
  /** Text right before the word that takes it out of the shop. */
  readonly after?: RegExp;
  /** Text right after it that does. */
  readonly before?: RegExp;
}

/** Words that name a garment or a trait only in some places ("does it work with", "how long does it take"). */
const OTHER_SENSES: Readonly<Record<string, Sense>> = {
  // 白T, 长袖T: a letter by itself is no garment.
  t: {
    after:
      /(?:^|(?<!\b(?:black|white|gr[ea]y|navy|red|blue|green|pink|beige|plain|printed|striped|graphic|oversized|cropped|cotton|basic))[^\p{Script=Han}])$/u,
    before: /^(?:台|字|型|恤|血|桖|[a-z0-9])/,
  },
  top: {
    after: /\b(?:on|at the|over the|to)\s$/,
    before: /^\s(?:rated|\d|three|five|ten|quality|sell|pick|notch|of the|brands?|up)/,
  },
  fall: { before: /^\s(?:apart|off|down)/ },
  date: { after: /(?:delivery|due|up to|expiry|release|which|what|arrival)\s$/ },
  work: {
    after:
      /(?:does|do|will|would|did|could|that|it|this|doesn't|should|might|might|don't|how|may|can) (?:it |this |that |these )?(?:even |really )?$/,
    before: /^\s(?:with|well|out(?! of the office))/,
  },
  'to work': { before: /^\s(?:out|with|well)/ },
  stretch: { after: /(?:can|could|might|will|to|i'll)\s$/, before: /^\s(?:to|my|the budget)/ },
  胖: { after: /显$/ },
  fat: { after: /\b(?:look|looks|looking|feel|feels|feeling|me)(?: so| too| really| very)?\s$/ },
  // 喜庆的红色 is a red.
  喜庆: { before: /^的?(?:大红|正红|中国红|红|金)/ },
  喜庆的: { before: /^(?:大红|正红|中国红|红|金)/ },
  // The shape of what is shown (廓形要保留) is no cut.
  廓形: { after: /(?:[件条双个款]|它)的?$/, before: /^(?:要|得|不变|保留|留|不动|不错|好看|很|我|可以|就)/ },
  home: { before: /^\s(?:delivery|page)/ },
  long: {
    after: /(?:how|so|as|take|before|very|last|is it|all day)\s$/,
    before:
      /^\s(?:arms?|legs?|torso|body|neck|hair|fingers|feet|face|day|weekend|haul|flight|drive|journey|walks?|does|do|time|ago|as|will|is|until|term|enough|for (?:shipping|delivery)|it)\b/,
  },
  short: {
    // Of a person.
    after:
      /\b(?:i'm|i am|she's|she is|he's|he is|we're|being)(?: also| just| quite| very| really| pretty| fairly| rather| so| too| a bit| a little| kinda| only)*\s$/,
    before: /^\s(?:arms?|legs?|torso|body|neck|hair|of|on|notice|time)\b/,
  },
  // 500 for both: for the two pieces.
  'for both': {
    after: /\d[^.!?]{0,12}$|\b(?:shoes|dress|shirt|trousers|pieces|items)\s$/,
    before: /^ (?:pieces|items|of (?:them|these|those)|together)\b/,
  },
  overall: { after: /\b(?:cheaper|dearer|less|more|better|best|price|cost|budget|look|it)\s$/ },
  regular: { before: /^\s(?:delivery|prices?|customer|shipping)/ },
  suit: {
    after:
      /\b(?:would|will|to|might|could|that|it|does|doesn't|really|best|may|colou?rs?|can|not|which|should|won't|they|these)\s$/,
    before: /^\s(?:me|my (?!own)|him|her|us|them|everyone|(?:an? )?(?:pear|curvy|petite|tall|short|hourglass|apple))\b/,
  },
  suits: { before: /^\s(?:me|my|her|him|us|you|them|someone|a|an|the|pale|dark|it|all)\b/ },
  dress: {
    after: /(?:to|should i|do i|how i|can i|should we|how to|let's|please|can you|could you)\s$/,
    before:
      /^\s(?:me|him|us|them|myself|my (?:son|daughter|kids?|boyfriend|girlfriend|husband|wife)|up|down|code|smart(?:ly)?|sense|better|well)\b/,
  },
  cap: { before: /^\s(?:it|them|this|that|the budget|my budget|at|of)\b/ },
  dresses: { after: /\b(?:he|she|they|who|usually|always|normally|mostly|he mostly|she usually)\s$/ },
  nan: { after: /^$/ },
  black: { before: /^\s(?:friday|tie\b|market|list)/ },
  mm: { after: /(?:^|[^\p{Script=Han}])$/u },
  watch: { after: /(?:\bto|\bi|\bwe|can)\s$/ },
  tie: { after: /\bto\s$/, before: /^\s(?:it|together|in with|up)\b/ },
  ring: { after: /\bto\s$/ },
  set: { after: /(?:\bto|i'm|all|are)\s$/ },
  clean: {
    after: /(?:easy to|machine|dry|to|hand|wipe|wiped|keep|keeps|stay|stays|squeaky)\s$/,
    before: /^\s(?:slate|sweep|break|start|sheet)/,
  },
  slate: { after: /\b(?:clean|blank|fresh|the)\s$/ },
  washed: { after: /(?:be|get|machine|hand|it)\s$/ },
  coat: { after: /\bto\s$/ },
  print: { after: /\bto\s$/, before: /^\s(?:your|out|all|a copy|this|my)\b/ },
  student: { before: /^\s(?:discount|price|deal)/ },
  net: { after: /(?:on the|inter)\s?$/ },
  sharp: { after: /\d ?$/ },
  tall: { after: /(?:cm|ft|foot|feet|'|"|metres?|meters?|\d ?m|how|\d)\s?$/ },
  // Trips over it, a trip to the tailor's.
  trip: { before: /^s?\s(?:over|up|on (?:it|them))\b/ },
  travel: { before: /^\s(?:time)/ },
  stocking: { before: /^\s(?:up|filler)/ },
  fresh: { after: /(?:start(?:ing)?|begin|anew|stay)\s$/, before: /^\s(?:start|slate|page)/ },
  baby: { after: /(?:hey|oh|hi)\s$/ },
  man: { after: /(?:^|hey|oh|,)\s?$/ },
  bro: { after: /(?:^|hey|hi|thanks|yo|ok|,)\s?$/ },
  dude: { after: /(?:^|hey|hi|thanks|yo|ok|,)\s?$/ },
  guys: { after: /(?:you|hey|hi|thanks|hello)\s$/ },
  sis: { after: /(?:^|hey|hi|thanks|,)\s?$/ },
  basic: { before: /^\s(?:question)/ },
  simple: { before: /^\s(?:question)/ },
  长的: { after: /(?:腿|脖子?|身)$/ },
  大码: { after: /(?:多|穿|是)$/ },
  包: { before: /^(?:不包|退|换|运费|税|邮|装|括|含)/ },
  平时: {
    before:
      /^(?:我|一般|都|就|是|也){0,3}穿|^[^,，。\s]{0,4}穿(?:的是|的)?\s?(?:[\da-z]|什么码|多大|几码|[大中小三四]码?)/,
  },
  'work out': { before: /^\s(?:what|how|which|if|where)\b/ },
  平常穿: { before: /^\s?[a-z0-9]+码?/ },
  花色: { after: /(?:什么|哪些|哪种|几种|其他|别的|多少)的?$/ },
  没有袖子: { after: /有$/ },
  // 红毛衣，喜庆点的，…: said of a colour in passing.
  喜庆点: { before: /^的,/ },
  check: {
    after: /\b(?:you|please|to|just|can i|let me|double|i'll)\s$/,
    before: /^\s(?:if|whether|for|out|with|again|in\b|the (?:stock|sizes?|prices?))/,
  },
  图案: { after: /(?:什么|哪些|哪种|几种|其他|别的)的?$/ },
  简单: { before: /^(?:说|介绍|讲|问)/ },
  工作: { before: /^(?:人员|时间|日)/ },
  学生: { before: /^(?:证|优惠|价)/ },
  露: { after: /(?:不|太|别|过于)$/ },
};

/** People one speaks to rather than buys for, at the head of a sentence (小姐姐帮我看看). */
const ADDRESSED =
  /^(?:小姐姐|姐姐|先生|哥哥|小哥哥|宝宝|女士|兄弟|妹妹|ladies|girls|guys|gents|boys|sisters?|sis|bro)$/;
const HEAD = /^(?:你好|您好|请问|hi|hey|hello|嗨|哈喽)?[,\s]*$/;
const CALL =
  /^(?:们)?[,\s]*(?:帮|请|推荐|在吗|你好|您好|有没有|有什么|给我|我想|我要|能|any (?:recs?|ideas?|suggestions?|tips?|advice)|can (?:you|any)|help|what|which|where|i(?:'m|'d)?\b|do you)/;

/** False where the words around a mention give it another sense. */
export function isShopSense(mention: Span & { readonly key: string }, text: string): boolean {
  if (ADDRESSED.test(mention.key) && HEAD.test(text.slice(0, mention.start)) && CALL.test(text.slice(mention.end)))
    return false;
  const sense = OTHER_SENSES[mention.key];
  if (!sense) return true;
  if (mention.key === '露') return sense.after?.test(text.slice(Math.max(0, mention.start - 4), mention.start)) ?? true;
  const left = text.slice(Math.max(0, mention.start - 20), mention.start);
  const right = text.slice(mention.end, mention.end + 16);
  return !(sense.after?.test(left) || sense.before?.test(right));
}
