import type { IntentCue } from './intent-cue.js';

/** A garment pointed at, before what is asked of it. */
const POINTED = '(?:这|那|第|它|最后)[^,.?!]{0,6}';

/** What people say aloud to somebody behind a counter, in half sentences. */
export const SPOKEN_CUES: readonly IntentCue[] = [
  {
    intent: 'similar',
    strength: 0.92,
    find: /(?:这|那)(?:个|种|样)?(?:样子?|味儿?|味道|感觉|调调|路子|气质|氛围|路线|feel)的?(?:还有|再|多|有没有|有吗)|(?:再|多)来[^,.?!]{0,6}(?:这|那)(?:种|样|类)的?|(?:姐妹|替代|平替|兄弟)款|翻版|同(?:系列|风格)的/,
  },
  {
    intent: 'similar',
    strength: 0.92,
    find: /\b(?:with|of|in|has|have) the same (?:vibe|feel|feeling|energy|spirit|mood|aesthetic)\b|\b(?:more|others?|anything|something) (?:with|in) (?:that|this) (?:vibe|feel|spirit|mood|aesthetic)\b|\bsister styles?\b/,
  },
  {
    intent: 'compare',
    strength: 0.92,
    find: /(?:参谋|纠结|犹豫|难选|选择困难|拿不定主意|选不出来|定不下来)/,
    unless: /(?:要不要|买不买|该不该)/,
  },
  {
    intent: 'compare',
    strength: 0.92,
    find: /\btorn between\b|\b(?:can'?t|cannot|help me) (?:decide|choose|pick) between\b|\bhow much (?:more|less|cheaper|dearer) is the \w+ (?:one )?than\b/,
  },
  {
    intent: 'explain',
    strength: 0.92,
    find: new RegExp(
      `(?:咋|怎么|为什么|为啥)(?:会|就|就会)?(?:想到|想起|想着)?(?:要)?(?:给我)?(?:推荐?|选|挑|拿|看)(?:了|的|上)?(?:给我)?(?:是)?(?:这|那|它|第)|${POINTED}(?:的)?(?:适合|是|能在)?(?:什么|哪个|哪些|啥)(?:季节|场合|时候|天气|年纪|年龄)|${POINTED}(?:都|一共|总共)?有?(?:几种|几个|多少种|哪几种|哪几个)(?:颜色|色|尺码|码)|(?:这个|它的?|那个)(?:牌子|品牌)(?:叫|是)(?:啥|什么)`,
    ),
  },
  {
    intent: 'explain',
    strength: 0.91,
    find: new RegExp(
      `${POINTED}(?:会不会|会|是不是)?(?:厚不厚|薄不薄|透不透|软不软|硬不硬|扎不扎|重不重|弹不弹|很厚|很薄|很透|厚|薄|透|扎人|起球|有弹力|有弹性|弹力大|弹性好)(?:吗|么|不|呢|$)|${POINTED}(?:有没有|有|带不带|带)(?:口袋|里衬|内衬|内胆|拉链|扣子|腰带|弹力|胸垫|安全裤)(?:吗|么|不|没有?|$)|\\b(?:is|are|does|do|has|have) (?:the )?(?:it|this|that|they|these|those|first|second|third|fourth|fifth|last|number \\w+)(?: one| pair)? (?:see[- ]through|sheer|stretchy|itchy|scratchy|heavy|lined|soft|thick|thin|machine|have (?:any |a )?(?:pockets?|buttons?|zips?|zippers?|lining|belt|hood|stretch|padding)|stretch|got pockets?)\\b|\\bwhat (?:season|occasion|weather)s? (?:is|are) (?:it|this|that|the \\w+)(?: one)? (?:for|good for)\\b`,
    ),
  },
  {
    intent: 'outfit',
    strength: 0.91,
    find: /(?:外面|里面|上面|下面|上身|下身|脚上|里头|外头)(?:可以|该|再)?(?:套|穿|搭|配|踩)(?:个|件|点|双)?(?:什么|啥|哪)|(?:整体|一起|这些|它们)(?:来)?(?:搭|配)(?:一下|起来|一身|一套)?[\s.!]*$|^(?:那|再|给我|帮我|给它|请|就|顺便)*(?:配|搭)(?:上)?一?[个双条件顶只](?!色)[^,.?!]{1,6}(?:呗|吧|呀|啊|$)/,
  },
  {
    intent: 'feedback',
    strength: 0.91,
    find: /^(?:嗯|呃|感觉|整体)?(?:还行|还可以|还好|一般|凑合|马马虎虎|平平)(?:吧|啦|了|吧还|而已)?[\s.!~]*$|^(?:这|那|第[^,.?!]{1,2}|最后)(?:一)?[个件条双款套]?(?:直接|就|先)?(?:pass|淘汰|免了|毙了)(?:了|吧|掉)?[\s.!]*$|没(?:有)?一?(?:[个件条双款套])?(?:能看的?|入眼的?|入得了眼|中意的?|像样的?|行的|对味的?)|^(?:不行|不好|不要|no)[\s,]*(?:不行|不好|不要|no)?[\s,]*(?:都|全)?(?:没|不)[^,.?!]{0,4}(?:能看|入眼|行|喜欢|满意)的?[\s.!]*$/,
  },
  {
    intent: 'feedback',
    strength: 0.91,
    find: /\bnone of (?:these|those|them|this)(?: lot)?(?: (?:are|is|work|works|do|does|really|appeal|will)\b|[\s.!]*$)|\bnot (?:a single|one) (?:one )?(?:of them )?(?:i like|worth|is any good)\b|\b(?:growing on me|not my (?:vibe|scene|bag|thing)|a (?:winner|keeper|hit|miss|no from me))\b/,
  },
  {
    intent: 'profile',
    strength: 0.93,
    find: /你(?:都|还|现在)?(?:帮我)?记(?:了|着|下)(?:些|了|我|的)*(?:什么|啥|哪些)|^(?:看看|看一下|查查|查一下)?(?:你)?(?:都)?(?:记|存)(?:了|着|下)(?:我)(?:的)?(?:哪些|什么|啥)|我的?(?:鞋码|尺码|身高|体重|码数)(?:要)?(?:改成|改为|换成|更新|变成|改一下)|^我(?:的)?(?:胸围|腰围|臀围|肩宽|三围)/,
  },
  {
    intent: 'profile',
    strength: 0.93,
    find: /\bwhat (?:have )?you(?:'ve| have)? (?:noted|saved|remembered|written down|got)(?: down)? (?:about|on|for) me\b|\bwhat(?:'s| is) on my profile\b/,
  },
  { intent: 'privacy', strength: 0.95, find: /把我(?:全|都|从)?[^,.?!]{0,4}(?:删干净|删了|删掉|抹掉|清掉|移除)/ },
  {
    intent: 'handover',
    strength: 0.95,
    find: /(?:联系|找|问)(?:一下|下)?(?:你们?的?)?(?:商家|卖家|店家|掌柜|店主)|不想(?:跟|和)(?:机器人|ai|你)(?:说|聊|谈)/,
  },
  {
    intent: 'store-info',
    strength: 0.94,
    find: /(?:你们?|店里?|周[一二三四五六日末]|今天|明天|节假日|过年)[^,.?!]{0,6}(?:开门|关门|打烊|营业|上班|休息)(?:吗|么|不|没有?|时间)|(?:几点|什么时候|啥时候)(?:开门|关门|打烊|下班)/,
  },
  {
    intent: 'cancel',
    strength: 0.92,
    find: /^(?:那|好|行|嗯|[\s,])*(?:我)?先(?:下|走|撤|闪|溜|忙去?|去忙)(?:了|啦)(?:拜拜|再见)?[\s.!~]*$|^(?:算[啦了]|那|好|我|先)*[\s,]*(?:不挑|不选|不找|不逛)了[\s.!~]*$/,
  },
  {
    intent: 'cancel',
    strength: 0.92,
    find: /\b(?:i'?m )?done (?:for (?:today|now)|picking|choosing|browsing|shopping)[\s.!]*$|\bgotta (?:go|run)\b|\b(?:i )?(?:have|need) to (?:go|run)(?: now)?[\s.!]*$/,
  },
  {
    intent: 'restart',
    strength: 0.96,
    find: /\bwipe the slate\b|(?:都|全部?)(?:清掉|清了|清空|删了)[\s,]*(?:重新|再)/,
  },
  {
    intent: 'undo',
    strength: 0.95,
    find: /恢复(?:刚|到|原|之前|上)|改回(?:去|来|刚|之前|原)|(?:上一?个|刚加的?|刚才加?的?|刚说的?|最后一?个)(?:那个)?(?:条件|要求|限制|筛选)[^,.?!]{0,3}(?:不要|去掉|取消|不算|拿掉|删掉|撤掉)|(?:撤回|撤掉|取消|去掉)(?:刚才|刚刚|上一?个|最后)[^,.?!]{0,4}(?:条件|要求|限制|筛选)|还是(?:前面|刚才|之前|上面)(?:那|的)/,
  },
  {
    intent: 'help',
    strength: 0.94,
    find: /^教(?:教|一教|一下|下)?我?[\s.!?]*$|^(?:我)?(?:可以|能|能不能|可不可以)(?:直接)?(?:给你)?(?:发|传|上传|用)(?:个|张|点)?(?:给你)?(?:图片?|照片|截图|语音|视频)(?:吗|么|不|给你吗)?[\s?]*$|^(?:能|可以|支持)语音(?:吗|么|不)?[\s?]*$|\bcan i (?:send|upload|share|use|show)(?: you)? (?:an? |some |my )?(?:photos?|pictures?|pics?|images?|screenshots?|voice(?: notes?)?)(?: (?:here|to you|too))?[\s?]*$/,
  },
  {
    intent: 'refine',
    strength: 0.9,
    find: /(?:给|帮|替)?我?自己(?:穿|用|买|看|挑|选)(?:的|吧|了|一下)?[\s.!]*$|\bit'?s (?:actually )?for (?:me|myself)\b/,
  },
  {
    intent: 'refine',
    strength: 0.9,
    find: /^(?:那|有|有没有|还有)*(?:其他|其它|别的|不同)的?(?:颜色|尺码|码|款式?|样式|面料|材质)(?:的)?(?:呢|有吗|有没有|吗|的|看看|可选)*[\s?!.]*$|^(?:(?:and|what about|how about|any|got any|are there|is there|do you have|have you got) )*(?:other|different|another|more) (?:colou?rs?|sizes?|fabrics?|materials?)[\s?.!]*$/,
  },
];
