import { NOUN } from './pointed-nouns.js';
import type { Add } from './reference-mention.js';

/** The photo the shopper sent or speaks of. */
export function photos(text: string, add: Add): void {
  const zh =
    /(?:这|那|我(?:刚)?(?:发|上传|传)的?|上面的?|照着|按照?|看)(?:张|个|幅)?(?:图片|照片|相片|截图|图)(?![案书腾钉纸鉴])(?:里|中|上)?面?的?(?:那|这)?(?:一)?(?:件|条|双|款|个|套|身)?|(?:图片|照片|相片|截图|图)(?:片|像)?(?:里|中|上)面?的?(?:那|这)?(?:一)?(?:件|条|双|款|个|套|身)?|(?:拍|截|存|发|传)(?:了|过)(?:你)?(?:一?[张个幅])?(?:照片?|图片?|相片)(?![案书腾钉纸鉴])|拍(?:了|到|下)(?:了)?一?[张幅](?!照|图|相)(?=[^,.?!]{1,14}(?:,|$))|(?:图片|照片|截图)/g;
  for (const match of text.matchAll(zh)) {
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    const within = /(?:图|像|照片|相片)(?:片|像)?(?:里|中|上)/.test(match[0]);
    const loose = /(?:地|证件|拍|写真|毕业|带|有|印|晒|买家|实物|高清|细节|企)$/.test(before);
    if (loose && !(/有$/.test(before) && within) && !/^(?:这|那|我)/.test(match[0])) continue;
    add(match.index, match.index + match[0].length, { kind: 'photo' });
  }
  const en =
    /\b(?:(?:(?:the|that|those|these) )?(?:pair|one|item|thing|dress|shirt|top|bag|shoes|jacket|coat|skirt|outfit|look|trousers|pants|jeans|shorts|leggings|boots|heels|trainers|sneakers|sandals|sweater|jumper|blouse|hoodie|cardigan|hat|scarf|blazer|suit|tee|t-shirt|gown|necklace|earrings|watch|belt) )?(?:in|on|from|like|of|as|to|with)?\s?(?:the|this|that|my|attached|uploaded|same) (?:photo(?:graph)?|picture|pic|image|screenshot|snap)\b(?! (?:shoot|quality|day))(?: (?:i (?:sent|uploaded|attached|posted|shared)|above|attached))?|\b(?:photo|picture|pic|image|screenshot) (?:i (?:sent|uploaded|attached|posted|shared)|above|attached)\b|\b(?:from|by|like) (?:photo|picture|pic|image)\b|\bi(?:'ve| have)?(?: just| already)? (?:took|taken|take|snapped|got|have|sent|uploaded|attached|shot|saved|grabbed)(?: you)? (?:a|an|one|some) (?:photo|picture|pic|image|screenshot|snap|shot)s?\b(?! (?:frame|day|shoot))|^(?:just |ok |so |hi |hey )*(?:took|taken|snapped|got|saved|grabbed|shot) (?:a|an|one|some) (?:photo|picture|pic|image|screenshot|snap)s?\b(?! (?:frame|day|shoot))|\bhere(?:'s| is| are) (?:a|an|the|my|one|some) (?:photo|picture|pic|image|screenshot|snap)s?\b|\bpictured\b|\bwhat i (?:uploaded|attached|sent)\b/g;
  for (const match of text.matchAll(en)) {
    add(match.index, match.index + match[0].length, { kind: 'photo' });
  }
}

/** "Saw somebody wearing this", 看到有人穿这件: it is to be seen on a photo, and nothing on the screen. */
const SEEN_WORN: readonly RegExp[] = [
  /(?:看到|看见|见到|见过|瞧见|瞅见|瞥见|刷到|碰到|碰见|遇到|撞见)(?:了|过)?(?!你|店)[^,.?!]{0,10}(?:穿|戴|背|拎|踩)(?:了|着|的|过|的是)?(?:跟|和)?[^,.?!]{0,2}?(?:这|那)(?:[种样]?的?(?=$|[\s,.!?])|一?[件条双款个套身顶只])/g,
  new RegExp(
    `\\b(?:saw|seen|spotted|noticed|clocked|caught|passed|met)\\b(?! (?:you|your))[^.?!]{2,32}\\b(?:wearing|in|with|rocking|sporting|carrying|had on) (?:this|these|that)(?: exact| same| very)?(?: (?:${NOUN}|thing))?(?= *(?:$|[,.!?]|(?:and|but|yesterday|today|on the|at the|in the|the other|last)\\b))`,
    'g',
  ),
];

export function seenWorn(text: string, add: Add): void {
  for (const find of SEEN_WORN)
    for (const match of text.matchAll(find)) add(match.index, match.index + match[0].length, { kind: 'photo' });
}
