import type { Slot } from '../outfit-composer.js';

/** Outlines by slot in a box of 100: of a piece that nobody drew and no photo shows. */
const OUTLINES: Readonly<Record<Slot, string>> = {
  top: 'M34 10 50 17 66 10 92 26 82 46 72 41 72 92 28 92 28 41 18 46 8 26Z',
  mid: 'M34 8 50 14 66 8 90 22 96 74 82 77 74 44 74 92 26 92 26 44 18 77 4 74 10 22Z',
  outer: 'M34 5 50 12 66 5 90 18 97 72 84 75 75 42 77 96 23 96 25 42 16 75 3 72 10 18Z',
  bottom: 'M30 5 70 5 77 96 57 96 50 40 43 96 23 96Z',
  onepiece: 'M38 5 44 14 56 14 62 5 70 12 66 40 84 96 16 96 34 40 30 12Z',
  footwear: 'M8 40 30 40 48 58 84 64Q94 67 94 78L6 78Z',
  bag: 'M18 42 34 42Q36 16 50 16 64 16 66 42L82 42 88 92 12 92ZM42 42 58 42Q57 25 50 25 43 25 42 42Z',
};
const SMALL = 'M50 22A28 28 0 1 1 49.9 22ZM50 34A16 16 0 1 0 50.1 34Z';

/** A plain shape in a quiet colour that claims nothing but where the piece is worn. */
export function silhouetteOf(slot: Slot): { readonly svg: string } {
  const outline = OUTLINES[slot] ?? SMALL;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 100 100"><path d="${outline}" fill="#d9cfc0" fill-rule="evenodd" stroke="#a99b88" stroke-width="1" stroke-dasharray="3 2" stroke-linejoin="round"/></svg>`,
  };
}
