/**
 * WeChat and WeCom draw `<a href=…>` in a text as a link (also one that sends a message in the shopper's name) and
 * have no way to write it literally: such a tag gets the full-width sign, which means nothing to them. All other
 * markup is text there.
 */
export function inertText(text: string): string {
  return text.replace(/<(?=[\s/\p{Cf}\p{Cc}]*a(?![a-z0-9]))/giu, '＜');
}
