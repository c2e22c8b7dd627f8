const CHINESE =
  /(?:一共|总共|加起来|合计|拢共|一起|全部|总预算|总价|总的|[两三四几]样|[两三四几][件条双个](?:一共|总共|加起来|一起|全部|都算上)?)[^,.?!，。？！]{0,8}(?:\d|[一二两三四五六七八九十]{1,3}[百千])|(?:\d|[百千])(?:块钱?|元|以内|之内|以下|左右|内)*(?:买齐|配齐|拿下全部|全包|搞定(?:全部|所有|[两三四]件)|都包)/u;
const ENGLISH =
  /\b(?:in total|altogether|all together|combined|between them|all in|for (?:both|the (?:lot|pair|two|three|set|whole lot)|everything|all (?:of (?:it|them)|that|this|two|three|four))|total (?:budget|spend)|together)\b[^.?!]{0,20}\d|\d[^.?!]{0,24}\b(?:in total|total|altogether|all together|together|combined|between them|all in|for (?:both|the (?:lot|pair|two|three|whole lot)|everything|all (?:of (?:it|them)|that|this|two|three|four)))\b/i;

/** "500 for both", 两件一共五百以内: the amount is for several pieces together. */
export function isForAll(text: string): boolean {
  return CHINESE.test(text) || ENGLISH.test(text);
}
