import type { GarmentRow, GarmentStore, GarmentWriter } from '../catalog/garment-store.js';
import { hashDistance } from '../catalog/pictures/photo-hash.js';
import type { Garment } from '../domain/garment.js';
import type { VectorIndex } from '../retrieval/vector-index.js';

export interface DuplicateDependencies {
  readonly garments: Pick<GarmentStore, 'vectors' | 'garmentsAt'> & Pick<GarmentWriter, 'photoHashes'>;
  readonly vectors: Pick<VectorIndex, 'search'>;
}

/** Neighbours looked at for each garment; a listing repeated more often still joins through its fellows. */
const NEIGHBOURS = 12;
/** Of unit vectors fused from picture and title; the same photo under another title stays above it. */
const SAME_LOOK = 0.79;
/** Bits of the difference hash that resizing and recompression change. */
const SAME_PICTURE = 6;

/**
 * Garments that are listed more than once: near in the vector space and with the same picture by its
 * perceptual hash. Colour variants of one product (one `groupId`) are no duplicates of each other, nor are
 * garments whose known colours have nothing in common: one drawing or cut in two colours has one hash.
 * @returns groups of two or more, the largest first; within a group in catalogue order
 */
export async function duplicateGroups({ garments, vectors }: DuplicateDependencies): Promise<Garment[][]> {
  const hashes = await garments.photoHashes();
  const pairs: [GarmentRow, GarmentRow][] = [];
  for await (const { row, embedding } of garments.vectors()) {
    const own = hashes.get(row);
    if (own === undefined) continue;
    for (const hit of await vectors.search(embedding, NEIGHBOURS)) {
      const other = hashes.get(hit.row);
      if (hit.row <= row || hit.similarity < SAME_LOOK || other === undefined) continue;
      if (hashDistance(own, other) <= SAME_PICTURE) pairs.push([row, hit.row]);
    }
  }
  const known = await garments.garmentsAt([...new Set(pairs.flat())]);
  const same = pairs.filter(([a, b]) => mayBeOne(known.get(a), known.get(b)));
  return joined(same)
    .map((rows) => rows.flatMap((row) => known.get(row) ?? []))
    .sort((a, b) => b.length - a.length);
}

function mayBeOne(a: Garment | undefined, b: Garment | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.groupId !== undefined && a.groupId === b.groupId) return false;
  return a.colours.length === 0 || b.colours.length === 0 || a.colours.some((colour) => b.colours.includes(colour));
}

/** Connected rows (union-find), each component ascending. */
function joined(pairs: readonly (readonly [GarmentRow, GarmentRow])[]): GarmentRow[][] {
  const parent = new Map<GarmentRow, GarmentRow>();
  const rootOf = (row: GarmentRow): GarmentRow => {
    let root = row;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(row, root);
    return root;
  };
  for (const [a, b] of pairs) {
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) {
      parent.set(low, low);
      parent.set(high, low);
    }
  }
  const groups = new Map<GarmentRow, GarmentRow[]>();
  for (const row of [...parent.keys()].sort((a, b) => a - b)) {
    const root = rootOf(row);
    groups.set(root, [...(groups.get(root) ?? []), row]);
  }
  return [...groups.values()];
}
