import type { GarmentStore } from '../catalog/garment-store.js';
import type { ExchangeRates } from '../domain/money.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { KindsTogether } from './kinds-together.js';
import type { Objective } from './objective.js';

/** What the composer stands on. */
export interface OutfitComposerDeps {
  readonly garments: GarmentStore;
  readonly vocabulary: Vocabulary;
  readonly rates: ExchangeRates;
  readonly clock: () => Date;
  readonly hemisphere?: 'north' | 'south';
  /** What real outfits taught; left out, the composer goes by knowledge alone. */
  readonly kinds?: KindsTogether;
  /** What outfits are chosen by; `OBJECTIVE` by default. */
  readonly objective?: Objective;
}
