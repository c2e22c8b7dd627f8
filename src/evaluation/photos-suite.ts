import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { openPictures } from '../catalog/pictures/open-pictures.js';
import { YidaFault } from '../domain/fault.js';
import type { PhotoTags, Tag } from '../domain/tags.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { encodeCollection } from './encode-collection.js';
import { mean, rounded } from './metrics.js';
import { type EvaluationContext, type Figures, taken } from './suite.js';

const rowSchema = z.object({ image: z.string(), label: z.string(), split: z.string() });

/** The ten classes of the published subset by the data set's labels. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['Dress', 'dress'],
  ['Hat', 'hat'],
  ['Longsleeve', 'longsleeve'],
  ['Outwear', 'outwear'],
  ['Pants', 'pants'],
  ['Shirt', 'shirt'],
  ['Shoes', 'shoes'],
  ['Shorts', 'shorts'],
  ['Skirt', 'skirt'],
  ['T-Shirt', 't-shirt'],
]);

/** Categories by class; sleeves decide between the two kinds of tee. */
const BY_CATEGORY: Readonly<Record<string, readonly string[]>> = {
  dress: ['dress', 'gown', 'onepiece', 'nightdress'],
  hat: ['hat', 'cap', 'beanie'],
  pants: [
    'trousers',
    'dress_trousers',
    'chinos',
    'cargo_pants',
    'joggers',
    'leggings',
    'jeans',
    'capris',
    'salwar',
    'loungewear',
    'tights',
  ],
  shirt: ['shirt', 'blouse'],
  shorts: ['shorts', 'boxers', 'swim_trunks'],
  skirt: ['skirt'],
  longsleeve: ['sweater', 'sweatshirt', 'cardigan'],
};
const TEES = new Set(['tshirt', 'undershirt', 'top', 'tank_top', 'polo']);

/**
 * Photos people took of their own clothes, of the split that was not trained on: top-1 over the ten classes
 * from the category and sleeve heads, what was taken for what, and how many were seen as a garment.
 */
export async function photosSuite(context: EvaluationContext): Promise<Figures> {
  const rows = taken(await readClothing(context.data), context.limit);
  const photos = await openPictures(join(context.data, 'clothing', 'images.zip'));
  const labels = new Map(rows.map((row) => [`${row.image}.jpg`, CLASSES.get(row.label) ?? '']));
  const right: number[] = [];
  const garments: number[] = [];
  const mistakes = new Map<string, number>();
  let refused = 0;
  for await (const encoded of encodeCollection(photos, { ...context, names: [...labels.keys()] })) {
    if ('refused' in encoded) {
      refused++;
      continue;
    }
    const truth = labels.get(encoded.name) ?? '';
    const answer = classOf(encoded.photo.tags, context.vocabulary);
    right.push(answer === truth ? 1 : 0);
    garments.push(encoded.photo.tags.garment ? 1 : 0);
    if (answer !== truth) mistakes.set(`${truth} as ${answer}`, (mistakes.get(`${truth} as ${answer}`) ?? 0) + 1);
    context.onProgress?.('photos', right.length, labels.size);
  }
  await photos.close();
  const commonest = [...mistakes].sort((a, b) => b[1] - a[1]).slice(0, 10);
  return {
    n: right.length,
    refused,
    'top-1': rounded(mean(right)),
    'seen as a garment': rounded(mean(garments)),
    'commonest mistakes': Object.fromEntries(commonest),
  };
}

async function readClothing(data: string): Promise<z.infer<typeof rowSchema>[]> {
  const file = join(data, 'clothing', 'labels.csv');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new YidaFault('feed-unreadable', `${file} cannot be read: name the data folder with --data`, {
      values: { file },
      cause,
    });
  });
  const rows: unknown[] = parse(text, { columns: true, bom: true, relax_column_count: true, skip_empty_lines: true });
  return rows.flatMap((row) => {
    const { data: known } = rowSchema.safeParse(row);
    return known && known.split !== 'train' && CLASSES.has(known.label) ? [known] : [];
  });
}

/** The class that most of the confidence speaks for: a shirt and a blouse are two kinds and one class. */
function classOf({ tags }: PhotoTags, vocabulary: Vocabulary): string {
  const long = listed(tags.sleeve)[0]?.id === 'long';
  const shares = new Map<string, number>();
  for (const { id, confidence } of listed(tags.category)) {
    const found = classOfCategory(id, long, vocabulary);
    shares.set(found, (shares.get(found) ?? 0) + confidence);
  }
  return [...shares].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'nothing';
}

function classOfCategory(category: string, longSleeves: boolean, vocabulary: Vocabulary): string {
  if (TEES.has(category)) return longSleeves ? 'longsleeve' : 't-shirt';
  const own = Object.entries(BY_CATEGORY).find(([, ids]) => ids.includes(category))?.[0];
  if (own !== undefined) return own;
  if (vocabulary.isKindOf('category', category, 'footwear')) return 'shoes';
  if (vocabulary.isKindOf('category', category, 'outerwear')) return 'outwear';
  return category;
}

function listed(tag: Tag | readonly Tag[] | undefined): readonly Tag[] {
  if (tag === undefined) return [];
  return 'id' in tag ? [tag] : tag;
}
