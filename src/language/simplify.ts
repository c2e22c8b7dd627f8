import { Converter } from 'opencc-js/t2cn';

/** A rewritten text; unit i of `text` stands for the input's units [starts[i], ends[i]). */
export interface Rewrite {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const convert = Converter({ from: 'twp', to: 'cn' });

/**
 * Traditional characters and Taiwan's words to simplified ones (opencc-js), with an alignment. Simplified
 * text comes back as it was. Where a phrase changes its length, its whole stretch maps to the replacement.
 */
export function simplify(text: string): Rewrite {
  const converted = convert(text);
  if (converted.length === text.length)
    return { text: converted, starts: count(text.length, 0), ends: count(text.length, 1) };
  const head = agreement(text, converted, (from, to, at) => [from.charAt(at), to.charAt(at)]);
  const limit = Math.min(text.length, converted.length) - head;
  const tail = Math.min(
    limit,
    agreement(text, converted, (from, to, at) => [from.charAt(from.length - 1 - at), to.charAt(to.length - 1 - at)]),
  );
  const shift = text.length - converted.length;
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < converted.length; at++) {
    const inside = at >= head && at < converted.length - tail;
    starts.push(at < head ? at : inside ? head : at + shift);
    ends.push(at < head ? at + 1 : inside ? text.length - tail : at + shift + 1);
  }
  return { text: converted, starts, ends };
}

function count(length: number, from: number): number[] {
  return Array.from({ length }, (_, index) => index + from);
}

/** How many characters in a row correspond one to one, read in the order `pair` gives. */
function agreement(from: string, to: string, pair: (from: string, to: string, at: number) => [string, string]): number {
  let at = 0;
  while (at < Math.min(from.length, to.length)) {
    const [before, after] = pair(from, to, at);
    if (convert(before) !== after) break;
    at++;
  }
  return at;
}
