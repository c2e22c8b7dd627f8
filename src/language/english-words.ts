import distances from 'natural/lib/natural/distance/levenshtein_distance.js';
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import stopwords from 'natural/lib/natural/util/stopwords.js';

/** The stem of an English word (Porter); words with a digit come back as they are. */
export function stem(word: string): string {
  return /\d/.test(word) || word.length < 3 ? word : PorterStemmer.stem(word);
}

/** Edits between two words, a swap of neighbours counting as one (Damerau-Levenshtein, restricted). */
export function editDistance(a: string, b: string): number {
  return distances.DamerauLevenshteinDistance(a, b, { restricted: true });
}

/** English words without content of their own. */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set([
  ...stopwords.words.filter((word) => word.length > 1),
  ...'i a an the and or but if of at by for with about against between into through during before after above below to from up down in out on off over under again further then once here there when where why how all any both each few more most other some such no nor not only own same so than too very can will just don should now am is are was were be been being have has had do does did doing would could ought might must shall me my mine we our us you your he him his she her it its they them their what which who whom this that these those im ive id ill youre dont doesnt didnt isnt arent wont cant couldnt wouldnt shouldnt let lets got get please pls plz thanks thank hi hello hey ok okay'.split(
    ' ',
  ),
]);
