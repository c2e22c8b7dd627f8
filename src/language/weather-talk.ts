import { normalise } from './normalise.js';
import { chineseNumber } from './numerals.js';

/** The weather a message speaks of. */
export interface WeatherTalk {
  /** Outdoor temperature in degrees Celsius. */
  readonly celsius?: number;
  readonly rain?: true;
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
/** Above this nobody means degrees Celsius. */
const HOTTEST = 50;

/** Degrees and rain, by the words alone; undefined where the weather is no matter. */
export function readWeather(said: string): WeatherTalk | undefined {
  const { text } = normalise(said.slice(0, 500));
  const celsius = degreesIn(text);
  const rain = RAIN.test(text);
  if (celsius === undefined && !rain) return undefined;
  return { ...(celsius === undefined ? {} : { celsius }), ...(rain ? { rain: true as const } : {}) };
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
