import type { Locale } from '../domain/locale.js';

const CHINESE_NAMES = '(?:中文|汉语|普通话|国语|汉字|英文|英语|洋文)';
const ENGLISH_NAMES = '(?:english|chinese|mandarin)';

/** A language somebody says they are no good at, by the language it is said in. */
export const UNABLE = {
  chinese: new RegExp(
    `${CHINESE_NAMES}(?:我)?(?:水平|能力|看着|看起来|读着|读起来|说得|说的|讲得|听着|看|读)?(?:实在|真的?|也|有点儿?|很|太|都|比较|挺|蛮|超|巨|特别)*(?:不(?:太|怎么|大|是很|够)?(?:好|行|灵光?|熟练?|溜|会|懂|利索)|烂|差(?!不多)|一般|菜|渣|费劲|费眼|吃力|头疼|头大|有限|拉胯|看不懂|听不懂)|(?:看|听|读)不(?:太|大)?(?:懂|明白)${CHINESE_NAMES}|不(?:太|大|怎么)?(?:懂|会|认识|会说|会讲|认得|会看)${CHINESE_NAMES}`,
  ),
  english: new RegExp(
    `\\bmy ${ENGLISH_NAMES}(?:'s| is|s| isn't| isnt| ain't)?(?: (?:really|so|very|pretty|quite|too|a bit|kinda|super|rather|not|that|still|sadly|absolutely))* (?:rubbish|poor|bad|terrible|awful|rusty|weak|limited|shaky|horrible|ropey|crap|shocking|broken|atrocious|patchy|lousy|(?<=(?:not|isn't|isnt|ain't)(?: (?:so|very|that|too|really))* )(?:good|great|the best))\\b|\\b(?:can'?t|cannot|don'?t|do not|couldn'?t|hardly|barely)(?: really)? (?:read|speak|understand|follow|know|write)(?: any| much| a word of| good)? ${ENGLISH_NAMES}\\b|\\b(?:not|no) (?:so |very |too |that )?(?:great|good|fluent|confident|comfortable|strong) (?:with|at|in|on) ${ENGLISH_NAMES}\\b|\\bno (?:speak |understand |good )?${ENGLISH_NAMES}\\b|\\bstruggl(?:e|ing) with ${ENGLISH_NAMES}\\b`,
  ),
};
const NAMES_CHINESE = /中文|普通话|汉语|国语|汉字|chinese|mandarin/;
const NAMES_ENGLISH = /英文|英语|洋文|english/;

/** The language asked for: the one named, the other than one cannot speak, or the other than the text's. */
export function languageAsked(text: string, locale: Locale): Locale {
  const unable = (UNABLE.chinese.exec(text) ?? UNABLE.english.exec(text))?.[0];
  const rest = unable === undefined ? text : text.replace(unable, ' ');
  if (NAMES_CHINESE.test(rest)) return 'zh-CN';
  if (NAMES_ENGLISH.test(rest)) return 'en';
  if (unable !== undefined) return NAMES_CHINESE.test(unable) ? 'en' : 'zh-CN';
  return locale === 'en' ? 'zh-CN' : 'en';
}
