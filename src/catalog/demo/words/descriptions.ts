import type { LocalisedText } from '../../../domain/locale.js';
import type { StyleLine } from '../assortment/sheet.js';
import type { Random } from '../random.js';
import { DETAIL_NOTES, FIT_NOTES, MATERIAL_NOTES, PATTERN_NOTES, WEAR_NOTES } from './notes.js';
import type { Noun } from './nouns.js';

type Note = readonly [zh: string, en: string];

/** Three or four short sentences from the style's facts: cloth, cut, one detail, where to wear it. */
export function descriptionOf(line: StyleLine, noun: Noun, random: Random): LocalisedText {
  const notes: Note[] = [];
  const add = (list: readonly Note[] | undefined): void => {
    if (list && list.length > 0) notes.push(random.pick(list));
  };
  if (line.pattern) add(PATTERN_NOTES[line.pattern]);
  if (line.material) add(MATERIAL_NOTES[line.material]);
  add(FIT_NOTES[line.fit ?? ''] ?? FIT_NOTES[line.length ?? '']);
  const detail = line.details.find((id) => DETAIL_NOTES[id]);
  if (detail) add(DETAIL_NOTES[detail]);
  add(WEAR_NOTES[random.pick(line.occasions)]);
  const unique = [...new Map(notes.map((note) => [note[0], note])).values()];
  const zh = unique.map((note) => note[0].replaceAll('{it}', noun.zh)).join('');
  const en = unique.map((note) => note[1].replaceAll('{it}', noun.en)).join(' ');
  return { 'zh-CN': zh, en };
}
