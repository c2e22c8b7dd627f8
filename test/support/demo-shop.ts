import type { Scope } from '../../src/assistant/scope.js';
import { demoGarments } from '../../src/catalog/demo/demo-garments.js';
import type { Garment } from '../../src/domain/garment.js';
import { createOutfitComposer } from '../../src/styling/compose-outfits.js';
import { openShop, RATES, vocabulary } from './search-shop.js';
import { shopLanguage } from './shop-language.js';
import { smallShopScope } from './small-shop.js';

/** The rows of the demo boutique, pictures aside. */
export const DEMO_SHOP: readonly Garment[] = demoGarments({ seed: 1 }).map(({ garment }) => garment);

/** The whole demo boutique behind the real language room, search and composer; photos are words, as in the small shop. */
export async function demoShopScope(
  overrides: Partial<Scope> = {},
  garments: readonly Garment[] = DEMO_SHOP,
): Promise<Scope> {
  const { understand, splitForIndex } = await shopLanguage();
  const shop = await openShop(garments, { splitForIndex });
  return smallShopScope(
    {},
    {
      understand,
      brands: [...new Set(garments.flatMap(({ brand }) => brand ?? []))],
      search: shop.search,
      garments: shop.garments,
      composeOutfits: createOutfitComposer({
        garments: shop.garments,
        vocabulary,
        rates: RATES,
        clock: () => new Date('2026-05-10T00:00:00Z'),
      }),
      ...overrides,
    },
  );
}
