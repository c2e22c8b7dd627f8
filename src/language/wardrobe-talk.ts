import { normalise } from './normalise.js';

/** What a shopper asks of their own wardrobe. */
export type WardrobeTalk = 'add' | 'list' | 'remove' | 'empty' | 'missing' | 'wear';

const WARDROBE = '衣橱|衣柜|(?<!\\w)(?:wardrobe|closet)(?!\\w)';
const MISSING =
  /(?:衣橱|衣柜)(?:里)?(?:还)?(?:缺|少|差)(?:了)?(?:点|件)?(?:什么|啥|哪)|(?:还)?(?:缺|少)(?:了)?(?:什么|啥|哪)[^,.?!]{0,6}(?:衣橱|衣柜|单品|衣服)|^(?:我)?(?:还)?(?:缺|少)(?:了)?(?:什么|啥)(?:单品|衣服|东西)?[\s?!]*$|买(?:什么|哪件|啥)(?:最)?(?:百搭|能配出最多|最能搭)|\bwhat(?:'s| is| am i| are we)? missing\b[^.?!]{0,24}$|\bwhat am i (?:still )?(?:missing|lacking)\b|\bgaps? in my (?:wardrobe|closet)\b|\bwhat (?:one )?(?:piece|thing|item) (?:would|should|could)[^.?!]{0,30}(?:most outfits|my (?:wardrobe|closet)|go with everything)/;
const EMPTY = new RegExp(
  `(?:清空|删光|全部?删|都删)[^,.?!]{0,8}(?:${WARDROBE})|(?:${WARDROBE})[^,.?!]{0,6}(?:清空|全删|都删|删光)|\\b(?:empty|clear(?: out)?|wipe|delete everything (?:in|from)) (?:out )?my (?:wardrobe|closet)\\b`,
);
const REMOVE = new RegExp(
  `(?:${WARDROBE})[^,.?!]{0,14}(?:删|去掉|移除|拿掉|扔)|(?:从)?[^,.?!]{0,4}(?:${WARDROBE})(?:里)?[^,.?!]{0,4}(?:删|去掉|移除|拿掉|扔)|\\b(?:remove|delete|take|drop|throw)\\b[^.?!]{0,40}\\b(?:from|out of|in) my (?:wardrobe|closet)\\b`,
);
const ADD = new RegExp(
  `(?:存|放|加|收|记|添|保存|录)[^,.?!]{0,6}(?:${WARDROBE})|(?:${WARDROBE})[^,.?!]{0,3}(?:存|加|添|收(?!纳)|录)(?:一?件|进|入|上)?|\\b(?:add|save|put|keep|store|log)\\b[^.?!]{0,24}\\b(?:to|in|into) my (?:wardrobe|closet)\\b`,
);
const LIST = new RegExp(
  `^(?:看看|打开|给我看|查看|列出)?(?:一?下)?我的(?:${WARDROBE})[\\s.?!]*$|(?:${WARDROBE})(?:里)?(?:现在)?(?:都)?(?:有|存了|放了)(?:些|哪)?(?:什么|啥|哪些|几件)|\\b(?:show|see|list|open|view|check)(?: me)? my (?:wardrobe|closet)\\b|\\bwhat(?:'s| is| do i have)? in my (?:wardrobe|closet)\\b|^my (?:wardrobe|closet)[\\s.?!]*$`,
);
const WEAR = new RegExp(
  `(?:用|拿|穿|就|从|配)(?:上)?我(?:自己)?(?:的|有的)[^,.?!]{1,14}(?:配|搭|穿|整|来)|(?:用|拿|从)(?:我的)?(?:${WARDROBE})[^,.?!]{0,10}(?:配|搭|穿|整|来|挑)|(?:${WARDROBE})(?:里|中)?[^,.?!]{0,8}(?:配|搭|穿)(?:一?套|一?身|什么|出)|\\b(?:use|using|wear|with|around|style|from) (?:my own|what i (?:own|have)|the [a-z ]{2,24} i (?:own|have))\\b|\\b(?:from|out of|with|using) my (?:own )?(?:wardrobe|closet)\\b|\\b(?:an? )?(?:outfit|look) (?:with|around|using|for) my (?:own )?[a-z]`,
);

/** Whether a message is about one's own wardrobe, and what of it, by its words alone. */
export function readWardrobeTalk(text: string): WardrobeTalk | undefined {
  const plain = normalise(text.slice(0, 500)).text.trim();
  if (MISSING.test(plain)) return 'missing';
  if (EMPTY.test(plain)) return 'empty';
  if (REMOVE.test(plain)) return 'remove';
  if (ADD.test(plain)) return 'add';
  if (LIST.test(plain)) return 'list';
  return WEAR.test(plain) ? 'wear' : undefined;
}
