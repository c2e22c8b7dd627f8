import { YidaFault } from '../domain/fault.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Encoder, PhotoEncoding } from '../encoding/encoder.js';
import { enrich } from './enrich.js';
import type { RowRemark } from './feed/feed-row.js';
import type { GarmentRecord, GarmentWriter, ImportStage, PublishReport } from './garment-store.js';
import { contentHash, type ImportItem } from './import-item.js';
import { identifyPictures, type LoadedPictures, loadPictures, type PictureLoading } from './load-pictures.js';
import { photoHash } from './pictures/photo-hash.js';

/** Garments encoded together: enough to fill the encoder's batches, few enough to hold their pixels. */
const BATCH = 16;

export interface ImportDeps extends PictureLoading {
  readonly store: GarmentWriter;
  readonly encoder: Encoder;
  readonly vocabulary: Vocabulary;
  /** Called with garments done and garments in all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the import between two batches; the catalogue stays as it was. */
  readonly signal?: AbortSignal;
}

export interface RunResult extends PublishReport {
  readonly photos: number;
  readonly refused: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
}

/**
 * The one way into the catalogue: unchanged garments keep their encoding; of the others the pictures are
 * decoded while the batch before is encoded, tagged and fused. Published at the end, or not at all.
 */
export async function runImport(
  items: AsyncIterable<ImportItem>,
  total: number,
  source: string,
  deps: ImportDeps,
): Promise<RunResult> {
  const { encoder, store } = deps;
  const stage = await store.beginImport({ modelId: encoder.modelId, source });
  const outcome: { photos: number; refused: RowRemark[]; warnings: RowRemark[] } = {
    photos: 0,
    refused: [],
    warnings: [],
  };
  let done = 0;
  try {
    for await (const batch of oneAhead(inBatches(items), (part) => prepare(part, stage, deps))) {
      if (deps.signal?.aborted) throw new YidaFault('import-aborted', 'the import was stopped');
      outcome.warnings.push(...batch.warnings);
      await stage.keep(batch.kept);
      const encoded = await encodeBatch(batch.changed, deps);
      await stage.add(encoded.records);
      outcome.refused.push(...encoded.refused);
      outcome.photos += encoded.photos;
      done += batch.kept.length + batch.changed.length;
      deps.onProgress?.(Math.min(done, total), total);
    }
    const report = await stage.publish({ removeOthers: true });
    return { ...report, ...outcome };
  } catch (error) {
    await stage.abort();
    throw error;
  }
}

interface PreparedItem {
  readonly item: ImportItem;
  readonly pictures: LoadedPictures;
  readonly contentHash: string;
}

interface PreparedBatch {
  readonly kept: ImportItem['garment'][];
  readonly changed: PreparedItem[];
  readonly warnings: RowRemark[];
}

async function prepare(items: readonly ImportItem[], stage: ImportStage, deps: ImportDeps): Promise<PreparedBatch> {
  const known = await stage.known(items.map(({ garment }) => garment.id));
  const batch: PreparedBatch = { kept: [], changed: [], warnings: [] };
  await Promise.all(
    items.map(async (item) => {
      const { pictures, warnings } = await identifyPictures(item);
      batch.warnings.push(...warnings);
      const ids = pictures.map(({ id }) => id);
      const seen = contentHash(item, ids, deps.encoder.modelId);
      // Offline, pictures on the web go unseen; an import that sees them has work to do, the reverse has not.
      const unseen = deps.fetchImage === undefined && item.pictures.some(({ kind }) => kind === 'remote');
      const hash = unseen ? `${seen} unseen` : seen;
      const before = known.get(item.garment.id)?.contentHash;
      if (before === seen || before === hash) {
        batch.kept.push(item.garment);
        return;
      }
      const loaded = await loadPictures(item, pictures, deps);
      batch.warnings.push(...loaded.warnings);
      // An incomplete garment looks changed to the next import, which may reach its pictures.
      batch.changed.push({ item, pictures: loaded, contentHash: loaded.incomplete ? '' : hash });
    }),
  );
  batch.changed.sort((a, b) => a.item.line - b.item.line);
  return batch;
}

async function encodeBatch(
  prepared: readonly PreparedItem[],
  { encoder, vocabulary }: ImportDeps,
): Promise<{ records: GarmentRecord[]; refused: RowRemark[]; photos: number }> {
  const photos = prepared.flatMap(({ pictures }) => pictures.photos);
  // A row that names its kind needs little of what its picture shows.
  const encodings = await Promise.all(
    prepared.flatMap(({ item, pictures }) => {
      const look = item.garment.category === null ? 'closely' : 'at-a-glance';
      return pictures.photos.map((photo) => encoder.encodePhotos([photo], look));
    }),
  ).then((lists) => lists.flat());
  const refused: RowRemark[] = [];
  const ready: (PreparedItem & ReturnType<typeof enrich> & { seen: PhotoEncoding[] })[] = [];
  let at = 0;
  for (const each of prepared) {
    const seen = encodings.slice(at, at + each.pictures.photos.length);
    at += each.pictures.photos.length;
    const reason = refusal(each, seen);
    if (reason !== undefined) refused.push({ line: each.item.line, id: each.item.garment.id, reason: { id: reason } });
    else
      ready.push({
        ...each,
        ...enrich(each.item.garment, each.item.provenance, seen, vocabulary, each.item.fileName),
        seen,
      });
  }
  const titles =
    ready.length === 0 ? [] : await encoder.encodeTexts(ready.map(({ item, garment }) => encodedTitle(item, garment)));
  const records = await Promise.all(
    ready.map(async ({ item, garment, provenance, pictures, contentHash: hash, seen }, index) => {
      const [main] = pictures.photos;
      return {
        garment: { ...garment, images: [...pictures.images] },
        encoding: await encoder.encodeGarment(
          garment.title.en === '' && garment.title['zh-CN'] === '' ? undefined : titles[index],
          seen,
        ),
        contentHash: hash,
        provenance,
        ...(main === undefined || item.pictures.length === 0 ? {} : { photoHash: photoHash(main) }),
      };
    }),
  );
  return { records, refused, photos: photos.length };
}

function refusal({ item, pictures }: PreparedItem, seen: readonly PhotoEncoding[]): string | undefined {
  if (item.mustShowGarment && seen.length > 0 && !seen.some(({ tags }) => tags.garment))
    return 'import.reason.no-garment';
  const nameless = item.garment.title['zh-CN'] === '' && item.garment.title.en === '';
  return nameless && pictures.photos.length === 0 ? 'import.reason.no-picture' : undefined;
}

/** The title in the language the feed wrote it in; a composed one says nothing that the photo does not. */
function encodedTitle(item: ImportItem, garment: ImportItem['garment']): string {
  return item.garment.title.en || item.garment.title['zh-CN'] || garment.title.en || garment.title['zh-CN'];
}

async function* inBatches(items: AsyncIterable<ImportItem>): AsyncGenerator<ImportItem[]> {
  let batch: ImportItem[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Runs `work` on the next part while the caller is busy with the one before. */
async function* oneAhead<T, R>(parts: AsyncIterable<T>, work: (part: T) => Promise<R>): AsyncGenerator<R> {
  let ahead: Promise<R> | undefined;
  for await (const part of parts) {
    const next = work(part);
    // Its failure is met when its turn comes, which may be after this tick.
    next.catch(() => undefined);
    if (ahead !== undefined) yield await ahead;
    ahead = next;
  }
  if (ahead !== undefined) yield await ahead;
}
