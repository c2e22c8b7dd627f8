import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { YidaFault } from '../domain/fault.js';

const productSchema = z.object({
  id: z.string(),
  split: z.string(),
  title: z.string(),
  category1: z.string().optional(),
  category2: z.string().optional(),
  category3: z.string().optional(),
  colour: z.string().optional(),
  season: z.string().optional(),
  usage: z.string().optional(),
});

/** A product of the Fashion Product Images set; a label that is absent has no key. */
export type Product = z.infer<typeof productSchema>;

/** The label columns. */
export type Label = 'category1' | 'category2' | 'category3' | 'colour' | 'season' | 'usage';

/** Reads kagl/labels.jsonl; a broken row is counted and skipped. */
export async function readProducts(data: string): Promise<{ products: Product[]; broken: number }> {
  const file = join(data, 'kagl', 'labels.jsonl');
  const products: Product[] = [];
  let broken = 0;
  const stream = createReadStream(file);
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const row = productSchema.safeParse(parsed(line));
      if (row.success) products.push(row.data);
      else broken++;
    }
  } catch (cause) {
    throw new YidaFault('feed-unreadable', `${file} cannot be read: name the data folder with --data`, {
      values: { file },
      cause,
    });
  }
  return { products, broken };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Products no model here was trained on: those of every split but train. */
export function unseen(products: readonly Product[]): Product[] {
  return products.filter((product) => product.split !== 'train');
}

/** The photo of a product in the zips. */
export function photoName(product: Product): string {
  return `${product.id}.jpg`;
}
