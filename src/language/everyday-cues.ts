import type { IntentCue } from './intent-cue.js';
import { URGENT_CHINESE, URGENT_ENGLISH } from './urgency.js';

/** Turns of phrase in which people say the same things more loosely than in the shop's own words. */
export const EVERYDAY_CUES: readonly IntentCue[] = [
  {
    intent: 'privacy',
    strength: 0.95,
    find: /\b(?:record|store|keep|save|log|remember|share|sell)(?:s|ing)? (?:all )?(?:what i (?:say|said|type|write)|(?:our|this|my) (?:chats?|conversations?|messages))\b|(?:记录|保存|留存|偷看|监听|泄露)[^,.?!]{0,4}我(?:说|打|发)(?:的|过)/,
  },
  {
    intent: 'handover',
    strength: 0.95,
    find: /\b(?:want|need|get me|give me|i'd like|see|where(?:'s| is)) (?:to (?:see|speak to|talk to) )?(?:your|the|a) (?:manager|supervisor|boss|human|person in charge)\b|(?:叫|喊|让)你们?(?:的)?(?:经理|老板|店长|主管|负责人)|(?:负责人|主管)(?:在哪|是谁|出来|呢)|\b(?:store|shop|duty|floor|branch) manager\b/,
  },
  {
    intent: 'store-info',
    strength: 0.93,
    find: /(?:怎么|如何|该怎么|要怎么|应该怎么)(?:清?洗|打理|保养|熨|收纳)|(?:能|可以|可不可以|能不能)(?:不能)?(?:机洗|手洗|水洗|干洗|烘干|熨)|(?:会|会不会|容易|容不容易)(?:缩水|掉色|褪色|起球|变形|起皱|掉毛)|打(?:个|点|几)折|(?:能|可以)打折|讲价|砍价|还价|议价|抹个?零|洗(?:了|完|过)(?:会|就)[^,.?!]{0,4}(?:缩|褪|掉|变形|起球)/,
  },
  {
    intent: 'store-info',
    strength: 0.93,
    find: /\b(?:how (?:do|should|would|to) (?:i |you |we |one )?(?:wash|clean|care for|look after|iron|store)|machine[- ]wash(?:able|ed|ing)?|(?:can|could|may|should) (?:it|this|that|they|these|those|i)(?: be)?(?: machine| hand)?[- ]?(?:wash(?:ed)?|tumble[- ]dr(?:y|ied)|iron(?:ed)?)(?: (?:it|this|them))?|hand[- ]wash|dry[- ]clean(?: only|ing)?|tumble[- ]dry|(?:will|does|do|would) (?:it|they|this|these|that|the [a-z]+(?: one)?) (?:shrink|fade|pill|stretch|crease|wrinkle|bleed))\b/,
  },
  {
    intent: 'store-info',
    strength: 0.95,
    find: /学生(?:证|卡)[^,.?!]{0,8}(?:优惠|折|便宜|减)|(?:学生|军人|老人|老年|教师|老师|员工|生日|新人|首单|护士|医护)(?:专享)?(?:优惠|折扣|特惠|价(?![格位钱])|打折|减免)|\b(?:student|nhs|teachers?|military|senior(?:s'?)?|staff|birthday|first[- ]order|key worker|veterans?) (?:discounts?|deals?|prices?|rates?|offers?|codes?)\b|\b(?:student|nhs|staff|senior) (?:id|card)\b|\b(?:get|have|give|any|some) (?:me )?(?:some )?money off\b|\b\d+ ?(?:%|percent) off (?:for|as|if|with)\b/,
  },
  {
    // 包裹三天了没动静, "my stuff still hasn't come": where an order is.
    intent: 'store-info',
    strength: 0.95,
    find: /(?:包裹|快递|快件|货|订单|单子|买的[^,.?!]{0,6})[^,.?!]{0,10}(?:没(?:有)?(?:动静|动|更新|消息|到|收到|来|发|送)|卡(?:在|住)|不动|丢了|不见)|\b(?:parcel|package|order|delivery|stuff|things|clothes|dress|shoes|coat|jacket) (?:i (?:ordered|bought)[a-z ]{0,20} )?(?:still )?(?:hasn'?t|haven'?t|has not|have not|didn'?t|never|not)(?: even| yet)? (?:moved|arrived|come|shown up|turned up|been (?:sent|shipped|delivered)|shipped|left|updated?)\b/,
  },
  {
    // "White jeans in my wardrobe and no idea what to wear with them".
    intent: 'outfit',
    strength: 0.985,
    find: /\bwhat (?:to|do i|should i|can i|could i|shall i) (?:wear|put|team|pair|style) (?:it |them |this |that )?with\b|\bwhat goes with\b|(?:不知道|不晓得|没想好|愁)(?:该|要|能|可以)?(?:怎么|咋|拿?什么|和什么|跟什么|配什么)(?:来)?(?:搭|配|穿)/,
    unless: /\bwhat size\b/,
  },
  { intent: 'outfit', strength: 0.93, find: /从头到脚|(?:全|一身|整体)[^,.?!]{0,3}(?:造型|look)(?![感])/ },
  // How soon it comes is the shop's to say.
  { intent: 'store-info', strength: 0.97, find: URGENT_CHINESE },
  { intent: 'store-info', strength: 0.97, find: URGENT_ENGLISH },
  {
    intent: 'undo',
    strength: 0.93,
    find: /(?:刚才|刚刚|上一?(?:句|个|次|条)|前面)[^,.?!]{0,8}(?:不算|作废|收回|撤回|取消掉|当我没说|别管)|当我没(?:说|讲|问)|收回(?:刚才|上一?句|我的话)|(?:刚才|刚刚|上一?)(?:那|这|的)?(?:一)?[步次条句个](?:操作|改动|要求)?(?:给我|帮我|先)?(?:撤|退|去|取消|作废|删|不要|不算|重来)(?:了|掉|回|销)?|^(?:我)?(?:说错了|打错了|手滑了?|点错了)[\s.!]*$/,
  },
  {
    intent: 'undo',
    strength: 0.93,
    find: /\b(?:ignore|forget|disregard|scratch|scrap|cancel|drop|reverse|revert) (?:that|the|my) (?:last|previous|latest)(?: (?:one|change|bit|message|request|thing|filter|step))?\b|^(?:no,? )?(?:ignore|scratch|scrap|disregard|forget) that[\s.!]*$|\btake (?:that|it) back\b|\b(?:as|like|the way) (?:it was|they were|you had (?:it|them)) before\b/,
  },
  {
    intent: 'help',
    strength: 0.92,
    find: /(?:不(?:太|大)?会|不(?:太)?(?:懂|知道)怎么)(?:用|操作|玩)|(?:第一次|头一回|刚开始)(?:用|来|玩)|(?:说明|介绍|讲解|教学?)(?:一下|下)?(?:怎么用|用法|功能|你自己|玩法)?[\s.?!]*$|(?:怎么|咋|如何)(?:玩|弄|整|搞)(?:的|呀|啊|呢)?[\s.?!]*$|你(?:都|到底|还)?(?:会|能|可以)(?:些|干|做|帮我?做?)*(?:什么|啥|哪些)[\s.?!呢呀啊]*$|(?:有|都有)(?:些|哪些)?(?:什么|啥|哪些)(?:功能|本事|用法)|怎么(?:跟|和)你(?:说|聊|用)|新手/,
  },
  {
    intent: 'help',
    strength: 0.92,
    find: /\b(?:not sure|don'?t know|no idea|unsure) how (?:this|to use|it works|you work|do i)|\b(?:i'?m|i am) new (?:here|to this)\b|\bfirst time (?:here|using)\b|\bwalk me through (?:this|it|how)\b|\bhow do (?:i|you) (?:use|work)(?: (?:this|you|it))?\b|\bwhat(?:'s| is) (?:this|your job)(?: thing)?(?: for)?[\s?]*$|\bwhat (?:are you able to|else can you|all can you|sort of things can you) do\b/,
  },
  {
    intent: 'compare',
    strength: 0.92,
    find: /\bwhich (?:(?:one|ones|pair|piece|item|option|dress|shirt|coat|jacket|bag|of (?:these|those|them|the (?:two|three)))\s?)?(?:is|are|looks?|would be|feels?|runs?|'s)(?: the)? (?:more|most|less|least|better|best|[a-z]{3,}(?:er|est|ier|iest))\b|\bwhich (?:would|do) you (?:recommend|pick|choose|go for|prefer)\b|哪(?:一)?[个件条双款套]?(?:更|最|比较)|(?:两|这两|那两|前两|这几)[个件条双款套](?:里|中|之间)?(?:哪|谁|选)|(?:两|这|那)[个件条双款套](?:里|中)(?:面)?(?:更|比较|较)?(?:便宜|贵|好|长|短|厚|薄)|\bthe (?:[a-z]{3,}er|better|more [a-z]+) of (?:the )?(?:two|three|pair|them|these|those)\b/,
  },
  {
    intent: 'similar',
    strength: 0.9,
    find: /\b(?:more|others?|anything|something|stuff|things|ones)(?: (?:else|things))? (?:of|in) (?:this|that|the same) (?:kind|type|sort|style|vein|look)\b|\b(?:same|similar) (?:kind|sort|type|style|vibe|look)(?: of (?:thing|style|look))?\b|(?:这|那)(?:一)?类(?:的)?(?:还有|再来|有没有|多来)|(?:同|一个)(?:类型|风格|路子|调调)的/,
  },
  {
    intent: 'cancel',
    strength: 0.92,
    find: /^(?:那|那就|嗯|哦|好吧|先|还是)*(?:改天|下次|回头|以后|过几天|过两天|有空|晚点)(?:再)?(?:说|看|来|买|聊|逛|考虑)?(?:吧|了|啦)?[\s.!~]*$|^(?:ok(?:ay)?,? |well,? |nah,? |hmm,? |maybe )?(?:some other|another) (?:time|day)(?: (?:maybe|then|perhaps))?[\s.!]*$|^(?:maybe |perhaps )?(?:later|not today|not now|next time)(?: then| maybe| perhaps)?[\s.!]*$|\b(?:i'?ll )?(?:come|pop|check) back (?:later|another)\b/,
  },
  {
    intent: 'greeting',
    strength: 0.93,
    find: /^(?:hi+|hell+o+|he+y+|hiya|good (?:morning|afternoon|evening)|thanks?|thank you|cheers|ta|morning|bye)[\s,]+(?:(?:my|there|again) )?(?:lovely|love|dear|darling|sweetie|sweetheart|gorgeous|babe|hun|hon|sis|girl|buddy|pal|guys|team|folks|sir|madam|miss)[\s!.~?]*$|^(?:good ?night|night(?:y)?[ -]night|sleep well|sweet dreams)[\s!.~]*$|^(?:嗨|哈喽|哈啰|你好|您好|hi|hello|hey|早|早上好|晚上好|谢谢|拜拜)[\s,~!]*(?:呀|啊)?(?:亲爱的|亲亲?|宝子?们?|宝贝|小姐姐|小哥哥|美女|帅哥|姐妹们?|老板|店家|掌柜|客服|小助手|机器人)[\s!.~呀啊]*$/,
  },
  {
    intent: 'feedback',
    strength: 0.9,
    find: /^(?:(?:一般般?|没感觉|无感|不太行|就那样|凑合|马马虎虎|不咋[样地]|难看|丑|没意思)[\s,.!~吧了啊呀]*)+$|没(?:有)?一[个件条双款套](?:能)?(?:看得上|看上|喜欢|满意|中意|好看|像样|合适)|\b(?:can'?t|cannot|wouldn'?t) say (?:that )?i (?:really )?(?:like|love|fancy)\b|^(?:yes,? |yep,? |ok(?:ay)?,? |oh,? |wow,? )*(?:this|that|it)(?:'s| is) (?:the one|(?:exactly|just|perfectly) (?:it|right|what i (?:want|wanted|need|needed|had in mind))|it)[\s!.]*$|^(?:found it|sold|perfect match|nailed it|spot on|bingo|that'?ll do(?: nicely)?)[\s!.]*$|^(?:就|那就|好|嗯|对|哇)*(?:就?是?(?:它|这[个件条双款套]|那[个件条双款套]))(?:了|吧|啦|没错)[\s!.~]*$|^(?:太|好|真|超|绝|巨|贼)(?:对味|对了|合我(?:心意|胃口)|戳我)[了啦呀]*[\s!.~]*$/,
  },
  {
    intent: 'help',
    strength: 0.95,
    find: /你是(?:不是)?(?:谁|啥|什么|真人|人|机器人|ai|人工智能|人工)|\bare you (?:a |an )?(?:real|human|bot|robot|person|ai|machine|chatbot)\b|\bwho (?:are|made) you\b/,
  },
  {
    intent: 'outfit',
    strength: 0.9,
    find: /(?:搭|配|整|凑|出)(?:个|上|出)?[一两二三四五六几2-6][套身](?!装)|没(?:有)?(?:什么)?(?:衣服|东西)(?:可以?|能)?穿|\b(?:have |got |i've )?nothing to wear\b|(?:怎么|咋|如何)穿(?!进|脱|得?下|上去)|(?:配|搭)得上|(?:能|可以|好)(?:配|搭)(?:它|这|那)/,
  },
  {
    intent: 'explain',
    strength: 0.9,
    find: /(?:这|那|它|第[^,.?!]{1,2}|最后)(?:一)?[个件条双款套]?(?:的)?(?:还)?(?:有|有没有)(?:现货|货|库存)|\b(?:is|are) (?:this|that|it|these|those|the [a-z]+|number \w+)(?: one| pair)? (?:still )?(?:in stock|available|sold out)\b(?! in)/,
  },
  {
    intent: 'profile',
    strength: 0.9,
    find: /\d[^,.?!]{0,16}(?:公斤|斤|kg|厘米|cm|米)[^,.?!]{0,10}(?:什么|多大|几|哪个|啥)(?:的)?(?:尺)?码|\b(?:\d+ ?(?:kg|kilos?|lbs?|pounds|cm)|\d+ ?(?:ft|')|stone)\b[^.?!]{0,24}\b(?:what|which) size\b/,
  },
];
