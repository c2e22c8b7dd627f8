import type { Garment, GarmentSize } from '../../domain/garment.js';
import { sizeKeys } from '../../domain/size-match.js';
import type { FeedRow } from './feed-row.js';
import type { RowOffer } from './row-offer.js';

export interface MergedOffers {
  readonly price: Garment['price'];
  readonly listPrice: Garment['listPrice'];
  readonly sizes: GarmentSize[];
  /** Rows that say again what an earlier one said. */
  readonly repeated: FeedRow[];
  /** Rows that contradict an earlier one: the same size at another price or stock, or another title. */
  readonly contradicting: FeedRow[];
}

/**
 * One garment of the rows of its sizes: shown at the price of its cheapest size, with the price of the others
 * beside them where it differs.
 */
export function mergeOffers(offers: readonly RowOffer[]): MergedOffers {
  const taken = new Map<string, { size: GarmentSize; price: Garment['price'] }>();
  const kept: RowOffer[] = [];
  const repeated: FeedRow[] = [];
  const contradicting: FeedRow[] = [];
  for (const offer of offers) {
    const known = verdict(offer, kept, taken);
    if (known === 'repeated') repeated.push(offer.row);
    else if (known === 'contradicting') contradicting.push(offer.row);
    else {
      kept.push(offer);
      for (const size of offer.sizes) taken.set(keyOf(size), { size, price: offer.price });
    }
  }
  const priced = kept.filter(({ price }) => price !== null);
  const cheapest = priced.reduce<RowOffer | undefined>(
    (best, offer) => (best?.price && offer.price && !cheaper(offer.price, best.price) ? best : offer),
    undefined,
  );
  const price = cheapest?.price ?? null;
  return {
    price,
    listPrice: cheapest?.listPrice,
    sizes: [...taken.values()].map(({ size, price: own }) =>
      own !== null && price !== null && !equal(own, price) ? { ...size, price: own } : size,
    ),
    repeated,
    contradicting,
  };
}

function verdict(
  offer: RowOffer,
  kept: readonly RowOffer[],
  taken: ReadonlyMap<string, { size: GarmentSize; price: Garment['price'] }>,
): 'new' | 'repeated' | 'contradicting' {
  const [first] = kept;
  if (first === undefined) return 'new';
  const titles = [first, offer].map(({ row }) => row.fields.title ?? row.fields.titleZh ?? row.fields.titleEn);
  if (titles[1] !== undefined && titles[0] !== titles[1] && offer.row.fields.groupId === undefined)
    return 'contradicting';
  const known = offer.sizes.map((size) => taken.get(keyOf(size)));
  if (offer.sizes.length > 0 && known.every((each) => each === undefined)) return 'new';
  const same =
    equal(offer.price, first.price) &&
    offer.sizes.every((size, at) => known[at] === undefined || known[at].size.stock === size.stock);
  return same ? 'repeated' : 'contradicting';
}

function keyOf({ size }: GarmentSize): string {
  return sizeKeys(size)[0] ?? size;
}

function cheaper(a: NonNullable<Garment['price']>, b: NonNullable<Garment['price']>): boolean {
  return a.currency === b.currency && a.minorUnits < b.minorUnits;
}

function equal(a: Garment['price'], b: Garment['price']): boolean {
  return a?.minorUnits === b?.minorUnits && a?.currency === b?.currency;
}
