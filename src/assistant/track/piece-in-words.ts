import type { Garment } from '../../domain/garment.js';
import { ownGarment } from '../../domain/own-piece.js';
import { isOwn, ownPieceId } from '../../domain/own-piece-id.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { garmentOf } from '../own-pieces.js';
import { slotOf } from './outfit-slots.js';

/** A piece told of and not shown: "what goes with a white shirt?", 黑色皮裙怎么搭, "with my own jeans". */
export interface PieceInWords {
  /** Its words are its id, so that whoever meets it later knows it again. */
  readonly garment: Garment;
  /** Other kinds named beside it: what is asked to go with it. */
  readonly others: readonly string[];
}

/** What stands after it is worn with the other: "with", "around". */
const BEFORE_IT = /\b(?:goes? with|go with|with|around|match(?:es)?|for|style|pair)\b/g;
/** What stands before it is asked about: 白衬衫配什么裙子. */
const AFTER_IT = /怎么|如何|配|搭|可以/;
const COLOURS = 2;
const DESCRIBED = 'told/';
/** Kinds that say for whom, where the words do not. */
const FOR_WOMEN: ReadonlySet<string> = new Set([
  'dress',
  'gown',
  'qipao',
  'skirt',
  'blouse',
  'camisole',
  'bodysuit',
  'heels',
  'leggings',
  'romper',
]);

/** The piece that the words describe; undefined where they name no kind that is worn. */
export function pieceInWords(text: string, vocabulary: Vocabulary): PieceInWords | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  const kinds = found(plain, 'category', vocabulary).filter(({ id }) => slotOf(id, vocabulary) !== undefined);
  const piece = (/[\u4e00-\u9fff]/.test(plain) ? askedAbout(plain, kinds) : wornWith(plain, kinds)) ?? kinds[0];
  if (piece === undefined) return undefined;
  const before = kinds.filter(({ end }) => end <= piece.start).at(-1)?.end ?? 0;
  const own = plain.slice(before, piece.end);
  const colours = found(own, 'colours', vocabulary).map(({ id }) => id);
  const [pattern] = found(own, 'pattern', vocabulary).map(({ id }) => id);
  const garment = described(piece.id, [...new Set(colours)].slice(0, COLOURS), pattern ?? null, vocabulary);
  const others = kinds.filter(({ id }) => id !== piece.id).map(({ id }) => id);
  return { garment, others: [...new Set(others)] };
}

/** True where something is named that nobody wears: a perfume, a lipstick. */
export function namesOnlyUnworn(text: string, vocabulary: Vocabulary): boolean {
  const kinds = found(text.normalize('NFKC').toLowerCase(), 'category', vocabulary);
  return kinds.length > 0 && kinds.every(({ id }) => slotOf(id, vocabulary) === undefined);
}

/** The garment an id of `pieceInWords` tells of; undefined for any other id. */
export function pieceTold(id: string, vocabulary: Vocabulary): Garment | undefined {
  const prefix = ownPieceId(DESCRIBED);
  if (!isOwn({ id }) || !id.startsWith(prefix)) return undefined;
  const [category = '', colours = '', pattern = ''] = id.slice(prefix.length).split('/');
  if (!vocabulary.has('category', category)) return undefined;
  const known = colours.split('+').filter((colour) => vocabulary.has('colours', colour));
  return described(category, known, vocabulary.has('pattern', pattern) ? pattern : null, vocabulary);
}

function described(
  category: string,
  colours: readonly string[],
  pattern: string | null,
  vocabulary: Vocabulary,
): Garment {
  const id = ownPieceId(`${DESCRIBED}${category}/${colours.join('+')}/${pattern ?? ''}`);
  const piece = { id, category, colours: [...colours], pattern, embedding: '' };
  const audience = FOR_WOMEN.has(category) ? 'women' : null;
  return { ...ownGarment(piece, garmentOf(piece, vocabulary).title), audience };
}

interface Named {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

function askedAbout(text: string, kinds: readonly Named[]): Named | undefined {
  const at = text.search(AFTER_IT);
  return kinds.filter(({ end }) => at < 0 || end <= at).at(-1);
}

function wornWith(text: string, kinds: readonly Named[]): Named | undefined {
  const last = [...text.matchAll(BEFORE_IT)].at(-1);
  return kinds.find(({ start }) => last !== undefined && start > last.index);
}

/** Every id of a facet that is named, by its longest name, in the order of the text. */
function found(text: string, facet: 'category' | 'colours' | 'pattern', vocabulary: Vocabulary): Named[] {
  const names = vocabulary
    .entries(facet)
    .flatMap(({ id, synonyms }) => [...synonyms['zh-CN'], ...synonyms.en].map((name) => ({ id, name })))
    .sort((a, b) => b.name.length - a.name.length);
  const taken: Named[] = [];
  for (const { id, name } of names) {
    for (const { index, length } of occurrences(text, name.toLowerCase())) {
      const end = index + length;
      if (taken.every((one) => end <= one.start || index >= one.end)) taken.push({ id, start: index, end });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

function occurrences(text: string, name: string): { index: number; length: number }[] {
  if (!text.includes(name)) return [];
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // T恤 is found like 裙子: no word ends where a Chinese one begins.
  const pattern = /[^\x20-\x7e]/.test(name) ? literal : `\\b${literal}(?:e?s)?\\b`;
  return [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => ({ index: match.index, length: match[0].length }));
}
