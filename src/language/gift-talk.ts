import { normalise } from './normalise.js';

const GIFT =
  /礼物|送礼|生辰|送(?:什么|啥|点啥)|送(?:给)?(?:我的?|个|他的?|她的?)?(?:妈|爸|老婆|老公|女友|男友|女朋友|男朋友|闺蜜|朋友|长辈|老师|同事|领导|婆婆|岳|奶奶|爷爷|外婆|外公|姐|妹|哥|弟|对象|女儿|儿子|她|他|ta)|(?:过生日|生日)[^,.?!]{0,8}[送买]|[送买][^,.?!]{0,8}生日|\b(?:gifts?|presents?)\b(?! ?(?:wrap|cards?|receipt|boxe?s?|sets?))|\bfor (?:my |his |her |our |a )?[a-z'’ -]{2,24}(?:'s|’s)? birthday\b/;
const CELEBRATED = /派对|聚会|轰趴|宴|\b(?:party|parties|bash|dinner|celebration|do\b|night out)\b/;

/** Something to give away is looked for. */
export function isGift(said: string): boolean {
  return GIFT.test(normalise(said.slice(0, 300)).text);
}

/** The birthday is celebrated, and dressed for. */
export function namesCelebration(said: string): boolean {
  return CELEBRATED.test(normalise(said.slice(0, 300)).text);
}
