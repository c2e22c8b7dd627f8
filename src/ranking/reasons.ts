import type { Constraints } from '../domain/constraints.js';
import type { Garment } from '../domain/garment.js';
import type { ExchangeRates } from '../domain/money.js';
import type { MessageValue, Reason } from '../domain/reply.js';
import type { FacetEvidence } from './facet-evidence.js';
import { priceHolds, sizeInStock } from './hard-limits.js';

/** At most this many on a card: the first ones are what sets it apart, and what its title leaves unsaid. */
const MOST = 4;

/** What is known about why a garment was found. */
export interface Grounds {
  readonly garment: Garment;
  readonly constraints: Constraints;
  readonly facets: readonly FacetEvidence[];
  readonly rates: ExchangeRates;
  /** Words of the request that stand in the row's text and name no facet. */
  readonly words: readonly string[];
  /** True where it looks like the shopper's photo, or like the garment it was asked to resemble. */
  readonly likePhoto: boolean;
  readonly likeGarment: boolean;
  /** True where it resembles what the shopper liked. */
  readonly likeLiked: boolean;
}

/**
 * Why this garment, as messages: `reason.<facet>` with `value` for each wish the row answers (`reason.colour-touch`
 * for a colour that is not its main one), `reason.price`
 * with `price`, `reason.size` with `size`, `reason.words` with `words`, and `reason.photo`, `reason.similar`,
 * `reason.liked`. Every value is read from the row.
 */
export function reasonsFor(grounds: Grounds): Reason[] {
  const reasons: Reason[] = [];
  if (grounds.likePhoto) reasons.push({ facet: 'photo', id: 'photo', message: { id: 'reason.photo' } });
  if (grounds.likeGarment) reasons.push({ facet: 'photo', id: 'similar', message: { id: 'reason.similar' } });
  // A card shows two of them beside the title: asked for something French, "Boho sundress" has to say that it is.
  const told = (titled: boolean) => grounds.facets.filter((evidence) => (evidence.titled ?? false) === titled);
  for (const evidence of [...told(false), ...told(true)]) reasons.push(...facetReason(evidence, grounds.garment));
  if (grounds.words.length > 0) {
    const words: MessageValue = { kind: 'list', items: grounds.words, join: 'and' };
    reasons.push({ facet: 'words', id: grounds.words.join(' '), message: { id: 'reason.words', values: { words } } });
  }
  reasons.push(...sizeReason(grounds), ...priceReason(grounds));
  if (grounds.likeLiked) reasons.push({ facet: 'liked', id: 'liked', message: { id: 'reason.liked' } });
  return reasons.slice(0, MOST);
}

function facetReason(evidence: FacetEvidence, garment: Garment): Reason[] {
  const { facet, ids, answer } = evidence;
  const [first] = ids;
  if (first === undefined || answer === 'fails' || answer === 'unknown') return [];
  const values = ids.map((id): MessageValue => (facet === 'brand' ? id : { kind: 'facet', value: { facet, id } }));
  const value: MessageValue =
    values.length === 1 && values[0] !== undefined ? values[0] : { kind: 'list', items: values, join: 'and' };
  // A pink dress with a little red is not red: a row names its main colour first.
  const touched = facet === 'colours' && first !== garment.colours[0];
  return [
    {
      facet,
      id: first,
      message: {
        id: touched ? 'reason.colour-touch' : `reason.${facet}`,
        values: facet === 'audience' ? { id: first, value } : { value },
      },
    },
  ];
}

function sizeReason({ garment, constraints }: Grounds): Reason[] {
  const size = constraints.size === undefined ? undefined : sizeInStock(garment, constraints);
  return size === undefined ? [] : [{ facet: 'size', id: size, message: { id: 'reason.size', values: { size } } }];
}

function priceReason({ garment, constraints, rates }: Grounds): Reason[] {
  const { price } = garment;
  if (!constraints.price || price === null || !priceHolds(garment, constraints, rates)) return [];
  const id = `${price.minorUnits} ${price.currency}`;
  return [{ facet: 'price', id, message: { id: 'reason.price', values: { price: { kind: 'money', money: price } } } }];
}
