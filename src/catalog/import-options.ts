import type { GarmentStore } from './garment-store.js';
import type { ImportDeps } from './import-run.js';

/** What every import of a merchant's catalogue takes. */
export interface ImportOptions extends Omit<ImportDeps, 'copies'> {
  readonly store: ImportDeps['store'] & Pick<GarmentStore, 'count' | 'rowsOf'>;
  /** Where copies of the merchant's pictures are kept (`<YIDA_DATA_DIR>/pictures`). */
  readonly picturesFolder?: string;
  /** The feed is the whole catalogue even where that shrinks by more than half. */
  readonly replace?: boolean;
  /** Reads and checks everything and changes nothing. */
  readonly dryRun?: boolean;
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
}
