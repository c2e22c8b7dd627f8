import { normalise } from './normalise.js';

const YES =
  /^(?:好|行|可以|要|是|对|嗯|恩|同意|没问题|记住|记着|记下|记吧|保存|存吧|删|删吧|确定|确认|当然|ok|okay|k|y|yes|yeah|yep|yup|sure|please do|go ahead|of course|fine|do it|confirm|remember|save|keep it|sounds good|absolutely|definitely)/;
const NO =
  /^(?:不|别|算了|先别|先不|没必要|取消|否|no\b|nope|nah|don'?t|do not|not now|never ?mind|cancel|skip|rather not|i'?d rather not|leave it)/;

/** What may stand beside a yes and still be no more than one; 对了 begins something else, and so does "ok, show me". */
const NO_MORE_THAN_YES =
  /^(?:[\s,.!~吧的了啊呀啦哦噢嗯恩呗哈嘛]|好|行|可以|要|是|对(?!了)|同意|确定|确认|没问题|当然|麻烦|谢谢|请|就|都|全部?|帮我|给我|替我|记(?:住|着|下来?|得)?|保存|存(?:下|着)?|删(?:除|掉|光)?|清(?:除|空)|我的?|数据|资料|衣橱|它|这[个些件]?|那[个些件]?|ok(?:ay)?\b|k\b|yes\b|yeah\b|yep\b|yup\b|sure\b|please\b|do\b|go ahead\b|of course\b|fine\b|it\b|that\b|this\b|them\b|all\b|everything\b|my\b|the\b|for\b|me\b|data\b|profile\b|wardrobe\b|confirm(?:ed)?\b|remember\b|save\b|keep\b|erase\b|delete\b|you may\b|you can\b|i'?m sure\b|i am sure\b|i am\b|i do\b|sounds? (?:good|great)\b|absolutely\b|definitely\b|certainly\b|thanks?\b|thank you\b|and\b|next time\b|with that\b|why not\b)*$/;

/** The answer of a short reply to a yes-or-no question; undefined where it is neither, or says more than that. */
export function readYesNo(text: string): boolean | undefined {
  const plain = normalise(text)
    .text.trim()
    .replace(/^[\s,，。.!！~～]+/, '')
    .replace(/^(?:那|那就|嗯+|呃|well|um+|oh|ah),?\s*(?=\S)/, '');
  const words = /\p{Script=Han}/u.test(plain) ? [...plain].length : plain.split(/\s+/).length;
  if (plain === '' || words > 10) return undefined;
  if (NO.test(plain)) return false;
  return YES.test(plain) && NO_MORE_THAN_YES.test(plain) ? true : undefined;
}

const UNSURE =
  /^(?:我)?(?:也)?(?:不知道|不清楚|不确定|不记得|忘了|没量过|说不准|不太(?:清楚|确定|知道))|^(?:i )?(?:don'?t know|dunno|do not know|no idea|not sure|no clue|can'?t remember|have no idea|forgot)|^(?:i'?m )?(?:not sure|unsure)\b|^idk\b/;

/** True where a short reply says that the shopper does not know. */
export function isUnsure(text: string): boolean {
  return text.length <= 40 && UNSURE.test(normalise(text).text.trim());
}
