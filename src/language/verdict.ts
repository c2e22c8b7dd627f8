import { NEGATIVE_EMOJI, POSITIVE_EMOJI } from './emoji.js';
import { apostrophes } from './intent-cues.js';
import { slangVerdict } from './slang-cues.js';

const NEGATIVE =
  /没(?:意思|劲|看头)|都不(?:想)?要|大妈|大叔味|无聊|pass|显(?:老|黑|胖|矮|土)|差(?:了)?点意思|感冒|过时|廉价|没质感|没啥感觉|淘汰|免了|毙了|能看的?$|入眼|没(?:有|看到|见到|找到)?一[个件条双款套][^,.]{0,2}(?:顺眼|合适|对味|行的)|不咋[样的地]?|不怎么样|差点意思|不(?:太|怎么|是很)?(?:喜欢|好看|行|满意|中意|适合|合适|爱|感冒|是我)|丑|难看|一般|没感觉|无感|没眼缘|get不到|(?:不|没)(?:太|怎么|能|有)?(?:戳|打动|吸引)|土|老气|俗|讨厌|显胖|不是我的|没(?:有)?(?:一个|一件|什么)?[^,.]{0,4}(?:喜欢|看得?上|满意|好看|像样)|\bno from me|\blooks? cheap\b|\bmakes? (?:me|her|him|my [a-z]+) look (?:old|fat|short|wide|huge|pale|frumpy|like a|silly|washed|ten years)|\bages me\b|\b(?:miss|didn'?t|hates?|dislikes?|can'?t stand|don'?t|do not|not (?!bad)|isn't|aren't|ugly|awful|terrible|horrible|hideous|boring|meh|(?<!not )bad|yuck|ew|nope|tacky|disappointing|bland|none|unimpressed|disappointed|neither|don't|any of|disgusting|frumpy|dated|doesn't)\b/;

/** Words of denial that deny nothing. */
const NO_DENIAL =
  /\bnot gonna lie\b|\bno notes\b|\bcan'?t (?:fault|get enough|stop)\b|\bwouldn'?t say no\b|\bdon't mind\b/g;

/** True where a feedback likes, false where it does not. */
export function isPositive(text: string): boolean {
  if (NEGATIVE_EMOJI.test(text)) return false;
  if (POSITIVE_EMOJI.test(text)) return true;
  const said = apostrophes(text).replace(NO_DENIAL, ' ');
  return slangVerdict(said) ?? !NEGATIVE.test(said);
}
