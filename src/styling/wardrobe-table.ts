import type { GarmentRow, GarmentStore } from '../catalog/garment-store.js';
import type { Garment } from '../domain/garment.js';
import type { ExchangeRates } from '../domain/money.js';
import type { FashionKnowledge } from './fashion-knowledge.js';
import { costOf } from './garment-cost.js';
import type { Slot } from './outfit-composer.js';
import { type Piece, pieceOfGarment } from './piece.js';

/** The catalogue as the composer reads it: pieces by slot, for one version of the catalogue. */
export interface WardrobeTable {
  readonly version: string;
  readonly currency: string;
  readonly bySlot: ReadonlyMap<Slot, readonly Piece[]>;
  /** The mean vector of a category, for what a further garment's vector says beyond its category. */
  readonly centroids: ReadonlyMap<string, Float32Array>;
}

/** Above this many garments a fixed sample of every slot is composed from: memory and time stay bounded. */
const WHOLE_CATALOGUE = 20_000;
const SAMPLE_A_SLOT = 1_000;
const BATCH = 500;

/** Reads the catalogue once a version and keeps it; a later version is read when next asked for. */
export function createWardrobeTables(garments: GarmentStore, knowledge: FashionKnowledge, rates: ExchangeRates) {
  let reading: { version: string; table: Promise<WardrobeTable> } | undefined;
  return async function current(): Promise<WardrobeTable> {
    const version = await garments.version();
    if (reading?.version !== version) {
      const table = readTable(version, garments, knowledge, rates);
      reading = { version, table };
      table.catch(() => {
        if (reading?.version === version) reading = undefined;
      });
    }
    return reading.table;
  };
}

async function readTable(
  version: string,
  store: GarmentStore,
  knowledge: FashionKnowledge,
  rates: ExchangeRates,
): Promise<WardrobeTable> {
  const [currency, rows] = await Promise.all([store.currency(), candidateRows(store, knowledge, rates)]);
  const vectors = new Map<GarmentRow, Float32Array>();
  for await (const { row, embedding } of store.vectors(rows)) vectors.set(row, embedding);
  const found: { garment: Garment; vector: Float32Array | undefined }[] = [];
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    const read = await store.garmentsAt(batch);
    for (const row of batch) {
      const garment = read.get(row);
      if (garment) found.push({ garment, vector: vectors.get(row) });
    }
  }
  const centroids = meanByCategory(found);
  const priced = currency ?? rates.base;
  const bySlot = new Map<Slot, Piece[]>();
  for (const { garment, vector } of found) {
    const look = lookOf(vector, garment.category, centroids);
    const piece = pieceOfGarment(garment, knowledge, { look, cost: costOf(garment, priced, rates) });
    if (piece === undefined || piece.kind.proposed === false) continue;
    const slot = piece.kind.slot;
    const known = bySlot.get(slot);
    if (known) known.push(piece);
    else bySlot.set(slot, [piece]);
  }
  return { version, currency: priced, bySlot, centroids };
}

async function candidateRows(
  store: GarmentStore,
  knowledge: FashionKnowledge,
  rates: ExchangeRates,
): Promise<GarmentRow[]> {
  const all = await store.matching({ constraints: {}, availableOnly: true }, rates);
  if (all.length <= WHOLE_CATALOGUE) return [...all];
  const rows: GarmentRow[] = [];
  for (const slot of knowledge.slots) {
    const category = [...knowledge.categoriesOf(slot)];
    const inSlot = await store.matching({ constraints: { category }, availableOnly: true }, rates);
    const step = Math.max(1, inSlot.length / SAMPLE_A_SLOT);
    for (let at = 0; at < inSlot.length; at += step) rows.push(inSlot[Math.floor(at)] ?? 0);
  }
  return [...new Set(rows)].sort((a, b) => a - b);
}

export function meanByCategory(
  found: readonly { garment: Garment; vector: Float32Array | undefined }[],
): Map<string, Float32Array> {
  const sums = new Map<string, { sum: Float32Array; count: number }>();
  for (const { garment, vector } of found) {
    if (vector === undefined || garment.category === null) continue;
    const entry = sums.get(garment.category) ?? { sum: new Float32Array(vector.length), count: 0 };
    for (let at = 0; at < vector.length; at++) entry.sum[at] = (entry.sum[at] ?? 0) + (vector[at] ?? 0);
    entry.count++;
    sums.set(garment.category, entry);
  }
  return new Map([...sums].map(([id, { sum, count }]) => [id, sum.map((value) => value / count)]));
}

/** What a vector says beyond its category's mean, as a unit vector. */
export function lookOf(
  vector: Float32Array | undefined,
  category: string | null,
  centroids: ReadonlyMap<string, Float32Array>,
): Float32Array | undefined {
  const centre = category === null ? undefined : centroids.get(category);
  if (vector === undefined || centre === undefined || centre.length !== vector.length) return undefined;
  const rest = vector.map((value, at) => value - (centre[at] ?? 0));
  const length = Math.hypot(...rest);
  // A category of one is its own mean: it says nothing beyond.
  return length < 1e-3 ? undefined : rest.map((value) => value / length);
}
