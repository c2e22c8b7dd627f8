import { createHash } from 'node:crypto';
import type { Garment } from '../domain/garment.js';
import { splitGarment } from './garment-row-store.js';
import type { Provenance } from './garment-store.js';

/** A picture of a garment to import. */
export type PictureRef =
  /** The merchant's own file: copied, and served by us. */
  | { readonly kind: 'local'; readonly name: string; read(): Promise<Uint8Array> }
  /** Stays where it is; fetched once to be encoded. */
  | { readonly kind: 'remote'; readonly url: string }
  /** Drawn by us and served at an address of its own; `version` changes when it looks different. */
  | { readonly kind: 'drawn'; readonly address: string; readonly version: string; read(): Promise<Uint8Array> };

/** A garment on its way into the catalogue. */
export interface ImportItem {
  readonly line: number;
  readonly garment: Garment;
  readonly provenance: Provenance;
  readonly pictures: readonly PictureRef[];
  /** True where the pictures are all there is: one that shows no garment is refused. */
  readonly mustShowGarment?: boolean;
  /** What to call a garment of which nothing else is known. */
  readonly fileName?: string;
}

/** Changed whenever the same feed would make another row or another encoding of it. */
const IMPORT_VERSION = 1;

/**
 * Tells whether a garment must be encoded again: of its text and facets as the feed gives them, its pictures
 * and the model, but not of price and stock.
 */
export function contentHash(item: ImportItem, pictureIds: readonly string[], modelId: string): string {
  const { body } = splitGarment(item.garment);
  return createHash('sha256')
    .update(JSON.stringify([IMPORT_VERSION, modelId, body, pictureIds]))
    .digest('hex');
}
