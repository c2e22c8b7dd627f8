import type { LocalisedText } from '../../../domain/locale.js';
import type { StyleLine } from '../assortment/sheet.js';
import type { Random } from '../random.js';
import { GOODS_MATERIAL_NOTES, GOODS_PATTERN_NOTES, GOODS_WEAR_NOTES } from './goods-notes.js';
import { DETAIL_NOTES, FIT_NOTES, MATERIAL_NOTES, PATTERN_NOTES, WEAR_NOTES } from './notes.js';
import type { Noun } from './nouns.js';

type Note = readonly [zh: string, en: string];
type Notes = Readonly<Record<string, readonly Note[]>>;

/** Three or four short sentences from the style's facts: cloth, cut, one detail, where to wear it. */
export function descriptionOf(line: StyleLine, noun: Noun, random: Random): LocalisedText {
  const notes: Note[] = [];
  const add = (list: readonly Note[] | undefined): void => {
    if (list && list.length > 0) notes.push(random.pick(list));
  };
  // Shoes, bags and accessories have no cut; what is said of clothes would not fit them.
  const goods = line.fit === null;
  const of = (own: Notes, common: Notes, id: string | null): readonly Note[] | undefined =>
    id === null ? undefined : ((goods ? own[id] : undefined) ?? common[id]);
  add(of(GOODS_PATTERN_NOTES, PATTERN_NOTES, line.pattern));
  add(of(GOODS_MATERIAL_NOTES, MATERIAL_NOTES, line.material));
  add(FIT_NOTES[line.fit ?? ''] ?? FIT_NOTES[line.length ?? '']);
  const detail = line.details.find((id) => DETAIL_NOTES[id]);
  if (detail) add(DETAIL_NOTES[detail]);
  add(of(GOODS_WEAR_NOTES, WEAR_NOTES, random.pick(line.occasions)));
  const unique = [...new Map(notes.map((note) => [note[0], note])).values()];
  const zh = unique.map((note) => note[0].replaceAll('{it}', noun.zh)).join('');
  const en = unique.map((note) => note[1].replaceAll('{it}', noun.en)).join(' ');
  return { 'zh-CN': zh, en };
}
