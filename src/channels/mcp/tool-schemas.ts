import { z } from 'zod';
import { constraintsSchema } from '../../domain/constraints.js';
import { localeSchema } from '../../domain/locale.js';
import { moneySchema } from '../../domain/money.js';

const id = z.string().min(1).max(200);
const limit = z.int().min(1).max(20).default(5);
const language = localeSchema.optional().describe('Language of titles and reasons; by default that of the query.');
const image = z
  .string()
  .max(15_000_000)
  .optional()
  .describe('A photo as a data URL or base64 (JPEG, PNG, WebP, GIF, HEIC; up to 10 MB).');

export const searchInput = {
  query: z
    .string()
    .max(2_000)
    .optional()
    .describe(
      'What is wanted, as a shopper says it, in Chinese, English or both: "法式碎花裙 300以内", "navy linen shirt for men, size L".',
    ),
  image,
  filters: constraintsSchema
    .strict()
    .optional()
    .describe('Limits by vocabulary id; they replace what the query says of the same thing.'),
  limit,
  language,
};
export const garmentInput = { id: id.describe('Garment id, as search gives it.'), language };
export const similarInput = { id: id.optional(), image, limit, language };
export const outfitInput = {
  garment_id: id.optional().describe('The piece to build on.'),
  image,
  occasion: z.string().min(1).max(100).optional().describe('A vocabulary id or a name: "work", "面试", "wedding".'),
  season: z.string().min(1).max(100).optional(),
  budget: moneySchema.optional().describe('For the pieces to buy, together.'),
  owned: z.array(id).max(100).optional().describe('Garment ids the shopper has already; they cost nothing.'),
  audience: z.string().min(1).max(100).optional().describe('For whom: "women", "男士".'),
  size: z.string().min(1).max(40).optional(),
  avoid_colours: z.array(z.string().min(1).max(100)).max(30).optional(),
  celsius: z.number().min(-60).max(60).optional().describe('Outdoor temperature.'),
  rain: z.boolean().optional(),
  limit: z.int().min(1).max(5).default(3),
  language,
};
export const profileInput = { user_id: id.describe('The shopper, by the id the shop’s site uses.') };

const garment = z.object({
  id: z.string(),
  title: z.string(),
  category: z.string().nullable(),
  colours: z.array(z.string()),
  price: moneySchema.nullable(),
  price_text: z.string().nullable(),
  sizes_in_stock: z.array(z.string()),
  available: z.boolean(),
  url: z.string().nullable(),
  image: z.string().nullable(),
});
export type ToolGarment = z.infer<typeof garment>;

const found = garment.extend({
  match: z.enum(['exact', 'close', 'loose']).describe('Has all that was asked, nearly all, or only resembles it.'),
  reasons: z.array(z.string()),
});
const gaveWay = z.array(z.string()).describe('Limits that had to give way, in words; tell the shopper.');

export const searchOutput = {
  understood: z.record(z.string(), z.unknown()).describe('The constraints as they were read.'),
  items: z.array(found),
  relaxed: gaveWay,
};
export const similarOutput = { items: z.array(found) };
export const garmentOutput = {
  garment: garment.extend({
    description: z.string(),
    brand: z.string().nullable(),
    material: z.string().nullable(),
    facets: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    images: z.array(z.string()),
  }),
};
export const outfitOutput = {
  outfits: z.array(
    z.object({
      garments: z.array(garment),
      total: moneySchema,
      total_text: z.string(),
      reasons: z.array(z.string()),
      board: z.string().nullable().describe('A picture of the whole outfit.'),
    }),
  ),
  relaxed: gaveWay,
  nothing_because: z.string().nullable(),
};
export const profileOutput = {
  known: z.boolean().describe('False where the shopper agreed to nothing being kept.'),
  told: z.record(z.string(), z.unknown()),
};
