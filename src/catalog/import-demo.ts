import { type DemoGarment, type DemoOptions, demoGarments } from './demo/demo-garments.js';
import { renderGarment } from './demo/render-garment.js';
import type { ImportItem } from './import-item.js';
import type { ImportOptions } from './import-options.js';
import { type ImportReport, importReport } from './import-report.js';
import { runImport } from './import-run.js';
import { DEMO_SOURCE } from './shrink-guard.js';

/** Wide enough for the model to see what a shopper sees. */
const WIDTH = 256;

export interface DemoImportOptions
  extends Omit<ImportOptions, 'picturesFolder' | 'replace' | 'dryRun' | 'fetchImage'>,
    DemoOptions {
  /** Only the first so many garments, for trying things out. */
  readonly limit?: number;
}

/**
 * Whether a start must import the demo: the catalogue is empty, or is the demo as another model saw it or an
 * earlier version drew it. A merchant's own catalogue is never touched.
 */
export async function needsDemo(
  options: Pick<DemoImportOptions, 'store' | 'encoder' | 'limit' | 'seed'>,
): Promise<boolean> {
  const { store, encoder } = options;
  if ((await store.count()) === 0) return true;
  if ((await store.source()) !== DEMO_SOURCE) return false;
  if ((await store.model()) !== encoder.modelId) return true;
  const ids = shop(options).map(({ garment }) => garment.id);
  return (await store.count()) !== ids.length || (await store.rowsOf(ids)).size !== ids.length;
}

/** Draws the demo shop and imports it the way a merchant's feed is imported. */
export async function importDemo(options: DemoImportOptions): Promise<ImportReport> {
  const clock = options.clock ?? (() => performance.now());
  const start = clock();
  const garments = shop(options);
  const run = await runImport(itemsOf(garments), garments.length, DEMO_SOURCE, options);
  return importReport((clock() - start) / 1_000, { ...run, imported: run.added, read: garments.length });
}

function shop(options: Pick<DemoImportOptions, 'limit' | 'seed' | 'publicBase'>): DemoGarment[] {
  return demoGarments(options).slice(0, options.limit);
}

async function* itemsOf(garments: readonly DemoGarment[]): AsyncGenerator<ImportItem> {
  for (const [index, { garment, spec }] of garments.entries()) {
    yield {
      line: index + 1,
      garment,
      provenance: {},
      pictures: garment.images.map((address) => ({
        kind: 'drawn',
        address,
        version: JSON.stringify(spec),
        read: () => renderGarment(spec, { width: WIDTH, format: 'jpeg' }),
      })),
    };
  }
}
