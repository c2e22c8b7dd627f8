/** True where the shopper asked their device for less movement. */
export function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** True on a phone or a tablet, whose keyboard covers half of what there is to see. */
export function hasScreenKeyboard(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
