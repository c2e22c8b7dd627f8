import { editDistance } from './english-words.js';

/** The keys around each on a phone. */
export const NEXT_TO: Readonly<Record<string, string>> = {
  a: 'qwsz',
  b: 'vghn',
  c: 'xdfv',
  d: 'serfcx',
  e: 'wsdr',
  f: 'drtgvc',
  g: 'ftyhbv',
  h: 'gyujnb',
  i: 'ujko',
  j: 'huiknm',
  k: 'jiolm',
  l: 'kop',
  m: 'njk',
  n: 'bhjm',
  o: 'iklp',
  p: 'ol',
  q: 'wa',
  r: 'edft',
  s: 'awedxz',
  t: 'rfgy',
  u: 'yhji',
  v: 'cfgb',
  w: 'qase',
  x: 'zsdc',
  y: 'tghu',
  z: 'asx',
};

const VOWEL = /[aeiou]/;

/**
 * How unlikely it is that whoever typed `typed` meant `meant`, in slips: two neighbours swapped or a letter doubled or
 * not come most easily, then the key beside, a vowel by ear, a letter left out; any other letter is a whole slip. After
 * the noisy channel of Kernighan, Church and Gale (1990), with the costs by hand.
 */
export function slipCost(typed: string, meant: string): number {
  const distance = editDistance(typed, meant);
  if (distance !== 1) return distance;
  let at = 0;
  while (at < typed.length && typed.charAt(at) === meant.charAt(at)) at++;
  const [put, wanted] = [typed.charAt(at), meant.charAt(at)];
  if (typed.length > meant.length) {
    if (put === typed.charAt(at - 1) || put === typed.charAt(at + 1)) return 0.5;
    return nextTo(put, typed.charAt(at - 1)) || nextTo(put, typed.charAt(at + 1)) ? 0.7 : 0.9;
  }
  if (typed.length < meant.length)
    return wanted === meant.charAt(at - 1) || wanted === meant.charAt(at + 1) ? 0.5 : 0.7;
  if (put === meant.charAt(at + 1) && typed.charAt(at + 1) === wanted) return 0.5;
  if (nextTo(put, wanted)) return 0.6;
  return VOWEL.test(put) && VOWEL.test(wanted) ? 0.7 : 1;
}

function nextTo(a: string, b: string): boolean {
  return (NEXT_TO[a] ?? '').includes(b) && b !== '';
}
