import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/channels/rendering/render-reply.js';
import { speechOf } from '../../../src/channels/rendering/speech.js';
import type { Wording } from '../../../src/channels/rendering/wording.js';
import type { Garment } from '../../../src/domain/garment.js';
import { LOCALES, type Locale } from '../../../src/domain/locale.js';
import type { Item } from '../../../src/domain/reply.js';
import { sampleGarment } from '../../support/sample-garments.js';
import { sampleItem, sampleReply, sampleUnderstood } from '../../support/sample-reply.js';
import { sampleWording } from '../../support/sample-wording.js';

let wording: Wording;
beforeAll(async () => {
  wording = await sampleWording();
});
const speech = (reply: Parameters<typeof renderReply>[0]) =>
  renderReply(reply, { wording, base: 'http://x.test' }).speech;

describe('the spoken form of a reply', () => {
  it('names how many, then three by ordinal with what sets each apart and the price, then asks once', () => {
    expect(speech(sampleReply('en'))).toBe(
      'I found 4; here are the first three. The first, Tea dress 1, blue, 199 yuan. The second, Tea dress 2, white, ' +
        '249 yuan. The third, Tea dress 3, black, 299 yuan. Which one would you like to hear more about, or shall I go on?',
    );
    expect(speech(sampleReply('zh-CN'))).toBe(
      '找到 4 件，先说三件。第一件，茶歇裙 1 号，蓝色，199元。第二件，茶歇裙 2 号，白色，249元。第三件，茶歇裙 3 号，黑色，299元。想细看哪一件，还是接着往下听？',
    );
  });

  it('says the text where there is nothing to list', () => {
    expect(speech(sampleReply('en', { items: [], messages: [{ id: 'test.found', values: { count: 0 } }] }))).toBe(
      'Here are 0 pieces.',
    );
  });

  it('says amounts by their names and pauses where a line ends', () => {
    const said = (locale: Locale, ...lines: string[]) => {
      const messages = lines.map((text) => ({ id: 'test.echo', values: { text } }));
      return speech(sampleReply(locale, { items: [], messages }));
    };
    expect(said('en', 'a shirt, ¥1,299', '· in blue · in stock')).toBe('a shirt, 1299 yuan. in blue, in stock.');
    expect(said('zh-CN', '衬衫，¥1,299.50', '· 蓝色', '好吗？')).toBe('衬衫，1299.50元。蓝色。好吗？');
    expect(said('en', 'HK$5 or $59')).toBe('HK$5 or 59 dollars.');
  });

  it('sets garments apart by what the others have not, never by what all were asked for', () => {
    const same = (id: string, reasons: Item['reasons']) =>
      sampleItem(sampleGarment({ id, colours: ['blue'], pattern: null, material: null }), { reasons });
    const asked = { facet: 'category', id: 'dress', message: { id: 'test.found', values: { count: 7 } } } as const;
    const own = { facet: 'styles', id: 'french', message: { id: 'test.found', values: { count: 9 } } } as const;
    const said = speech(sampleReply('en', { items: [same('a', [asked]), same('b', [asked, own])] }));
    expect(said).not.toContain('7 pieces');
    expect(said.match(/9 pieces/g)).toHaveLength(1);
  });

  it('says of garments some of which keep every limit which do not, as the text does, and once', () => {
    const message = { id: 'test.relaxed', values: { asked: 'beige', given: 'camel' } };
    const relaxed = [{ facet: 'colours', asked: 'beige', given: 'camel', message }] as const;
    const messages = ['1 fits everything.', 'The rest come in camel.'].map((text) => ({
      id: 'test.echo',
      values: { text },
    }));
    const view = renderReply(sampleReply('en', { messages, relaxed }), { wording, base: 'http://x.test' });
    expect(view.speech).toMatch(
      /^1 fits everything\. The rest come in camel\. I found 4; here are the first three\. The first/,
    );
    expect(speechOf(view, wording, 3)).toMatch(/^One more\. The fourth/);
    const counted = sampleReply('en', { relaxed });
    expect(speech(counted)).toMatch(/^Here are 4 pieces\. The first/);
  });

  it('does not set a garment apart by a colour that its name tells', () => {
    const title = { 'zh-CN': '蓝色连衣裙', en: 'Blue dress' };
    const plain = { pattern: null, material: null, sleeve: null, length: null, fit: null, neckline: null };
    const garment = sampleGarment({ title, colours: ['blue'], ...plain });
    expect(speech(sampleReply('en', { items: [sampleItem(garment)] }))).toContain('Blue dress, 399 yuan');
  });

  it('tells why an outfit was chosen instead of telling its pieces once more', () => {
    const outfit = {
      garments: [sampleGarment()],
      total: { minorUnits: 74_700, currency: 'CNY' },
      score: 1,
      reasons: [],
    };
    const reply = sampleReply('en', {
      items: [],
      outfits: [outfit],
      messages: [{ id: 'test.found', values: { count: 1 } }],
    });
    expect(speech(reply)).toMatch(/^Here is 1 piece\. [^:]*, 747 yuan together\. Do you like it, or/);
    const explained = { ...reply, understood: { ...sampleUnderstood('en'), intent: 'explain' as const } };
    expect(speech(explained)).toBe('Here is 1 piece.');
  });

  it.each([
    [
      'en',
      'Side by side: The first, Wren, silk, long, 399 yuan. The third, Lark, wool, midi, 399 yuan. Both cost 399 yuan.',
    ],
    ['zh-CN', '放在一起看：第一件，鹪鹩，真丝、长款，399元。第三件，百灵，羊毛、中长款，399元。两件同价。'],
  ] as const)('tells a comparison by its garments and not by the table’s rows (%s)', (locale, said) => {
    const plain = { colours: [], pattern: null, sleeve: null, fit: null, neckline: null };
    const [silk, wool] = [
      sampleGarment({
        ...plain,
        id: 'a',
        title: { 'zh-CN': '鹪鹩', en: 'Wren' },
        material: 'silk',
        length: 'long',
      }),
      sampleGarment({
        ...plain,
        id: 'b',
        title: { 'zh-CN': '百灵', en: 'Lark' },
        material: 'wool',
        length: 'midi',
      }),
    ];
    const rows = {
      en: 'Side by side:\nPiece: Wren | Lark\nMaterial: silk | wool\nBoth cost ¥399.',
      'zh-CN': '放在一起看：\n商品：鹪鹩 ｜ 百灵\n材质：真丝 ｜ 羊毛\n两件同价。',
    };
    const reply = sampleReply(locale, {
      messages: [{ id: 'test.echo', values: { text: rows[locale] } }],
      items: [silk, wool].map((garment) => sampleItem(garment, { scores: {}, reasons: [] })),
      understood: sampleUnderstood(locale, {
        intent: 'compare',
        references: [
          { kind: 'ordinal', index: 1, garmentId: 'a' },
          { kind: 'ordinal', index: 3, garmentId: 'b' },
        ],
      }),
    });
    expect(speech(reply)).toBe(said);
  });

  describe('of outfits', () => {
    const worn = (id: string, category: string, colour: string, more: Partial<Garment> = {}) =>
      sampleGarment({
        id,
        category,
        colours: [colour],
        pattern: null,
        title: { 'zh-CN': `${id}款`, en: `The ${id}` },
        ...more,
      });
    const shirt = worn('shirt-1', 'shirt', 'white');
    const skirt = worn('skirt-1', 'skirt', 'red', { pattern: 'floral' });
    const jeans = worn('own:1', 'jeans', 'navy', { title: { 'zh-CN': '牛仔裤', en: 'navy jeans' } });
    const shoes = ['black', 'beige', 'beige'].map((colour, at) => worn(`heels-${at}`, 'heels', colour));
    const outfit = (...garments: Garment[]) => ({
      garments,
      total: { minorUnits: 50_000, currency: 'CNY' },
      score: 1,
      reasons: [],
    });
    const told = (locale: Locale, lead: string, ...outfits: ReturnType<typeof outfit>[]) =>
      speech(sampleReply(locale, { items: [], outfits, messages: [{ id: 'test.echo', values: { text: lead } }] }));
    const [first, second, third] = shoes as [Garment, Garment, Garment];

    it('names pieces by colour and kind, which are heard at once, and says how many there are once', () => {
      const outfits = [outfit(shirt, skirt, first), outfit(worn('dress-1', 'dress', 'blue'), second)];
      expect(told('en', '2 outfits for the occasion.', ...outfits)).toBe(
        '2 outfits for the occasion. The first: white shirt, red floral skirt, and black heels, 500 yuan together. ' +
          'The second: blue dress and beige heels, 500 yuan together. Which outfit do you like?',
      );
      expect(told('zh-CN', '搭了 2 套。', ...outfits)).toBe(
        '搭了 2 套。第一套：白色衬衫、红色碎花半身裙和黑色高跟鞋，合计500元。第二套：蓝色连衣裙和米色高跟鞋，合计500元。喜欢哪一套？',
      );
      expect(told('en', 'How about these?', ...outfits)).toMatch(/^How about these\? I put together two outfits\. The/);
    });

    it('tells those that share most of what they wear by what each has alone, by title where that is needed', () => {
      const outfits = shoes.map((pair) => outfit(shirt, skirt, pair));
      expect(told('en', 'New shoes, 3 options.', ...outfits)).toBe(
        'New shoes, 3 options. The first, with black heels, 500 yuan together. The second, with The heels-1, ' +
          '500 yuan together. The third, with The heels-2, 500 yuan together. Which outfit do you like?',
      );
      expect(told('zh-CN', '换了 2 双鞋。', outfit(shirt, skirt, first), outfit(shirt, skirt, third))).toBe(
        '换了 2 双鞋。第一套配黑色高跟鞋，合计500元。第二套配米色高跟鞋，合计500元。喜欢哪一套？',
      );
    });

    it('says which pieces are the listener’s own', () => {
      expect(told('en', 'Here.', outfit(jeans, first))).toContain('your own navy jeans and black heels');
      expect(told('zh-CN', '这样：', outfit(jeans, first))).toContain('你自己的牛仔裤和黑色高跟鞋');
    });
  });

  it.each(LOCALES)('never says an address, a code or markup, whatever the feed holds (%s)', (locale) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (noise) => {
        const title = `**${noise}** https://evil.test/x AB-12034 <b>`;
        const garment = sampleGarment({ title: { 'zh-CN': title, en: title } });
        const said = speech(sampleReply(locale, { items: [sampleItem(garment)] }));
        expect(said).not.toMatch(/https?:|AB-12034|[*_`<>[\]{}]/);
      }),
      { numRuns: 50 },
    );
  });
});
