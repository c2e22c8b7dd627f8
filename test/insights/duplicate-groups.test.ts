import { describe, expect, it } from 'vitest';
import type { Garment } from '../../src/domain/garment.js';
import { duplicateGroups } from '../../src/insights/duplicate-groups.js';
import { garmentOf } from '../support/in-memory-catalogue.js';

interface Listing {
  readonly garment: Garment;
  readonly vector: readonly [number, number];
  readonly hash?: string;
}

const PICTURE = 'f0f0e1c387a51234';
const NEARLY_PICTURE = 'f0f0e1c387a51237';
const OTHER_PICTURE = '0f0f1e3c785aedcb';

/** A catalogue of a few listings whose neighbours are found by comparing all. */
function shop(listings: readonly Listing[]) {
  const rows = listings.map((listing, row) => ({ row, embedding: Float32Array.from(listing.vector) }));
  return {
    garments: {
      vectors: async function* () {
        yield* rows;
      },
      garmentsAt: async (wanted: readonly number[]) =>
        new Map(wanted.flatMap((row) => (listings[row] ? [[row, listings[row].garment] as const] : []))),
      photoHashes: async () =>
        new Map(listings.flatMap(({ hash }, row) => (hash === undefined ? [] : [[row, hash] as const]))),
    },
    vectors: {
      search: async (query: Float32Array) =>
        rows.map(({ row, embedding }) => ({
          row,
          similarity: embedding.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0),
        })),
    },
  };
}

async function idsOf(listings: readonly Listing[]): Promise<string[][]> {
  return (await duplicateGroups(shop(listings))).map((group) => group.map((garment) => garment.id));
}

describe('duplicate listings', () => {
  it('are found by picture and vector together, and joined through a common fellow', async () => {
    const listings: Listing[] = [
      { garment: garmentOf({ id: 'a' }), vector: [1, 0], hash: PICTURE },
      { garment: garmentOf({ id: 'other' }), vector: [0, 1], hash: PICTURE },
      { garment: garmentOf({ id: 'b' }), vector: [1, 0], hash: NEARLY_PICTURE },
      { garment: garmentOf({ id: 'c' }), vector: [1, 0], hash: PICTURE },
    ];
    expect(await idsOf(listings)).toEqual([['a', 'b', 'c']]);
  });

  it('need the same picture: two plain black tees are two products', async () => {
    const listings: Listing[] = [
      { garment: garmentOf({ id: 'a' }), vector: [1, 0], hash: PICTURE },
      { garment: garmentOf({ id: 'b' }), vector: [1, 0], hash: OTHER_PICTURE },
      { garment: garmentOf({ id: 'without picture' }), vector: [1, 0] },
    ];
    expect(await idsOf(listings)).toEqual([]);
  });

  it('are not the colours of one product, nor one cut in two colours', async () => {
    const listings: Listing[] = [
      { garment: garmentOf({ id: 'a', groupId: 'tee', colours: ['red'] }), vector: [1, 0], hash: PICTURE },
      { garment: garmentOf({ id: 'b', groupId: 'tee', colours: ['red'] }), vector: [1, 0], hash: PICTURE },
      { garment: garmentOf({ id: 'c', groupId: 'shirt', colours: ['blue'] }), vector: [1, 0], hash: PICTURE },
    ];
    expect(await idsOf(listings)).toEqual([]);
  });
});
