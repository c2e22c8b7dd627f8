import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';

const outfitsSchema = z.array(
  z.object({
    set_id: z.union([z.string(), z.number()]).transform(String),
    items_index: z.array(z.number()),
    items_category: z.array(z.number()),
  }),
);
const itemsSchema = z.record(z.string(), z.string());
const itemSchema = z.union([z.string(), z.number()]).transform(String);
const fitbSchema = z.object({
  answers: z.union([z.array(z.array(itemSchema)), z.array(itemSchema)]),
  questions: z.array(z.union([z.array(itemSchema), z.object({ question: z.array(itemSchema) })])),
});

/** One outfit as kinds (places in the learned list). */
export interface KindOutfit {
  readonly id: string;
  readonly kinds: readonly number[];
}

/** A blank: the other pieces, and the candidates, of which the last is the true one. */
export interface Blank {
  readonly others: readonly number[];
  readonly candidates: readonly (number | undefined)[];
}

export interface OutfitsData {
  readonly split: string;
  readonly outfits: readonly KindOutfit[];
  /** The published questions, where the folder has them. */
  readonly blanks: readonly Blank[] | undefined;
}

export interface KindNames {
  readonly kinds: readonly string[];
  readonly kindOfCategoryId: Readonly<Record<string, string>>;
}

/**
 * Reads the first of test, valid, train that the folder holds as `polyvore-<split>.json.gz`; of the training
 * file only the tenth that training leaves out, unless `all` are asked for. Throws a RangeError where there is none.
 */
export async function readOutfitsData(
  folder: string,
  { kinds, kindOfCategoryId }: KindNames,
  { all = false } = {},
): Promise<OutfitsData> {
  const files = await readdir(folder);
  const split = ['test', 'valid', 'val', 'train'].find((name) => files.includes(`polyvore-${name}.json.gz`));
  if (split === undefined) throw new RangeError(`${folder} holds no polyvore-<split>.json.gz`);
  const rows = outfitsSchema.parse(await readZipped(join(folder, `polyvore-${split}.json.gz`)));
  const finer = new Map<string, string>();
  for (const file of files.filter((name) => /^polyvore-item-categories.*\.json\.gz$/.test(name)).sort()) {
    for (const [item, name] of Object.entries(itemsSchema.parse(await readZipped(join(folder, file)))))
      finer.set(item, name);
  }
  const number = new Map(kinds.map((kind, at) => [kind, at]));
  const kindOf = new Map<string, number>();
  const outfits = rows.map(({ set_id: id, items_index, items_category }): KindOutfit => {
    const found = items_index.flatMap((index, at) => {
      const item = `${id}_${index}`;
      const name = finer.get(item) ?? kindOfCategoryId[String(items_category[at])];
      const kind = name === undefined ? undefined : number.get(name);
      if (kind !== undefined) kindOf.set(item, kind);
      return kind ?? [];
    });
    return { id, kinds: found };
  });
  for (const [item, name] of finer) {
    const kind = number.get(name);
    if (kind !== undefined) kindOf.set(item, kind);
  }
  const usable = outfits.filter(
    ({ id, kinds: found }) => found.length > 1 && (all || split !== 'train' || heldBack(id)),
  );
  const blanks = files.includes('fitb.json.gz')
    ? blanksOf(fitbSchema.parse(await readZipped(join(folder, 'fitb.json.gz'))), kindOf)
    : undefined;
  return { split, outfits: usable, blanks };
}

/** The tenth of the training outfits that train_kinds.py keeps for testing (`part_of`). */
function heldBack(id: string): boolean {
  return (createHash('sha256').update(`yida-outfits/${id}`).digest()[0] ?? 255) < 26;
}

function blanksOf({ answers, questions }: z.infer<typeof fitbSchema>, kindOf: ReadonlyMap<string, number>): Blank[] {
  const each = answers.length / Math.max(1, questions.length);
  return questions.map((asked, at) => {
    const row = answers[at];
    const items = Array.isArray(row) ? row : answers.slice(at * each, (at + 1) * each).map(String);
    const others = Array.isArray(asked) ? asked : asked.question;
    return {
      others: others.flatMap((item) => kindOf.get(item) ?? []),
      candidates: items.map((item) => kindOf.get(item)),
    };
  });
}

async function readZipped(file: string): Promise<unknown> {
  return JSON.parse((await promisify(gunzip)(await readFile(file))).toString('utf8'));
}
