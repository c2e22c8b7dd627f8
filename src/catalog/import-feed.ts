import { readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { YidaFault } from '../domain/fault.js';
import type { GuardedFetch } from '../encoding/guarded-fetch.js';
import { FacetReader } from './feed/facet-reader.js';
import type { RowRemark } from './feed/feed-row.js';
import { openFeed } from './feed/open-feed.js';
import type { GarmentDraft } from './feed/product-builder.js';
import { planFeed, type ReadProduct, readProducts } from './feed/read-products.js';
import type { ImportItem, PictureRef } from './import-item.js';
import type { ImportOptions } from './import-options.js';
import { type ImportReport, importReport } from './import-report.js';
import { runImport } from './import-run.js';
import { openPictures } from './pictures/open-pictures.js';
import { PictureCopies } from './pictures/picture-copies.js';
import { isPictureName, PictureFinder, type PictureSource } from './pictures/picture-source.js';
import { refuseShrinking } from './shrink-guard.js';

export interface FeedImportOptions extends ImportOptions {
  /** Path of the feed. */
  readonly feed: string;
  /** Folder or zip of the pictures that the feed names, or that are called after its ids. */
  readonly images?: string;
  /** Labels of known data sets (kaggle-map.tsv), beside the vocabulary. */
  readonly labelMap?: string;
  /** Of prices in a feed that names no currency anywhere; CNY where absent. */
  readonly currency?: string;
}

/**
 * Imports a merchant's feed, which is the whole catalogue: garments it no longer has are removed. Throws
 * `feed-unreadable`, `feed-shrunk` (more than half would be gone), `import-running` or `import-aborted`; the
 * old catalogue serves until the new one is published in one step, and on after any failure.
 */
export async function importFeed(options: FeedImportOptions): Promise<ImportReport> {
  const clock = options.clock ?? (() => performance.now());
  const start = clock();
  const feed = await openFeed(options.feed);
  const reader = new FacetReader(options.vocabulary, options.labelMap);
  const plan = await planFeed(feed, options.currency ?? 'CNY');
  const checked = await checkFeed(readProducts(feed, plan, reader), options.signal);
  if (plan.currencyAssumed) {
    checked.warnings.unshift({
      line: 1,
      reason: { id: 'import.warning.currency', values: { currency: plan.currency } },
    });
  }
  await refuseShrinking(options.store, checked.garments, options.replace ?? false);
  const report = (part: Partial<ImportReport>) =>
    importReport((clock() - start) / 1_000, {
      ...part,
      read: checked.rows,
      refused: [...checked.refused, ...(part.refused ?? [])],
      warnings: [...checked.warnings, ...(part.warnings ?? [])],
    });
  if (options.dryRun) return report({ imported: checked.garments, dryRun: true });
  const pictures = options.images === undefined ? undefined : await openPictures(options.images);
  try {
    for (const { name, reason } of pictures?.refused ?? []) checked.warnings.push({ line: 0, id: name, reason });
    const find = pictureResolver(pictures, dirname(resolve(options.feed)));
    const items = itemsOf(readProducts(feed, plan, reader), find);
    const { picturesFolder } = options;
    const copies = picturesFolder === undefined ? {} : { copies: new PictureCopies(picturesFolder) };
    const run = await runImport(items, checked.garments, 'feed', { ...options, ...copies });
    return report({ ...run, imported: run.added });
  } finally {
    await pictures?.close();
  }
}

interface CheckedFeed {
  rows: number;
  garments: number;
  readonly refused: RowRemark[];
  readonly warnings: RowRemark[];
}

async function checkFeed(products: AsyncIterable<ReadProduct>, signal: AbortSignal | undefined): Promise<CheckedFeed> {
  const checked: CheckedFeed = { rows: 0, garments: 0, refused: [], warnings: [] };
  for await (const product of products) {
    if (signal?.aborted) throw new YidaFault('import-aborted', 'the import was stopped');
    checked.rows += product.rows;
    checked.garments += product.drafts.length;
    checked.refused.push(...product.refused);
    checked.warnings.push(...product.warnings);
  }
  return checked;
}

async function* itemsOf(
  products: AsyncIterable<ReadProduct>,
  find: (draft: GarmentDraft) => PictureRef[],
): AsyncGenerator<ImportItem> {
  for await (const { drafts } of products) {
    for (const draft of drafts) yield { ...draft, pictures: find(draft) };
  }
}

/** Where a garment's pictures are: on the web, in the folder or zip given, or beside the feed. */
function pictureResolver(source: PictureSource | undefined, feedFolder: string): (draft: GarmentDraft) => PictureRef[] {
  const finder = new PictureFinder(source?.names ?? []);
  const local = (name: string): PictureRef => ({
    kind: 'local',
    name,
    read: () => source?.read(name) ?? Promise.reject(new YidaFault('photo-missing', name)),
  });
  return ({ garment, pictures }) => {
    const ids = [garment.id, ...garment.sizes.flatMap(({ sku }) => sku ?? [])];
    const named = pictures.map((cell): PictureRef => {
      const found = source === undefined ? undefined : finder.named(lastPart(cell));
      if (found !== undefined) return local(found);
      if (/^https?:\/\//i.test(cell) && URL.canParse(cell)) return { kind: 'remote', url: new URL(cell).href };
      return beside(feedFolder, cell);
    });
    if (named.length > 0 || source === undefined) return named;
    return [...new Set(ids.flatMap((id) => finder.ofId(id)))].map(local);
  };
}

/** Pictures given with --images stand in for addresses that end in their names. */
function lastPart(cell: string): string {
  if (!URL.canParse(cell) || !/^https?:/i.test(cell)) return cell;
  try {
    return decodeURIComponent(new URL(cell).pathname.split('/').at(-1) ?? '');
  } catch {
    return cell;
  }
}

function beside(folder: string, cell: string): PictureRef {
  const file = resolve(join(folder, cell.replaceAll('\\', '/')));
  const inside =
    file.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`) && isPictureName(cell.replaceAll('\\', '/'));
  return {
    kind: 'local',
    name: cell,
    async read() {
      if (!inside) throw new YidaFault('photo-missing', `${cell} is not beside the feed`);
      return readFile(file);
    },
  };
}

/** Pictures of a feed over the guarded way out; anything but an answer with a picture is a fault. */
export function imageFetcher(fetch: GuardedFetch): (url: string) => Promise<Uint8Array> {
  return async (url) => {
    const answer = await fetch(url);
    if (answer.status === 429 || answer.status >= 500) {
      throw new YidaFault('photo-unreachable', `${url} answered ${answer.status}`);
    }
    if (answer.status !== 200) throw new YidaFault('photo-missing', `${url} answered ${answer.status}`);
    return answer.bytes;
  };
}
