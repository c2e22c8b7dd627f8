import { type DemoGarment, demoGarments } from '../../catalog/demo/demo-garments.js';
import { renderGarment } from '../../catalog/demo/render-garment.js';
import type { GarmentStore } from '../../catalog/garment-store.js';
import { createGarmentStore } from '../../catalog/sqlite-garment-store.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { Encoder, PhotoDecoder } from '../../encoding/encoder.js';
import { openDatabase } from '../../storage/database.js';
import { createFashionKnowledge } from '../../styling/fashion-knowledge.js';
import { type Piece, pieceOfGarment } from '../../styling/piece.js';
import { lookOf, meanByCategory } from '../../styling/wardrobe-table.js';

/** The demo catalogue drawn, encoded and ready to be composed from; close it after use. */
export interface DemoShelf {
  readonly store: GarmentStore;
  /** Every garment that can be worn in an outfit, its look told by the photo alone. */
  readonly pieces: readonly Piece[];
  /** The same as a feed that names no styles would have them. */
  readonly unstyled: readonly Piece[];
  close(): Promise<void>;
}

export interface ShelfOptions {
  readonly encoder: Encoder;
  readonly decode: PhotoDecoder;
  readonly vocabulary: Vocabulary;
  /** The whole demo catalogue by default. */
  readonly garments?: readonly DemoGarment[];
  readonly onProgress?: (what: string, done: number, of: number) => void;
}

/** As wide as the import draws them. */
const WIDTH = 256;
const BATCH = 16;

/** The vectors are of the drawings alone: what a photo adds is not to be helped by the words of a title. */
export async function demoShelf(options: ShelfOptions): Promise<DemoShelf> {
  const { encoder, vocabulary } = options;
  const garments = options.garments ?? demoGarments({ seed: 1 });
  const vectors = await photoVectors(garments, options);
  const db = await openDatabase({ file: ':memory:' });
  const store = createGarmentStore(db, { vocabulary, splitForIndex: () => [], modelId: encoder.modelId });
  const stage = await store.beginImport({ modelId: encoder.modelId, source: 'evaluation' });
  await stage.add(
    garments.map(({ garment }, at) => ({
      garment,
      encoding: { embedding: vectors[at] ?? new Float32Array(encoder.dim) },
    })),
  );
  await stage.publish({ removeOthers: true });
  const knowledge = createFashionKnowledge(vocabulary);
  const seen = garments.map(({ garment }, at) => ({ garment, vector: vectors[at] }));
  const centroids = meanByCategory(seen);
  const read = (styles: boolean) =>
    seen.flatMap(({ garment, vector }) => {
      const look = lookOf(vector, garment.category, centroids);
      const row = styles ? garment : { ...garment, styles: [] };
      return pieceOfGarment(row, knowledge, { look, cost: garment.price?.minorUnits }) ?? [];
    });
  return { store, pieces: read(true), unstyled: read(false), close: () => db.destroy() };
}

async function photoVectors(
  garments: readonly DemoGarment[],
  { encoder, decode, onProgress }: ShelfOptions,
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let at = 0; at < garments.length; at += BATCH) {
    const drawn = garments.slice(at, at + BATCH).map(async ({ spec }) => {
      return decode(await renderGarment(spec, { width: WIDTH, format: 'jpeg' }));
    });
    const photos = await encoder.encodePhotos(await Promise.all(drawn));
    const encoded = await Promise.all(photos.map((photo) => encoder.encodeGarment(undefined, [photo])));
    vectors.push(...encoded.map(({ embedding }) => embedding));
    onProgress?.('demo', vectors.length, garments.length);
  }
  return vectors;
}
