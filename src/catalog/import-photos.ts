import { readdir } from 'node:fs/promises';
import { bareGarment } from '../domain/bare-garment.js';
import { YidaFault } from '../domain/fault.js';
import type { RowRemark } from './feed/feed-row.js';
import type { ImportItem } from './import-item.js';
import type { ImportOptions } from './import-options.js';
import { type ImportReport, importReport } from './import-report.js';
import { runImport } from './import-run.js';
import { openPictures } from './pictures/open-pictures.js';
import { PictureCopies } from './pictures/picture-copies.js';
import type { PictureSource } from './pictures/picture-source.js';
import { refuseShrinking } from './shrink-guard.js';

export interface PhotoImportOptions extends ImportOptions {
  /** A folder (with the folders in it) or a zip. */
  readonly source: string;
}

/**
 * Imports photos without a feed: a garment a photo, its facets and both titles from what the model sees. What
 * shows no garment is refused. `line` in the report is the photo's place, from 1, and `id` its name.
 */
export async function importPhotos(options: PhotoImportOptions): Promise<ImportReport> {
  const clock = options.clock ?? (() => performance.now());
  const start = clock();
  const pictures = await openPictures(options.source);
  try {
    const { names } = pictures;
    const refused: RowRemark[] = pictures.refused.map(({ name, reason }) => ({ line: 0, id: name, reason }));
    if (names.length === 0 && refused.length === 0) throw await noPhotos(options.source);
    await refuseShrinking(options.store, names.length, options.replace ?? false);
    const report = (part: Partial<ImportReport>) =>
      importReport((clock() - start) / 1_000, {
        ...part,
        read: names.length + refused.length,
        refused: [...refused, ...(part.refused ?? []).map((remark) => photoRemark(remark, names, part.warnings ?? []))],
        warnings: [],
      });
    if (options.dryRun) return report({ imported: names.length, dryRun: true });
    const { picturesFolder } = options;
    const copies = picturesFolder === undefined ? {} : { copies: new PictureCopies(picturesFolder) };
    const run = await runImport(itemsOf(pictures), names.length, 'photos', { ...options, ...copies });
    return report({ ...run, imported: run.added });
  } finally {
    await pictures.close();
  }
}

async function* itemsOf(pictures: PictureSource): AsyncGenerator<ImportItem> {
  const taken = new Set<string>();
  for (const [index, name] of pictures.names.entries()) {
    const id = uniqueId(name, taken);
    yield {
      line: index + 1,
      garment: bareGarment(id),
      provenance: {},
      pictures: [{ kind: 'local', name, read: () => pictures.read(name) }],
      mustShowGarment: true,
      fileName: (name.split('/').at(-1) ?? name)
        .replace(/\.[a-z]+$/i, '')
        .replace(/[-_\s]+/g, ' ')
        .trim(),
    };
  }
}

/** `Dresses/red 1.jpg` -> `Dresses-red-1`; the ending stays where two pictures would share a name. */
function uniqueId(name: string, taken: Set<string>): string {
  const plain = name.normalize('NFC').replace(/[^\p{L}\p{N}._]+/gu, '-');
  const short = plain.replace(/\.[a-z]+$/i, '').slice(-180);
  let id = taken.has(short) ? plain.slice(-180) : short;
  for (let copy = 2; taken.has(id); copy++) id = `${short}-${copy}`;
  taken.add(id);
  return id;
}

/** A photo that could not be read is refused for that reason, and by the name the merchant knows. */
function photoRemark(remark: RowRemark, names: readonly string[], warnings: readonly RowRemark[]): RowRemark {
  const why = warnings.find(({ line }) => line === remark.line)?.reason ?? remark.reason;
  return { line: remark.line, id: names[remark.line - 1] ?? '', reason: why };
}

async function noPhotos(source: string): Promise<YidaFault> {
  const files = await readdir(source).catch(() => []);
  const why = `no photos (JPEG, PNG or WebP) among ${files.length} files`;
  return new YidaFault('feed-unreadable', `${source}: ${why}`, { values: { line: 0, why } });
}
