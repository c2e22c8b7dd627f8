import type { Mention } from './match-facets.js';

/** Sleeves of whatever length: 有袖子的, "has sleeves". What kind of sleeve they are is another word's matter. */
const SLEEVED =
  /(?<![没不无未别])(?:要|得|需要|必须|希望)?(?:有|带|加)(?:个|点|了|上)?袖子?(?![扣口套标])(?:的)?|\b(?:with|has|have|having|add|needs?|wants?|wears?|got|gets?|include|including) (?:some |proper |actual |real |any |[a-z]+ and )?sleeves\b|(?<![a-z][ -])\bsleeved\b/g;
/** A question and a refusal are no wish: "does it have sleeves", "doesn't have sleeves", 有袖子吗. */
const NO_WISH_BEFORE = /\b(?:does|do|did|not|n't|without|no|never|don't)\b[^,.?!]{0,24}$|(?:不要|不想要|别|有没|没)$/;
const NO_WISH_BEHIND = /^(?:吗|么|没有?|嘛)/;

/** A wish for sleeves, as the refusal of what has none. */
export function findSleeved(text: string): Mention[] {
  return [...text.matchAll(SLEEVED)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const wished =
      !NO_WISH_BEFORE.test(text.slice(Math.max(0, start - 30), start)) && !NO_WISH_BEHIND.test(text.slice(end));
    return wished
      ? [{ start, end, key: 'sleeves', values: [{ facet: 'sleeve', id: 'sleeveless' }], by: 'exact' } as const]
      : [];
  });
}
