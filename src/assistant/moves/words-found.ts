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
