import type { Replacement, Replacements } from './rewrite-text.js';

/** What makes the next word a garment: a colour, a cloth, a cut, a wearer. */
const BEFORE_GARMENT =
  '(?:black|white|red|blue|navy|green|grey|gray|pink|nude|beige|brown|camel|cream|gold|silver|purple|yellow|orange|khaki|tan|dark|light|wool|woolen|woollen|cashmere|cotton|linen|silk|satin|leather|suede|denim|velvet|knit|knitted|cable|fleece|puffer|fur|winter|summer|rain|trench|pea|duffle|long|short|midi|mini|maxi|skinny|baggy|oversized|cropped|ankle|knee|high|block|chunky|womens?|mens?|kids|ladies|smart|formal|party|new|pleated|floral|striped|plain|pair of|some)';
const UNIT_BEHIND = '(?= (?:for|in|with|under|below|size|to|that|please|max)\\b| ?[,.!?]| ?$| \\d)';

/** Words that a phone puts in the place of the one meant, where their neighbours tell: nude heals, a wool cot. */
const REAL_WORDS: readonly Replacement[] = [
  [new RegExp(`(?<=\\b${BEFORE_GARMENT} )heals\\b|\\bheals(?= (?:for|size|in)\\b)`, 'g'), 'heels'],
  [new RegExp(`(?<=\\b${BEFORE_GARMENT} )c[ou]t\\b`, 'g'), 'coat'],
  [/(?<=\b(?:trench|winter|rain|wool|fur|puffer|duffle|teddy|over) ?)cost\b/g, 'coat'],
  [new RegExp(`(?<=\\b${BEFORE_GARMENT} )(?:boats|boosts)\\b`, 'g'), 'boots'],
  [new RegExp(`(?<=\\b${BEFORE_GARMENT} )(?:means${UNIT_BEHIND}|genes\\b)`, 'g'), 'jeans'],
  [/(?<=\b(?:too|so|very|less|more|bit|that|not|kinda|way|v) )(?:exp|expens|expnsv|expensiv)\b/g, 'expensive'],
  [new RegExp(`(?<=\\b${BEFORE_GARMENT} )sweeter\\b`, 'g'), 'sweater'],
  [new RegExp(`(?<=\\b${BEFORE_GARMENT} )paints\\b`, 'g'), 'pants'],
  [new RegExp(`(?<=\\b${BEFORE_GARMENT} )(?:shirk|skit|squirt)(s?)\\b`, 'g'), (match) => `skirt${match[1] ?? ''}`],
  [new RegExp(`(?<=\\b${BEFORE_GARMENT} )shit(s?)${UNIT_BEHIND}`, 'g'), (match) => `shirt${match[1] ?? ''}`],
  [new RegExp(`(?<=\\b${BEFORE_GARMENT} )duress\\b`, 'g'), 'dress'],
  [/\b(high|low|mid|elasticated|cinched|tie) wasted\b/g, (match) => `${match[1]} waisted`],
  [/\b(high|low|mid|elasticated|drop|size|inch|\d\d) waste\b(?! of)/g, (match) => `${match[1]} waist`],
  [/\bangle (?=boots?|length|socks?|straps?)/g, 'ankle '],
  [/\bplane (?=white|black|grey|navy|t\b|t-?shirt|tee|colou?r|shirt|top)/g, 'plain '],
  [/\bstripped (?=shirt|tee|t-?shirt|top|jumper|sweater|dress|blouse|polo|skirt|socks|trousers|scarf)/g, 'striped '],
  [/\bpleaded (?=skirt|dress|trousers)/g, 'pleated '],
  [/\b(?:lose|loos)[ -](fit(?:ting)?)\b/g, (match) => `loose ${match[1]}`],
  [/\bsliver (?=dress|heels|shoes|bag|clutch|necklace|earrings|ring|skirt|top|sandals|trainers)/g, 'silver '],
  [/\b(smart|business) causal\b/g, (match) => `${match[1]} casual`],
  [/\bcausal (?=shirt|dress|shoes|wear|jacket|trousers|top|outfit|look|friday)/g, 'casual '],
  [
    /\b(?<=\b(?:a|the|my|his|her|their|our|for|'s|friends?|cousins?|mates?) )weeding(?= (?:guest|dress|party)|s?\b)/g,
    'wedding',
  ],
  [
    new RegExp(`(?<=\\b${BEFORE_GARMENT} )suite(?= (?:for|in|with|under|below|size|that|please)\\b| ?[,.!?]| ?$)`, 'g'),
    'suit',
  ],
  [/(?<=\b(?:no|without|any|not) )heals\b/g, 'heels'],
  [/\bdiner (?=part(?:y|ies)|date|jacket|with)/g, 'dinner '],
  [
    /(?<=^(?:(?:it'?s|its|they'?re|that'?s|this is|way|a bit|far|bit|much) )?)to (?=(?:short|long|big|small|expensive|pricey|tight|loose|formal|casual|bright|dark|plain|busy|thin|thick|warm|hot|wide|baggy)\b(?! (?:sleeve|dress|skirt|jacket|coat|one)))/g,
    'too ',
  ],
  [/\bmail (?=models?|clothes|clothing|sizes?)/g, 'male '],
  [/\b(mens?|womens?|ladies|kids|sports|gym) ware\b/g, (match) => `${match[1]} wear`],
  [/\bwaste ?coat\b/g, 'waistcoat'],
  [/\bcloths\b/g, 'clothes'],
];

const SPACING: readonly Replacement[] = [
  // size38, sz10: run together.
  [/\b(?:size|sz)(?=\d)/g, 'size '],
  [/\bwaist(?=\d)/g, 'waist '],
  [/(?:^|(?<=\b(?:size|in|a) ))med(?= ?(?:$|pls|plz|please|[,.]))/g, 'medium'],
  // max800, und 200.
  [/\b(max|under|below|over|around|about|upto|within|bw)(?=\d)/g, (match) => `${match[1]} `],
  [/\bund(?= ?\d)/g, 'under '],
  [/\bup ?2(?= \d)/g, 'up to'],
  [/^y(?= (?:the|this|that|is|are|do|did|r|u)\b)/g, 'why'],
  [/\bhi(?=(?:waist|rise|neck|top)(?:ed|s)?\b)/g, 'high '],
  [/\bshrt(?= (?:[a-z]+ )?(?:slv|sleev|sk[a-z]{0,2}rt|drs|dress|jckt|jacket|boots|coat))/g, 'short'],
  // A 37 and a half.
  [
    /(?<=\b(?:\d|[1-4]\d)) (?:and )?a half(?! (?:hour|day|month|year|inch|k\b|thousand|hundred|grand|million|size|price))/g,
    '.5',
  ],
  // The 2nd 1: a figure for the word.
  [
    /(?<=\b(?:1st|2nd|3rd|\dth|first|second|third|fourth|fifth|last|this|that|other|which|another) )1(?![\d.,/'"%]|st\b| ?(?:size|st|nd)\b)/g,
    'one',
  ],
  [/\bhi(?=[ -](?:waist|rise|neck|top|heel|cut|low)(?:ed|s)?\b)/g, 'high'],
  [/\blite(?= (?:blue|pink|gr[ae]y|green|brown|purple|wash|colou?red))/g, 'light'],
  [/\bnite(?=s?\b)/g, 'night'],
  // A breath between two words; before a word that takes back it belongs to that.
  [/(?<=[a-z] )(?:u+h+m*|u+m+|e+rm+|e+h+m+) (?=[a-z])(?!no\b|sorry\b|wait\b|actually\b|scratch\b|not\b)/g, ''],
];

const ADJECTIVE_MEANT: Readonly<Record<string, string>> = {
  常: '长',
  场: '长',
  肠: '长',
  厂: '长',
  畅: '长',
  断: '短',
  端: '短',
  送: '松',
  宋: '松',
  颂: '松',
  仅: '紧',
  柜: '贵',
  桂: '贵',
  跪: '贵',
  侯: '厚',
  候: '厚',
  款: '宽',
  债: '窄',
  摘: '窄',
};

/** Chinese typed in a hurry: a syllable left in letters, a character that only sounds right. */
const CHINESE: readonly Replacement[] = [
  [/(?<=\p{Script=Han})dian(?![a-z])/gu, '点'],
  [/(?<=\p{Script=Han})de(?![a-z])/gu, '的'],
  [/(?<=\p{Script=Han})ma(?=[\s?!.,]|$)/gu, '吗'],
  [
    /(?<=(?:^|[^\d.])(?:2[4-9]|3\d|4[0-8]|(?:8|9|1[0-7])0)(?:\.5)?)[马玛码吗嘛](?=$|[\s,.!?的有]|\p{Extended_Pictographic})(?<![吗嘛](?<=\d0.))/gu,
    '码',
  ],
  [/(?<=(?<![a-z])(?:[2-4]?x*[sml]))[马玛吗嘛](?=$|[\s,.!?的有]|\p{Extended_Pictographic})/gu, '码'],
  [/(?<=\d)码半(?![价折])/g, '.5码'],
  [/大马(?=[的\s黑白红蓝灰绿粉紫黄棕米]|$|连|半|裙|裤|衣|衫|外套|女|男|装|t恤|毛衣|卫衣)/g, '大码'],
  [/(?<=[黑白红蓝灰绿粉紫黄棕橙米])射(?=的|$|[\s,.])/g, '色'],
  // 大一吗: one size up, where nothing else is said.
  [/(?<=^(?:我|那|就|要|想要|换|拿|给我)*[大小][一两半])[吗马玛嘛](?=$|[\s,.!的])/g, '码'],
  [/高更(?=的|鞋|$|[\s,.])/g, '高跟'],
  // 亚马的衬衫: of which a name and a river are none.
  [/(?:亚[马吗妈嘛码玛]|压麻|雅麻|亚嘛)(?!逊|孙|尼|哈|鞍|迅|森|特兰|利)/g, '亚麻'],
  [/(?<=[\d百千万十][块元]?钱?)一下(?=的|$|[\s,.!?])/g, '以下'],
  // 两百三百之间.
  [/(?<=[一二两三四五六七八九\d]百)(?=[二三四五六七八九\d]百(?:块钱?|元)?(?:之间|中间))/g, '到'],
  // 五百以类, 三百左有: behind an amount.
  [/(?<=[\d百千万十][块元]?钱?)[以一已依][类累内雷]|(?<=[\d百千万十][块元])一?以[里哪]/gu, '以内'],
  [/(?<=[\d百千万十][块元]?钱?)[左作坐][有又友游](?![\p{Script=Han}]?[件条双没])/gu, '左右'],
  [
    /百色(?=的|款|系|$|[\s,.]|(?:帆布|牛仔|纯棉|真丝|雪纺|连衣|半身|短袖|长袖|衬|毛|卫|羽|风|大|外|t恤|裙|裤|鞋|靴|包|帽|上衣|背心|婚纱))/gu,
    '白色',
  ],
  // 再常一点, 太断了: an adjective of the same sound between a degree and a step.
  [
    /(?<=(?:再|更|太|稍微|有点|要|想要))[常场肠厂畅断端送宋颂仅柜桂跪侯候款债摘](?=(?:一点|一些|点|些|了|啦)(?:$|[\s,.!?的吧]))/gu,
    (match) => ADJECTIVE_MEANT[match[0]] ?? match[0],
  ],
  // A breath between two words.
  [/(?<=\p{Script=Han})[嗯呃](?=\p{Script=Han})/gu, ''],
  // 毛一, 雨一: the garment by its sound, where nothing is counted.
  [/(?<=[毛大雨风棉睡卫泳浴羽])一(?=$|[,.!?的]|\s)(?<!老大一|读大一|上大一|大一的)/gu, '衣'],
  [/(?<![棉麻帆绒纱粗土牛仔坯花格抹胶无纺])布要(?=\p{Script=Han})/gu, '不要'],
  [/(?<![补膏草中西吃买])不药(?=\p{Script=Han})(?!而愈)/gu, '不要'],
];

const ADJECTIVES: Readonly<Record<string, string>> = {
  formal: '正式',
  casual: '休闲',
  long: '长',
  short: '短',
  cheap: '便宜',
  loose: '宽松',
  tight: '紧',
  bright: '鲜艳',
  dark: '深',
  warm: '保暖',
  thick: '厚',
  thin: '薄',
  fancy: '隆重',
};
const ENGLISH_WITHIN = Object.keys(ADJECTIVES).join('|');
const adjective = (match: RegExpMatchArray): string => ADJECTIVES[match[1] ?? match[2] ?? ''] ?? match[0];

/** 短 boots, 长 dress: one character among English words. */
const MIXED: readonly Replacement[] = [
  // Formal一点, 太long了, 不要bright color: an English adjective within Chinese.
  [
    new RegExp(
      `(?<![a-z])(${ENGLISH_WITHIN}) ?(?=一?[点些])|(?<=太|更|再|不够|有点)(${ENGLISH_WITHIN})(?![a-z])(?! [a-z])`,
      'g',
    ),
    adjective,
  ],
  [
    new RegExp(`(?<=不要|不想要|别)太?(${ENGLISH_WITHIN})(?: ?(?:colou?rs?|颜色|的颜色))?(?![a-z])(?! [a-z])`, 'g'),
    (match) => `太${adjective(match)}的`,
  ],
  [/\btoo ?(?=[贵长短大小紧松厚薄宽窄素花丑])/g, '太'],
  [/\bother ?(?=款|颜色|色|样式)/g, '别的'],
  [/短 ?(?=(?:boots|skirts?|dress(?:es)?|jackets?|coats?|tops?|tees?|socks|sleeves?)\b)/g, 'short '],
  [/(?<![加超特])长 ?(?=(?:boots|skirts?|dress(?:es)?|jackets?|coats?|tops?|tees?|socks|sleeves?)\b)/g, 'long '],
];

/** Slips of thumbs that rules of single words cannot see, each by what stands beside it. */
export const RUN_TOGETHER: Replacements = {
  needs:
    /\bu+h*m*\b|\be+[rh]m+\b|\bmed\b|[a-z]\d| 1\b| a half\b|\b(?:hi|lite|nites?|und|shrt)\b|^y |\bhi(?:waist|rise|neck|top)/,
  rules: SPACING,
};
export const ENGLISH_SLIPS: Replacements = {
  needs:
    /\bexp|heals|suite|diner|\bto |\bc[ou]ts?\b|cost|boats|boosts|genes|means|sweeter|paints|shirk|skit|squirt|shit|duress|wast|angle|plane|stripped|pleaded|\bloo?s|sliver|causal|weeding|mail|ware|cloths/,
  rules: REAL_WORDS,
};
export const CHINESE_SLIPS: Replacements = { needs: /\p{Script=Han}/u, rules: [...CHINESE, ...MIXED] };
