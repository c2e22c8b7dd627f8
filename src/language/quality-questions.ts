import { normalise } from './normalise.js';

/** What is asked of how a garment wears: how warm it is, or something that no row ever has. */
export type QualityAsked = 'warmth' | 'unlisted';

const WARMTH =
  /(?:会不会|会|是不是|够不够|是否)(?:太|很|有点|比较|穿着)?[厚薄冷热暖](?!销|门)|(?:厚不厚|薄不薄|暖不暖|冷不冷|热不热|保不保暖)|(?:保暖|暖和|够暖|厚实|[厚薄]|抗冻|抗寒|御寒)(?:吗|(?<!什)么|嘛|不[\s?]*$)|(?:零下|\d\s?度|[冬夏秋春][天季])[^,.?!]{0,6}穿[^,.?!]{0,8}(?:吗|(?<!什)么|行不行?|合适不|够不够|会不会|冷不冷|热不热)|\b(?:is|are|will|would) (?:it|this|that|these|they|the \w+(?: one)?)[^.?!]{0,12}\b(?:warm|thick|thin|heavy|light(?:weight)?|cold|hot|keep (?:me|her|him|you) warm)\b|\bhow (?:warm|thick|heavy)\b|\bwarm enough\b|\btoo (?:thin|thick|hot|warm|cold|heavy) (?:for|to|in)\b/;
const UNLISTED =
  /([透软硬扎滑闷重弹])不\1|[透软硬扎闷](?:吗|(?<!什)么)|显(?:胖|瘦|高|矮|黑|白|老|年轻|腿长|肚子|壮)吗?|(?:会不会|会|容易|容不容易)(?:起皱|皱|起球|变形|掉色|褪色|缩水|掉毛|勒|扎|痒|闷|滑|掉)|挑(?:人|身材|肤色)|(?:舒服|舒适|百搭|耐穿|耐磨|结实|防水|防风|遮肚子|遮肉|好穿|磨脚|跟脚|累脚)(?:吗|么|不)|(?:舒不舒服|磨不磨脚|累不累脚|好不好穿|百不百搭)|偏(?:大|小)(?:吗|么|还是)|(?:跟高|鞋跟|跟有)(?:多少|多高|几厘米|几公分)|(?:裙长|衣长|袖长|胸围|腰围|肩宽)(?:是)?(?:多少|多长|几)|\b(?:crease|creases|wrinkle|wrinkles|shrink|shrinks|pill|pills|fade|fades|stretch out)\b[^.?!]{0,10}(?:easily|much|a lot|\?|$)|\b(?:flattering|true to size|waterproof|windproof|comfortable|comfy|durable|hard[- ]wearing)\b|\b(?:does|do|will|would) (?:it|this|that|they|these)[^.?!]{0,12}\b(?:run (?:small|large|big)|make me look|hide|itch|scratch|cling|ride up|pinch|suit me)\b|\bhow (?:high|tall) (?:is|are) the (?:heels?)\b|\bhow long is (?:it|this|that|the dress|the skirt)\b/;
const ASKS = /[?吗么呢嘛]|不|会|多|几|^(?:is|are|does|do|will|would|can|how|so is|and is|but is)\b/;

/** How a garment wears, where that is asked of it by the words alone. */
export function qualityAsked(said: string): QualityAsked | undefined {
  const text = normalise(said.slice(0, 300)).text.trim();
  if (!ASKS.test(text)) return undefined;
  if (WARMTH.test(text)) return 'warmth';
  return UNLISTED.test(text) ? 'unlisted' : undefined;
}

const IS_IT =
  /^(?:(?:and|so|but|ok|oh) )?(?:is|are) (?:it|this|that|these|those|they|the \w+(?: one)?|number \w+)(?: made (?:of|from)| actually| really| all)? ([a-z][a-z -]{1,30}?)(?: or not)?[\s?]*$|(?:这|那|它|第.{1,2}|最后)?(?:一)?[个件条双款套]?(?:是不是|是)([^,.?!]{1,10}?)(?:的)?(?:吗|么|嘛|呀|[\s?]*$)/;

/** What a yes-or-no question asks whether a garment is ("wool", 真丝); undefined where it asks something else. */
export function whetherAsked(said: string): string | undefined {
  const found = IS_IT.exec(normalise(said.slice(0, 200)).text.trim());
  return found?.[1] ?? found?.[2];
}
