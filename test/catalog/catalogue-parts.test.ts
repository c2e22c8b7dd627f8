import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { enrich } from '../../src/catalog/enrich.js';
import { composeTitle } from '../../src/catalog/feed/compose-title.js';
import { FacetReader } from '../../src/catalog/feed/facet-reader.js';
import { fromHalf, toHalf } from '../../src/catalog/half-float.js';
import { hashDistance, photoHash } from '../../src/catalog/pictures/photo-hash.js';
import { RowSet } from '../../src/catalog/row-set.js';
import { sizeMatches } from '../../src/domain/size-match.js';
import { decodePhoto } from '../../src/encoding/decode-photo.js';
import { garmentOf, projectVocabulary } from '../support/in-memory-catalogue.js';

const vocabulary = projectVocabulary();

describe('float16', () => {
  it('keeps the numbers of a unit vector to three digits', () => {
    fc.assert(
      fc.property(fc.float({ min: -1, max: 1, noNaN: true }), (value) => {
        const [back = Number.NaN] = fromHalf(toHalf(Float32Array.of(value)));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.max(Math.abs(value) / 2_000, 6e-8));
      }),
    );
  });

  it('keeps every float16 exactly, zeros, ones and infinities too', () => {
    for (const value of [0, 1, -1, 0.5, 65_504, 2 ** -24, Number.POSITIVE_INFINITY]) {
      expect(fromHalf(toHalf(Float32Array.of(value)))[0]).toBe(value);
    }
  });
});

describe('a set of rows', () => {
  it('behaves as a set of numbers does', () => {
    const rows = fc.uniqueArray(fc.integer({ min: 0, max: 199 }));
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const sorted = (values: number[]) => [...values].sort((x, y) => x - y);
        const both = new RowSet(200, a);
        both.keep(new RowSet(200, b));
        expect([...both.rows()]).toEqual(sorted(a.filter((row) => b.includes(row))));
        const without = new RowSet(200, a);
        without.drop(new RowSet(200, b));
        expect([...without.rows()]).toEqual(sorted(a.filter((row) => !b.includes(row))));
        expect(a.every((row) => new RowSet(200, a).has(row))).toBe(true);
      }),
    );
  });

  it('leaves rows beyond its bound out', () => {
    expect([...new RowSet(3, [1, 3, 99]).rows()]).toEqual([1]);
  });
});

describe('sizes', () => {
  it.each([
    ['XXL', '2XL'],
    ['xxxl', '3XL'],
    ['m', 'M码'],
    ['M', 'Medium'],
    ['L', '大码'],
    ['38', 'EU 38'],
    ['38码', 'EUR38'],
    ['one size', '均码'],
    ['F', 'Free Size'],
    ['M', 'M(165/88A)'],
    ['165/88a', 'M (165/88A)'],
    ['S', 'S/M'],
    ['30', 'W30 L32'],
    ['39.5', '39½'],
    ['XL', '1XL'],
  ])('%s is %s', (wanted, offered) => {
    expect(sizeMatches(wanted, offered)).toBe(true);
    expect(sizeMatches(offered, wanted)).toBe(true);
  });

  it.each([
    ['S', 'XS'],
    ['M', '均码'],
    ['8', 'UK 8'],
    ['US 8', 'UK 8'],
    ['L', 'XL'],
    ['38', '38.5'],
    ['M', '6M'],
  ])('%s is not %s', (wanted, offered) => {
    expect(sizeMatches(wanted, offered)).toBe(false);
  });

  it('always match themselves', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((size) => size.trim() !== '' && sizeMatches(size, size)),
        (size) => {
          expect(sizeMatches(size, ` ${size} `)).toBe(true);
        },
      ),
    );
  });
});

describe('the hash of a photo', () => {
  const drawing = (angle: number) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500"><rect width="400" height="500" fill="#eee"/><g transform="rotate(${angle} 200 250)"><rect x="120" y="60" width="160" height="380" fill="#a33"/><circle cx="160" cy="200" r="40" fill="#fff"/></g></svg>`,
    );
  it('stays nearly the same in another size, format and quality, and differs for another picture', async () => {
    const original = photoHash(await decodePhoto(await sharp(drawing(0)).png().toBuffer()));
    const smaller = photoHash(await decodePhoto(await sharp(drawing(0)).resize(160).jpeg({ quality: 50 }).toBuffer()));
    const other = photoHash(await decodePhoto(await sharp(drawing(60)).png().toBuffer()));
    expect(original).toMatch(/^[0-9a-f]{16}$/);
    expect(hashDistance(original, smaller)).toBeLessThanOrEqual(6);
    expect(hashDistance(original, other)).toBeGreaterThan(10);
    expect(hashDistance(original, original)).toBe(0);
  });
});

describe('reading facets', () => {
  const labels =
    'source\tvalue\tfacet\tid\nkagl.usage\tCasual\toccasion\tdaily\nkagl.category3\tTopwear\tcategory\ttop\n';
  const reader = new FacetReader(vocabulary, labels);

  it.each([
    ['Apparel & Accessories > Clothing > Dresses', 'dress'],
    ['女装/连衣裙', 'dress'],
    ['女装>裤子>牛仔裤', 'jeans'],
    ['2271', 'dress'],
    ['T-Shirts', 'tshirt'],
    ['Topwear', 'top'],
    ['Apparel & Accessories', undefined],
  ])('finds the kind in %s', (cell, id) => {
    expect(reader.category([cell]).id).toBe(id);
  });

  it('takes the more particular of two columns and keeps an unknown kind as a word', () => {
    expect(reader.category(['Tops', 'Shirts']).id).toBe('shirt');
    expect(reader.category(['Flibbets'])).toEqual({ id: undefined, unknown: ['Flibbets'] });
  });

  it.each([
    ['colours', '红色/白色', ['red', 'white']],
    ['colours', 'Navy & White', ['navy', 'white']],
    ['material', '5%氨纶 95%棉', ['cotton', 'spandex']],
    ['material', 'Polyester 60%, Cotton 40%', ['polyester', 'cotton']],
    ['seasons', '春秋', ['spring', 'autumn']],
    ['seasons', 'Spring/Summer', ['spring', 'summer']],
    ['occasions', 'Casual', ['daily']],
    ['sleeve', '长袖', ['long']],
    ['pattern', 'polka dots', ['polka_dot']],
    ['colours', 'mauvish-teapot', []],
  ] as const)('reads %s from %s', (facet, cell, ids) => {
    expect(reader.cell(facet, cell).ids).toEqual(ids);
  });

  it.each([
    ['衬衫连衣裙', 'dress'],
    ['Shirt dress with belt', 'dress'],
    ['Dress shirt', 'shirt'],
    ['女装上衣T恤', 'tshirt'],
    ['T恤女上衣', 'tshirt'],
    ['Trousers for ankle boots', 'trousers'],
    ['针织开衫搭配连衣裙', 'cardigan'],
  ])('takes the last kind of %s for the garment', (title, id) => {
    expect(reader.title(title, null).get('category')).toEqual([id]);
  });

  it('does not take a brand for a fact', () => {
    expect(reader.title('Red Wing boots', 'Red Wing').get('colours')).toBeUndefined();
  });
});

describe('titles from facts', () => {
  const facts = garmentOf({
    id: 'a',
    category: 'dress',
    colours: ['red'],
    pattern: 'floral',
    audience: 'women',
    brand: 'Acme',
  });
  it('are worded in both languages, and say nothing of what is unknown', () => {
    expect(composeTitle(facts, vocabulary, 'zh-CN')).toBe('Acme 女士红色碎花连衣裙');
    expect(composeTitle(facts, vocabulary, 'en')).toBe("Acme women's red floral dress");
    expect(composeTitle(garmentOf({ id: 'a' }), vocabulary, 'en')).toBe('');
  });

  it('fall back to the other language where there is nothing to word', () => {
    const bare = garmentOf({ id: 'a', title: { 'zh-CN': '神秘好物', en: '' } });
    expect(enrich(bare, {}, [], vocabulary).garment.title).toEqual({ 'zh-CN': '神秘好物', en: '神秘好物' });
  });
});

describe('what the model sees', () => {
  const seen = (tags: object, garment = true) => [{ tags: { garment, confidence: 0.9, tags } }];
  it('fills what is missing, if sure, and never material or the sleeves of a shoe', () => {
    const tags = {
      category: { id: 'sneakers', confidence: 0.9 },
      colours: [
        { id: 'white', confidence: 0.9 },
        { id: 'red', confidence: 0.2, unsure: true },
      ],
      material: { id: 'leather', confidence: 0.99 },
      sleeve: { id: 'long', confidence: 0.99 },
      pattern: { id: 'not-an-id', confidence: 0.99 },
    };
    const { garment, provenance } = enrich(garmentOf({ id: 'a' }), {}, seen(tags), vocabulary);
    expect(garment).toMatchObject({
      category: 'sneakers',
      colours: ['white'],
      material: null,
      sleeve: null,
      pattern: null,
    });
    expect(provenance).toEqual({ category: 'model', colours: 'model' });
  });

  it('marks as guessed what is likely but not certain, and nothing that the feed states', () => {
    const tags = {
      category: { id: 'sneakers', confidence: 0.99, certain: true },
      colours: [{ id: 'white', confidence: 0.9 }],
      audience: { id: 'women', confidence: 0.9 },
    };
    const draft = garmentOf({ id: 'a', audience: 'men' });
    expect(enrich(draft, { audience: 'feed' }, seen(tags), vocabulary).garment.guessed).toEqual(['colours']);
    const stated = garmentOf({ id: 'a', audience: 'men', category: 'boots', colours: ['red'] });
    expect(enrich(stated, {}, seen(tags), vocabulary).garment).not.toHaveProperty('guessed');
  });

  it('names the sort of thing where it leans to one kind, and what else it knows where it does not', () => {
    const leaning = {
      category: { id: 'tshirt', confidence: 0.5, unsure: true },
      colours: [{ id: 'red', confidence: 0.9 }],
    };
    expect(enrich(garmentOf({ id: 'a' }), {}, seen(leaning), vocabulary).garment).toMatchObject({
      category: 'top',
      title: { en: 'Red top' },
    });
    const lost = { ...leaning, category: { id: 'tshirt', confidence: 0.2, unsure: true } };
    expect(enrich(garmentOf({ id: 'a' }), {}, seen(lost), vocabulary, 'IMG 1').garment).toMatchObject({
      category: null,
      title: { 'zh-CN': '红色', en: 'Red' },
    });
    expect(enrich(garmentOf({ id: 'a' }), {}, seen({}), vocabulary, 'IMG 1').garment.title).toEqual({
      'zh-CN': 'IMG 1',
      en: 'IMG 1',
    });
  });

  it('is not asked where the photo shows no garment', () => {
    const { garment } = enrich(
      garmentOf({ id: 'a' }),
      {},
      seen({ category: { id: 'dress', confidence: 0.9 } }, false),
      vocabulary,
    );
    expect(garment.category).toBeNull();
  });
});
