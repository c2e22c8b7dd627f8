interface Known {
  readonly word: string;
  readonly rank: number;
}

/**
 * Words by their consonants, for those who leave vowels out: jckt, slvs, and lngr, othr, prka, where only some are
 * missing.
 */
export class Consonants {
  readonly #words = new Map<string, Known[]>();

  /** Of two words as near to what was typed, the one of the lower `rank` is meant. */
  add(word: string, rank: number): void {
    if (word.length < 4 || !/[aeiou]/.test(word)) return;
    for (const bones of new Set([skeleton(word), skeleton(word.replace(/(?<=[aeo])w/g, ''))])) {
      if (bones.length < 2) continue;
      const known = this.#words.get(bones);
      if (!known) this.#words.set(bones, [{ word, rank }]);
      else if (!known.some((other) => other.word === word)) known.push({ word, rank });
    }
  }

  /** The word meant by one that has no vowels, or not all of its own. */
  read(typed: string): string | undefined {
    if (typed.length < 3 || typed.length > 9) return undefined;
    const whole = this.#fitting(typed);
    if (whole !== undefined || !typed.endsWith('s')) return whole;
    const single = this.#fitting(typed.slice(0, -1));
    return single === undefined ? undefined : `${single}s`;
  }

  #fitting(typed: string): string | undefined {
    const bones = skeleton(typed);
    const bare = !/[aeiou]/.test(typed);
    // Of three letters with a vowel among them only one vowel is missing: yga.
    const most = bare ? 5 : typed.length === 3 ? 1 : 2;
    if (typed.length < 3 || (bones.length < 3 && typed.length > 3)) return undefined;
    let best: (Known & { readonly missing: number }) | undefined;
    for (const { word, rank } of this.#words.get(bones) ?? []) {
      const missing = word.length - typed.length;
      if (missing < 1 || missing > most || !leavesOut(word, typed)) continue;
      if (bones.length < 3 && (bare || word.at(-1) !== typed.at(-1))) continue;
      if (!best || beats({ rank, missing }, best)) best = { word, rank, missing };
    }
    return best?.word;
  }
}

/** A garment is meant rather than a colour, a colour rather than the rest; but nobody leaves out half of a word. */
function beats(
  one: { readonly rank: number; readonly missing: number },
  other: { readonly rank: number; readonly missing: number },
): boolean {
  if (Math.abs(one.missing - other.missing) > 1) return one.missing < other.missing;
  return one.rank !== other.rank ? one.rank < other.rank : one.missing < other.missing;
}

/** The letters typed are the word's, in their order. */
function leavesOut(word: string, typed: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** A word as those write it who leave the vowels out. */
function skeleton(word: string): string {
  return word
    .replace(/ck/g, 'k')
    .replace(/(?<!^)[aeiou]/g, '')
    .replace(/(.)\1+/g, '$1');
}
