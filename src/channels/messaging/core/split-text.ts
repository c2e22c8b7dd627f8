/** How a platform counts: characters as people see them, code points, UTF-16 units, or bytes of UTF-8. */
export type Measure = 'graphemes' | 'codepoints' | 'utf16' | 'bytes';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The length of a text as a platform counts it. */
export function lengthIn(text: string, measure: Measure): number {
  switch (measure) {
    case 'graphemes':
      return [...graphemes.segment(text)].length;
    case 'codepoints':
      return [...text].length;
    case 'utf16':
      return text.length;
    case 'bytes':
      return Buffer.byteLength(text);
  }
}

/** At most `limit`, cut between characters as people see them (never inside an emoji), with an ellipsis. */
export function clip(text: string, limit: number, measure: Measure): string {
  if (lengthIn(text, measure) <= limit) return text;
  const room = limit - lengthIn('…', measure);
  return `${fill(text, room, measure).trimEnd()}…`;
}

/**
 * The whole text in pieces of at most `limit`, broken at a line's end where one is near, else after a sentence or a
 * word, else between two characters as people see them.
 */
export function splitText(text: string, limit: number, measure: Measure): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (lengthIn(rest, measure) > limit) {
    const most = fill(rest, limit, measure);
    const at = breakIn(most) ?? (most.length || [...rest][0]?.length || 1);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** The longest beginning that is no longer than `room`. */
function fill(text: string, room: number, measure: Measure): string {
  let end = 0;
  let length = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    length += measure === 'graphemes' ? 1 : lengthIn(segment, measure);
    if (length > room) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Where to break, in the second half alone: short pieces read badly. */
function breakIn(text: string): number | undefined {
  const half = text.length / 2;
  for (const pattern of [/\n/g, /[。！？!?]|\.\s/g, /[，,、；;]|\s/g]) {
    const last = [...text.matchAll(pattern)].at(-1);
    if (last !== undefined && last.index + last[0].length > half) return last.index + last[0].length;
  }
  return undefined;
}
