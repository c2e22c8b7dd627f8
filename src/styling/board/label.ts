import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** A fresh machine has no Chinese font: the labels bring their own (SIL Open Font License). */
const FONT_FILE = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
);
const FONT = 'Noto Sans SC';
const INK = '#4b4238';
const NOTE_INK = '#86745e';
/** Han characters in a line; Latin letters count for about half of one. */
const LINE = 11;

/** One label as a PNG with its size, at most two lines; a note stands below it in a line of its own. */
export async function labelPicture(
  text: string,
  pixels: number,
  note = '',
): Promise<{ png: Buffer; width: number; height: number } | undefined> {
  const lines = linesOf(text);
  if (lines.length === 0) return undefined;
  const below =
    note === '' ? '' : `\n<span foreground="${NOTE_INK}" size="90%" letter_spacing="1200">${escaped(note)}</span>`;
  const markup = `<span foreground="${INK}" letter_spacing="600">${lines.map(escaped).join('\n')}</span>${below}`;
  const { data, info } = await sharp({
    text: { text: markup, font: `${FONT} ${pixels}px`, fontfile: FONT_FILE, rgba: true, align: 'centre', spacing: 2 },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

/** Words of English and characters of Chinese, wrapped to at most two lines, the rest cut with an ellipsis. */
export function linesOf(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim()
      .match(/[\p{Script=Han}，。、·]|[^\p{Script=Han}，。、·\s]+\s?|\s/gu) ?? [];
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && widthOf(line + word.trimEnd()) > LINE) lines.push('');
    lines[lines.length - 1] += word;
  }
  const kept = lines.map((line) => line.trim()).filter(Boolean);
  if (kept.length <= 2) return kept.map((line) => shortened(line));
  return [shortened(kept[0] ?? ''), `${shortened(kept[1] ?? '', LINE - 1)}…`];
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef]/.test(character) ? 1 : 0.56;
  return width;
}

function shortened(line: string, most = LINE * 1.6): string {
  let kept = '';
  for (const character of line) {
    if (widthOf(kept + character) > most) return `${kept}…`;
    kept += character;
  }
  return kept;
}

function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
