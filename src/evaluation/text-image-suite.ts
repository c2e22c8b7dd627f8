import { join } from 'node:path';
import type { TextEncoding } from '../encoding/encoder.js';
import { dot } from '../retrieval/flat-vectors.js';
import { rankPhotos } from './full-ranker.js';
import { photoName, readProducts, unseen } from './kagl-products.js';
import { recallFigures } from './metrics.js';
import { type PhotoLibrary, photoLibrary } from './photo-library.js';
import { RANK_DEPTH } from './rank-texts.js';
import { type EvaluationContext, type Figures, LANGUAGES, taken } from './suite.js';

/**
 * Titles of unseen products against photos: the photo whose title it is has to be found, even where others
 * have the same. Over the unseen photos, over all photos, and over all with the full ranker.
 */
export async function textImageSuite(context: EvaluationContext): Promise<Figures> {
  const { products, broken } = await readProducts(context.data);
  const library = await photoLibrary(join(context.data, 'kagl', 'images-60x80.zip'), {
    ...context,
    ...(context.documents === 'unseen' ? { names: unseen(products).map(photoName) } : {}),
    onProgress: (done, of) => context.onProgress?.('photos', done, of),
  });
  const known = unseen(products).filter((product) => library.rowOf(photoName(product)) !== undefined);
  const queries = taken(known, context.limit);
  const rowsOf = (list: readonly (typeof known)[number][]) => list.map((one) => library.rowOf(photoName(one)) ?? -1);
  const few = Uint32Array.from(rowsOf(known)).sort();
  const targets = rowsOf(queries);
  const figures: Record<string, Figures> = {};
  for (const language of LANGUAGES) {
    const texts = queries.map(({ title }) => (language === 'en' ? title : context.words.chineseTitle(title)));
    const encodings = await context.encoder.encodeTexts(texts);
    const ranked: number[] = [];
    for (const [at, text] of encodings.entries()) {
      ranked.push(await rankedPlace(text, targets[at] ?? -1, library, context));
      context.onProgress?.(`${language} ranked`, at + 1, encodings.length);
    }
    figures[language] = {
      unseen: recallFigures(encodings.map((text, at) => place(text, targets[at] ?? -1, library, few))),
      all: recallFigures(encodings.map((text, at) => place(text, targets[at] ?? -1, library))),
      ranked: recallFigures(ranked),
    };
  }
  return {
    queries: queries.length,
    documents: { unseen: few.length, all: library.names.length, reranked: RANK_DEPTH },
    brokenRows: broken,
    ...figures,
  };
}

/** Rank of the target by vector alone; ties count against it. */
function place(text: TextEncoding, target: number, library: PhotoLibrary, within?: Uint32Array): number {
  const own = dot(text.embedding, library.embedding(target), 0);
  let rank = 1;
  for (const row of within ?? library.vectors.rows) {
    if (row !== target && dot(text.embedding, library.embedding(row), 0) >= own) rank++;
  }
  return rank;
}

async function rankedPlace(
  text: TextEncoding,
  target: number,
  library: PhotoLibrary,
  { encoder }: EvaluationContext,
): Promise<number> {
  const ranked = await rankPhotos({ text, history: [] }, library, encoder, RANK_DEPTH);
  return ranked.findIndex((hit) => hit.row === target) + 1;
}
