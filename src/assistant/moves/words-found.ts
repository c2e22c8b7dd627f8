import type { Garment } from '../../domain/garment.js';

/** Which of the words stand in a row of these: in a title, a description or a brand, plural or not. */
export function wordsFound(words: readonly string[], garments: readonly Garment[]): string[] {
  const texts = garments.map((garment) =>
    [...Object.values(garment.title), ...Object.values(garment.description), garment.brand ?? '']
      .join('\n')
      .toLowerCase(),
  );
  return words.filter((word) => {
    const plain = word.toLowerCase().replace(/(?<=\p{Script=Latin}{3})(?:es|s)$/u, '');
    return texts.some((text) => text.includes(plain));
  });
}

/** True where a row has one of these words, or what they are short for (zippers, zip). */
export function hasOneOf(words: readonly string[], garment: Garment): boolean {
  return wordsFound(words.map(shortest), [garment]).length > 0;
}

/** The words of which some row has one. */
export function refusedIn(words: readonly string[], garments: readonly Garment[]): string[] {
  return words.filter((word) => garments.some((garment) => hasOneOf([word], garment)));
}

/** Zippers and poppers are also written zip and pop. */
function shortest(word: string): string {
  return word.toLowerCase().replace(/([bdgmnpt])\1ers?$/, '$1');
}
