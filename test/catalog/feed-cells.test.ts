import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnKey, fieldColumns, headerCurrency } from '../../src/catalog/feed/columns.js';
import { plainText } from '../../src/catalog/feed/plain-text.js';
import { readPrice } from '../../src/catalog/feed/price.js';
import { readSizes } from '../../src/catalog/feed/size-cell.js';
import { readStock } from '../../src/catalog/feed/stock.js';

describe('a price', () => {
  it.each([
    ['¥1,299', 129_900, 'CNY'],
    ['￥1299', 129_900, 'CNY'],
    ['1.299,00 €', 129_900, 'EUR'],
    ['1.299 €', 129_900, 'EUR'],
    ['CNY 299.00', 29_900, 'CNY'],
    ['299.00 CNY', 29_900, 'CNY'],
    ['299元', 29_900, 'CNY'],
    ['１，２９９元', 129_900, 'CNY'],
    ['299', 29_900, 'CNY'],
    ['299.9', 29_990, 'CNY'],
    ['299,90', 29_990, 'CNY'],
    ['$29', 2_900, 'USD'],
    ['US$ 1,029.50', 102_950, 'USD'],
    ['HK$399', 39_900, 'HKD'],
    ['£20', 2_000, 'GBP'],
    ['1 299,00 €', 129_900, 'EUR'],
    ["CHF 1'299.00", 129_900, 'CHF'],
    ['12,345,678', 1_234_567_800, 'CNY'],
    ['1.2万', 1_200_000, 'CNY'],
    ['JPY 12000', 12_000, 'JPY'],
    ['199起', 19_900, 'CNY'],
  ])('%s is %i minor units of %s', (cell, minorUnits, currency) => {
    expect(readPrice(cell, 'CNY')).toMatchObject({ kind: 'price', money: { minorUnits, currency } });
  });

  it.each(['', '-', 'N/A', '面议', '暂无'])('%j is none', (cell) => {
    expect(readPrice(cell, 'CNY').kind).toBe('absent');
  });

  it.each([
    '0',
    '-5',
    '1.299',
    '10-20',
    '¥10~¥20',
    'call us',
    '1,2,3',
    '1.2.3',
    '12abc',
    '1e9',
    '99999999999999999999',
  ])('%j is unreadable', (cell) => {
    expect(readPrice(cell, 'CNY').kind).toBe('unreadable');
  });

  it('comes back as it was written, whatever the amount', () => {
    const written = fc.tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.constantFrom('¥', 'CNY ', ''));
    fc.assert(
      fc.property(written, ([minorUnits, mark]) => {
        const text = (minorUnits / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
        expect(readPrice(mark + text, 'CNY')).toMatchObject({ money: { minorUnits, currency: 'CNY' } });
        const german = (minorUnits / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 });
        expect(readPrice(`${german} €`, 'CNY')).toMatchObject({ money: { minorUnits, currency: 'EUR' } });
      }),
    );
  });

  it('is never a wrong kind of number, whatever the cell', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const read = readPrice(cell, 'CNY');
        if (read.kind === 'price')
          expect(Number.isSafeInteger(read.money.minorUnits) && read.money.minorUnits > 0).toBe(true);
      }),
    );
  });
});

describe('a stock', () => {
  it.each([
    ['12', 12],
    ['12件', 12],
    ['1,200', 1_200],
    ['999+', 999],
    ['-3', 0],
    ['0', 0],
    ['in_stock', null],
    ['In Stock', null],
    ['有货', null],
    ['preorder', null],
    ['out of stock', 0],
    ['售罄', 0],
    ['FALSE', 0],
  ])('%s is %j', (cell, stock) => {
    expect(readStock(cell)).toEqual({ kind: 'stock', stock });
  });

  it('is silent where the cell is empty, and unreadable where it is neither', () => {
    expect(readStock(' ').kind).toBe('absent');
    expect(readStock('plenty, ask').kind).toBe('unreadable');
  });
});

describe('a size cell', () => {
  it.each([
    ['M', ['M']],
    ['S,M,L', ['S', 'M', 'L']],
    ['S、M、L', ['S', 'M', 'L']],
    ['S/M/L', ['S', 'M', 'L']],
    ['S/M', ['S/M']],
    ['30/32', ['30/32']],
    ['36-40', ['36', '37', '38', '39', '40']],
    ['S M L XL', ['S', 'M', 'L', 'XL']],
    ['["S", "M"]', ['S', 'M']],
    ['One Size', ['One Size']],
    ['均码', ['均码']],
    ['165/88A', ['165/88A']],
    ['S, s, M', ['s', 'M']],
    ['', []],
  ])('%j names %j', (cell, sizes) => {
    expect(readSizes(cell).map(({ size }) => size)).toEqual(sizes);
  });

  it('may tell the stock of each size', () => {
    const expected = [
      { size: 'S', stock: 3 },
      { size: 'M', stock: 0 },
    ];
    expect(readSizes('S:3; M:0')).toEqual(expected);
    expect(readSizes('S(3) M(0)')).toEqual(expected);
    expect(readSizes('S：有货，M：缺货')).toEqual([
      { size: 'S', stock: null },
      { size: 'M', stock: 0 },
    ]);
  });
});

describe('column names', () => {
  it('meet in either language, whatever their case and marks', () => {
    const columns = fieldColumns([
      'ID',
      'Title',
      '英文标题',
      '价格（元）',
      'g:image_link',
      'image_2',
      '颜色分类',
      '其他',
    ]);
    expect(Object.fromEntries(columns)).toEqual({
      id: ['ID'],
      title: ['Title'],
      titleEn: ['英文标题'],
      price: ['价格（元）'],
      image: ['g:image_link'],
      moreImages: ['image_2'],
      colours: ['颜色分类'],
    });
    expect(columnKey(' Variant-Inventory Qty ')).toBe('variantinventoryqty');
  });

  it('may name the currency', () => {
    expect(headerCurrency('价格(元)')).toBe('CNY');
    expect(headerCurrency('price_usd')).toBe('USD');
    expect(headerCurrency('Price')).toBeUndefined();
  });
});

describe('text of a shop system', () => {
  it('loses its markup and keeps its lines', () => {
    expect(
      plainText('<p>Soft &amp; light&nbsp;</p><script>alert(1)</script><ul><li>Pockets &#x2713;</li></ul>', 100),
    ).toBe('Soft & light\nPockets ✓');
    expect(plainText('2 < 3 and 5 > 4', 100)).toBe('2 < 3 and 5 > 4');
  });

  it('is read before the test’s time is up, whatever it is', () => {
    for (const unit of ['<', '<a', '&#', '<p ', ' \n', '<script>']) {
      expect(plainText(unit.repeat(100_000), 5_000).length).toBeLessThanOrEqual(5_000);
    }
  });
});
