const DAY_CHINESE =
  '(?:今天|今晚|今儿|明天|明晚|明儿|后天|大后天|(?:这|本|下)?(?:周|星期|礼拜)[一二三四五六日天末]|月底|\\d{1,2}[号日]|马上|立刻|立马)';
const DAY_ENGLISH =
  '(?:today|tonight|tomorrow|the (?:weekend|end of|\\d)|this (?:weekend|week|evening)|next week|(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|then|now|asap)';

/** That a thing is wanted soon, or whether it comes in time: 明天就要, "I need it by Friday", "it's urgent". */
export const URGENT_CHINESE = new RegExp(
  `${DAY_CHINESE}(?:之?前)?(?:就|急|得|等着|着急)+(?:要|用|穿|拿到|收到)+(?:到|到手)?(?:它|的|了|啊|呀|呢|吧)*[\\s,.!~]*$|${DAY_CHINESE}(?:之?前)?(?:能|可以|会|来得及)(?:不能)?(?:送?到|收到|拿到|到手|到货)|(?:赶|来)(?:得|不)?(?:得及|上)(?:${DAY_CHINESE})?(?:用|穿)?(?:吗|么|不)|急(?:用|需)|(?:着急|急着|赶着|等着)(?:要|用|穿)|赶时间|加急`,
);
export const URGENT_ENGLISH = new RegExp(
  `\\b(?:need|want|must have|gotta have|get|have|receive) (?:it|this|that|them|these|those|this one|one)(?: here| delivered)? (?:by|before|for) ${DAY_ENGLISH}\\b|\\b(?:it|this|that|they|these)(?:'ll| will)? (?:arrive|come|be here|get here|make it) (?:by|before|in time)\\b|\\b(?:it'?s|this is|is|rather|quite|very|really) urgent\\b|\\bin (?:a|such a) (?:hurry|rush)\\b|\\b(?:need|want) (?:it|this|that|them|these) (?:asap|urgently|quick(?:ly)?|fast|right away|today|tonight|tomorrow)\\b`,
);

/** True where the matter is how soon something comes. */
export function isUrgent(text: string): boolean {
  return URGENT_CHINESE.test(text) || URGENT_ENGLISH.test(text);
}
