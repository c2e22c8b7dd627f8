import { join } from 'node:path';
import type { AttentionQuery } from '../encoding/encoder.js';
import { rankPhotos } from './full-ranker.js';
import { type Label, type Product, photoName, readProducts, unseen } from './kagl-products.js';
import { mean, rounded } from './metrics.js';
import { type PhotoLibrary, photoLibrary } from './photo-library.js';
import { queryPhotos } from './query-photos.js';
import { type EvaluationContext, type Figures, LANGUAGES, taken } from './suite.js';

/** What is asked to change, what has to stay, and how shoppers say it. */
const CHANGES: readonly {
  readonly label: Label;
  readonly kept: readonly Label[];
  readonly en: readonly string[];
  readonly 'zh-CN': readonly string[];
}[] = [
  {
    label: 'colour',
    kept: ['category3', 'usage'],
    en: ['this but in {}', 'the same in {}', 'is {} instead', 'do you have it in {}'],
    'zh-CN': ['这个但是要{}的', '同款{}的有吗', '换成{}', '要{}的'],
  },
  {
    label: 'category3',
    kept: ['colour'],
    en: ['{} in this colour', 'like this but {}', 'the same look as {}'],
    'zh-CN': ['这个颜色的{}', '类似的{}', '换成{}'],
  },
  {
    label: 'usage',
    kept: ['category3', 'colour'],
    en: ['this but for {}', 'a more {} one'],
    'zh-CN': ['类似的但是{}穿的', '换成适合{}的'],
  },
];
/** A target must be one of several, or finding it is chance. */
const DEPTH = 300;

interface Case {
  readonly reference: Product;
  readonly wanted: string;
  readonly right: ReadonlySet<number>;
}

/**
 * "This photo, but …": a photo of an unseen product and a change in words, against the unseen photos. Right is
 * any that has the changed label and all that had to stay. R@10 of both together, of either alone, and of the
 * mean of the two vectors.
 */
export async function changeSuite(context: EvaluationContext): Promise<Figures> {
  const { products } = await readProducts(context.data);
  const library = await photoLibrary(join(context.data, 'kagl', 'images-60x80.zip'), {
    ...context,
    names: unseen(products).map(photoName),
    onProgress: (done, of) => context.onProgress?.('photos', done, of),
  });
  const rows = new Map<Product, number>();
  for (const product of unseen(products)) {
    const row = library.rowOf(photoName(product));
    if (row !== undefined) rows.set(product, row);
  }
  const within = Uint32Array.from(rows.values()).sort();
  const figures: Record<string, Figures> = {};
  for (const change of CHANGES) {
    const cases = taken(casesOf(change, rows), context.limit ?? 300);
    const photos = await queryPhotos([...new Set(cases.map((one) => photoName(one.reference)))], context);
    for (const language of LANGUAGES) {
      const found: Record<string, number[]> = { both: [], photo: [], text: [], 'mean of vectors': [] };
      for (const [at, { reference, wanted, right }] of cases.entries()) {
        const templates = change[language];
        const label = context.words.labelIn(language, `kagl.${change.label}`, wanted);
        const words = (templates[at % templates.length] ?? '{}').replace(
          '{}',
          language === 'en' ? label.toLowerCase() : label,
        );
        const [text] = await context.encoder.encodeTexts([words]);
        const photo = photos.get(photoName(reference));
        if (!text || !photo) continue;
        const own = rows.get(reference) ?? -1;
        const ask = (query: AttentionQuery) => firstTen(query, library, context, within, own);
        const hit = (list: readonly number[]) => (list.some((row) => right.has(row)) ? 1 : 0);
        found.both?.push(hit(await ask({ text, photo, history: [] })));
        found.photo?.push(hit(await ask({ photo, history: [] })));
        found.text?.push(hit(await ask({ text, history: [] })));
        const mixed = photo.embedding.map((value, i) => value + (text.embedding[i] ?? 0));
        const near = library.vectors.search(mixed, 11, within).map((one) => one.row);
        found['mean of vectors']?.push(hit(near.filter((row) => row !== own).slice(0, 10)));
        context.onProgress?.(`${language} ${change.label}`, at + 1, cases.length);
      }
      figures[`${language} ${change.label}`] = {
        n: found.both?.length ?? 0,
        ...Object.fromEntries(Object.entries(found).map(([way, hits]) => [`${way} R@10`, rounded(mean(hits))])),
      };
    }
  }
  return figures;
}

async function firstTen(
  query: AttentionQuery,
  library: PhotoLibrary,
  { encoder }: EvaluationContext,
  within: Uint32Array,
  own: number,
): Promise<number[]> {
  const ranked = await rankPhotos(query, library, encoder, DEPTH, within);
  return ranked
    .map((hit) => hit.row)
    .filter((row) => row !== own)
    .slice(0, 10);
}

/** A case for each product and one other value of the label that garments alike in the rest have. */
function casesOf({ label, kept }: (typeof CHANGES)[number], rows: ReadonlyMap<Product, number>): Case[] {
  const alike = new Map<string, Map<string, Set<number>>>();
  const key = (product: Product) => kept.map((one) => product[one] ?? '').join('\n');
  for (const [product, row] of rows) {
    const value = product[label];
    if (value === undefined || kept.some((one) => product[one] === undefined)) continue;
    const group = alike.get(key(product)) ?? new Map<string, Set<number>>();
    alike.set(key(product), group.set(value, (group.get(value) ?? new Set()).add(row)));
  }
  const cases: Case[] = [];
  for (const reference of rows.keys()) {
    const others = [...(alike.get(key(reference)) ?? [])].filter(([value]) => value !== reference[label]);
    // Spread over the values, the same for every run.
    const [wanted, right] = others[Number(reference.id) % Math.max(1, others.length)] ?? [];
    if (wanted !== undefined && right && reference[label] !== undefined) cases.push({ reference, wanted, right });
  }
  return cases;
}
