const INVALID_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const PICTOGRAPHS = /\p{Extended_Pictographic}|\u{FE0F}|\u{200D}/gu;
const SENTENCE = /[^。！？!?\n]*?(?:[。！？!?\n]+|\.(?=\s|$)|$)/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** A minute and a half of talk: nobody listens longer, and every platform's limit is far above it. */
const LONGEST = 1_200;

/**
 * What a voice is given: no pictographs, nothing XML cannot hold, and at most `longest` UTF-16 units. Where it is
 * longer, sentences before the last are dropped from the end, since the last one asks.
 */
export function utterance(text: string, longest = LONGEST): string {
  const clean = text.replace(INVALID_IN_XML, '').replace(PICTOGRAPHS, '').replace(/\s+/g, ' ').trim();
  if (clean.length <= longest) return clean;
  const sentences = clean.match(SENTENCE)?.filter((sentence) => sentence.trim() !== '') ?? [];
  const last = cut(sentences.pop() ?? '', longest);
  let said = '';
  for (const sentence of sentences) {
    if (said.length + sentence.length + last.length > longest) break;
    said += sentence;
  }
  return (said + last).trim();
}

/** An utterance as SSML, every character of it inert. */
export function ssmlOf(text: string): string {
  return `<speak>${utterance(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')}</speak>`;
}

/** At most `longest` UTF-16 units, never half a character. */
function cut(text: string, longest: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > longest) break;
    kept += character;
  }
  return kept;
}
