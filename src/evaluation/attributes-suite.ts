import { join } from 'node:path';
import { openPictures } from '../catalog/pictures/open-pictures.js';
import type { PhotoTags } from '../domain/tags.js';
import { FlatVectors } from '../retrieval/flat-vectors.js';
import { encodeCollection } from './encode-collection.js';
import { type Label, type Product, photoName, readProducts, unseen } from './kagl-products.js';
import { matchLevelFigures } from './match-levels.js';
import { mean, precisionAt, reciprocalRank, rounded } from './metrics.js';
import { type EvaluationContext, type Figures, LANGUAGES } from './suite.js';

/** Published names of the tasks and the label columns they are about (Marqo's fashion benchmark). */
const TASKS: Readonly<Record<string, Label>> = {
  subcategory: 'category2',
  'fine category': 'category3',
  colour: 'colour',
  season: 'season',
  usage: 'usage',
};
/** A label with fewer garments than places in the list cannot be answered fully. */
const FEWEST = 10;

/**
 * Label words against unseen garments, by photo alone and by photo and title fused: P@1, P@10 and MRR,
 * averaged over the labels that at least ten garments have; and how far the match levels can be trusted where a
 * photo is all that is known of a garment.
 */
export async function attributesSuite(context: EvaluationContext): Promise<Figures> {
  const { products } = await readProducts(context.data);
  const garments = unseen(products);
  const { encoder } = context;
  const photos = await openPictures(join(context.data, 'kagl', 'images-60x80.zip'));
  const byName = new Map(garments.map((product) => [photoName(product), product]));
  const kept: Product[] = [];
  const alone: Float32Array[] = [];
  const fused: Float32Array[] = [];
  const tags: PhotoTags[] = [];
  const names = garments.map(photoName);
  for await (const encoded of encodeCollection(photos, { ...context, names })) {
    const product = byName.get(encoded.name);
    if ('refused' in encoded || !product) continue;
    const [title] = await encoder.encodeTexts([product.title]);
    kept.push(product);
    tags.push(encoded.photo.tags);
    alone.push(encoded.photo.embedding);
    fused.push((await encoder.encodeGarment(title, [encoded.photo])).embedding);
    context.onProgress?.('garments', kept.length, names.length);
  }
  await photos.close();
  return {
    garments: kept.length,
    photo: await labelFigures(kept, alone, context),
    'photo and title': await labelFigures(kept, fused, context),
    'match levels, photo alone': matchLevelFigures(kept, tags, context.vocabulary, context.words),
  };
}

async function labelFigures(
  products: readonly Product[],
  vectors: readonly Float32Array[],
  context: EvaluationContext,
) {
  const { encoder, words } = context;
  const all = new Float32Array(vectors.length * encoder.dim);
  for (const [row, vector] of vectors.entries()) all.set(vector, row * encoder.dim);
  const index = FlatVectors.inMemory(encoder.dim, Uint32Array.from(vectors.keys()), all);
  const figures: Record<string, Figures> = {};
  for (const language of LANGUAGES) {
    const tasks: Record<string, Figures> = {};
    for (const [task, column] of Object.entries(TASKS)) {
      const labels = frequent(products, column);
      const questions = await encoder.encodeTexts(
        labels.map((label) => words.labelIn(language, `kagl.${column}`, label)),
      );
      const lists = questions.map((question, at) =>
        index.search(question.embedding, 10).map((hit) => products[hit.row]?.[column] === labels[at]),
      );
      tasks[task] = {
        'P@1': rounded(mean(lists.map((list) => precisionAt(list, 1)))),
        'P@10': rounded(mean(lists.map((list) => precisionAt(list, 10)))),
        MRR: rounded(mean(lists.map((list) => reciprocalRank(list)))),
        labels: labels.length,
      };
    }
    figures[language] = tasks;
  }
  return figures;
}

function frequent(products: readonly Product[], column: Label): string[] {
  const counts = new Map<string, number>();
  for (const { [column]: label } of products) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= FEWEST).map(([label]) => label);
}
