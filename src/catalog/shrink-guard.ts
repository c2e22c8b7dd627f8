import { YidaFault } from '../domain/fault.js';
import type { GarmentStore, GarmentWriter } from './garment-store.js';

/** What the demo catalogue calls itself as the source of an import. */
export const DEMO_SOURCE = 'demo';

/**
 * Refuses (`feed-shrunk`) an import that would leave less than half of the merchant's catalogue: that is more
 * often a broken export than a clearance. The demo catalogue is nobody's and gives way to any feed.
 */
export async function refuseShrinking(
  store: Pick<GarmentStore, 'count'> & Pick<GarmentWriter, 'source'>,
  garments: number,
  replace: boolean,
): Promise<void> {
  if (replace) return;
  const count = await store.count();
  const present = (await store.source()) === DEMO_SOURCE ? 0 : count;
  // A feed without a single garment empties nobody's shop, not even the demo.
  if (garments * 2 >= present && (garments > 0 || count === 0)) return;
  throw new YidaFault(
    'feed-shrunk',
    `the import has ${garments} garments, the catalogue ${present}: add --replace if that is right`,
    {
      values: { found: garments, present },
    },
  );
}
