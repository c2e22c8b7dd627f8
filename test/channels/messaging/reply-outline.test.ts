import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/channels/messaging/core/reply-outline.js';
import { renderReply } from '../../../src/channels/rendering/render-reply.js';
import type { Reference, UnderstoodTurn } from '../../../src/domain/turn.js';
import { sampleGarments } from '../../support/sample-garments.js';
import { sampleItem, sampleReply, sampleUnderstood } from '../../support/sample-reply.js';
import { sampleWording } from '../../support/sample-wording.js';

const wording = await sampleWording();
const [first, , third] = sampleGarments(3);

/** The numbers on the cards of the first and the third garment, in an answer to such a turn. */
function numbers(understood: Partial<UnderstoodTurn>) {
  const items = [first, third].flatMap((garment) => (garment === undefined ? [] : [sampleItem(garment)]));
  const reply = sampleReply('en', { items, understood: sampleUnderstood('en', understood) });
  const view = renderReply(reply, { wording, base: 'https://shop.example' });
  return outlineOf(view, wording, (address) => address).cards.map(({ title, position }) => [
    /^(\d+)\. /.exec(title)?.[1],
    position,
  ]);
}

const ordinal = (index: number, garmentId: string | undefined): Reference => ({
  kind: 'ordinal',
  index,
  ...(garmentId === undefined ? {} : { garmentId }),
});

describe('the one size of a garment', () => {
  it.each([
    ['en', '均码', 'In stock: one size'],
    ['zh-CN', 'one size', '有货：均码'],
  ] as const)('is said in the reader’s language (%s)', (locale, size, said) => {
    const items = sampleGarments(1).map((garment) => sampleItem({ ...garment, sizes: [{ size, stock: null }] }));
    const view = renderReply(sampleReply(locale, { items }), { wording, base: 'https://shop.example' });
    expect(outlineOf(view, wording, (address) => address).cards[0]?.lines).toContain(said);
  });
});

describe('the number on a card', () => {
  it('counts what a search has found', () => {
    expect(numbers({ intent: 'search' })).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
  });

  it('is the one by which it was asked for, where garments of before are compared', () => {
    const references = [ordinal(1, first?.id), ordinal(3, third?.id)];
    expect(numbers({ intent: 'compare', references })).toEqual([
      ['1', 1],
      ['3', 3],
    ]);
  });

  it('is left out where nobody named one: another number would point at another garment', () => {
    const none = [undefined, undefined];
    expect(numbers({ intent: 'compare', references: [] })).toEqual([none, none]);
    expect(numbers({ intent: 'explain', references: [ordinal(-1, first?.id)] })).toEqual([none, none]);
  });
});
