import { z } from 'zod';
import { FACETS } from './facet.js';
import { localisedTextSchema } from './locale.js';
import { moneySchema } from './money.js';

// Of its own, so that a browser takes it without the schemas.
export { inStock } from './in-stock.js';

/** One size of a garment. Stock null means available, count unknown; 0 means sold out. */
export const sizeSchema = z.object({
  size: z.string(),
  stock: z.int().nonnegative().nullable(),
  sku: z.string().optional(),
  price: moneySchema.optional(),
});
export type GarmentSize = z.infer<typeof sizeSchema>;

/**
 * A row of the catalogue. The single facets are null and the list facets empty where the feed and the
 * model are silent: no fact is invented. `images` are addresses a shopper's client can open.
 */
export const garmentSchema = z.object({
  id: z.string().min(1),
  title: localisedTextSchema,
  description: localisedTextSchema,
  category: z.string().nullable(),
  colours: z.array(z.string()),
  pattern: z.string().nullable(),
  material: z.string().nullable(),
  sleeve: z.string().nullable(),
  neckline: z.string().nullable(),
  fit: z.string().nullable(),
  length: z.string().nullable(),
  seasons: z.array(z.string()),
  occasions: z.array(z.string()),
  styles: z.array(z.string()),
  audience: z.string().nullable(),
  /** Facets whose value a photo only suggests (right in about nine of ten cases); absent where there is none. */
  guessed: z.array(z.enum(FACETS)).optional(),
  brand: z.string().nullable(),
  price: moneySchema.nullable(),
  listPrice: moneySchema.optional(),
  groupId: z.string().optional(),
  sizes: z.array(sizeSchema),
  images: z.array(z.string()),
  url: z.string().nullable(),
});
export type Garment = z.infer<typeof garmentSchema>;
