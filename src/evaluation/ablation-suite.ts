import { join } from 'node:path';
import type { AttentionQuery, PhotoEncoding, TextEncoding } from '../encoding/encoder.js';
import { rankPhotos } from './full-ranker.js';
import { photoName, readProducts, unseen } from './kagl-products.js';
import { recallFigures } from './metrics.js';
import { type PhotoLibrary, photoLibrary } from './photo-library.js';
import { queryPhotos } from './query-photos.js';
import { type EvaluationContext, type Figures, LANGUAGES, taken } from './suite.js';
import type { TrainedFusions } from './trained-fusions.js';

/** Queries where `limit` does not say. */
const QUERIES = 400;
const DEPTH = 100;
const WEIGHTS = [0.1, 0.3, 1, 3];

/** Ways to make one vector or one score of words and photo without a trained ranker. */
const FUSIONS: Readonly<Record<string, (text: number, photo: number) => number>> = {
  'fixed mean .1/.9': (text, photo) => 0.1 * text + 0.9 * photo,
  'equal mean': (text, photo) => text + photo,
  'element-wise product': (text, photo) => Math.max(0, text) * Math.max(0, photo),
  'the better of both': (text, photo) => Math.max(text, photo),
};

/**
 * What attention adds: the product whose title and altered photo are given has to be found among the unseen
 * ones, by words alone, by photo alone, and by both, without the attention ranker (fusion of cosines, untrained and
 * trained), and with it.
 */
export async function ablationSuite(context: EvaluationContext): Promise<Figures> {
  const { products } = await readProducts(context.data);
  const library = await photoLibrary(join(context.data, 'kagl', 'images-60x80.zip'), {
    ...context,
    names: unseen(products).map(photoName),
    onProgress: (done, of) => context.onProgress?.('photos', done, of),
  });
  const known = unseen(products).filter((product) => library.rowOf(photoName(product)) !== undefined);
  const queries = taken(known, context.limit ?? QUERIES);
  const within = Uint32Array.from(known, (one) => library.rowOf(photoName(one)) ?? 0).sort();
  const photos = await queryPhotos(queries.map(photoName), context);
  const { likeness } = context.encoder;
  const silent = likeness ? { likeness } : {};
  const figures: Record<string, Figures> = {};
  for (const language of LANGUAGES) {
    const texts = await context.encoder.encodeTexts(
      queries.map(({ title }) => (language === 'en' ? title : context.words.chineseTitle(title))),
    );
    const asked = queries.flatMap((product, at) => {
      const [text, photo] = [texts[at], photos.get(photoName(product))];
      return text && photo ? [{ text, photo, target: library.rowOf(photoName(product)) ?? -1 }] : [];
    });
    const ranks = async (queryOf: (one: Asked) => AttentionQuery, attend: boolean, weight?: number) => {
      const places: number[] = [];
      for (const [at, one] of asked.entries()) {
        const ranked = await rankPhotos(
          queryOf(one),
          library,
          attend ? context.encoder : silent,
          DEPTH,
          within,
          weight,
        );
        places.push(ranked.findIndex((hit) => hit.row === one.target) + 1);
        context.onProgress?.(`${language} ${attend ? 'attention' : 'fusion'}`, at + 1, asked.length);
      }
      return recallFigures(places);
    };
    const words = ({ text }: Asked) => ({ text, history: [] });
    const photo = (one: Asked) => ({ photo: one.photo, history: [] });
    const both = (one: Asked) => ({ text: one.text, photo: one.photo, history: [] });
    figures[language] = {
      'without attention': {
        text: await ranks(words, false),
        photo: await ranks(photo, false),
        both: await ranks(both, false),
      },
      'with attention': {
        text: await ranks(words, true),
        photo: await ranks(photo, true),
        both: await ranks(both, true),
      },
      'attention by weight': Object.fromEntries(await weighed(ranks, words, both)),
      'trained fusions of both': await fusedPlaces(asked, context.fusions, library, within),
      'untrained fusions of both': Object.fromEntries(
        Object.entries(FUSIONS).map(([name, mix]) => [
          name,
          recallFigures(asked.map((one) => mixedPlace(one, mix, library, within))),
        ]),
      ),
    };
  }
  return { queries: queries.length, documents: within.length, reranked: DEPTH, ...figures };
}

/** Places of the targets under each trained fusion's query vector. */
async function fusedPlaces(
  asked: readonly Asked[],
  fusions: TrainedFusions | undefined,
  library: PhotoLibrary,
  within: Uint32Array,
): Promise<Record<string, Figures>> {
  const places = new Map<string, number[]>();
  for (const { text, photo, target } of fusions ? asked : []) {
    for (const [name, vector] of (await fusions?.(text, photo)) ?? []) {
      const hits = library.vectors.search(vector, within.length, within);
      const own = hits.find((hit) => hit.row === target)?.similarity ?? Number.NEGATIVE_INFINITY;
      const place = 1 + hits.filter((hit) => hit.row !== target && hit.similarity >= own).length;
      places.set(name, [...(places.get(name) ?? []), place]);
    }
  }
  return Object.fromEntries([...places].map(([name, list]) => [name, recallFigures(list)]));
}

/** What other weights of the ranker's verdict would give, for words and for words with a photo. */
async function weighed(
  ranks: (queryOf: (one: Asked) => AttentionQuery, attend: boolean, weight: number) => Promise<Figures>,
  words: (one: Asked) => AttentionQuery,
  both: (one: Asked) => AttentionQuery,
): Promise<[string, Figures][]> {
  const table: [string, Figures][] = [];
  for (const weight of WEIGHTS) {
    table.push([String(weight), { text: await ranks(words, true, weight), both: await ranks(both, true, weight) }]);
  }
  return table;
}

interface Asked {
  readonly text: TextEncoding;
  readonly photo: PhotoEncoding;
  readonly target: number;
}

function mixedPlace(
  { text, photo, target }: Asked,
  mix: (text: number, photo: number) => number,
  library: PhotoLibrary,
  within: Uint32Array,
): number {
  const byText = library.vectors.search(text.embedding, within.length, within);
  const byPhoto = new Map(
    library.vectors.search(photo.embedding, within.length, within).map((hit) => [hit.row, hit.similarity]),
  );
  const scores = byText.map(({ row, similarity }) => ({ row, score: mix(similarity, byPhoto.get(row) ?? 0) }));
  const own = scores.find((one) => one.row === target)?.score ?? Number.NEGATIVE_INFINITY;
  return 1 + scores.filter((one) => one.row !== target && one.score >= own).length;
}
