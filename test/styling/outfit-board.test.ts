import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDrawnLikeness } from '../../src/catalog/demo/drawn-likeness.js';
import type { Garment } from '../../src/domain/garment.js';
import { arrange, type Place, type ToLay } from '../../src/styling/board/arrangement.js';
import { cutOutOf } from '../../src/styling/board/cut-out.js';
import { labelPicture, linesOf } from '../../src/styling/board/label.js';
import { createOutfitBoards, type OutfitBoards } from '../../src/styling/board/outfit-boards.js';
import { renderOutfitBoard } from '../../src/styling/board/render-outfit-board.js';
import { createFashionKnowledge } from '../../src/styling/fashion-knowledge.js';
import {
  garmentOf,
  type InMemoryCatalogue,
  inMemoryCatalogue,
  projectVocabulary,
} from '../support/in-memory-catalogue.js';

const shirt =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120"><path d="M20 10h60v100h-60z" fill="#224"/></svg>';

/** A photo of a red square with a white heart of its own, on white. */
async function photo(): Promise<Buffer> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="#fdfdfd"/><rect x="50" y="40" width="100" height="120" fill="#b22"/><rect x="90" y="90" width="20" height="20" fill="#fdfdfd"/></svg>';
  return sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer();
}

describe('cutting a garment out', () => {
  it('takes the white ground away and keeps the white inside the garment', async () => {
    const { rgba, width, height, cut } = await cutOutOf({ bytes: await photo() });
    expect(cut).toBe(true);
    expect(width).toBeGreaterThan(90);
    expect(width).toBeLessThan(110);
    const middle = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 4;
    expect([...rgba.subarray(middle, middle + 4)].every((value) => value > 230)).toBe(true);
  });

  it('does not eat a white garment on white: it is cut with care or laid down as a print', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="#fff"/><rect x="40" y="30" width="120" height="140" fill="#f1f1ef"/><rect x="40" y="30" width="6" height="140" fill="#ccc"/></svg>';
    const { width, height, cut } = await cutOutOf({ bytes: await sharp(Buffer.from(svg)).png().toBuffer() });
    if (cut) expect(width).toBeGreaterThan(110);
    else expect([width, height]).toEqual([200, 200]);
  });

  it('leaves a photo with a busy ground whole', async () => {
    const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 7919) % 256));
    const bytes = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
      .png()
      .toBuffer();
    expect((await cutOutOf({ bytes })).cut).toBe(false);
  });

  it('rejects what is no picture', async () => {
    await expect(cutOutOf({ bytes: Buffer.from('not a picture') })).rejects.toThrow();
  });
});

describe('labels', () => {
  it('are drawn from the font that comes along, in Chinese and English, markup inert', async () => {
    for (const text of ['米色西装外套', 'Beige <b>blazer</b> & co']) {
      const label = await labelPicture(text, 20);
      const { channels } = await sharp(label?.png).stats();
      expect(channels[3]?.max).toBeGreaterThan(200);
      expect(label?.width).toBeGreaterThan(60);
    }
    expect(await labelPicture('  ', 20)).toBeUndefined();
  });

  it('take two lines at most', () => {
    expect(linesOf('Beige oversized double-breasted wool blazer with padded shoulders')).toHaveLength(2);
    expect(linesOf('米色西装外套')).toEqual(['米色西装外套']);
  });
});

const BOARD = { width: 900, height: 1080 };
const SQUARE: ReadonlySet<string> = new Set(['footwear', 'bag', 'earrings']);
const laid = (slot: string): ToLay => ({
  slot,
  width: SQUARE.has(slot) ? 100 : 80,
  height: 100,
  label: { width: 120, height: 30 },
});
const withLabel = ({ left, top, width, height }: Place): Omit<Place, 'turn'> => ({
  left,
  top,
  width,
  height: height + 30,
});

describe('a flat lay', () => {
  it.each([
    [['outer', 'top', 'bottom', 'footwear']],
    [['onepiece', 'footwear', 'bag', 'earrings']],
    [['top', 'bottom', 'footwear', 'bag']],
    [['outer', 'onepiece', 'footwear', 'bag']],
    [['footwear', 'bag']],
    [['outer', 'mid', 'top', 'bottom', 'footwear', 'bag']],
  ])('keeps %j on the board and apart, labels and all', (slots) => {
    const places = arrange(slots.map(laid), BOARD).map(withLabel);
    expect(places).toHaveLength(slots.length);
    for (const [index, a] of places.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.top).toBeGreaterThanOrEqual(0);
      expect(a.left + a.width).toBeLessThanOrEqual(BOARD.width);
      expect(a.top + a.height).toBeLessThanOrEqual(BOARD.height);
      for (const b of places.slice(index + 1)) {
        const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
        const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
        expect(Math.max(0, across) * Math.max(0, down)).toBe(0);
      }
    }
  });

  it('is of one scale: a coat longer than a jacket, a long skirt than a short one, trousers than a shirt', () => {
    const heightOf = (piece: Partial<ToLay>, beside: string[] = ['footwear']) =>
      arrange([{ ...laid(piece.slot ?? ''), ...piece }, ...beside.map(laid)], BOARD).map(({ height }) => height);
    const ratio = ([first = 0, second = 1]: number[]) => first / second;
    expect(ratio(heightOf({ slot: 'outer', category: 'coat' }, ['top']))).toBeGreaterThan(1.2);
    expect(ratio(heightOf({ slot: 'bottom', category: 'trousers' }, ['top']))).toBeGreaterThan(1.2);
    const skirt = (length: string) => ratio(heightOf({ slot: 'bottom', category: 'skirt', length }, ['top']));
    expect(skirt('long')).toBeGreaterThan(1.5 * skirt('short'));
  });

  it('stands shoes at the foot of their column and leaves no column to a single small thing', () => {
    const [, bag, shoes] = arrange(['onepiece', 'bag', 'footwear'].map(laid), BOARD);
    expect(bag?.left).toBeGreaterThan(BOARD.width / 2);
    expect(shoes?.top).toBeGreaterThan((bag?.top ?? 0) + (bag?.height ?? 0));
  });

  it('uses most of its height', () => {
    for (const slots of [
      ['outer', 'top', 'bottom', 'footwear'],
      ['top', 'bottom', 'footwear'],
      ['onepiece', 'footwear'],
    ]) {
      const places = arrange(slots.map(laid), BOARD).map(withLabel);
      const top = Math.min(...places.map((place) => place.top));
      const foot = Math.max(...places.map((place) => place.top + place.height));
      expect((foot - top) / BOARD.height, slots.join()).toBeGreaterThan(0.6);
    }
  });

  it('is a WebP of the asked width that shows every piece', async () => {
    const board = await renderOutfitBoard({
      width: 400,
      pieces: [
        { slot: 'top', picture: { svg: shirt }, label: '衬衫' },
        { slot: 'bottom', picture: { bytes: await photo() }, label: 'Skirt' },
        { slot: 'bag', picture: { bytes: Buffer.from('broken') }, label: 'Lost' },
      ],
    });
    const { data, info } = await sharp(board).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 400, height: 480 });
    const seen = { navy: 0, red: 0 };
    for (let at = 0; at < data.length; at += 3) {
      const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
      if (r < 60 && g < 60 && b > 45) seen.navy++;
      if (r > 150 && g < 70 && b < 70) seen.red++;
    }
    expect(seen.navy).toBeGreaterThan(2000);
    expect(seen.red).toBeGreaterThan(2000);
  });

  it('needs one picture at least', async () => {
    const pieces = [{ slot: 'top', picture: { bytes: Buffer.from('broken') }, label: '' }];
    await expect(renderOutfitBoard({ pieces })).rejects.toThrow(RangeError);
  });
});

const SHIRT = garmentOf({ id: '衬衫/1', category: 'shirt', colours: ['white'] });
const JEANS = garmentOf({ id: 'b', category: 'jeans', colours: ['blue'] });
const own = (category: string, colour: string, id = 'own:secret') =>
  garmentOf({ id, category, colours: [colour], pattern: 'solid' });

describe('boards by address', () => {
  let catalogue: InMemoryCatalogue;
  let boards: OutfitBoards;
  let drawn = 0;
  beforeAll(async () => {
    catalogue = await inMemoryCatalogue([SHIRT, JEANS]);
    boards = createOutfitBoards({
      garments: catalogue.store,
      vocabulary: projectVocabulary(),
      pictureOf: async () => {
        drawn++;
        return { svg: shirt };
      },
      likeness: createDrawnLikeness(),
      ownNote: (locale) => (locale === 'en' ? 'your own' : '自己的'),
    });
  });
  afterAll(() => catalogue.close());

  it('serves the board that its own address names, the same while nothing changed', async () => {
    const path = boards.address([SHIRT, JEANS], 'zh-CN') ?? '';
    expect(path).toMatch(/^\/boards\/zh-CN\/[\w.-]+\.webp$/);
    const [first, again] = [await boards.board(path), await boards.board(path)];
    expect(first?.contentType).toBe('image/webp');
    expect(again?.bytes).toBe(first?.bytes);
    expect(drawn).toBeGreaterThan(0);
  });

  it('labels each language its own way', async () => {
    const [zh, en] = await Promise.all(
      (['zh-CN', 'en'] as const).map((locale) => boards.board(boards.address([JEANS], locale) ?? '')),
    );
    expect(zh?.hash).not.toBe(en?.hash);
  });

  it('answers nothing for other paths and garments that are gone', async () => {
    expect(await boards.board('/boards/fr/YQ.webp')).toBeUndefined();
    expect(await boards.board('/boards/en/../../etc/passwd')).toBeUndefined();
    expect(await boards.board(boards.address([garmentOf({ id: 'gone' })], 'en') ?? '')).toBeUndefined();
    expect(boards.address([], 'en')).toBeUndefined();
  });

  it('draws a piece of the shopper’s own by its kind and colours, which is all that the address tells of it', async () => {
    const address = (piece: Garment) => boards.address([piece, SHIRT], 'en') ?? '';
    const blue = address(own('jeans', 'blue'));
    expect(blue).toBe(address(own('jeans', 'blue', 'own:another')));
    expect(blue).not.toBe(address(own('jeans', 'black')));
    expect(Buffer.from(blue.split('/').at(-1)?.split('.')[0] ?? '', 'base64url').toString()).toBe(
      'own:jeans/blue/solid',
    );
    const boardsOf = await Promise.all([blue, address(own('jeans', 'black'))].map((path) => boards.board(path)));
    const [first, second] = boardsOf;
    expect(first?.hash).not.toBe(second?.hash);
    expect((await boards.board(boards.address([SHIRT], 'en') ?? ''))?.hash).not.toBe(first?.hash);
  });

  it('lays down an outline where nobody has drawn the kind, and nothing for words of no vocabulary', async () => {
    const saree = await boards.board(boards.address([own('saree', 'red')], 'zh-CN') ?? '');
    expect(saree?.contentType).toBe('image/webp');
    const strange = [own('<svg>', 'blue'), own('jeans', '"/><script>')];
    const drawnAll = await Promise.all(strange.map((piece) => boards.board(boards.address([piece], 'en') ?? '')));
    expect(drawnAll.map((board) => board === undefined)).toEqual([true, false]);
  });

  it('can draw or outline every kind that is worn, in every colour', () => {
    const likeness = createDrawnLikeness();
    const vocabulary = projectVocabulary();
    const outlined = vocabulary
      .entries('category')
      .filter(({ id }) => createFashionKnowledge(vocabulary).category(id) !== undefined)
      .filter(({ id }) => likeness({ category: id, colours: ['teal'], pattern: null }) === undefined)
      .map(({ id }) => id);
    expect(outlined).not.toEqual(expect.arrayContaining(['jeans']));
    expect(outlined.length).toBeLessThan(20);
    for (const { id } of vocabulary.entries('colours')) {
      expect(likeness({ category: 'shirt', colours: [id], pattern: 'stripes' }), id).toContain('<svg');
    }
  });
});
