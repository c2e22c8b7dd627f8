import type { IntentCue } from './intent-cue.js';
import { UNABLE } from './language-asked.js';

/** A garment pointed at, before what is thought of it. */
const POINTED = '(?:这|那|第|它|最后|[一二三四五六七八九]号)[^,.?!]{0,6}';
const ENGLISH_POINTED =
  "\\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|[1-9](?:st|nd|rd|th)|number \\w+|no\\.? ?\\d+|this|that|it|these|those)(?: (?:one|ones|pair|dress|coat|bag|shirt|top))?(?:'s)?(?: (?:is|are|was|just|really|honestly|totally|absolutely|literally|so|such|kinda|kind of|sort of|pretty|a bit|a little|straight|pure|actually|a|an|the|very|too|looks?|feels?))*";

const LIKED_CHINESE =
  '绝绝子|[好真太超巨]绝|绝了|绝美|yyds|杀疯|封神|神仙(?:颜值|款)|太可了|可太(?:可|好看|美)|有点东西|真香|好香|狠狠(?:爱|心动|拿捏)|爱住|锁死|拿捏|长在我?(?:的)?审美|爱惨|爱到|心巴|杀我|惊艳到|好顶|顶呱呱|好看哭|美哭|[美帅酷]到(?:犯规|我|爆|炸)|(?:美|帅|酷|好看)[炸爆翻]|无敌|天花板';
const DISLIKED_CHINESE =
  '欣赏不(?:来|了)|[gG]et不到|拉胯|辣眼|下头|吃不消|hold不住|驾驭不(?:了|来|住)|接受(?:无能|不了|不能)|不忍直视|无法直视|一言难尽|丑[哭到爆]|没(?:太)?get到|翻车|踩雷|雷到|[好真太]雷|看不下去|没法看|不敢恭维|难评|[像跟](?:个|我|是)?(?:奶奶|我妈|大妈|大婶|阿姨|老太太|大爷|抹布|窗帘|麻袋|睡衣)|不香|劝退|不来电|无语|[真太]拉了';
const LIKED_ENGLISH =
  "slaps?|bangs|ate|rocks|rules|hits (?:different|the spot)|wins|fire|lit|vibe|moment|serves?|banger|dream|keeper|winner|stunner|goals|iconic|sick|dope|gorg|unreal|chef'?s kiss|everything|10\\/10|adorbs|peng|ace|lush|fab|fabulous|to die for|gives me life|has my heart|giving (?:everything|me life)|bomb|killer|spot on|immaculate|flames|no notes";
const DISLIKED_ENGLISH =
  'mid|naff|meh|cheugy|minging|grim|rank|rubbish|gross|cringe|dire|tragic|drab|dowdy|garish|gaudy|frumpy|dated|mumsy|flops?|yikes|gives? me the ick|misses the mark|miss the mark|leaves me cold|does nothing for me|do nothing for me|giving (?:grandma|granny|nan|mum|mom|curtains?|bin bag)';
const NOT_FOR_ME =
  "\\b(?:isn't|ain't|aint|not|aren't|wasn't) (?:really |quite |exactly )?(?:doing (?:it|anything|much)(?: for me)?|it for me|hitting|vibing|sold on|feeling|a vibe|landing|speaking to me|working for me)\\b|\\bcan'?t get (?:behind|on board with)\\b|\\bthe ick\\b|\\bnot for me\\b(?!,? (?:it'?s|but|they'?re|that'?s)? ?for)";

const LIKED = new RegExp(`${LIKED_CHINESE}|${ENGLISH_POINTED} (?:${LIKED_ENGLISH})\\b`);
const DISLIKED = new RegExp(`${DISLIKED_CHINESE}|${ENGLISH_POINTED} (?:${DISLIKED_ENGLISH})\\b|${NOT_FOR_ME}`);

/** What the words of the net make of a garment: true for praise, false for dislike. */
export function slangVerdict(text: string): boolean | undefined {
  if (DISLIKED.test(text)) return false;
  return LIKED.test(text) ? true : undefined;
}

const PICTURE = '(?:照片|图片|相片|自拍|截图|图)';
const PAYMENT =
  '(?:苹果支付|云闪付|银联|信用卡|储蓄卡|借记卡|花呗|白条|支付宝|微信(?:支付|付)|数字人民币|现金|先用后付|先享后付|分期|刷卡|货到付款|apple ?pay|google ?pay|paypal|visa)';
const PICS = '(?:pics?|pictures?|photos?|selfies?|images?|snaps|screenshots?)';

/** How people on the net and on the phone say the same things. */
export const SLANG_CUES: readonly IntentCue[] = [
  {
    intent: 'feedback',
    strength: 0.91,
    find: new RegExp(`${POINTED}[^,.?!]{0,6}(?:${LIKED_CHINESE}|${DISLIKED_CHINESE})`),
    unless: /为(?:什么|啥)|[价钱]|吗\s*\??$/,
  },
  {
    intent: 'feedback',
    strength: 0.91,
    find: new RegExp(`${ENGLISH_POINTED} (?:${LIKED_ENGLISH}|${DISLIKED_ENGLISH})(?![a-z-])|${NOT_FOR_ME}`),
    unless: /\b(?:why|which|how)\b|\bwhat (?:is|are|does)\b/,
  },
  // Put aside: liked, for now.
  {
    intent: 'feedback',
    strength: 0.92,
    find: /\b(?:save|bookmark|shortlist|park|hold on to) (?:this|that|these|those|it|them|the [a-z]+(?: (?:one|two|three|pair|dress))?)(?: for (?:later|now|me)|[\s.!]*$)|(?:先|帮我|给我)?(?:收藏|存)(?:一?下|起来|着)?(?:这|那|第|它)|(?:这|那|它|第.{1,2})[件条双个款套]?(?:我)?(?:先|帮我|给我)?(?:收藏|存|留)(?:一?下|起来|着|好)(?:吧|了)?[\s.!]*$/,
  },
  {
    intent: 'privacy',
    strength: 0.96,
    find: new RegExp(
      `(?:传|发|上传|拍|晒)的?[^,.?!]{0,4}${PICTURE}[^,.?!]{0,8}(?:别人|其他人|外人|有人|谁|旁人)[^,.?!]{0,6}[看瞧见]|${PICTURE}(?:你们?)?[^,.?!]{0,6}(?:安全|留着|留底|外传|公开|曝光|流出|外泄|拿去|被人|给谁)|(?:别人|其他人|外人|谁)[^,.?!]{0,4}看(?:得)?[到见][^,.?!]{0,4}我[^,.?!]{0,4}(?:${PICTURE}|聊天|消息)`,
    ),
  },
  {
    intent: 'privacy',
    strength: 0.96,
    find: new RegExp(
      `\\bwho (?:else )?(?:(?:gets?|is able|are able) to |can |could |will |would |is |are )?(?:sees?|seeing|views?|viewing|looks? at|looking at|has access to) (?:all )?(?:my|the|these|those|our|any of my) (?:${PICS}|chats?|messages|conversations?)\\b|\\b${PICS} (?:that )?i(?:'ve)? (?:upload|send|sent|post|share|take)(?:e?d)?\\b[^.?!]{0,16}\\b(?:go|end up|stay|kept|stored|private|seen|visible|shared|public)\\b|\\b(?:where|what) (?:do|does|happens to|becomes of)[^.?!]{0,12}\\b${PICS} i\\b|\\bmy ${PICS} (?:be |get |being )?(?:visible|public|private|shared|seen|safe|stored|saved|kept|used|go(?:ing)? anywhere|stay|leaked)\\b|\\b(?:can|do|will|could|is|are) (?:other|any|some)[^.?!]{0,12}\\b(?:see|seeing|view|look(?:ing)? at) (?:my ${PICS}|what i (?:send|upload|type|write|post|say))`,
    ),
  },
  {
    intent: 'restart',
    strength: 0.96,
    find: /从零(?:来|开始|再来|起|找)|(?:一切|全部?|都|统统|通通)归零|(?:之前|前面|刚才|以上|上面)(?:说|讲|提|聊)?的?(?:那些|话)?(?:都|全部?|通通|统统|一律)+(?:作废|推翻|抹掉|推倒|忘(?:掉|了))|(?:都|全部?|通通|统统)(?:推翻|推倒)|从头再(?:说|来|找)|重新(?:挑|捋|搞|弄|说|问|提)(?!一?[件条双个])|另起炉灶|当我(?:刚来|没来过)|重启(?!价)/,
  },
  {
    intent: 'restart',
    strength: 0.96,
    find: /\b(?:clean|blank|fresh|new) (?:slate|start|page|sheet)\b|\bback to the drawing board\b|\b(?:bin|scrap|dump|trash|chuck|ditch) (?:it all|all (?:of )?(?:that|this)|everything|the (?:whole )?lot)\b|\bfrom (?:zero|nothing|the ground up)\b|\b(?:forget|ignore|disregard) (?:all|everything)(?: that| of what)? (?:i|we)(?:'ve)? (?:said|told|asked|wanted|mentioned|discussed)\b|\bstarting (?:fresh|over|again|afresh)\b/,
  },
  {
    intent: 'help',
    strength: 0.94,
    find: /(?:我|咱)(?:到底|究竟)?(?:该|应该|要|得|需要|可以|能|应当)[^,.?!]{0,4}(?:打|输入?|敲|写|说|讲|问)(?:些|点|个)?(?:什么|啥|哪些|怎样)(?!码)|(?:要|得|该)(?:跟|和|向|给)你(?:讲|说|打|发|输)(?:些|点)?(?:什么|啥|哪些)|怎么(?:跟|和|向)你(?:描述|讲|提)|打(?:些|点)?(?:什么|啥)字|(?:怎么|咋)(?:说|打|写)你才|(?:这个?|这玩意儿?|这东西|这机器人)(?:到底)?(?:咋|怎么)(?:弄|整|使|操作)/,
  },
  {
    intent: 'help',
    strength: 0.94,
    find: /\bwhat (?:exactly )?(?:am i|are we|do i|do we|should i|shall i|would i|must i)(?: supposed to| meant to| expected to| have to| need to)?(?: be)? (?:typ(?:e|ing)|say(?:ing)?|writ(?:e|ing)|enter(?:ing)?|tell(?:ing)? you|put(?:ting)? (?:in|into|here|there)(?! my| with)|ask(?:ing)?(?: you| for)?)\b|\bhow (?:am i|are we|do i|should i) (?:(?:supposed|meant|expected) to )?(?:talk|speak|chat|type|phrase|word|ask|describe|search|use (?:this|you))\b|\b(?:right|best|proper) way to (?:ask|phrase|search|talk to)\b|\bdo i just (?:type|write|say|ask)\b|\b(?:dunno|don'?t know|no idea|not sure|unsure|clueless) (?:what|how) (?:to|i should|i'm meant to) (?:type|say|write|ask|put|phrase|word|search)\b/,
  },
  {
    intent: 'cancel',
    strength: 0.93,
    find: /^(?:那|唉|哎|好吧|嗯|算了|,|\s)*(?:罢了[\s,]*)+(?:吧|了)?[\s.!]*$|拉倒(?:吧|了)?(?=$|[\s,.!])|(?:就此|到此)打住|^打住|不折腾了|(?:还)?没(?:有)?发工资|(?:今天|先|这次|暂时)不剁手|^(?:[^,.?!]{0,8}[\s,]*)?(?:下个?月|过阵子|过段时间|下次|等[^,.?!]{1,6})再(?:说|买|看|来)(?:吧|了|咯)?[\s.!]*$/,
  },
  {
    intent: 'cancel',
    strength: 0.93,
    find: /\b(?:i'?ll|i will|gonna|going to|might|have to|let me) (?:just |probably )?(?:pass(?=$|[,.!]| (?:for|this|until|till|then|thanks))|give (?:it|this|these|them) a miss|leave it|hold off|skip (?:it|this one)|sit this (?:one )?out|hang fire|call it quits|bow out|duck out|wait (?:until|till|til|for) (?:payday|i get paid|the sales?))\b|^nvm\b(?! (?:the|about))|\b(?:nah|nope|ok|right|yeah|well),? i'?m out[\s.!]*$|\bcount me out\b|\b(?:til|till|until) (?:payday|i get paid)\b|\bcall it (?:quits|a night)\b|\bcome back (?:on|after|when) (?:payday|i get paid)\b/,
  },
  {
    intent: 'store-info',
    strength: 0.94,
    find: new RegExp(
      `${PAYMENT}[^,.?!]{0,6}(?:能用|可以|支持|行不|行吗|收不|收吗|付|用不|用吗|能不能|可不可以|ok)|(?:支持|能|可以|收|接受|走|用)[^,.?!]{0,4}${PAYMENT}(?:付款?|支付)?(?:吗|么|不|嘛|没有?|\\s*\\??$)|\\b(?:google pay|samsung pay|amex|american express|afterpay|clearpay|klarna|venmo|debit cards?|visa|mastercard|buy now,? pay later|bnpl)\\b|\\bsplit the (?:payments?|cost|bill)\\b|\\bpay in (?:\\d|three|four|parts)\\b`,
    ),
  },
  { intent: 'change-language', strength: 0.96, find: UNABLE.chinese },
  { intent: 'change-language', strength: 0.96, find: UNABLE.english },
  {
    intent: 'greeting',
    strength: 0.93,
    find: /^(?:(?:ok(?:ay)?|great|aw+|omg)[\s,!]+)?(?:tysm|tyvm|ty|thx|cheers|ta|thanks?(?: a (?:lot|bunch|mil|million))?|thank (?:you|u)(?: so much)?)[\s,!.]+(?:that|you|u|ur|you're|you've|that's|was|is|r|are|been|really|super|so|very|such|a|an|the|big|huge|massive|great|real|total|absolute|actual|[\s])*(?:help(?:ful)?|lifesaver|life saver|star|legend|gem|angel|brill(?:iant)?|kind|useful|appreciated|best)[\s!.~]*$|(?:帮(?:了|我|上)*(?:个|一个)?大忙)(?:了|啦)|^(?:太|真|你真?)给力了?[\s,]*(?:谢谢|感谢|多谢)/,
  },
  {
    intent: 'explain',
    strength: 0.9,
    find: /\bwho (?:makes|made|designed|designs) (?:the |this|that|it\b|these|those|number)|\bwhat (?:made|makes|got) you (?:go for|choose|pick|recommend|suggest|show|think of|land on)\b/,
  },
];
