import { normalise } from './normalise.js';

const PICKS =
  /你(?:会|来|帮我|替我|觉得|建议|推荐)*(?:选|挑|买|拿|要|推荐)(?:哪|谁|第几)|(?:帮|替|给)我(?:选|挑|定|拿)(?:一?[个件条双款套]|主意|吧|一下)|(?:选|挑|买|推荐)哪(?:一)?[个件条双款套]|(?:你|您)(?:觉得|看|说|认为)[^,.?!]{0,4}哪(?:一)?[个件条双款套](?:更|最|比较)?(?:好|合适|好看|值|适合我)?[\s?吗呢]*$|^(?:那|到底|所以)?哪(?:一)?[个件条双款套](?:更|最|比较)?(?:好|好看|合适|值得?买?)(?:一?点)?(?:呢|啊)?[\s?]*$|\bwhich (?:one |of (?:them|these|those) |dress |pair |shirt )?(?:would|do|should|shall) (?:you|i) (?:go for|go with|pick|choose|take|get|buy|recommend|suggest|prefer)\b|\b(?:pick|choose) (?:one|for me|the best)\b|\bwhat would you (?:pick|choose|go for|take|wear|get|buy)\b|\bwhich (?:one )?(?:is|'s) (?:the )?(?:best|better|nicest|nicer)(?: one| overall)?[\s?]*$|\byour (?:favou?rite|pick|choice)\b|\bhelp me (?:choose|decide|pick)(?: (?:one|please))?[\s?!.]*$/;

/** "Which would you pick?", 你会选哪个: a choice is asked for, by no trait in particular. */
export function asksToPick(said: string): boolean {
  return PICKS.test(normalise(said.slice(0, 300)).text.trim());
}

const SURPRISES =
  /随便(?:来|推荐|给|选|挑|整|搭)|给(?:我)?(?:来)?(?:点|个)?惊喜|你(?:看着|做主|定|决定|安排)(?:办|吧|就好|好了)?|(?:都|什么都|啥都|怎么都)(?:行|可以)(?:吧|啊)?[\s.!]*$|\bsurprise me\b|\b(?:anything|whatever)(?: (?:is fine|goes|you (?:like|think|want)|works))?[\s.!]*$|\bup to you\b|(?<!\b(?:would|do|should|can|did|will) )\byou (?:choose|decide|pick)\b|\bdealer'?s choice\b/;

/** "Surprise me", 随便推荐一件: the shop is to decide. */
export function leavesItToUs(said: string): boolean {
  return SURPRISES.test(normalise(said.slice(0, 300)).text.trim());
}

const TAKES =
  /^(?:嗯|好的?|好吧|行吧?|那|那就|ok|可以|哇|不错|我|决定了?|还是|[\s,.!])*(?:就|要|买|拿|选|定|来)(?:要|买|拿|选|定|它)*(?:第.{1,2}|这|那|它|上面|刚才)(?:一)?[个件条双款套顶只]?(?:的)?(?:了|吧|啦|好了|就好|就行)*[\s.!~]*$|^(?:就|那就)(?:定|买|拿|选)(?:了|吧|下)?[\s.!]*$|^(?:ok(?:ay)?,? |yes,? |great,? |perfect,? |right,? |good,? |sure,? |actually,? |then )*(?:i'?ll (?:take|have|get|buy|go (?:with|for))|let'?s (?:go with|take|get)|i(?:'d| would) (?:take|have)|i (?:want|choose|pick)|go with|make it|it'?s|definitely) (?:the )?(?:[a-z]+ )?(?:one|it|this|that|these|those|them|first|second|third|last|number \w+)(?: one)?(?: then| please)?[\s.!]*$|^(?:ok(?:ay)?,? |yes,? |right,? |then )*(?:this|that|the \w+) (?:one )?(?:then|it is|please|is the one)[\s.!]*$|^(?:ok(?:ay)?|yes|right|fine|good|alright)[\s,]+(?:this|that|the (?:first|second|third|fourth|fifth|last)) one(?: then)?[\s.!]*$|^sold[\s.!]*$/;

/** 就第一件吧, "I'll take it": the choice is made. */
export function takesIt(said: string): boolean {
  return TAKES.test(normalise(said.slice(0, 200)).text.trim());
}
