import type { Garment } from '../../src/domain/garment.js';
import type { Locale } from '../../src/domain/locale.js';
import type { Item, Reply } from '../../src/domain/reply.js';
import type { UnderstoodTurn } from '../../src/domain/turn.js';
import { sampleGarments } from './sample-garments.js';

export function sampleUnderstood(locale: Locale, changes: Partial<UnderstoodTurn> = {}): UnderstoodTurn {
  return {
    locale,
    intent: 'search',
    confidence: 0.97,
    tokens: [],
    constraints: { category: 'dress' },
    references: [],
    critiques: [],
    relaxed: [],
    keywords: [],
    ...changes,
  };
}

export function sampleItem(garment: Garment, changes: Partial<Item> = {}): Item {
  return {
    garment,
    score: 0.8,
    match: 'exact',
    scores: { text: 0.7, image: 0.6, attention: 0.8 },
    reasons: [
      {
        facet: 'colours',
        id: garment.colours[0] ?? '',
        message: {
          id: 'test.reason',
          values: { colour: { kind: 'facet', value: { facet: 'colours', id: garment.colours[0] ?? '' } } },
        },
      },
    ],
    ...changes,
  };
}

/** A reply with words of its own (test.* ids of sampleMessages), four items by default. */
export function sampleReply(locale: Locale, changes: Partial<Reply> = {}): Reply {
  return {
    locale,
    messages: [{ id: 'test.found', values: { count: 4 } }],
    items: sampleGarments(4).map((garment) => sampleItem(garment)),
    outfits: [],
    suggestions: [
      { title: { id: 'test.cheaper' }, action: { verb: 'say' } },
      { title: { id: 'test.outfit' }, action: { verb: 'outfit', garmentId: 'g1' } },
    ],
    understood: sampleUnderstood(locale),
    attention: { text: 0.62, image: 0.38, history: 0 },
    relaxed: [],
    degraded: [],
    ...changes,
  };
}
