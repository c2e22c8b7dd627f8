import type { Garment } from '../../domain/garment.js';

/** Which of the words stand in a row of these: in a title, a description or a brand, plural or not. */
export function wordsFound(words: readonly string[], garments: readonly Garment[]): string[] {
  const texts = garments.map(textOf);
  return words.filter((word) => {
    const plain = word.toLowerCase().replace(/(?<=\p{Script=Latin}{3})(?:es|s)$/u, '');
    return texts.some((text) => text.includes(plain));
  });
}

/** True where a row has one of these words or a form of it (zippers: zip, zipped), and not within another (pop in poplin). */
export function hasOneOf(words: readonly string[], garment: Garment): boolean {
  const text = textOf(garment);
  return words.some((word) => formsOf(word).test(text));
}

/** The words of which some row has one. */
export function refusedIn(words: readonly string[], garments: readonly Garment[]): string[] {
  return words.filter((word) => garments.some((garment) => hasOneOf([word], garment)));
}

function formsOf(word: string): RegExp {
  const plain = word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (!/[a-z]$/.test(plain)) return new RegExp(plain, 'u');
  const stem = plain.replace(/([bdgmnpt])\1ers?$|(?<=[a-z]{3})(?:es|s)$/, '$1');
  return new RegExp(`(?<![a-z])${stem}(?:${stem.at(-1)}?(?:e|e?s|ed|ers?|ing|y))?(?![a-z])`, 'u');
}

function textOf({ title, description, brand }: Garment): string {
  return [...Object.values(title), ...Object.values(description), brand ?? ''].join('\n').toLowerCase();
}
