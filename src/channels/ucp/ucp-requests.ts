import { z } from 'zod';

const id = z.string().min(1).max(300);
const context = z.looseObject({ language: z.string().max(60).optional(), intent: z.string().max(2_000).optional() });
/** Minor units of the catalogue's currency. */
const amount = z.int().nonnegative();
const filters = z.looseObject({
  categories: z.array(z.string().max(200)).max(50).optional(),
  price: z.object({ min: amount.optional(), max: amount.optional() }).optional(),
  availability: z.array(z.string().max(60)).max(10).optional(),
  brand: z.array(z.string().max(200)).max(50).optional(),
});
export type UcpFilters = z.infer<typeof filters>;

/** Fields that are not read (signals, attribution …) are let pass, as the protocol asks. */
export const searchRequest = z.looseObject({
  query: z.string().max(2_000).optional(),
  purpose: z.string().max(60).optional(),
  reference_ids: z.array(id).min(1).max(10).optional(),
  visual: z.object({ image: z.string().min(1).max(15_000_000) }).optional(),
  context: context.optional(),
  filters: filters.optional(),
  pagination: z.looseObject({ cursor: z.string().max(200).optional(), limit: z.int().min(1).optional() }).optional(),
});
export type SearchRequest = z.infer<typeof searchRequest>;

/** Ids a lookup may have; more is refused. */
export const LOOKUP_BATCH = 50;

export const lookupRequest = z.looseObject({
  ids: z.array(id).min(1),
  context: context.optional(),
  filters: filters.optional(),
});

const selectedOption = z.looseObject({ name: z.string().max(100), label: z.string().max(100) });

export const productRequest = z.looseObject({
  id,
  selected: z.array(selectedOption).max(10).optional(),
  preferences: z.array(z.string().max(100)).max(10).optional(),
  context: context.optional(),
});
export type ProductRequest = z.infer<typeof productRequest>;
