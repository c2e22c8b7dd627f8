import { beforeAll, describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/channels/rendering/render-reply.js';
import { replyActivities } from '../../../src/channels/rendering/reply-activities.js';
import type { Wording } from '../../../src/channels/rendering/wording.js';
import type { Reply } from '../../../src/domain/reply.js';
import { sampleGarment, sampleGarments } from '../../support/sample-garments.js';
import { sampleItem, sampleReply } from '../../support/sample-reply.js';
import { sampleWording } from '../../support/sample-wording.js';

let wording: Wording;
beforeAll(async () => {
  wording = await sampleWording();
});
const base = 'https://shop.test';
const activities = (reply: Reply, form: 'adaptive' | 'hero' | 'text' = 'adaptive') =>
  replyActivities(renderReply(reply, { wording, base }), wording, form);
const text = (value: unknown) => JSON.stringify(value);

describe('a garment card', () => {
  it('shows picture, title, price, struck list price, sizes in stock and why, in Chinese', () => {
    const [activity] = activities(sampleReply('zh-CN', { items: [sampleItem(sampleGarment())] }));
    const card = text(activity?.attachments?.[0]);
    for (const shown of ['https://shop.test/demo/images/g1.webp', '雾蓝碎花茶歇裙', '¥399', '¥499', '颜色是蓝色']) {
      expect(card).toContain(shown);
    }
    expect(card).toContain('有货：S、M（仅剩 2 件）、XL');
    expect(card).toContain('"strikethrough":true');
  });

  it('says the same in English, and leaves out what the feed does not have', () => {
    const bare = sampleGarment({ price: null, listPrice: undefined, sizes: [], images: [], brand: null, url: null });
    const [activity] = activities(sampleReply('en', { items: [sampleItem(bare)] }));
    const card = text(activity?.attachments?.[0]);
    expect(card).toContain('Ask the shop for the price');
    expect(card).not.toContain('In stock');
    expect(card).not.toContain('"Image"');
    expect(card).not.toContain('null');
  });

  it('is at most version 1.5 and every submit carries an action', () => {
    const [activity] = activities(sampleReply('en'));
    for (const { content } of activity?.attachments ?? []) {
      expect(Number(content.version)).toBeLessThanOrEqual(1.5);
      const actions = content.actions as { type: string; data: { yida: { verb: string; garmentId: string } } }[];
      expect(actions.map((action) => action.data.yida.verb)).toEqual(['similar', 'outfit', 'open']);
      expect(actions.every((action) => /^g\d$/.test(action.data.yida.garmentId))).toBe(true);
    }
  });

  it('keeps markup in a title inert: it stands only in text runs, which no host reads as markdown', () => {
    const hostile = '**SALE** [click](https://evil.test) <img src=x>';
    const garment = sampleGarment({ title: { 'zh-CN': hostile, en: hostile } });
    const [activity] = activities(sampleReply('en', { items: [sampleItem(garment)] }));
    const card = activity?.attachments?.[0]?.content as { body: { type: string }[] };
    expect(card.body.some((element) => element.type === 'TextBlock')).toBe(false);
    expect(activity?.textFormat).toBe('plain');
  });

  it('says so where a size is the last and where all are sold out', () => {
    const gone = sampleGarment({ sizes: [{ size: 'M', stock: 0 }] });
    const [activity] = activities(sampleReply('en', { items: [sampleItem(gone, { match: 'close' })] }));
    expect(text(activity)).toContain('Sold out');
    expect(text(activity)).toContain('Close to what you asked');
  });
});

describe('activities of a reply', () => {
  const outfit = {
    garments: sampleGarments(3),
    total: { minorUnits: 74700, currency: 'CNY' },
    score: 0.9,
    reasons: [],
  };

  it('give garments and outfits a carousel each, and hang suggestions on the last', () => {
    const both = activities(sampleReply('en', { outfits: [outfit, outfit] }));
    expect(both.map((activity) => activity.attachments?.length)).toEqual([4, 2]);
    expect(both.map((activity) => activity.attachmentLayout)).toEqual(['carousel', 'carousel']);
    expect(both[0]?.suggestedActions).toBeUndefined();
    expect(both[1]?.suggestedActions?.actions).toEqual([
      { type: 'imBack', title: 'Cheaper', value: 'Cheaper' },
      {
        type: 'messageBack',
        title: 'Make an outfit',
        displayText: 'Make an outfit',
        text: 'Make an outfit',
        value: { yida: { verb: 'outfit', garmentId: 'g1' } },
      },
    ]);
  });

  it('use the board picture of an outfit where one is drawn', () => {
    const view = renderReply(sampleReply('en', { outfits: [outfit] }), {
      wording,
      base,
      boardAddress: () => '/boards/1.png',
    });
    expect(text(replyActivities(view, wording, 'adaptive'))).toContain('https://shop.test/boards/1.png');
  });

  it('fall back to hero cards, and to numbered text', () => {
    const [hero] = activities(sampleReply('zh-CN'), 'hero');
    expect(hero?.attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.hero');
    expect(text(hero)).toContain(
      '{"type":"postBack","title":"找相似","value":{"yida":{"verb":"similar","garmentId":"g1"}}}',
    );
    const [plain] = activities(sampleReply('zh-CN', { outfits: [outfit] }), 'text');
    expect(plain?.attachments).toBeUndefined();
    expect(plain?.text).toContain('2. 茶歇裙 2 号  ¥249（原价 ¥499）');
    expect(plain?.text).toContain('搭配 1：合计 ¥747');
  });
});
