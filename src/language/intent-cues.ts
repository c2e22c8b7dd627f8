import type { Intent } from '../domain/turn.js';
import { EVERYDAY_CUES } from './everyday-cues.js';
import type { IntentCue } from './intent-cue.js';
import { SLANG_CUES } from './slang-cues.js';
import { SPOKEN_CUES } from './spoken-cues.js';

const OWN_DATA = '(?:数据|资料|信息|记录|隐私|账号|账户|档案|历史|照片|聊天)';

export const INTENT_CUES: readonly IntentCue[] = [
  {
    intent: 'privacy',
    strength: 0.97,
    find: new RegExp(
      `(?:导出|下载|删除|删掉|删了|删|清除|清空|注销|抹掉|忘掉|忘记|擦除|移除|拿走|撤回)[^,.?!]{0,8}${OWN_DATA}|${OWN_DATA}[^,.?!]{0,6}(?:导出|删除|删掉|清除|清空|删了|注销|抹掉|安全吗|泄露)`,
    ),
  },
  {
    intent: 'privacy',
    strength: 0.95,
    find: /隐私(?!部位)|(?:别|不要|不许|不准)(?:保存|存|记录|收集|泄露|上传|留)[^,.?!]{0,6}(?:照片|信息|资料|数据|聊天|我)|关于我的[^,.?!]{0,6}(?:忘|删|清)|(?:你们?|会|有没有)[^,.?!]{0,4}(?:保存|存储?|收集|记录|留存|泄露|用)(?:了|过)?[^,.?!]{0,6}(?:我的|个人|哪些|什么)(?:数据|信息|照片|资料)|(?:我的)(?:数据|信息|照片|资料)[^,.?!]{0,6}(?:怎么用|用来|谁|去哪|哪里|保存多久|安全)|(?:你们?|系统|后台|这里)(?:会|不会|是不是|有没有)[^,.?!]{0,4}(?:照片|图片?|聊天|信息|数据)[^,.?!]{0,4}(?:存|保存|留|记|传|泄露|卖)|(?:照片|聊天|信息|数据)[^,.?!]{0,4}(?:会|会不会|有没有|是不是)[^,.?!]{0,3}(?:存|保存|留着|留下|传出去|泄露|卖)|忘了我(?:吧|的)|把我(?:忘了|的一切)|(?:撤回|取消)[^,.?!]{0,3}(?:同意|授权)/,
  },
  {
    intent: 'privacy',
    strength: 0.97,
    find: /\b(?:delete|erase|remove|export|download|wipe|clear|forget|destroy|purge|send me|give me(?: a copy of)?|get a copy of|a copy of)\b[^,.?!]{0,24}\b(?:data|information|info|account|history|records?|profile|details|conversations?|photos?|chat)\b|\b(?:data|info(?:rmation)?|account|history|profile) (?:be )?(?:deleted|erased|removed|exported|wiped)\b/,
    unless: /\bclear the (?:size|colou?r|price)/,
  },
  {
    intent: 'privacy',
    strength: 0.95,
    find: /\bprivacy\b|\bgdpr\b|\bpersonal (?:data|information)\b|\bwhat (?:data|info|information)\b[^.?!]{0,24}\b(?:store|keep|collect|have|hold|save)\b|\bdo you (?:store|keep|save|collect|share|sell|record)\b[^.?!]{0,20}\b(?:my|data|photos?|info|information|about me)\b|\bforget (?:about )?me\b|\b(?:withdraw|revoke) (?:my )?consent\b|\bis my (?:data|photo|info)\b|\b(?:use|using|do with|happens to) my (?:data|photos?|info|information|pictures?)\b|\b(?:don't|do not|never|stop) (?:store|save|keep|record|share|collect|storing|saving|keeping)\b[^.?!]{0,12}\b(?:my|photos?|data|info|about me)\b|\b(?:everything|anything|all) (?:you know )?about me\b/,
  },

  {
    intent: 'handover',
    strength: 0.97,
    find: /转人工|(?:找|要|叫|接|换|有)[^,.?!]{0,3}人工|人工(?:客服|服务|接待|在|吗|来|$)|真人|大活人|(?:有|来|找|叫)(?:没有|个)?活人|(?:转接?|找|叫|联系|要|换)(?:一下|个|你们的?|下)?(?:客服|店员|老板|店长|经理|工作人员|导购|专员)|客服(?:在|呢|电话)|投诉|(?:跟|和)(?:人|客服|店员|真人|老板)(?:说|聊|谈|沟通)/,
    unless: /你是(?:不是)?(?:真人|人|机器人|人工)/,
  },
  {
    intent: 'handover',
    strength: 0.97,
    find: /\b(?:human|real|actual|live) (?:person|agent|being|human|chat|assistant|someone)\b|\b(?:speak|talk|chat|connect|transfer|put|pass|escalate)(?: me)?(?: on| through| over)? (?:to|with) (?:a |an |the |your |some)?(?:human|real|person|someone|somebody|agent|representative|rep|staff|manager|advisor|operator|sales|assistant|customer|one of|people|support|team)|\b(?:a|an|real|the) (?:human|operator|representative)\b|\bcustomer (?:service|support|care)\b|\b(?:get|call|fetch|find) (?:me )?(?:your |the |a )?(?:manager|supervisor|boss|agent|assistant)\b|\b(?:make|file|lodge) a complaint\b|\bhuman (?:please|help)\b|^(?:an? |the )?(?:agent|human|operator|representative)(?:,? (?:please|pls|now))?[ .!]*$|\b(?:contact|call|reach|email|phone) (?:you|the (?:shop|store|team|staff|merchant|seller))\b/,
  },

  {
    intent: 'store-info',
    strength: 0.95,
    find: /包邮|运费|邮费|快递|发货|物流|配送|送货|寄(?:到|出|送|往)|(?:几|多少)天(?:能|可以)?(?:到|发)|多久(?:能|可以)?(?:到|发|送|收)|什么时候(?:能|可以)?(?:到货?|发|送|收到)|退货|退换|能退|可以退|退款|(?:可以|能|怎么|支持|免费)换货|换货|七天|7天无理由|售后|保修|质保|优惠券?|有折扣|折扣(?:码|吗|活动)|满减|会员|积分|搞活动|有(?:没有)?活动|促销|营业|几点(?:开|关|下)|实体店|线下店?|门店|店铺?(?:地址|在哪)|地址在哪|你们(?:店)?在哪|(?:怎么|如何|支持)(?:付款|支付|付钱)|付款方式|支付(?:方式|宝)|微信支付|花呗|分期|货到付款|开发票|发票|订单|单号|快件|尺码(?:表|对照|指南)|礼品?包装|(?:是|保证|确定是?|都是)(?:正品|真货)|正品(?:吗|么|保证|不|的吗)|假货|假一赔|可以(?:试穿|机洗)|退(?:了|掉)|海外|关税/,
    unless: /(?:像|类似|一样)的$/,
  },
  {
    intent: 'store-info',
    strength: 0.95,
    find: /\bshipping\b|\bships? (?:to|from|internationally|worldwide|abroad|overseas)\b|\b(?:delivery|deliver|delivered|delivers|postage|courier|dispatch|dispatched)\b|\breturns?\b(?= (?:works?|take|cost|policy|it|this|them|something|an|a|the|items?|if|free|process|label|window)|s?[?.! ]*$|ed)|\breturns?,|\b(?:can|could|may|do|how|to) (?:i |you |we |do i |accept )?(?:returns?|exchange|send (?:it|them|this) back)\b|\breturn policy\b|\brefunds?\b|\bexchange policy\b|\bexchanges?\b(?! the colou?r)|\b(?:discount|promo|coupon|voucher) ?(?:codes?)?\b|\bpromotions?\b|\bsales? (?:on|going|start|end|event)\b|\bany (?:\w+ ){0,2}(?:sales?|discounts?|offers?|deals?)\b|\b(?:black friday|cyber monday|boxing day|singles'? day|prime day)\b|\b(?:opening|store|shop|business|working) (?:hours|times?|location|address)\b|\b(?:what time|when) (?:do|are|does) (?:you|the (?:shop|store)) (?:open|close)\b|\bare you open\b|\bwhere (?:is|are|can i find) (?:you|your|the) ?(?:shop|store|stores|shops|located|based|branch)?\b|\bphysical (?:store|shop)s?\b|\b(?:payment|pay (?:with|by|on|in)|pay later|paypal|klarna|apple pay|credit cards?|instal?ments?|cash on delivery|alipay|wechat pay)\b|\binvoice\b|\b(?:my|an|the|track|cancel|change|place) (?:my |an |the )?order\b|\border (?:status|number|history)\b|\btrack(?:ing)?\b(?! (?:pants|jackets?|tops?|suits?|bottoms|shoes))|\bpackage\b|\bparcel\b|\bsiz(?:e|ing) (?:chart|guide|table)\b|\bgift ?wrap|\bwarranty\b|\bauthentic\b|\bcustoms\b|\bloyalty\b|\bgift cards?\b|\bmembership\b|\btry (?:it|them|things|this|clothes) on\b|\bfitting room\b|\bin[- ]store pick|\bclick and collect\b|\bhow long\b[^.?!]{0,24}\b(?:arrive|take|ship|get here|come|delivery|wait)\b|\bwhen (?:will|would|does|can) (?:it|they|i|my)[^.?!]{0,16}\b(?:arrive|come|ship|get|receive|here)\b/,
  },

  {
    intent: 'change-language',
    strength: 0.98,
    find: /(?:说|讲|用|换成?|切换?(?:成|到|为)?|改成?|回|请|转成?)(?:一下|回|个|到)?\s?(?:简体)?(?:中文|普通话|汉语|国语|英文|英语|english|chinese)(?!名|风|字母|标|单词|印)|(?:中文|英文|英语)(?:回复|回答|交流|聊|模式|界面|版|吧|谢谢|可以吗|行吗)|^(?:中文|英文|英语|普通话|汉语)[\s.!?吗吧请]*$/,
    unless: /(?:印着|写着|带|字母|图案)/,
  },
  {
    intent: 'change-language',
    strength: 0.98,
    find: /\b(?:speak|switch(?: back)? to|reply in|answer in|respond in|talk(?: to me)? in|write in|change(?: the| my)? (?:language )?(?:back )?to|use|go back to|continue in|say (?:it|that) in|in) (?:english|chinese|mandarin|simplified chinese)\b(?! (?:style|size|sizes|dress|collar|design|fashion|new year|brand))|\b(?:english|chinese|mandarin),? (?:please|pls|version)\b|^(?:english|chinese|mandarin)[ .!?]*$|\blanguage\b[^.?!]{0,16}\b(?:english|chinese|mandarin)\b|\bchange (?:the )?language\b/,
  },

  {
    intent: 'restart',
    strength: 0.97,
    find: /重新(?:开始|来(?:过|一遍)?|找|选|搜)(?!的)|从头(?!到脚|到尾)(?:开始|来|再来|找)?|重来|重置|清空(?!我的)(?:条件|筛选|所有|一下|重来|对话)|(?:清除|去掉|取消)(?:所有|全部)(?:的)?(?:条件|筛选|要求)|重头(?:来|开始)|换个(?:话题|需求)|新的(?:搜索|对话)|全部重来|推倒重来/,
  },
  {
    intent: 'restart',
    strength: 0.97,
    find: /\b(?:start|begin) (?:over|again|afresh|anew|fresh|from (?:scratch|the (?:beginning|top|start)))\b|\bre-?start\b|\breset\b|\bnew (?:search|conversation|chat)\b|\b(?:from|back to) (?:scratch|square one|the (?:beginning|start))\b|\bclear (?:everything|all|it all|the (?:search|filters?|conversation|chat))\b|\bclean slate\b|\bremove all (?:the )?filters?\b|\blet's (?:start|begin) (?:over|again)\b/,
  },

  {
    intent: 'undo',
    strength: 0.96,
    find: /撤销|撤回|上一步|上一(?:次|轮)(?:的)?(?:结果|推荐)?|返回(?!的)|回到(?:刚才|之前|上一|上次|前面)|退回(?:去|到|上|刚|之前|前面|原)|退[一两二三四五]步|后退|还原(?!剂)|恢复(?:刚才|之前|上)|(?:还是)?原来(?:的)?(?:那|这)(?:些|批|几[件个条双])(?:吧|呢|好)|(?:看|要|用|回)?(?:刚才|之前|前面)(?:的|那)(?:些|批|几|结果|推荐|列表)|倒回去|当我没说/,
  },
  {
    intent: 'undo',
    strength: 0.96,
    find: /\bundo\b|\bgo(?:ing)? back\b(?! to (?:school|work|uni))|\b(?:take|bring|get|show|give) (?:me )?(?:back|that back|it back)\b|\bback to (?:the )?(?:previous|last|earlier|before|what|those|my (?:previous|last)|where)\b|\bprevious (?:results?|ones?|list|search|page|options|step|selection|set)\b|\bone step back\b|\bstep back\b|\brevert\b|^back[ .!]*(?:please)?[ .!]*$|\b(?:put|set|change|switch|turn) (?:it|that|them|things) back\b|\bscratch that\b|\bwhat you (?:showed|had)(?: me)? (?:before|earlier)\b|\bthe (?:earlier|ones? (?:before|earlier)|last (?:list|results|batch))\b/,
  },

  // A question for a fact of a garment shown (its price, cloth, sizes) is answered from its row, as "why" is.
  {
    intent: 'explain',
    strength: 0.9,
    find: /(?:这|那|第|它|最后)[^,.?!]{0,6}(?:多少钱|什么价|价格(?:是)?多少|(?:是|用|到底)?(?:什么|啥)(?:材质|面料|料子|料(?!理)|做的|牌子)|(?:有)?(?:什么|哪些|哪几个|几个)(?:颜色|尺码|码))|^多少钱|^什么(?:材质|面料)(?!都|也)/,
  },
  {
    intent: 'explain',
    strength: 0.9,
    find: /\bhow much (?:is|are|was|were|does|do|for) (?:it|this|that|these|those|they|the)\b(?! (?:shipping|delivery|postage))|\bwhat(?:'s| is| are) (?:it|this(?: one)?|that(?: one)?|these|they|the [a-z]+(?: one)?) made (?:of|from)\b|\b(?:what|which) (?:material|fabric|brand|sizes?|colou?rs?) (?:is|are|does|do) (?:it|this|that|these|they|the|number|no)\b|\bwhat(?:'s| is) the (?:price|material|fabric|brand)(?: of\b|[?.! ]*$)/,
    unless: /\b(?:shipping|delivery|postage|return)\b/,
  },
  {
    intent: 'explain',
    strength: 0.93,
    find: /(?:[这那]|第\s?[一二三四五六七八九十\d]{1,3}\s?)[件条双款个只顶](?:现在)?(?:还)?(?:有货|有没有货|有现货|在售|在卖|还有)(?:吗|么|没有?|不)?[\s?]*$|最(?:便宜|贵)的?(?:那?[件条双款个])?(?:是|要)?(?:多少钱|什么价|几块|多少)/,
  },
  {
    intent: 'feedback',
    strength: 0.9,
    find: /^(?:这些|这几[件个条双款]|那些|唉|嗯|[\s,])*(?:我)?(?:都|全都?|一[件个条双款]都)不(?:想)?要(?:了|吧|啊)?[\s.!]*$/,
  },
  {
    intent: 'explain',
    strength: 0.94,
    find: /为什么(?!你?(?:老|总|一直|净|光)(?:是|给|推|在|跟))|为啥(?!你?(?:老|总|一直|净|光)(?:是|给|推|在|跟))|为何|怎么会(?:推荐|选|是)|(?:推荐|选(?:它|这)?)的?(?:理由|原因|依据)|理由(?:是什么|呢|说)|凭(?:什么|啥)|什么(?:理由|原因|依据)|根据什么|解释(?:一下|下)?|怎么选出来/,
  },
  {
    intent: 'explain',
    strength: 0.94,
    find: /\bwhy\b|\bwhat makes\b|\breason(?:s|ing)?\b|\bhow come\b|\bexplain\b|\bjustify\b|\bwhat's the (?:reason|logic|thinking)\b|\bhow did you (?:pick|choose|select|come up)\b|\bbased on what\b/,
    unless:
      /\bwhy (?:don't you|not) (?:show|try|find|go)\b|\bwhy (?:do |are |did |have )?(?:you|u) (?:keep|kept|always|only|still|just)\b|\bno reason\b/,
  },

  {
    intent: 'compare',
    strength: 0.93,
    find: /比较一下|比一比|比一下|比比|对比|(?:做|帮我|来)个?比较|哪(?:一)?(?:个|件|条|双|款|套|只|顶)?(?:的)?(?:[^,.?!]{0,6})(?:更|比较|最|好看?|合适|适合|便宜|贵|性价比|划算|值得|显瘦|舒服|耐穿|厚|薄|暖|正式|保暖)|(?:区别|差别|不同|差异)(?:是什么|在哪|呢|吗|大不大|大吗|多大|多不多|明显|$)|有(?:什么|啥)(?:区别|不同|差别|不一样)|二选一|(?:该|应该)?选(?:哪|谁)|和[^,.?!]{1,12}比(?:起来|呢|怎么样|如何)|还是第.{1,4}[件个条双款](?:好|合适)?/,
    unless: /哪(?:些|里|儿)/,
  },
  {
    intent: 'compare',
    strength: 0.93,
    find: /\bcompar(?:e|ed|ing|ison)\b|\bdifferences?\b|\bdiffer\b|\bwhich (?:one |of (?:them|these|those|the (?:two|three)) )?(?:is|are|would|do|looks?|fits?|works|has|suits?|should|costs?|one)\b|\bwhich of\b|\bversus\b|\bvs\b|\bpros and cons\b|\b(?:is|are|would) (?:the )?(?:first|second|third|fourth|it|this|that)\b[^.?!]{0,30}\b(?:better|cheaper|warmer|nicer|longer) than\b|\bbetter[,:]? (?:the )?(?:first|second|third|#?\d)\b|\bside by side\b|\bhow do(?:es)? (?:they|the|it)\b[^.?!]{0,30}\b(?:stack up|against|differ)\b/,
  },

  {
    intent: 'outfit',
    strength: 0.93,
    find: /(?:配|搭|搭配)(?:个|条|件|双|上|一?[条件双个])?(?:什么|啥|哪|哪种|几)|(?:怎么|如何|咋)(?:搭|配|搭配|穿搭)|(?:帮我|给我|帮|来)?(?:配|搭|搭配|凑|组合|来|整|弄|安排|攒)(?:出|成|上)?(?:个|一)?(?:整)?(?:套|身)(?!装|裙|裤|头)|(?:帮我|给我|求|推荐|来个?)[^,.?!]{0,8}(?:搭配|穿搭|造型)|穿搭|(?:整|全|一整)(?:套|身)(?!装)|搭配(?:一下|建议|方案|推荐|好|呢|$|[,.?!])|(?:配|搭)(?:一下|什么)?(?:好看|合适|呢|比较好)|(?:能|可以|适合)(?:配|搭|搭配)|一身(?:行头|穿)|穿什么(?!码|尺|号|颜色|size)|(?:该|应该)怎么穿|配成|配(?:它|这|那|第|我的|我那|图)|搭(?:它|这件|这条|这双|那|第|我的|图)|(?:和|跟|与)(?:什么|哪)[^,.?!]{0,6}(?:搭|配|一起|合适)|和(?:它|这件|这条|第[^,.]{1,3})(?:一起|搭)/,
    unless: /(?:穿什么|多大)(?:码|号|尺)/,
  },
  {
    intent: 'outfit',
    strength: 0.93,
    find: /\b(?:go|goes|going|went) (?:well |nicely |good |best |great )?with\b|\bmatch(?:es)? (?:well |nicely )?(?:with|this|that|it|the|my|these|those)\b|\b(?:wear|worn|pair|pairs|paired|team|(?<!\b(?:top|shirt|dress|skirt|the|this|that|a|in|of|same|different) )style|combine|match) (?:it |this |that |these |them |those |the [a-z0-9 -]{2,24} |my [a-z ]{2,20} )?(?:up )?with\b|\boutfits?\b|\bensemble\b|\bcomplete (?:the|this|my) (?:look|outfit)\b|\b(?:style|accessorise|accessorize) (?:this|it|the|these|that|me|my)\b|\bput (?:[^,.?!]{1,32} )?together\b|\b(?:full|whole|complete|entire) (?:look|outfit)\b|\bhead to toe\b|\bwhat (?:else )?(?:should|could|can|do|would|to|shall) (?:i |we |he |she |you )?(?:wear|put on)\b(?! (?:size|a size))|\bto match (?:it|this|that|my|the|these|with)\b|\bhow (?:do|should|can|would|to) (?:i |you )?(?:style|wear|dress)\b|\bwhat (?:to wear|shoes|bag|top|bottoms?|trousers|pants|jacket|coat|accessories)\b[^.?!]{0,16}\b(?:with|match)\b|\bfinish (?:the|this|off) (?:look|outfit)\b|\bbuild (?:me )?(?:a|an) (?:look|outfit)\b|\bdress (?:me|him|us|them|myself|my [a-z]+|up|down|smart(?:ly)?|well|better)\b(?! shirt)|\bto match[?.! ]*$|\bworks? with\b/,
    unless: /\b(?:outfits? set|family (?:matching )?outfit|couples? outfit)\b|\bwhat size\b/,
  },

  {
    intent: 'similar',
    strength: 0.92,
    find: /类似|相似|相近|近似|同款|同类|差不多的|(?:照着|按照|参照|照)(?:这|那|第|它|图)|(?:跟|和|与|像)(?:这|那|第|它|刚才|上面|图)[^,.?!]{0,10}(?:差不多|一样|类似|像|的款|这种|风格)|像(?:这|那|第|它|刚才)|(?:这|那)(?:种|样)的?(?:还有|再来|多来)|(?:这种|那种|这样|这类)(?:风格|款式|款|类型|版型)?的?(?:还有|有没有|再|多)|一样的(?:款|还有|有)|平替|(?:跟|和)(?:它|这[件条双个款]|那[件条双个款]|第.{1,3}[件条双个款])(?:很)?(?:差不多|像|类似)/,
  },
  {
    intent: 'similar',
    strength: 0.92,
    find: /\b(?:more|something|anything|others?|ones?|some|dress(?:es)?|coats?|items?|things?|stuff|another|options|shoes|jackets?|tops?|bags?|skirts?) (?:just )?like (?:this|that|these|those|it|them|the|number|#|option)\b|\bsimilar\b|\bsimilarly\b|\b(?:same|comparable) (?:style|kind|type|sort|vibe|look|cut|design|as|(?:thing|one)(?! (?:but|only|just|in|with) ))\b|\bresembl|\blook(?:s|ing)? (?:a lot |just |exactly )?like (?:this|that|the|it|number)\b|\bin the (?:same )?style of\b|\bdupes?\b|\blookalikes?\b|\balternatives?\b(?: to)?|\balong (?:those|the same|these|the) lines\b|\bin the (?:same )?vein\b|\b(?:find|show|get|want|got|have) (?:me )?(?:more |ones? )?like (?:this|that|these|it|the)\b|^like (?:this|that|the|it|number|#)\b/,
  },

  {
    intent: 'help',
    strength: 0.95,
    find: /(?:你|您|它|这个?)(?:都)?(?:能|会|可以)(?:帮我?)?(?:做|干)(?:些|点)?(?:什么|啥|嘛|哪些)|有(?:什么|哪些|啥)(?:功能|用|本事|服务)|怎么(?:用|使用|操作|玩)(?!这件|它)|(?:如何|咋)(?:用|使用|操作)|你(?:是|叫)(?:谁|什么|啥|机器人|人工智能|ai|真人|客服吗)|(?:使用|操作)(?:说明|方法|指南|帮助)|^(?:帮助|帮忙|help|求助|说明|指南|教程|功能)[\s.!?]*$|教(?:教|一教|一下)?我(?:一下)?(?:怎么|如何|咋)?(?:用|搜|找|问|操作|开始)|我(?:该|应该|要)怎么(?:问|说|搜|找|开始|用)|需要帮助|能(?:怎么|帮我)(?:什么|啥)/,
  },
  {
    intent: 'help',
    strength: 0.95,
    find: /\bwhat (?:can|do|could|are) you (?:do|help|able|capable|good|offer|for)\b|\bhow (?:do|does|can|should|would) (?:this|it|i use|you work|i search|i find|i start|i begin|the|i ask)\b(?=.{0,24}(?:work|use|search|start|begin|bot|app|chat|assistant|\?|$))|\b(?:who|what) are you\b|^(?:please )?help(?: me)?(?: please| pls)?[ .!?]*$|\binstructions\b|\bhow to use\b|\b(?:i )?need (?:some )?help[ .!?]*$|\bwhat (?:commands|features|functions|can i (?:ask|say|do))\b|\bshow me (?:how|around)\b|\bcan you help(?: me)?[ ?.!]*$|\byour (?:name|features)\b|\bare you (?:a )?(?:bot|robot|ai|human|real)\b|\btutorial\b|\bintroduce yourself\b|\babout yourself\b/,
    unless: /\bhow does (?:it|this) (?:fit|look|come|feel|compare)\b/,
  },

  {
    intent: 'profile',
    strength: 0.94,
    find: /我的(?:个人)?(?:资料|档案|尺码|身材|信息|偏好|喜好|身高|体重|档|三围|尺寸)(?:是(?!\d)|有|呢|$|[\s?.!,]|里|改|更新|记|看|是什么|是多少)|(?:看|查看|修改|更新|更改|改)(?:一下|下)?我的(?:资料|档案|尺码|信息|偏好|身高|体重)|你(?:都)?(?:知道|记得|记住|了解)(?:了)?(?:我|关于我)(?:的)?(?:什么|哪些|啥|尺码|身高)|记(?:住|一下|下来?|得)(?:我|了|,|我的)|(?:我)?(?:该|应该|要|适合)?穿(?:什么|多大|几|哪个|啥)(?:码|号|尺码|尺寸|size)|(?:多大|什么|哪个)(?:的)?(?:尺码|码)(?:合适|适合)|(?:更新|修改|完善|更改)[^,.?!]{0,4}(?:资料|档案|身高|体重|尺码)|^我(?:平时|一般|通常)?穿/,
  },
  {
    intent: 'profile',
    strength: 0.94,
    find: /\bmy (?:profile|sizes?|measurements|preferences|details|info)\b(?! chart)|\bwhat do you (?:know|remember) about me\b|\bremember (?:that |my |i |me|i'm|what i|which)|\b(?:my|the) saved (?:sizes?|info|details)|\b(?:what|which) sizes? (?:should|would|do|will|am|is|fits?|suits?|to)\b|\b(?:update|change|edit|set|save|note) my (?:size|height|weight|profile|measurements|preferences|details)\b|\bwhat(?:'s| is) my size\b/,
    unless: /\b(?:delete|erase|forget|export|wipe|download)\b|\bin my size\b|\bmy size[ ?.!]*$/,
  },

  {
    intent: 'cancel',
    strength: 0.95,
    find: /^(?:那|那就|还是|嗯|哦|好吧|好|先|暂时|我)*[\s,]*(?:取消|算[了啦咯]|停|停止|打住|别找了|不(?:用|要|买|找|看|需要|想买|想看|想逛|想选|想要|逛|选)了|没事了?|先这样|就这样|不用|不必了|下次(?:再说|吧)|改天)(?:吧|了|啦|啊|谢谢|[\s,.!])*(?:谢谢|下次再说|下次吧|先这样|不用了|不买了|没事了|不看了|不找了|不逛了|不要了|拜拜|再见|回头见|我再想想|改天再看)?[\s.!]*$|取消(?:吧|了|一下)?$|我(?:再)?(?:想想|考虑(?:一下|下)?)(?:吧|再说)?$/,
  },
  {
    intent: 'cancel',
    strength: 0.95,
    find: /\bcancel\b(?! (?:my|an|the) order)|\bnever ?mind\b(?! the)|^(?:ok(?:ay)? |oh |no,? |please )?(?:stop|quit|exit|enough|abort)(?: it| now| please| that| looking| searching)?[ .!]*$|\bforget (?:it|about it|that)\b|^(?:no,? )?(?:thanks|thank you),? (?:but )?(?:no|that's (?:all|it)|i'm (?:good|done|fine))\b|^no,? (?:thanks?|thank you)(?: you)?[ .!]*$|\bleave it\b|\bthat(?:'s| is| will be| would be) all\b|\bi'm (?:done|all set|fine|good)(?:,? (?:thanks|thank you)| for now| now| looking| shopping)*[ .!]*$|^not (?:buying|looking|shopping)[^.?!]{0,20}$|\bnot (?:now|anymore|any more|interested(?: anymore)?)[ .!]*$|\bdon't (?:bother|feel like (?:it|shopping|buying|looking))\b|\b(?:no longer|don't) (?:need|want) (?:it|this|that|anything|to (?:shop|look|buy))(?: anymore| any more)?\b|\bi(?:'ll| will) (?:think about it|pass(?! on))\b|\bstop (?:looking|searching)\b|\bmaybe (?:later|another time|next time)\b/,
  },

  {
    intent: 'greeting',
    strength: 0.94,
    find: /^(?:嗨+|哈[喽啰罗](?:哈[喽啰罗])*|你好(?:呀|啊|吗)?|您好|亲|在吗|在么|在不在|有人(?:在)?吗|早(?:上好|安)?|中午好|下午好|晚上好|晚安|hi|hello|hey|嘿|哈啰|大家好|谢谢(?:你|您|啦|了)?|多谢|感谢|谢啦|thx|3q|再见|拜拜|88|886|回头见|辛苦了?|很高兴认识你|初次见面|打扰(?:了|一下)?)(?:[\s,.!~?啊呀哦呢吗哈啦]|打扰(?:了|一下)?|你|您|了|帮忙|在吗|小衣|亲|老板|谢谢|再见|拜拜|晚安|下次见)*$/,
  },
  {
    intent: 'greeting',
    strength: 0.94,
    find: /^(?:is )?any(?:body|one) (?:home|there|here|around)[ ?.!]*$|^(?:hi+|hell+o+|he+y+|hiya|yo+|heya|'?ello|g'day|howdy|greetings|good (?:morning|afternoon|evening|day|night)|thanks?(?: you)?|thank u|ty|thx|cheers|bye|good ?bye|see (?:you|ya)|what's up|sup|how are you(?: doing)?(?: today)?|nice to meet you|morning|evening)(?: (?:there|all|again|everyone|yida|you|so much|a lot|very much|later|soon|bye|friend|mate|to you|for (?:your|the|all) ?(?:the |your )?help|today|man|bro|guys))*(?:[ ,.!?~]+(?:hi|hello|hey|there|bye|cheers|goodbye|good afternoon|good day|thanks a lot|thanks|thank you|how are you(?: doing)?(?: today)?|how's it going|good (?:morning|evening)|anyone (?:there|home)|are you there|see you))*[ ,.!?~]*$/,
  },

  { intent: 'feedback', strength: 0.9, find: /^[^\p{L}\p{N}]*[👍😍🥰❤💖💕♥😻🤩👌💯👎🤮🤢😒🙄💩][^\p{L}\p{N}]*$/u },
  {
    intent: 'feedback',
    strength: 0.88,
    find: /(?:喜欢|爱|中意|满意|看上|看中|相中|种草|心动)(?:了)?(?:这|那|第|它|最后|图)|(?:这|那|第.{1,4}|它|最后那?)[一]?[个件条双款套只顶]?(?:我)?(?:都|也|就|真|很|太|好|挺|还|蛮|超|非常|特别|真的|有点|感觉|看着|看起来|实在)*(?:喜欢|好看|漂亮|不错|可以|满意|丑|难看|土|不喜欢|不好看|不行|一般|不适合|不合适|好丑|可爱|合适|显胖|老气|俗)|^(?:我)?(?:都|也|就|真的?|很|太|好|挺|蛮|超|非常|特别|哇|哎呀|嗯|[\s,])*(?:不(?:太|怎么|是很|大|够)?(?:喜欢|好看|满意|漂亮|合适|适合)|喜欢|好看|漂亮|不错|满意|丑|难看|爱了|绝了|太棒了?|棒|赞|没感觉|一般般?|不太行|不行|土|老气|俗气|完美|可爱|种草了|不是我的菜|不是我想要的|美|好|可以|行|给力|惊艳|心动|爱了爱了)(?:的|了|吧|呀|啊|哦|这个|这件|[\s,.!~])*$|(?:都|全)(?:不喜欢|不好看|不满意|不行|不合适|挺好|喜欢|好看)|不(?:是|太符合)我(?:的菜|的风格|喜欢的|想要的)|(?:不|没|没有)(?:太|怎么|能)?(?:戳|戳中|打动|吸引)(?:到)?我|(?:戳|戳中|打动)(?:到)?我(?:了|的心)|get不到|无感|没眼缘|长草了|(?:踩|正中)(?:在)?我(?:的)?(?:审美|心)/,
  },
  {
    intent: 'feedback',
    strength: 0.88,
    find: /\b(?:like|love|adore|prefer|hate|dislike|enjoy)s? (?:the |that |this |these |those |it\b|number |option |#|both|all of|none|neither|them|what you)|\b(?:not|isn't|aren't) (?:really )?(?:my (?:style|taste|thing|cup of tea)|what i (?:want|wanted|like|need|had in mind|was looking for|am looking for)|for me|a fan|keen|into (?:it|this|these|them)|feeling (?:it|this|these))\b|^(?:wow|ooh|oh|aww|yes|yeah|no|so|all|both|all of (?:them|these|those)|they all|these all|it's|that's|pretty|this is|these are|they're|they are|it is|really|very|too|quite|how|just|absolutely|looks?|the [a-z]+(?: one)? (?:is|looks)|[ ,!])*(?:nice|great|beautiful|lovely|gorgeous|perfect|awesome|amazing|stunning|cute|pretty|ugly|awful|terrible|horrible|hideous|boring|meh|bad|wonderful|fantastic|good|cool|fabulous|love it|i love it|disgusting|brilliant|excellent|not bad|not great|yuck|ew|nope|tacky|disappointing|bland)(?: (?:one|ones|choice|choices|pick|picks|options?|selection|stuff|dress|job|taste|!))*[ .!?]*$|\b(?:first|second|third|fourth|last|this|that|it|these|red|blue|black|white|green|pink) (?:one |dress |shirt |coat |bag )?(?:is|looks|are|'s) (?:so |really |very |too |quite |just |absolutely |a bit )?(?:nice|great|beautiful|lovely|gorgeous|perfect|awesome|amazing|stunning|cute|pretty|ugly|awful|terrible|horrible|hideous|boring|fine|good|cool|tacky|bland|plain|dated|frumpy)\b|\bi(?:'ll| will) take (?:it|this|the|that|both)\b|\bi'm (?:really |so |very |quite )?(?:pleased|happy|delighted|satisfied|impressed|disappointed|unimpressed)\b|\b(?:doesn't|don't|does not|do not|didn't|not) (?:really |quite )?(?:do (?:it|anything|much) for me|do it|doing (?:it|anything|much) for me|speak to me|appeal|grab me|float my boat)\b|\b(?:obsessed|in love|smitten) with\b|\bdon't (?:really )?(?:like|love) (?:any|it|this|that|these|those|the|them)\b/,
  },
];

/** Words with which a shopper asks to see garments. */
export const SEARCH_WORDS =
  /想要|想买|想找|要买|需要|求|推荐|有没有|有无|找一?下?[个件条双款些]?|帮我?找|买[个件条双点]?|看看|来[个件条双]|有[^,.?!]{0,12}吗|搜|想看|要一?[个件条双套]|\b(?:looking for|look for|want|wanna|need|find|show me|search|buy|get me|looking|recommend|suggest|do you (?:have|sell|stock|carry)|got any|any|i'd like|would like|shopping for|after a|something (?:to|for|that|in|with|which)|hunting|in search of|can i (?:see|get)|let me see|give me|have you got)\b/;

/** Words that change what was asked for before. */
export const REFINE_WORDS =
  /换成|改成|换为|改为|换个颜色|换(?=[\p{Script=Han}]{1,4}(?:色|的|袖|领|款))|(?:只|就)要|最好|再加|加上|还要|也要|但是?要|不过要|其他不变|同样的但|\b(?:instead|change (?:it|that|the|them)|make (?:it|that|them)|switch (?:it|to|the|that)|but (?:in|with|without|not|only)|only|also|what about|how about|preferably|ideally|rather|actually|same but|in|with|without|but)\b/u;

const FACES = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})+/gu;

/** Every cue, with the script its words are all written in, if they are in one: elsewhere it need not be tried. */
const CUES = [...INTENT_CUES, ...EVERYDAY_CUES, ...SPOKEN_CUES, ...SLANG_CUES].map((cue) => ({
  ...cue,
  written: scriptOf(cue.find),
}));

function scriptOf({ source }: RegExp): 'han' | 'latin' | undefined {
  const words = source.replace(/\\p\{[^}]*\}|\\[a-z]|\[[^\]]*\]/g, ' ');
  const [han, latin] = [/\p{Script=Han}/u.test(words), /[a-z]/.test(words)];
  return han === latin ? undefined : han ? 'han' : 'latin';
}

const CONTRACTED =
  /\b(what|who|where|how|that|there|it|here|let|i|they|you|we|do|does|did|is|are|was|ca|wo|could|would|should|have|has)(s|m|re|ve|d|nt)\b/g;
const CONTRACTIONS =
  /^(?:whats|whos|wheres|hows|thats|theres|heres|lets|im|ive|theyre|youre|youve|dont|doesnt|didnt|isnt|arent|wasnt|cant|wont|couldnt|wouldnt|shouldnt|havent|hasnt)$/;

/** Whats, dont, im with the mark that hurried fingers leave out. */
export function apostrophes(text: string): string {
  if (!/[a-z]/.test(text)) return text;
  return text.replace(CONTRACTED, (whole, word: string, end: string) => {
    if (!CONTRACTIONS.test(whole)) return whole;
    return end === 'nt' ? `${word}n't` : `${word}'${end}`;
  });
}

/** The intents whose cues the text has, each with its greatest strength. */
export function cuedIntents(text: string): Map<Intent, number> {
  const found = new Map<Intent, number>();
  // 太好看了吧😍: what a face adds stands beside the words, not in them.
  const said = apostrophes(text);
  const bare = said.replace(FACES, ' ').trim();
  const scripts = { han: /\p{Script=Han}/u.test(said), latin: /[a-z]/.test(said) };
  for (const { intent, strength, find, unless, written } of CUES) {
    if (written !== undefined && !scripts[written]) continue;
    if ((found.get(intent) ?? 0) >= strength || unless?.test(said)) continue;
    if (!find.test(said) && (bare === '' || bare === said || !find.test(bare))) continue;
    found.set(intent, strength);
  }
  return found;
}
