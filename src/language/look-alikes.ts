import { syllableOf } from './pinyin.js';

/** Characters of garment words beside those that a finger writing them, or an eye reading them, takes for them. */
const GROUPS =
  '环坏怀 裤库裢 袜抹沫 靴鞯 领顷邻颂 袖抽柚油 绒戎贼 衣农 包句抱饱 链莲 戒戎诫 项顶 巾币 围国 短矩 裙群裾 雷蕾 缎锻段 绸稠 棉绵锦 ' +
  '针计什 织识炽职 格恪洛 纹绞蚊 蓝篮监兰 绿缘录禄 紫柴 粉纷份 灰炭恢 棕综 橙澄 驼驮 白百自 风凤 牛午生 仔籽 衬村 旗棋 袍抱 睡唾 泳咏 ' +
  '拖施 跟根恨 礼札 西酉四 休体 闲闭 松忪 修俢 瘦廋 腰要 裸课 裹裏 套奎 帽冒 衫杉彬 裹果 呢妮 羽习 绣锈 鞋鞍 项预 髻髮 皮波 革草 长张 宽宪 ' +
  '背肯 带常 扣叩 拉垃 条务 蝴湖 蝶碟 镯浊 钻站 珠株 玉王 银很 金全 表衷 墨黑 镜境 伞命 束柬 挂桂 肩启 胸脑 露霜 紧坚';

/** The characters that look like each. */
const LOOK_ALIKE = new Map<string, Set<string>>();
for (const group of GROUPS.split(' '))
  for (const char of group) {
    const known = LOOK_ALIKE.get(char) ?? new Set();
    for (const other of group) if (other !== char) known.add(other);
    LOOK_ALIKE.set(char, known);
  }

/** True where one character is easily taken for the other by its shape. */
export function looksLike(a: string, b: string): boolean {
  return LOOK_ALIKE.get(a)?.has(b) ?? false;
}

/** Initials and finals that are one to many speakers. */
const AS_SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/ng$/, 'n'],
  [/^n/, 'l'],
  [/^hu(?=[aeio])/, 'f'],
  [/^r/, 'l'],
];

/** True where the characters sound alike as many speak them. */
export function soundsNearly(a: string, b: string): boolean {
  return spoken(syllableOf(a)) === spoken(syllableOf(b));
}

function spoken(syllable: string): string {
  return AS_SPOKEN.reduce((said, [find, by]) => said.replace(find, by), syllable);
}
