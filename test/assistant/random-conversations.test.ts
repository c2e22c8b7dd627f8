import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TurnResult } from '../../src/assistant/scope.js';
import { constraintsSchema } from '../../src/domain/constraints.js';
import { money } from '../../src/domain/money.js';
import { sessionStateSchema } from '../../src/domain/session.js';
import type { ShopperTurn, UnderstoodTurn } from '../../src/domain/turn.js';
import { keepsHardLimits } from '../../src/ranking/hard-limits.js';
import { RATES, vocabulary } from '../support/search-shop.js';
import { brokenPhoto, photoOf, type Script, smallShopScope, Talk } from '../support/small-shop.js';

const kinds = fc.constantFrom('dress', 'jeans', 'shirt', 'sneakers', 'skirt', 'coat', 'trousers');
const colours = fc.constantFrom('red', 'blue', 'black', 'white', 'camel');
const price = fc.integer({ min: 5, max: 90 }).map((tens) => money(tens * 10, 'CNY'));
const reference = fc.oneof(
  fc.integer({ min: -2, max: 12 }).map((index) => ({ kind: 'ordinal' as const, index })),
  colours.map((id) => ({ kind: 'attribute' as const, facet: 'colours' as const, id })),
  fc.constant({ kind: 'last' as const }),
  fc.constant({ kind: 'photo' as const }),
);
const critique = fc.record({
  facet: fc.constantFrom('price', 'length', 'sleeve', 'fit', 'formality', 'brightness', 'warmth', 'variety'),
  direction: fc.constantFrom('less', 'more'),
}) as fc.Arbitrary<UnderstoodTurn['critiques'][number]>;

const understood: fc.Arbitrary<Partial<UnderstoodTurn>> = fc.record(
  {
    intent: fc.constantFrom(
      'search',
      'refine',
      'photo-search',
      'similar',
      'outfit',
      'compare',
      'explain',
      'feedback',
      'greeting',
      'cancel',
      'restart',
      'undo',
      'profile',
      'unknown',
      'change-language',
    ) as fc.Arbitrary<UnderstoodTurn['intent']>,
    constraints: fc
      .record(
        {
          category: kinds,
          colours: fc.uniqueArray(colours, { minLength: 1, maxLength: 2 }),
          price: fc.oneof(
            price.map((max) => ({ max })),
            price.map((min) => ({ min })),
          ),
          size: fc.constantFrom('M', 'S', '38'),
          exclude: fc.record({ colours: fc.uniqueArray(colours, { minLength: 1, maxLength: 2 }) }),
        },
        { requiredKeys: [] },
      )
      .map((value) => constraintsSchema.parse(value)),
    references: fc.array(reference, { maxLength: 2 }),
    critiques: fc.array(critique, { maxLength: 1 }),
    relaxed: fc.subarray(['colours', 'price', 'size'], { maxLength: 1 }),
    positive: fc.boolean(),
  },
  { requiredKeys: ['intent'] },
);

type Step = { said: Partial<UnderstoodTurn> } | { turn: Partial<ShopperTurn> };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: understood.map((said) => ({ said })) },
  {
    weight: 1,
    arbitrary: fc.tuple(kinds, colours).map(([kind, colour]) => ({ turn: { photos: [photoOf(`${kind} ${colour}`)] } })),
  },
  { weight: 1, arbitrary: fc.constant({ turn: { photos: [brokenPhoto('photo-unreadable')] } }) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        verb: fc.constantFrom('similar', 'outfit', 'open', 'like', 'dislike') as fc.Arbitrary<
          NonNullable<ShopperTurn['action']>['verb']
        >,
        garmentId: fc.constantFrom('dress-blue', 'jeans-black', 'dress-gone', 'no-such'),
      })
      .map((action) => ({ turn: { action } })),
  },
);

/** Moves that show garments as answers to the running request. */
const LISTS = new Set([
  'search',
  'refine',
  'photo-search',
  'similar',
  'more',
  'undo',
  'dislike',
  'popular',
  'ask-what',
]);

function breaks({ reply, session, trace }: TurnResult): string[] {
  if (!LISTS.has(trace.move)) return [];
  const said = new Set(reply.relaxed.map(({ facet }) => facet));
  const { price: budget, size, ...others } = session.constraints;
  const constraints = {
    ...others,
    ...(budget && !said.has('price') ? { price: budget } : {}),
    ...(size !== undefined && !said.has('size') ? { size } : {}),
  };
  return reply.items
    .filter(({ garment }) => !keepsHardLimits(garment, constraints, RATES, vocabulary))
    .map(({ garment }) => garment.id);
}

describe('random conversations', () => {
  it('never show a card that breaks a stated limit, never throw, and stay storable', async () => {
    const script: Record<string, Partial<UnderstoodTurn>> = {};
    const scope = await smallShopScope(script as Script);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const talk = new Talk(scope);
        for (const [index, one] of steps.entries()) {
          const text = `turn ${index}`;
          if ('said' in one) script[text] = one.said;
          const result = await talk.turn('said' in one ? text : one.turn);
          expect(result.trace.fault === undefined || result.trace.fault.startsWith('photo-')).toBe(true);
          expect(breaks(result)).toEqual([]);
          expect(result.reply.messages.length).toBeGreaterThan(0);
          expect(result.reply.suggestions.length).toBeLessThanOrEqual(4);
          expect(sessionStateSchema.parse(JSON.parse(JSON.stringify(talk.session)))).toEqual(talk.session);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('give the same replies when they are told again', async () => {
    const script: Record<string, Partial<UnderstoodTurn>> = {};
    const scope = await smallShopScope(script as Script);
    await fc.assert(
      fc.asyncProperty(fc.array(understood, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const [index, said] of steps.entries()) script[`turn ${index}`] = said;
        const tell = async () => {
          const talk = new Talk(scope);
          const replies = [];
          for (const index of steps.keys()) replies.push((await talk.turn(`turn ${index}`)).reply);
          return { replies, session: talk.session };
        };
        expect(await tell()).toEqual(await tell());
      }),
      { numRuns: 40 },
    );
  });

  it('keep less than 32 KB after 200 turns', async () => {
    const script: Record<string, Partial<UnderstoodTurn>> = {};
    const scope = await smallShopScope(script as Script);
    const talk = new Talk(scope);
    for (const [index, one] of fc.sample(step, { numRuns: 200, seed: 7 }).entries()) {
      if ('said' in one) {
        script[`turn ${index}`] = { ...one.said, keywords: [`word${index}`, 'x'.repeat(200)] };
        await talk.turn(`turn ${index}`);
      } else await talk.turn(one.turn);
    }
    expect(talk.session.turn).toBe(200);
    // The test's vectors have 64 numbers, yida-mini's 256: three remembered photos are 1 KB longer each.
    expect(JSON.stringify(talk.session).length + 3 * 1024).toBeLessThan(32 * 1024);
  });
});
