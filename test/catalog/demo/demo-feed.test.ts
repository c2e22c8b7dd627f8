import { describe, expect, it } from 'vitest';
import { demoFeed } from '../../../src/catalog/demo/demo-feed.js';
import { demoGarments } from '../../../src/catalog/demo/demo-garments.js';

describe('the demo as a feed', () => {
  it('has a row a size, in either language, about the same garments', () => {
    const sizes = demoGarments({ seed: 1 }).reduce((sum, { garment }) => sum + garment.sizes.length, 0);
    const [en, zh] = [demoFeed({ seed: 1, locale: 'en' }), demoFeed({ seed: 1, locale: 'zh-CN' })];
    expect(en.length).toBe(sizes);
    expect(zh.map((row) => row.编号)).toEqual(en.map((row) => row.id));
  });

  it('writes prices as shops do', () => {
    for (const row of demoFeed({ seed: 1, locale: 'en' })) expect(row.price).toMatch(/^¥\d{1,3}(,\d{3})*$/);
  });
});
