import type { IntentCue } from './intent-cue.js';

/** A garment pointed at, before what is asked of it. */
const POINTED = '(?:这|那|第|它|最后)[^,.?!]{0,6}';

/** What people say aloud to somebody behind a counter, in half sentences. */
export const SPOKEN_CUES: readonly IntentCue[] = [
  {
    intent: 'similar',
    strength: 0.92,
    find: /(?:这|那)(?:个|种|样)?(?:样子?|味儿?|味道|感觉|调调|路子|气质|氛围|路线|feel)的?(?:还有|再|多|有没有|有吗)|(?:再|多)来[^,.?!]{0,6}(?:这|那)(?:种|样|类)的?|长得(?:很)?(?:像|一样|差不多|类似)|(?:姐妹|替代|平替|兄弟)款|翻版|撞款|(?:按|照)(?:着|照)?[^,.?!]{0,8}(?:路子|样子|风格|感觉|款式)(?:再|来|给|找|推)|同(?:系列|风格)的/,
  },
  {
    intent: 'similar',
    strength: 0.92,
    find: /\b(?:with|of|in|has|have) the same (?:vibe|feel|feeling|energy|spirit|mood|aesthetic)\b|\b(?:more|others?|anything|something) (?:with|in) (?:that|this) (?:vibe|feel|spirit|mood|aesthetic)\b|\bsister styles?\b/,
  },
  {
    intent: 'compare',
    strength: 0.92,
    find: /(?:(?:两|这|那|几)[个件条双款]?比(?:起来|一比)|(?:之间|俩|[两这][双件条个款])[^,.?!]{0,4}差(?:了|在)?(?:些)?(?:啥|什么|哪)|还是[^,.?!]{1,8}好[^,.?!]{0,3}(?:这|那)[两俩]|(?:这|那)[两俩][件条双个款]?[^,.?!]{0,10}还是[^,.?!]{1,8}好|参谋|纠结|犹豫|难选|选择困难|拿不定主意|选不出来|定不下来)/,
    unless: /(?:要不要|买不买|该不该)/,
  },
  {
    intent: 'compare',
    strength: 0.92,
    find: /\btorn between\b|\b(?:can'?t|cannot|help me) (?:decide|choose|pick) between\b|\bhow much (?:more|less|cheaper|dearer) is the \w+ (?:one )?than\b/,
  },
  {
    intent: 'explain',
    strength: 0.995,
    find: /(?:尺码|码数|版型|码子?|大小)(?:是不是|会不会|是|有没有|有点|会)*(?:偏[大小]|正|标准|准)(?:吗|么|不|呢|还是)|(?:要不要|需不需要|该不该)(?:拍|买|选|要)[大小]一?码|\b(?:do|does|will|is|are|would) (?:it|this|that|they|these|those|the \w+|this one|that one) (?:run|fit|come up|true|sized?) ?(?:on the )?(?:large|small|big|tight|true to size|to size)\b|(?:这|那|第|它)[^,.?!]{0,6}(?:尺码|码数|码|颜色)(?:都|一共)?有(?:哪些|哪几|什么|几)|\btrue to size\b[ ?]*$|\bshould i (?:size|go) (?:up|down)\b/,
  },
  {
    intent: 'explain',
    strength: 0.92,
    find: new RegExp(
      `(?:咋|怎么|为什么|为啥)(?:会|就|就会)?(?:想到|想起|想着)?(?:要)?(?:给我)?(?:推荐?|选|挑|拿|看)(?:了|的|上)?(?:给我)?(?:是)?(?:这|那|它|第)|${POINTED}(?:的)?(?:适合|是|能在)?(?:什么|哪个|哪些|啥)(?:季节|场合|时候|天气|年纪|年龄)|${POINTED}(?:都|一共|总共)?有?(?:几种|几个|多少种|哪几种|哪几个)(?:颜色|色|尺码|码)|(?:这个|它的?|那个)(?:牌子|品牌)(?:叫|是)(?:啥|什么)|${POINTED}(?:是)?(?:哪个|哪家|谁家|什么)(?:的)?(?:牌子|品牌|家的|出的|产的)|${POINTED}(?:是)?哪家的?[\\s?呀啊呢]*$|${POINTED}(?:现在)?(?:是|打)?几折`,
    ),
  },
  {
    intent: 'explain',
    strength: 0.91,
    find: new RegExp(
      `${POINTED}(?:会不会|会|是不是)?(?:厚不厚|薄不薄|透不透|软不软|硬不硬|扎不扎|重不重|弹不弹|很厚|很薄|很透|厚|薄|透|扎人|起球|有弹力|有弹性|弹力大|弹性好)(?:吗|么|不|呢|$)|${POINTED}(?:有没有|有|带不带|带)(?:口袋|里衬|内衬|内胆|拉链|扣子|腰带|弹力|胸垫|安全裤)(?:吗|么|不|没有?|$)|\\b(?:is|are|does|do|has|have) (?:the )?(?:it|this|that|they|these|those|first|second|third|fourth|fifth|last|number \\w+)(?: one| pair)? (?:see[- ]through|sheer|stretchy|itchy|scratchy|heavy|lined|soft|thick|thin|machine|have (?:any |a )?(?:pockets?|buttons?|zips?|zippers?|lining|belt|hood|stretch|padding)|stretch|got pockets?)\\b|${POINTED}(?:还|有没有|会不会)?(?:在|超|超出|超过)(?:了)?(?:我的?)?预算(?:内|以内|里)?(?:吗|么|不|了吗|没有?)?|\\b(?:is|are) (?:it|this|that|they|these|the \\w+(?: one)?) (?:still )?(?:under|within|in|over|above) (?:my |the |our )?budget\\b|\\b(?:which|what) sizes? (?:is|are) (?:left|still|available|in stock|there)\\b|\\bwhat (?:season|occasion|weather)s? (?:is|are) (?:it|this|that|the \\w+)(?: one)? (?:for|good for)\\b`,
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
    find: /^(?:嗯|呃|感觉|整体)?(?:还行|还可以|还好|一般|凑合|马马虎虎|平平)(?:吧|啦|了|吧还|而已)?[\s.!~]*$|^(?:这|那|第[^,.?!]{1,2}|最后)(?:一)?[个件条双款套]?(?:直接|就|先)?(?:pass|淘汰|免了|毙了)(?:了|吧|掉)?[\s.!]*$|没(?:有|看到|见到|看见|找到|挑到)?一?(?:[个件条双款套])?(?:顺眼的?|合适的?|能看的?|入眼的?|入得了眼|中意的?|像样的?|行的|对味的?)|^(?:不行|不好|不要|no)[\s,]*(?:不行|不好|不要|no)?[\s,]*(?:都|全)?(?:没|不)[^,.?!]{0,4}(?:能看|入眼|行|喜欢|满意)的?[\s.!]*$/,
  },
  {
    intent: 'feedback',
    strength: 0.91,
    find: /\bdidn'?t (?:see|find|spot) (?:a single|any|one)(?: one| thing)?(?: that)? i(?:'d)? (?:really )?(?:like|love|fancy|want|wear)|\bnone of (?:these|those|them|this)(?: lot)?(?: (?:are|is|work|works|do|does|really|appeal|will)\b|[\s.!]*$)|\bnot (?:a single|one) (?:one )?(?:of them )?(?:i like|worth|is any good)\b|\b(?:growing on me|not my (?:vibe|scene|bag|thing)|a (?:winner|keeper|hit|miss|no from me))\b/,
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
  {
    intent: 'privacy',
    strength: 0.95,
    find: /(?:不要|别|不想|不用)(?:让)?(?:你们?)?(?:再)?(?:记住|记得|跟踪|追踪)我(?!穿|的?尺|的?鞋|身高|体重)|\bdon'?t (?:remember|track|profile) me\b/,
  },
  {
    intent: 'privacy',
    strength: 0.95,
    find: /(?:不想|不愿意?|不希望|不同意)(?:让)?(?:你们?)?[^,.?!]{0,3}(?:留|存|保存|记|收集|拿|用)(?:着|住|下)?[^,.?!]{0,4}(?:信息|资料|数据|照片|聊天|隐私)/,
  },
  {
    intent: 'privacy',
    strength: 0.95,
    find: /(?:照片|图片?|数据|信息|资料|聊天记录?|记录)(?:都|全部?|统统)?(?:给我|帮我)?(?:清|删)(?:了|掉|空|除)|(?:照片|图片?|数据|信息|资料|聊天记录?|记录)[^,.?!]{0,8}(?:会|会不会|是不是|有没有|能不能|能|可以)[^,.?!]{0,4}(?:删|销毁|清(?:掉|除)|彻底)|(?:删|销毁)[^,.?!]{0,4}我(?:发|传|上传)的/,
  },
  { intent: 'privacy', strength: 0.95, find: /把我(?:全|都|从)?[^,.?!]{0,4}(?:删干净|删了|删掉|抹掉|清掉|移除)/ },
  {
    intent: 'handover',
    strength: 0.95,
    find: /人工(?:电话|热线|号码)|客服(?:电话|热线)|(?:联系|找|问)(?:一下|下)?(?:你们?的?)?(?:商家|卖家|店家|掌柜|店主)|不想(?:跟|和)(?:机器人|ai|你)(?:说|聊|谈)/,
  },
  {
    intent: 'store-info',
    strength: 0.94,
    find: /买(?:小|大|错)了[^,.?!]{0,4}(?:能|可以|怎么|咋)(?:调|换|退)|\b(?:swap|exchange|change) [^.?!]{0,24}\b(?:too (?:small|big|large)|wrong size)\b|\b(?:is|are) (?:your|the|these|this) (?:stuff|things|products?|goods|clothes|bags?|items?|brands?) (?:genuine|real|authentic|legit|original|fake)\b|(?:发|寄|送)错(?:了|货)?|(?:少|漏)发|破损|有瑕疵|质量(?:问题|不好)|\b(?:wrong|damaged|faulty|missing) (?:item|order|size|parcel|one) (?:sent|arrived|delivered|came)|\bsend (?:me )?the wrong\b|(?:你们?|店里?|周[一二三四五六日末]|今天|明天|节假日|过年)[^,.?!]{0,6}(?:开门|关门|打烊|营业|上班|休息)(?:吗|么|不|没有?|时间)|(?:几点|什么时候|啥时候)(?:开门|关门|打烊|下班)/,
  },
  {
    intent: 'cancel',
    strength: 0.92,
    find: /(?:^|[,\s])(?:那|好|行|嗯)*(?:我)?先(?:下|走|撤|闪|溜|忙去?|去忙)(?:了|啦)(?:拜拜|再见)?[\s.!~]*$|^(?:算[啦了]|那|好|我|先)*[\s,]*(?:不挑|不选|不找|不逛)了[\s.!~]*$/,
  },
  {
    intent: 'cancel',
    strength: 0.92,
    find: /(?:看|逛|聊|选|挑|买)?到(?:这儿|这里|此)(?:吧|了|为止|啦)[\s.!~]*$|^(?:今天|那|好|嗯|行)*(?:就|先)(?:这样|到这)(?:儿|里)?(?:吧|了|啦)?[\s.!~]*$|\b(?:that'?s|it'?s) enough(?: for (?:today|now|me))?[\s.!]*$|\bcall it a day\b|\bleave it (?:there|here|at that)\b/,
  },
  {
    intent: 'cancel',
    strength: 0.92,
    find: /\b(?:i'?m )?done (?:for (?:today|now)|picking|choosing|browsing|shopping)[\s.!]*$|\bgotta (?:go|run)\b|\bnothing for me (?:today|here|this time)\b|\b(?:i )?(?:have|need) to (?:go|run)(?: now)?[\s.!]*$/,
  },
  {
    intent: 'restart',
    strength: 0.96,
    find: /\bwipe the slate\b|(?:都|全部?)(?:清掉|清了|清空|删了)[\s,]*(?:重新|再)/,
  },
  {
    intent: 'undo',
    strength: 0.95,
    find: /(?:按|照)(?:照)?(?:之前|原来|刚才|前面)的(?:来|吧|看|那)|恢复(?:刚|到|原|之前|上)|改回(?:去|来|刚|之前|原)|(?:上一?个|刚加的?|刚才加?的?|刚说的?|最后一?个)(?:那个)?(?:条件|要求|限制|筛选)[^,.?!]{0,3}(?:不要|去掉|取消|不算|拿掉|删掉|撤掉)|(?:撤回|撤掉|取消|去掉)(?:刚才|刚刚|上一?个|最后)[^,.?!]{0,4}(?:条件|要求|限制|筛选)|还是(?:前面|刚才|之前|上面)(?:那|的)/,
  },
  {
    intent: 'help',
    strength: 0.94,
    find: /(?:能|会|可以)(?:不能)?(?:看懂|识别|认得?|读懂)(?:我的?)?(?:图|照片)|\bcan you (?:understand|read|see|recognise|recognize) (?:pictures?|photos?|images?)\b|^教(?:教|一教|一下|下)?我?[\s.!?]*$|^(?:我)?(?:可以|能|能不能|可不可以)(?:直接)?(?:给你)?(?:发|传|上传|用)(?:个|张|点)?(?:给你)?(?:图片?|照片|截图|语音|视频)(?:吗|么|不|给你吗)?[\s?]*$|^(?:能|可以|支持)语音(?:吗|么|不)?[\s?]*$|\bcan i (?:send|upload|share|use|show)(?: you)? (?:an? |some |my )?(?:photos?|pictures?|pics?|images?|screenshots?|voice(?: notes?)?)(?: (?:here|to you|too))?[\s?]*$/,
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
  {
    intent: 'feedback',
    strength: 0.9,
    find: new RegExp(
      `${POINTED}(?:我)?(?:也|真|太|很|好|超|有点儿?|实在|看着|穿着|感觉)*(?:绝美|绝了|真美|很美|很仙|显老|显黑|显胖|显矮|显土|老气|土气|过时|廉价|高级|大气|耐看|没质感|有质感)(?:了|啊|呀|吧|的)?[\\s.!~]*$|^(?:我)?(?:算是|感觉|就是)?(?:看对眼了?|不太?感冒|差(?:了)?点意思|没啥感觉|无功无过|眼前一亮)[\\s.!~]*$`,
    ),
  },
  {
    intent: 'handover',
    strength: 0.94,
    find: /(?:有没有|有)(?:真的|真正的|在线)?客服(?:吗|么|在)?[\s?]*$|(?:有没有|有)真的(?:人|客服)/,
  },
  {
    intent: 'store-info',
    strength: 0.94,
    find: /开(?:专|普|电子|增值税专?用?)(?:用)?(?:发)?票|偏[大小]还是偏[大小]|(?:尺码|码数)(?:准|标准|正)(?:吗|不|么)|\b(?:true to size|runs? (?:small|large|big)|(?:fit|fits|come up|comes up) (?:small|large|big))\b|(?:可以|能|能不能)(?:先)?试穿/,
  },
  {
    intent: 'cancel',
    strength: 0.92,
    find: /^(?:那|嗯|唉)*(?:算[了啦][\s,]*){2,}[\s.!]*$|^(?:我)?(?:再)?(?:去|上)?(?:看看?|逛逛?)别(?:家|处|的店)(?:看看|逛逛)?(?:吧|了)?[\s.!]*$|(?:发|等)(?:了)?工资(?:再|了)|\b(?:look|shop|try) (?:elsewhere|somewhere else)\b/,
  },
  {
    intent: 'restart',
    strength: 0.95,
    find: /(?:全部|都|统统)?清零|^重新(?:开|换|起)(?:一?个|一轮)?(?:搜索|对话|话题|需求)?(?:吧)?[\s.!]*$|(?:都|全)作废[^,.?!]{0,2}[\s,]*重/,
  },
  {
    intent: 'undo',
    strength: 0.95,
    find: /^(?:请)?回退(?:一下|一步)?[\s.!]*$|(?:取消|撤掉|不要)(?:掉)?(?:这次|刚才|刚刚|上次|上一步)的?(?:操作|改动|修改|设置|更改)/,
  },
  {
    intent: 'help',
    strength: 0.94,
    find: /^(?:有|有没有)?(?:使用|新手|操作)?(?:教程|说明书|指引|攻略)(?:有吗|有没有|吗|在哪)?[\s?]*$|(?:怎么|如何|咋)(?:给你)?(?:发|传|上传)(?:照片|图片?|语音)/,
  },
  { intent: 'greeting', strength: 0.93, find: /^(?:再会|回见|拜|掰掰|白白|安啦|see u|cya|laters)[\s.!~啦咯]*$/ },
  {
    intent: 'refine',
    strength: 0.9,
    find: /(?:只|就)(?:看|要|给我看)?(?:有货|现货|有库存)的|\bonly (?:show )?(?:me )?(?:what'?s|those|things|ones|items) in stock\b/,
  },
  {
    intent: 'photo-search',
    strength: 0.9,
    find: /识图|以图搜|按图(?:搜|找)|拍照(?:搜|找|识)|(?:用|拿|传|发)(?:张)?图(?:片)?(?:来)?(?:搜|找)|\b(?:search|find|look) (?:by|with|from|using) (?:a |an |my |the )?(?:photo|picture|pic|image|screenshot)\b|\breverse image\b/,
  },
];
