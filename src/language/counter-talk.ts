import { normalise } from './normalise.js';

/** What is said across a counter beside the matter: thanks, goodbye, a laugh or "I'm back", who is speaking, scolding, the weather, a pet's clothes. */
export type CounterTalk = 'thanks' | 'bye' | 'here' | 'who' | 'scolds' | 'weather' | 'pets';

const THANKS =
  /^(?:(?:好的?|嗯+|行|ok|可以|太好了|太棒了|真棒|不错|就这样|没了|没有了|知道了|明白了?|哈+)[\s,.!~]*)*(?:非常|太|真的?|多|十分)?(?:谢谢|谢啦|谢了|多谢|感谢|谢过|辛苦了?|麻烦你?了|3q|thx)(?:你|您|啦|了|哈|呀|啊|亲|帮忙|你的?帮[忙助]|店家|老板|小姐姐|衣搭)*[\s,.!~]*$|^(?:(?:ok(?:ay)?|great|perfect|lovely|brilliant|awesome|cool|nice|that'?s (?:all|it|great|perfect)|all good|no that'?s all)[\s,.!]+)*(?:many )?(?:thanks?(?: you)?|thank u|thx|ty|tysm|cheers|ta|much appreciated|appreciate it)(?: (?:so|very) much| a (?:lot|bunch|million|ton)| again| for (?:your|the|all (?:your|the)) help| for that| then| mate| love| yida)*[\s,.!~]*$/;
const BYE =
  /^(?:好的?|嗯|那|行|我?先?走?了?|[\s,.!])*(?:拜拜?|再见|回见|下次见|88|晚安|撤了|溜了)(?:了|啦|咯|哈|吧)*[\s,.!~]*$|^(?:ok(?:ay)?[\s,]+|thanks[\s,]+|alright[\s,]+)*(?:bye(?:[- ]bye)?|goodbye|good night|see (?:you|ya)(?: later| soon)?|cya|take care|ttyl)(?: then| now| for now)?[\s,.!~]*$/;
const HERE =
  /^(?:我)?(?:又)?回来(?:了|啦|咯)[\s,.!~]*$|^(?:哈+|嘿+|嘻+|呵+|hh+|233+)[\s,.!~]*$|^(?:ok(?:ay)?[\s,]+)?i'?m (?:back|here)(?: again)?[\s,.!]*$|^(?:ha(?:ha)+h?|lol|lmao|rofl|hehe(?:he)*)[\s,.!]*$/;
const WHO =
  /你是(?:不是)?(?:谁|啥|什么|真人|人|机器人|ai|人工智能|人工)(?:啊|呀|吗|么|还是[^,.?!]{1,6})?|你叫(?:什么|啥)|你(?:有)?名字|\bare you (?:a |an )?(?:real|human|bot|robot|person|ai|machine|chatbot)\b|\b(?:who|what) (?:exactly )?are you\b|\bwhat(?:'s| is) your name\b|\bam i (?:talking|speaking|chatting) (?:to|with) (?:a |an )?(?:real|human|bot|robot|person|machine)\b/;
const SCOLDS =
  /你(?:真|好|太|是|怎么|咋|可真|这么|那么|个)*(?:笨|蠢|傻|差劲|没用|废|烂|垃圾|智障|弱智|白痴|不行|坑)|(?:什么|啥)(?:破|垃圾|烂|鬼)(?:玩意|东西|软件|机器人|客服|推荐|ai)|(?:一点|半点|完全|根本|真|太)(?:都|也)?(?:没用|不好用|不智能|没帮助|不靠谱)|气死|烦死|烦人|无语|服了|听不懂(?:人话|吗)|答非所问|牛头不对马嘴|浪费(?:我)?(?:的)?时间|莫名其妙|搞什么|人工智障|驴唇不对马嘴|(?:推|给)的(?:都是)?(?:些)?什么(?:玩意|东西|鬼)?|\b(?:you(?:'re| are)|this (?:is|thing is|bot is|app is)|u r|ur)\b[^.?!]{0,16}\b(?:stupid|useless|dumb|an idiot|terrible at|awful at|hopeless|no (?:help|use|good)|a joke|a waste|annoying|rubbish at|thick|not (?:helpful|helping|listening))\b|\b(?:waste of (?:my )?time|useless (?:bot|thing)|stupid (?:bot|thing)|are you even listening|that'?s not what i (?:asked|said|meant|wanted)|not what i asked|for (?:god|heaven|goodness)'?s? sake|this is (?:useless|ridiculous|hopeless|frustrating|pointless))\b/;
const WEATHER =
  /(?:天气|气温|温度)(?:怎么样|咋样|如何|预报|好吗|好不好|多少)|^(?:[今明后]天|外面|那边|周末)*(?:会|会不会|要|是不是)(?:下雨|下雪|降温|刮风)(?:吗|么|不)?[\s?]*$|\bweather (?:like|forecast|report)\b|\bwhat(?:'s| is) the (?:weather|temperature)\b|^(?:will|is) it (?:going to |gonna )?(?:rain|snow|be (?:cold|hot|sunny))(?:ing)?(?: (?:today|tomorrow|later|outside|this weekend))?[\s?]*$/;
const PETS =
  /(?:给|为|帮)[^,.?!]{0,4}(?:狗狗?|猫咪?|猫猫|宠物|兔子|仓鼠|柯基|泰迪|金毛)(?![^,.?!]{0,3}(?:图案|印花|爬架))|(?:宠物|狗狗|猫咪)(?:的)?(?:衣服|服装|穿的)|\bfor (?:my |our |a |the )?(?:dog|cat|puppy|kitten|pet|hamster|rabbit|bunny)s?\b|\b(?:dog|cat|pet) (?:clothes|coats?|jumpers?|sweaters?)\b/;

/** What a message says beside the matter, by its words alone; undefined where it is about clothes. */
export function readCounterTalk(said: string): CounterTalk | undefined {
  const text = normalise(said.slice(0, 300)).text.trim();
  if (THANKS.test(text)) return 'thanks';
  if (BYE.test(text)) return 'bye';
  if (HERE.test(text)) return 'here';
  if (PETS.test(text)) return 'pets';
  if (WHO.test(text)) return 'who';
  if (WEATHER.test(text)) return 'weather';
  return SCOLDS.test(text) ? 'scolds' : undefined;
}
