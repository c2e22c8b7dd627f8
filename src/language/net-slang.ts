/** Spellings of the net and of Cantonese, each as long as what it stands for: positions stay as they are. */
const SLANG: readonly (readonly [RegExp, string])[] = [
  [/有木有/g, '有没有'],
  [/木有/g, '没有'],
  [/有冇/g, '有没'],
  [/冇/g, '没'],
  [/嘅/g, '的'],
  [/唔(?=要|想|好|系|係|喜|钟|啱|使|买|识|知|够|太|见)/g, '不'],
  [/裙纸|裙几/g, '裙子'],
  [/裤纸/g, '裤子'],
  // 在 for 再, as it sounds: once more, and not at a place.
  [
    /(?<![现存正实])在(?=(?:便宜|实惠|贵|高档|长|短|大|小|宽松?|窄|紧|松|正式|休闲|随意|薄|厚|暖和?|亮|深|浅|低调|简单)一?[点些])/g,
    '再',
  ],
  [/(?<![现存正实])在(?=(?:来|换|推荐|给我(?:看|来|找)|看)(?:几|一|两|点|些|别的))/g, '再'],
  [/神马/g, '什么'],
  [/肿么/g, '怎么'],
  [/介个/g, '这个'],
  [/内个/g, '那个'],
  [/灰常/g, '非常'],
  [/稀饭(?=这|那|的|它|第|吗|穿|$)/g, '喜欢'],
  [/(?<=\p{Script=Han})(?<![一点雨水几])滴(?!水|胶|答)/gu, '的'],
];

/** A run of characters in the words of the dictionary. */
export function plainSpelling(text: string): string {
  return SLANG.reduce((said, [find, plain]) => said.replace(find, plain), text);
}
