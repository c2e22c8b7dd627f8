import type { Mention } from './match-facets.js';

/** Before a person who will wear it (给妈妈, for my boyfriend, 送老婆, my daughter needs). */
const WEARER =
  /(?:给|送(?:给)?|帮|替|为|适合|买给|适于|for|suits?|gift to|present to|to give)\s?(?:我的?|俺|咱|家里的?|一个|个|我家的?|my|our|his|her|a|an|the|their|\d{1,2}[- ]year[- ]old|your)?[^,.?!]{0,14}?$/;
/** After a person who buys, gives or speaks (老公想给我买, my boyfriend is buying me). */
const GIVER =
  /^(?:想|要|打算|准备|说要)?(?:给我|送我|帮我|让我|陪我|替我|说|觉得|推荐)|^(?:'s)? (?:is |wants to |will |would like to |'d like to |is going to )+(?:buy|get|giv|treat|tak)|^ (?:said|says|thinks|told|gave|bought|recommend(?:s|ed)?|asked)\b/;

/** 像我奶奶的, "giving grandma": what a garment looks like, not who wears it. */
const LOOKS_LIKE = /像(?:是)?(?:我|咱|个|你)?$|\bgiving (?:off )?(?:me )?$|\blooks? like (?:my|your|a|an|an old) $/;

/** "Saw a girl in", 看到个女生穿: who was seen wearing it. */
const SEEN =
  /(?:看到|看见|见到|见过|瞧见|瞅见|刷到|碰到|碰见|遇到|撞见)(?:了|过)?[^,.?!]{0,8}$|\b(?:saw|seen|spotted|noticed|clocked)\b[^,.?!]{0,20}$/;

const WORE =
  /^(?:们|子|生|士)?[^,.?!]{0,8}(?:穿|戴|背|拎|踩)|^s?(?: [^,.?!]{1,20})? (?:wearing|in|with|rocking|carrying)\b/;

/** "Too mumsy", 太大妈了: how it looks, and nobody who wears it. */
const A_LOOK = /(?:太|有点儿?|过于|显得|像个?)$|\b(?:too|so|a bit|a little|kinda|kind of|rather|very) $/;

/** Who goes along or is met, and wears nothing of it: 跟老公一起去, "dinner with my boyfriend", 见男朋友父母. */
const MET =
  /(?:跟|和|与|同|陪|(?<![腰皮背鞋领肩吊丝绑])带(?:着|上)?|约|见)(?:我的?|咱|我们|我家)?(?:[^,.?!]{1,4}(?:和|跟|还有|、))?$|\b(?:with|meet(?:ing)?|seeing|visiting|joining|bringing) (?:my|our|his|her|the) (?:[a-z]+ (?:and|&) (?:my |the |our )?)*$/;
const GOES_ALONG =
  /^(?:们|的?(?:父母|爸妈|家长|家人|同学|朋友))?(?:[^,.?!穿]{0,8})?(?:一起|一块|去|出门|旅|玩|逛|吃|看|约会|见面|爬山|父母|爸妈|家长|家人)|^(?:'s (?:parents|family|friends|mum|mom|dad))?(?=$|[,.!?]| (?:and|for|to|in|at|on|this|next|so|tomorrow|tonight)\b)/;
/** Matching clothes are for both. */
const ALIKE = /亲子|情侣装|母女装|父子装|闺蜜装|同款|\bmatching\b|\bmatch\b/;

function isMet(mention: Mention, text: string): boolean {
  if (ALIKE.test(text)) return false;
  const before = text.slice(Math.max(0, mention.start - 24), mention.start);
  return MET.test(before) && GOES_ALONG.test(text.slice(mention.end, mention.end + 24));
}

/** After a person whose wedding one goes to: 闺蜜下周结婚, my mate's wedding. */
export const MARRIES =
  /^(?:的|们|[上下这本]?(?:个?月|周|周末|星期|礼拜)|[今明后]天|[今明]年|周末|国庆|五一|十一|春节|年底|要|快|就要|马上|\s|\d+[月号日])*(?:结婚|婚礼|大婚|办婚礼|出嫁|办喜事|订婚)|^'?s? (?:big )?(?:wedding|engagement)\b|^(?: is|'s)? (?:getting married|tying the knot)/;

/**
 * The people a text names who will wear the garment. Where someone is named as the one it is for, the others
 * (who buys, who speaks) are left out.
 */
export function wearers(mentions: readonly Mention[], text: string): Mention[] {
  const people = mentions.filter((mention) => mention.values.some(({ facet }) => facet === 'audience'));
  const standing = people.filter((mention) => {
    const behind = text.slice(mention.end, mention.end + 24);
    const before = text.slice(Math.max(0, mention.start - 32), mention.start);
    const likened = LOOKS_LIKE.test(before) || A_LOOK.test(before) || (SEEN.test(before) && WORE.test(behind));
    const whose = people.some((other) => /^(?:的|'?s )$/.test(text.slice(mention.end, other.start)));
    const owns =
      text.slice(mention.start, mention.end).endsWith("'s") && people.some(({ start }) => start === mention.end + 1);
    return !isMet(mention, text) && !likened && !whose && !owns && !GIVER.test(behind) && !MARRIES.test(behind);
  });
  const named = standing.filter(
    (mention) => isRelation(mention) && WEARER.test(text.slice(Math.max(0, mention.start - 24), mention.start)),
  );
  if (named.length === 0) return standing;
  return standing.filter(
    (mention) =>
      named.includes(mention) || isExpecting(mention) || (!isRelation(mention) && !isGiverSelf(mention, text)),
  );
}

/** My wife, six months pregnant: what is said of her is for whom it is. */
function isExpecting({ values }: Mention): boolean {
  return values.some(({ id }) => id === 'maternity');
}

function isRelation(mention: Mention): boolean {
  return !/^(?:女|男|女士|男士|女款|男款|女装|男装|女生|男生|女式|男式|童装|儿童|women|men|womens|mens|women's|men's|ladies|unisex|kids|womenswear|menswear)$/.test(
    mention.key,
  );
}

/** 我是男生, I am a man: who speaks, not who wears, once a wearer is named. */
function isGiverSelf(mention: Mention, text: string): boolean {
  return /(?:我是|我一?个|本人|作为|i'm a|i am a|as a)\s?$/.test(
    text.slice(Math.max(0, mention.start - 8), mention.start),
  );
}

/** The audience of an age in years. */
export function audienceOfAge(age: number): string | undefined {
  if (age < 3) return 'baby';
  return age < 18 ? 'kids' : undefined;
}

/** One id for people named twice over: 女 + 儿童 are girls, 6岁 + 女儿 are girls. */
export function mergeAudience(ids: readonly string[]): string[] {
  const set = new Set(ids);
  const merge = (a: string, b: string, into: string) => {
    if (!set.has(a) || !set.has(b)) return;
    set.delete(a);
    set.delete(b);
    set.add(into);
  };
  merge('kids', 'women', 'girls');
  merge('kids', 'men', 'boys');
  if (set.has('baby') && (set.has('women') || set.has('men'))) for (const id of ['women', 'men']) set.delete(id);
  if (set.has('girls')) set.delete('women');
  if (set.has('boys')) set.delete('men');
  if (set.has('girls') || set.has('boys')) {
    set.delete('kids');
    set.delete('baby');
  }
  if (set.has('baby')) set.delete('kids');
  if (set.has('maternity')) set.delete('women');
  if (set.has('unisex')) for (const id of ['women', 'men']) set.delete(id);
  return [...set];
}
