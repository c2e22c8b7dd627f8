import { isOwn } from '../../../../domain/own-piece-id.js';

/** How a garment hangs on a body: `upper` and `outer` from the shoulders, `whole` from the shoulders and past the
 * waist, `legs` from the waist to the ankles, `short` from the waist as far as its own picture goes. */
export type PlaceableKind = 'upper' | 'outer' | 'whole' | 'legs' | 'short';

const CATEGORIES: Readonly<Record<PlaceableKind, string>> = {
  upper: 'top tshirt polo shirt blouse tunic tank_top camisole kurta sweater cardigan hoodie sweatshirt jersey vest',
  outer:
    'outerwear jacket denim_jacket leather_jacket bomber_jacket shell_jacket sun_protection_jacket blazer trench_coat coat down_jacket padded_jacket parka raincoat',
  whole: 'onepiece dress gown qipao hanfu jumpsuit romper overalls',
  legs: 'bottom trousers dress_trousers chinos cargo_pants joggers leggings jeans salwar',
  short: 'capris shorts skirt',
};

const KIND_OF: ReadonlyMap<string, PlaceableKind> = new Map(
  (Object.entries(CATEGORIES) as [PlaceableKind, string][]).flatMap(([kind, ids]) =>
    ids.split(' ').map((id) => [id, kind] as const),
  ),
);

/**
 * The kind of a garment that can be laid over a photo. Undefined for shoes and bags, for sets whose picture shows
 * their pieces side by side, for what is draped, for underwear, night and swimwear (nobody is undressed here), and
 * for pieces of the shopper's own, whose photos are at no address.
 */
export function placeableKind(garment: {
  readonly id: string;
  readonly category: string | null;
}): PlaceableKind | undefined {
  return garment.category === null || isOwn(garment) ? undefined : KIND_OF.get(garment.category);
}
