import { normalise } from './normalise.js';

/** What a shopper asks of the pieces put aside: to put one there, or to see them. */
export type ShortlistTalk = 'save' | 'show';

const SHOW =
  /(?:看看?|打开|显示|给我看|翻翻?)?(?:一?下)?(?:我)?(?:刚才|之前|前面|上次)?(?:收藏|存|留)(?:着|下来?|好|过|起来)?的(?:那)?(?:些|几?[件条套个双款]|衣服|搭配|东西)?(?:呢|在哪|给我看看?|吧)?[\s?.!]*$|(?:我的|看看?)收藏(?:夹)?[\s?.!]*$|\b(?:show|see|open|where(?:'s| is| are)|back to|get|bring (?:up|back))\b[^.?!]{0,16}\b(?:saved|shortlist(?:ed)?|bookmark(?:s|ed)?|wish ?list|favou?rites|put aside|set aside)\b|^my (?:saved|shortlist|wish ?list|favou?rites|bookmarks)\b|\bwhat (?:did|have) i (?:saved?|put aside|bookmark(?:ed)?|shortlist(?:ed)?)\b|\bthe (?:one|ones|outfit|pieces?|things?) i (?:saved|put aside|bookmarked|kept)\b/;
const SAVE =
  /^(?:这|那|第.{1,2}|它|都|全部?|这些|把|我|先|帮我|给我|请|替我|好|那|嗯|[\s,])*(?:一?[件条套个双款身])?(?:的)?(?:也|都|先|给我|帮我)*(?:存|收藏|留|记)(?:着|下来?|一下|起来|好)?(?:吧|了|哈|呗)?(?:[\s,]*(?:待会|等会|回头|晚点|以后|之后|一会儿?|改天)[^.?!]{0,8})?[\s.!~]*$|加(?:入|到|进)?(?:我的)?(?:收藏|心愿单)|^(?:我|先|请|帮我|给我|替我|就|那|好|想|要|把|[\s,])*(?:收藏|存下|留下|存着|留着|先存|先留)(?:一?下)?(?:这|那|第.{1,2}|最后|它|都|全部?|刚才|上面)的?(?:一?[件条套个双款身些])?(?:吧|了|哈)?[\s.!~]*$|\b(?:save|bookmark|shortlist|park|hold on to|put aside|set aside)\b[^.?!]{0,24}\b(?:this|that|it|these|those|them|first|second|third|last|outfit|one|ones|look|dress|shirt|for later)\b|\bkeep (?:this|that|it|these|those|them|the \w+(?: one)?) (?:for later|in mind|aside|on hold)\b|\badd (?:it|this|that|them|the \w+(?: one)?) to (?:my |the )?(?:saved|shortlist|wish ?list|favou?rites|bookmarks)\b|^save[\s.!]*$/;

/** Whether a message puts something aside or asks for what was, by its words alone. */
export function readShortlistTalk(said: string): ShortlistTalk | undefined {
  const text = normalise(said.slice(0, 200)).text.trim();
  if (SHOW.test(text)) return 'show';
  return SAVE.test(text) ? 'save' : undefined;
}

const ALL = /都|全部?|这些|\b(?:all|both|these|those|them)\b/;

/** "Save all of them". */
export function meansAll(said: string): boolean {
  return ALL.test(normalise(said.slice(0, 200)).text);
}
