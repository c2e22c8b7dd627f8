/** Small words that requests hang on, where a thumb swaps two letters (teh, mcuh, wrok, taht). */
const SMALL =
  'the and for with what that this much have from your want need size show more less than just look work over some like ' +
  'would could which there where when back other any long same very good nice wear them they these those does under ' +
  'about around below please thanks something anything cheap price colour color tall wide high low plus down rain dark ' +
  'light short tight loose baby kids mens girl boys ladies women first second third fourth last prom gym yoga swim size sizes fit fits';

/** Words by what a swap of two neighbours makes of them. */
export class SwappedLetters {
  /** None where two words come to the same. */
  readonly #words = new Map<string, string | undefined>();

  constructor() {
    for (const word of SMALL.split(' ')) this.add(word);
  }

  add(word: string): void {
    for (let at = 0; at < word.length - 1; at++) {
      const typed = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
      if (typed === word) continue;
      const known = this.#words.has(typed) && this.#words.get(typed) !== word;
      this.#words.set(typed, known ? undefined : word);
    }
  }

  read(typed: string): string | undefined {
    return typed.length < 3 ? undefined : this.#words.get(typed);
  }
}

/** Words of their own that such a swap makes. */
export const SWAPS_THAT_ARE_WORDS = new Set(
  'form fro hte dna lots lost tow nay nad hatt saem bakc lal otehr wares swear sear ware ear spa gals slat salt ebay aby idsk mild dawn wode hgih wolf flow nwod arin dakr diva sith hits thier tire tier trie ekil lien ligth bots tobs stir ridge sacred carted rpom prmo mgy gmy tif ftis sift fist site sties tis nto ton'.split(
    ' ',
  ),
);
