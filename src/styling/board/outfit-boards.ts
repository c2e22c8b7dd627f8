import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { GarmentStore } from '../../catalog/garment-store.js';
import type { Garment } from '../../domain/garment.js';
import { LOCALES, type Locale } from '../../domain/locale.js';
import { ownGarment } from '../../domain/own-piece.js';
import { isOwn, OWN } from '../../domain/own-piece-id.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { createFashionKnowledge } from '../fashion-knowledge.js';
import type { BoardPicture } from './cut-out.js';
import { type BoardPiece, renderOutfitBoard } from './render-outfit-board.js';
import { silhouetteOf } from './silhouette.js';

export interface OutfitBoardsDeps {
  readonly garments: GarmentStore;
  readonly vocabulary: Vocabulary;
  /** A garment's drawing or photo; undefined where it has none that can be had. */
  readonly pictureOf: (garment: Garment) => Promise<BoardPicture | undefined>;
  /** Draws a piece of the shopper's own, of which no photo is kept; undefined for a kind that cannot be drawn. */
  readonly likeness?: (garment: Garment) => string | undefined;
  /** What stands below the name of an own piece; nothing by default. */
  readonly ownNote?: (locale: Locale) => string;
  /** Bytes of boards kept; 24 MB (some 500 boards) by default. */
  readonly cacheBytes?: number;
}

export interface OutfitBoard {
  readonly bytes: Buffer;
  readonly contentType: 'image/webp';
  /** Of the content, for ETag. */
  readonly hash: string;
}

export interface OutfitBoards {
  /** The path under which the board of these garments is served, or undefined where it holds none of them. */
  address(garments: readonly BoardGarment[], locale: Locale): string | undefined;
  /** The board an address of `address` names; undefined for any other path, or where no picture can be had. */
  board(path: string): Promise<OutfitBoard | undefined>;
}

type BoardGarment = Pick<Garment, 'id' | 'category' | 'colours' | 'pattern'>;

const PREFIX = '/boards/';
const MOST_PIECES = 6;
const OWN_COLOURS = 3;

/**
 * Outfit boards by address. A board is drawn at its first request, one at a time, and kept by what it shows
 * (facts, pictures, labels), so that a changed garment gets a new one.
 */
export function createOutfitBoards(deps: OutfitBoardsDeps): OutfitBoards {
  const knowledge = createFashionKnowledge(deps.vocabulary);
  const kept = new LRUCache<string, OutfitBoard>({
    maxSize: deps.cacheBytes ?? 24 * 1024 * 1024,
    sizeCalculation: ({ bytes }) => bytes.length,
  });
  const drawing = new Map<string, Promise<OutfitBoard | undefined>>();
  let last: Promise<unknown> = Promise.resolve();

  async function piecesOf(ids: readonly string[], locale: Locale): Promise<BoardPiece[]> {
    const own = ids.flatMap((id) => ownOf(id, deps.vocabulary) ?? []);
    const sold = await deps.garments.getMany(ids.filter((id) => !isOwn({ id })).slice(0, MOST_PIECES));
    const pieces: BoardPiece[] = [];
    for (const garment of [...own, ...sold]) {
      const slot = knowledge.category(garment.category)?.slot;
      if (slot === undefined || pieces.some((piece) => piece.slot === slot)) continue;
      const { category, length } = garment;
      const shown = { slot, category, length };
      const label = shortName(garment, deps.vocabulary, locale);
      if (isOwn(garment)) {
        const svg = deps.likeness?.(garment);
        const note = deps.ownNote?.(locale) ?? '';
        pieces.push({ ...shown, picture: svg === undefined ? silhouetteOf(slot) : { svg }, label, note });
        continue;
      }
      const picture = await deps.pictureOf(garment);
      if (picture) pieces.push({ ...shown, picture, label });
    }
    return pieces;
  }

  async function draw(ids: readonly string[], locale: Locale): Promise<OutfitBoard | undefined> {
    const pieces = await piecesOf(ids, locale);
    if (pieces.length === 0) return undefined;
    const hash = contentHash(pieces);
    const known = kept.get(hash);
    if (known) return known;
    // One after the other: a board takes most of a core for a moment, and turns come first.
    const mine = last.then(() => renderOutfitBoard({ pieces }));
    last = mine.catch(() => undefined);
    const board: OutfitBoard = { bytes: await mine, contentType: 'image/webp', hash };
    kept.set(hash, board);
    return board;
  }

  return {
    address(garments, locale) {
      if (garments.length === 0) return undefined;
      const ids = garments
        .slice(0, MOST_PIECES)
        .map((garment) => Buffer.from(nameOf(garment), 'utf8').toString('base64url'));
      return `${PREFIX}${locale}/${ids.join('.')}.webp`;
    },
    async board(path) {
      const asked = parseAddress(path);
      if (asked === undefined) return undefined;
      const running = drawing.get(path);
      if (running) return running;
      const board = draw(asked.ids, asked.locale).finally(() => drawing.delete(path));
      drawing.set(path, board);
      return board;
    },
  };
}

/**
 * A garment in an address: its id; of an own piece what is drawn of it and no more, since addresses are read by
 * others than its owner.
 */
function nameOf(garment: BoardGarment): string {
  if (!isOwn(garment)) return garment.id;
  const { category, colours, pattern } = garment;
  return `${OWN}${[category ?? '', colours.slice(0, OWN_COLOURS).join('+'), pattern ?? ''].join('/')}`;
}

/** The own piece that a name of `nameOf` tells of, in words of the vocabulary alone. */
function ownOf(name: string, vocabulary: Vocabulary): Garment | undefined {
  if (!isOwn({ id: name })) return undefined;
  const [category = '', colours = '', pattern = ''] = name.slice(OWN.length).split('/');
  if (!vocabulary.has('category', category)) return undefined;
  const known = colours.split('+').filter((colour) => vocabulary.has('colours', colour));
  return ownGarment(
    {
      id: name,
      category,
      colours: known.slice(0, OWN_COLOURS),
      pattern: vocabulary.has('pattern', pattern) ? pattern : null,
      embedding: '',
    },
    { 'zh-CN': '', en: '' },
  );
}

function parseAddress(path: string): { ids: string[]; locale: Locale } | undefined {
  const [, locale, names] = /^\/boards\/([A-Za-z-]{2,5})\/([\w.-]{1,2000})\.webp$/.exec(path) ?? [];
  const spoken = LOCALES.find((known) => known === locale);
  if (spoken === undefined || names === undefined) return undefined;
  const ids = names.split('.').map((name) => Buffer.from(name, 'base64url').toString('utf8'));
  return ids.length > MOST_PIECES || ids.includes('') ? undefined : { ids, locale: spoken };
}

/** Colour and kind in the reply's language: titles are too long for a flat lay. */
export function shortName(garment: Garment, vocabulary: Vocabulary, locale: Locale): string {
  const colour = garment.colours[0];
  const parts = [
    ...(colour === undefined ? [] : [vocabulary.displayName('colours', colour, locale)]),
    ...(garment.category === null ? [] : [vocabulary.displayName('category', garment.category, locale)]),
  ];
  const name = parts.join(locale === 'en' ? ' ' : '');
  return locale === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

function contentHash(pieces: readonly BoardPiece[]): string {
  const hash = createHash('sha256').update('board-4');
  for (const { slot, category, length, label, note, picture } of pieces) {
    hash
      .update(`\0${slot}\0${category ?? ''}\0${length ?? ''}\0${label}\0${note ?? ''}\0`)
      .update('svg' in picture ? picture.svg : picture.bytes);
  }
  return hash.digest('base64url');
}
