/** Behind other words these are endings: inferring, penalties. */
const ENDINGS = /^(?:rings?|ties?)$/;

/** Words that were typed without the space between them: totebag, pufferjacket, blackdress. */
export class RunTogether {
  /** Names of several words by their letters, also where one letter is missing (basballcap). */
  readonly #names = new Map<string, string>();
  readonly #lacking = new Map<string, string | undefined>();

  /** A name of several words. */
  add(name: string): void {
    const joined = name.replaceAll(' ', '');
    if (joined.length < 6) return;
    this.#names.set(joined, name);
    if (joined.length < 7) return;
    for (let at = 1; at < joined.length; at++) {
      const left = joined.slice(0, at) + joined.slice(at + 1);
      this.#lacking.set(left, this.#lacking.has(left) && this.#lacking.get(left) !== name ? undefined : name);
    }
  }

  /** The words of a name that was run together; undefined where it is none. */
  name(typed: string): string | undefined {
    const whole = this.#names.get(typed);
    if (whole !== undefined) return whole;
    const single = typed.endsWith('s') ? this.#names.get(typed.slice(0, -1)) : undefined;
    return single === undefined ? this.#lacking.get(typed) : `${single}s`;
  }

  /** A known word and the garment behind it, with a space between them; long garments first. */
  apart(typed: string, isGarment: (word: string) => boolean, isWord: (word: string) => boolean): string | undefined {
    for (let at = 3; at <= typed.length - 4; at++) {
      const [first, second] = [typed.slice(0, at), typed.slice(at)];
      if (!ENDINGS.test(second) && isWord(first) && (isGarment(second) || isGarment(second.replace(/s$/, ''))))
        return `${first} ${second}`;
    }
    return undefined;
  }
}
