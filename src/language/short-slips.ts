import { NEXT_TO } from './slip-cost.js';

/** Names of words too short to be corrected at large, by what a slip of the finger leaves of them. */
export class ShortSlips {
  /** By the typed form; none where two names share it. */
  readonly #names = new Map<string, string | undefined>();

  /**
   * A name of three to five letters: with two neighbours swapped (bleu, rde), with one letter left out (wach), or of
   * four with the key beside one of its letters (woll). The first letter is nearly always right.
   */
  add(name: string): void {
    if (!/^[a-z]{3,5}$/.test(name)) return;
    for (let at = 1; at < name.length; at++) {
      const [before, letter, behind] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
      if (name.length === 5) this.#keep(before + behind, name);
      if (behind !== '') this.#keep(before + behind.charAt(0) + letter + behind.slice(1), name);
      if (name.length === 4 && behind !== '')
        for (const other of NEXT_TO[letter] ?? '') this.#keep(before + other + behind, name);
    }
  }

  read(word: string): string | undefined {
    return this.#names.get(word);
  }

  #keep(typed: string, name: string): void {
    if (typed === name) return;
    this.#names.set(typed, this.#names.has(typed) && this.#names.get(typed) !== name ? undefined : name);
  }
}
