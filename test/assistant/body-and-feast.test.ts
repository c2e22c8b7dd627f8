import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../src/assistant/scope.js';
import { LOCALES } from '../../src/domain/locale.js';
import { demoShopScope } from '../support/demo-shop.js';
import { messageIds, smallShopScope, Talk } from '../support/small-shop.js';

const FESTIVE_DRESS = { intent: 'search' as const, constraints: { category: 'dress', occasions: ['festival'] } };

let demo: Scope;
let small: Scope;
beforeAll(async () => {
  demo = await demoShopScope();
  small = await smallShopScope({
    喜庆的裙子: FESTIVE_DRESS,
    'a festive dress': FESTIVE_DRESS,
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  const pick = <T>(zh: T, en: T): T => (locale === 'en' ? en : zh);

  it.each([
    ['想要能遮肚子的裙子', 'a dress to hide my tummy', { category: 'dress', fit: 'a_line' }],
    ['梨形身材适合的裤子', "I'm pear shaped, trousers please", { category: 'trousers', fit: 'wide_leg' }],
    ['显瘦的连衣裙', 'a slimming dress', { category: 'dress', fit: 'waisted' }],
    ['想要遮手臂的连衣裙', 'a dress that covers my arms', { category: 'dress', sleeve: 'long' }],
    ['显高的裤子', 'trousers that make me look taller', { category: 'trousers', fit: 'high_waist' }],
  ])('a wish for the body becomes a cut, and that is said: %s / %s', async (zh, en, constraints) => {
    const result = await new Talk(demo, locale).turn(pick(zh, en));
    expect(result.session.constraints).toMatchObject(constraints);
    expect(result.session.keywords).toEqual([]);
    expect(messageIds(result)).toContain('notice.body-wish');
  });

  it('a cut that was named is kept, and nothing is said of another', async () => {
    const result = await new Talk(demo, locale).turn(pick('显瘦的直筒裤', 'straight trousers that look slimming'));
    expect(result.session.constraints).toMatchObject({ fit: 'straight' });
    expect(messageIds(result)).not.toContain('notice.body-wish');
  });

  it('where nothing is marked as festive, red and gold come first, and that is said', async () => {
    const result = await new Talk(small, locale).turn(pick('喜庆的裙子', 'a festive dress'));
    const [first] = result.reply.items;
    expect(first?.garment.colours).toContain('red');
    expect(messageIds(result)).toContain('relax.festive');
  });
});
