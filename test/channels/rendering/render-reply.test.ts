import { beforeAll, describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/channels/rendering/render-reply.js';
import type { Wording } from '../../../src/channels/rendering/wording.js';
import { LOCALES, type Locale } from '../../../src/domain/locale.js';
import { sampleGarment } from '../../support/sample-garments.js';
import { sampleItem, sampleReply } from '../../support/sample-reply.js';
import { sampleWording } from '../../support/sample-wording.js';

let wording: Wording;
beforeAll(async () => {
  wording = await sampleWording();
});
const base = 'http://127.0.0.1:3978';
const render = (reply: Parameters<typeof renderReply>[0], locale?: Locale) =>
  renderReply(reply, { wording, base }, locale);

describe('a rendered reply', () => {
  it('words the same reply in each language', () => {
    const zh = render(sampleReply('zh-CN'));
    const en = render(sampleReply('en'));
    expect(zh.text).toBe('为你找到 4 件。');
    expect(en.text).toBe('Here are 4 pieces.');
    expect(zh.items[0]?.reasons[0]).toEqual({ facet: 'colours', id: 'blue', text: '颜色是蓝色' });
    expect(en.items[0]?.reasons[0]).toEqual({ facet: 'colours', id: 'blue', text: 'It is blue' });
    expect(zh.items.map((item) => item.garment.id)).toEqual(en.items.map((item) => item.garment.id));
  });

  it.each(LOCALES)('has exactly the keys of the contract (%s)', (locale) => {
    const view = render(sampleReply(locale));
    expect(Object.keys(view).sort()).toEqual(
      [
        'locale',
        'text',
        'speech',
        'items',
        'outfits',
        'suggestions',
        'understood',
        'attention',
        'relaxed',
        'degraded',
      ].sort(),
    );
  });

  it('makes paths of pictures and pages absolute and drops addresses a client must not open', () => {
    const hostile = sampleGarment({
      url: 'javascript:alert(1)',
      images: ['/demo/images/g1.webp', 'file:///etc/passwd'],
    });
    const view = render(sampleReply('en', { items: [sampleItem(hostile)] }));
    expect(view.items[0]?.garment.images).toEqual([`${base}/demo/images/g1.webp`]);
    expect(view.items[0]?.garment.url).toBeNull();
  });

  it('says what a suggestion says in the language of the reply', () => {
    expect(render(sampleReply('zh-CN')).suggestions[0]).toEqual({
      title: '便宜一点',
      action: { verb: 'say', text: '便宜一点' },
    });
    expect(render(sampleReply('en')).suggestions[0]?.action.text).toBe('Cheaper');
  });

  it('gives what was asked and what was given as data, money as Money', () => {
    const money = (minorUnits: number) => ({ kind: 'money', money: { minorUnits, currency: 'CNY' } }) as const;
    const values = { asked: money(30000), given: money(39900) };
    const view = render(
      sampleReply('en', { relaxed: [{ facet: 'price', ...values, message: { id: 'test.relaxed', values } }] }),
    );
    expect(view.relaxed).toEqual([
      {
        facet: 'price',
        asked: { minorUnits: 30000, currency: 'CNY' },
        given: { minorUnits: 39900, currency: 'CNY' },
        text: 'Nothing under ¥300, so up to ¥399.',
      },
    ]);
  });
});
