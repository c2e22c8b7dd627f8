import { normalise } from './normalise.js';
import { chineseNumber } from './numerals.js';

/** The weather a message speaks of. */
export interface WeatherTalk {
  /** Outdoor temperature in degrees Celsius. */
  readonly celsius?: number;
  readonly rain?: true;
  /** Heat or cold, without a number: 太热了怎么办, "it's so cold today". */
  readonly feel?: 'hot' | 'cold';
}

const CHINESE_DEGREES =
  /(零下|负|(?<![\d~到])-)?\s?(\d{1,2}|[零一二两三四五六七八九十]{1,3})[来多几]?(?:摄氏)?(?:度|℃|°c?)(?! ?f\b|[假身电数过])/;
const ENGLISH_DEGREES =
  /(minus |negative |(?<!\d)-)?(\d{1,3}) ?(°|degrees?|celsius|centigrade)(?: ?(below)(?: zero)?)?(?: ?(f|fahrenheit)\b)?/;
/** "Minus five", where heat or cold is the matter. */
const MINUS =
  /\b(?:warm|cold|cool|chilly|weather|temperatures?|freezing|outside|down to)\b[^.?!]{0,24}\b(?:minus|negative|-) ?(\d{1,2})\b(?! ?(?:dollars|pounds|euros|yuan|quid))/;
const RAIN =
  /下(?:大|小|暴|雷阵)?雨|雨天|有雨(?!衣)|\b(?:rains?|raining|rainy|pouring|drizzl\w+|showers)\b(?! ?(?:boots?|coats?|jackets?|proof|wear|gear|shoes?|hats?|mac\b))/;
const FELT_CHINESE = (words: string): RegExp =>
  new RegExp(
    `^(?:哎呀?|唉|天哪|妈呀|我|真是|最近|这几天|这两天|这天气?|天气?|今天|今儿|外面|外边|这边|这里|我们这儿?|突然|又|也|一下子|[\\s,])*(?:太|好|真|很|超|特别|好特么|实在|那么|这么|变|越来越|有点|可)+(?:${words})(?:死)?(?:了|啊|呀|呢|的|吧|啦|死了)*(?:[\\s,]*(?:(?:我)?(?:该|要|应该)?(?:怎么办|咋办|咋整|怎么弄|受不了)(?:啊|呀|呢|了)?|受不了了?))?[\\s,.!?~]*$|(?:天气?|外面|今天)(?:太|好|真|很|超|特别|变|越来越|这么)+(?:${words})|^(?:今天|外面|最近|这天气?|要|快)*(?:${words})死(?:了|我了|个?人了?)`,
  );
const HOT_CHINESE = FELT_CHINESE('炎?热|闷热|晒');
const COLD_CHINESE = FELT_CHINESE('寒?冷|冻');
const FELT_ENGLISH = (words: string, alone: string): RegExp =>
  new RegExp(
    `\\b(?:it'?s|it is|it has been|it'?s been|the weather(?:'s| is)|it'?s getting|it'?s gotten|it got|today is)(?: (?:so|too|very|really|super|bloody|pretty|getting|turning|quite|that|extremely|just|absolutely|far too|way too))* (?:${words})(?: (?:and [a-z]+|today|tonight|outside|out(?: there)?|here|in here|these days|lately|right now|now|this week|at the moment))+\\b|\\b(?:it'?s|it is|i'?m|i am|we'?re)(?: (?:so|just|absolutely|literally|bloody))* (?:${alone})\\b|\\b(?:such|what|in|this) (?:an? |this )?(?:${alone}|${words}) weather\\b|\\bi'?m (?:so|too|always|really) (?:${words})\\b(?! on)`,
  );
const HOT_ENGLISH = FELT_ENGLISH('hot|humid|muggy|warm', 'boiling|scorching|sweltering|roasting|melting|baking');
const COLD_ENGLISH = FELT_ENGLISH('cold|chilly|nippy|frosty', 'freezing(?: cold)?|frozen');
/** Above this nobody means degrees Celsius. */
const HOTTEST = 50;

/** Degrees and rain, by the words alone; undefined where the weather is no matter. */
export function readWeather(said: string): WeatherTalk | undefined {
  const { text } = normalise(said.slice(0, 500));
  const celsius = degreesIn(text);
  const rain = RAIN.test(text);
  const feel = celsius === undefined ? felt(text) : undefined;
  if (celsius === undefined && !rain && feel === undefined) return undefined;
  return {
    ...(celsius === undefined ? {} : { celsius }),
    ...(rain ? { rain: true as const } : {}),
    ...(feel === undefined ? {} : { feel }),
  };
}

/** "Too hot for a coat", 穿大衣太热了: the weather, by what it is no weather for. */
const TOO_HOT =
  /\btoo (?:hot|warm|humid|muggy)(?: (?:today|now|outside|here|out|already))* (?:for|to (?:wear|be wearing|put on|be in))(?! (?:me|us|him|her|it|this|that|these|those|them)\b)(?=[a-z ]*[a-z]{3})|穿(?!着|起来|这[件条双个款]|那[件条双个款]|第|它)[^,.?!]{1,10}(?:太|好|会|有点|很|嫌)+(?:热|闷)|热[^,.?!]{0,8}穿不[了住上着]/;
const TOO_COLD =
  /\btoo (?:cold|chilly)(?: (?:today|now|outside|here|out|already))* (?:for|to (?:wear|be wearing|put on|be in))(?! (?:me|us|him|her|it|this|that|these|those|them)\b)(?=[a-z ]*[a-z]{3})|穿(?!着|起来|这[件条双个款]|那[件条双个款]|第|它)[^,.?!]{1,10}(?:太|好|会|有点|很|嫌)+(?:冷|冻|凉)(?!快|爽)|冷[^,.?!]{0,8}穿不[了住上着]/;

function felt(text: string): WeatherTalk['feel'] {
  if (TOO_HOT.test(text)) return 'hot';
  if (TOO_COLD.test(text)) return 'cold';
  if (HOT_CHINESE.test(text) || HOT_ENGLISH.test(text)) return 'hot';
  return COLD_CHINESE.test(text) || COLD_ENGLISH.test(text) ? 'cold' : undefined;
}

function degreesIn(text: string): number | undefined {
  const chinese = CHINESE_DEGREES.exec(text);
  if (chinese) {
    const [, sign, digits = ''] = chinese;
    const value = /\d/.test(digits) ? Number(digits) : chineseNumber(digits)?.low;
    if (value !== undefined && value <= HOTTEST) return sign === undefined ? value : -value;
  }
  const english = ENGLISH_DEGREES.exec(text);
  if (english) {
    const [, sign, digits, , below, scale] = english;
    const value = (sign === undefined && below === undefined ? 1 : -1) * Number(digits);
    return scale !== undefined || value > HOTTEST ? Math.round(((value - 32) * 5) / 9) : value;
  }
  const minus = MINUS.exec(text)?.[1];
  return minus === undefined ? undefined : -Number(minus);
}
