const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gi;
const MARKUP = /[*_`~#<>[\]{}|\\^]+/g;
/** Codes nobody says aloud: a run of capitals and digits with at least two digits (AB-1203, SKU00912). */
const CODE = /\b(?=[A-Z0-9-]*[0-9][A-Z0-9-]*[0-9])(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{3,}\b/g;
const LONGEST = 80;
/** What is looked at: the patterns look ahead, and a feed may hold pages. */
const READ = 300;

/** A feed's text as a voice may say it: no addresses, codes or markup, and no longer than a breath. */
export function speakable(text: string): string {
  const clean = text
    .slice(0, READ)
    .replace(ADDRESS, ' ')
    .replace(CODE, ' ')
    .replace(MARKUP, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...clean];
  return characters.length <= LONGEST ? clean : characters.slice(0, LONGEST).join('').trimEnd();
}
