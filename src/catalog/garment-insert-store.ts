import type { Database } from '../storage/database.js';
import { splitGarment } from './garment-row-store.js';
import type { GarmentRecord } from './garment-store.js';
import { toHalf } from './half-float.js';

/** Writes garments under rows that nobody sees yet, from `firstRow` up. Call in a transaction. */
export async function insertRecords(
  transaction: Database,
  batch: number,
  firstRow: number,
  records: readonly GarmentRecord[],
): Promise<void> {
  for (const [index, record] of records.entries()) {
    const row = firstRow + index;
    const { body, offer } = splitGarment(record.garment);
    await transaction
      .insertInto('garment')
      .values({
        row,
        batch,
        id: record.garment.id,
        brand: record.garment.brand,
        group_id: record.garment.groupId ?? null,
        body,
        content_hash: record.contentHash ?? '',
        photo_hash: record.photoHash ?? null,
        provenance: JSON.stringify(record.provenance ?? {}),
      })
      .execute();
    await transaction
      .insertInto('offer')
      .values({ row, ...offer, changed: 0 })
      .execute();
    await transaction
      .insertInto('garment_vector')
      .values({ row, data: toHalf(record.encoding.embedding) })
      .execute();
    const { tokens } = record.encoding;
    if (tokens !== undefined) {
      const data = Buffer.concat([
        Buffer.from(tokens.tokens.buffer, tokens.tokens.byteOffset, tokens.tokens.byteLength),
        tokens.mask,
      ]);
      await transaction.insertInto('garment_token').values({ row, data }).execute();
    }
  }
}
