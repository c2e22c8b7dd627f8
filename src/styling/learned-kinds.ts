import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { YidaFault } from '../domain/fault.js';
import { type KindsTogether, NOTHING_LEARNED } from './kinds-together.js';
import { BORROWERS, LINES_OF_CATEGORY } from './knowledge/polyvore-kinds.js';
import { type SetAttention, setAttention } from './set-attention.js';

const packedSchema = z.object({ shape: z.array(z.int().positive()), float32: z.base64() });
const fileSchema = z.object({
  version: z.literal(1),
  kinds: z.array(z.string()).min(2),
  kindOfCategoryId: z.record(z.string(), z.string()),
  counts: z.array(z.int().nonnegative()),
  together: z.base64(),
  calibration: z.object({ slope: z.number(), offset: z.number() }),
  heads: z.int().positive(),
  weights: z.record(z.string(), packedSchema),
});

/** What real outfits taught: the attention model, and the counts that co-occurrence is measured by. */
export interface LearnedKinds {
  /** Names of the kinds, as the outfits' source calls them. */
  readonly kinds: readonly string[];
  /** The kind of each category number of the source. */
  readonly kindOfCategoryId: Readonly<Record<string, string>>;
  /** Pieces of each kind in the training outfits. */
  readonly counts: readonly number[];
  /** Training outfits that hold both kinds, [kinds x kinds], symmetric. */
  readonly together: Uint32Array;
  readonly model: SetAttention;
  readonly calibration: { readonly slope: number; readonly offset: number };
}

/**
 * Reads models/outfits/kinds.json. Undefined where the file is not there: its weights come from research
 * data without a stated licence, and deleting it must leave a working composer. Throws YidaFault
 * model-corrupt, naming the file, where it is there and cannot be used.
 */
export async function readLearnedKinds(file: string): Promise<LearnedKinds | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const parsed = fileSchema.parse(JSON.parse(text));
    const weights = new Map(Object.entries(parsed.weights).map(([name, packed]) => [name, floatsOf(packed)]));
    return {
      ...parsed,
      together: pairsOf(parsed.together, parsed.kinds.length),
      model: setAttention(weights, parsed.kinds.length, parsed.heads),
    };
  } catch (cause) {
    throw new YidaFault('model-corrupt', `${file} cannot be used: restore it, or delete it to compose without it`, {
      values: { file },
      cause,
    });
  }
}

/** What the composer goes by: the learned kinds of `file`, or a stand-in where it was deleted. */
export async function openKinds(file: string): Promise<KindsTogether> {
  const learned = await readLearnedKinds(file);
  return learned === undefined ? NOTHING_LEARNED : kindsTogether(learned);
}

/**
 * The composer's view: vocabulary categories in, a calibrated 0 to 1 out. A category stands for a mixture of
 * kinds; categories of one mixture (chinos, cargo pants) score alike. Scores and fillings are kept: sets repeat.
 */
export function kindsTogether(learned: LearnedKinds): KindsTogether {
  const { slope, offset } = learned.calibration;
  const mixtures = mixturesOf(learned);
  const scores = new Map<string, number>();
  const fillings = new Map<string, Float64Array>();
  const counted = countedLift(learned);
  const fill = (pieces: readonly Mixture[]) =>
    kept(fillings, keyOf(pieces), () => learned.model.fill(pieces.map(({ embedded }) => embedded)));
  const score = (categories: readonly string[]): number => {
    const pieces = categories.flatMap((category) => mixtures.get(category) ?? []).sort((a, b) => a.number - b.number);
    if (pieces.length < 2) return 0.5;
    return kept(scores, keyOf(pieces), () => {
      let odds = 0;
      for (const [at, piece] of pieces.entries()) {
        const likely = fill(pieces.filter((_, index) => index !== at));
        const chance = piece.kinds.reduce((sum, kind) => sum + (likely[kind] ?? 0), 0);
        odds += Math.log((chance + 1e-9) / (piece.share + 1e-9));
      }
      return 1 / (1 + Math.exp(-(slope * (odds / pieces.length) + offset)));
    });
  };
  return {
    learned: true,
    most: 1,
    score,
    often(first, second) {
      const [a, b] = [mixtures.get(first), mixtures.get(second)];
      if (a === undefined || b === undefined || BORROWERS.has(first) || BORROWERS.has(second)) return false;
      return score([first, second]) >= OFTEN && counted(a, b) > 1;
    },
  };
}

/** From this score on a pair is worth a word. */
const OFTEN = 0.8;

/**
 * How much more often two kinds were counted in one outfit than pieces drawn at random would be, at the lower end of
 * its 95% interval: the model smooths over what was seldom seen, and nothing is claimed of that.
 */
function countedLift({ kinds, counts, together }: LearnedKinds): (first: Mixture, second: Mixture) => number {
  const pairs = together.reduce((sum, count) => sum + count, 0);
  const pieces = counts.reduce((sum, count) => sum + count, 0);
  const share = ({ kinds: of }: Mixture) => of.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0) / pieces;
  return (first, second) => {
    const both = first.kinds.reduce(
      (sum, a) => sum + second.kinds.reduce((inner, b) => inner + (together[a * kinds.length + b] ?? 0), 0),
      0,
    );
    if (both === 0) return 0;
    return (both / pairs / (share(first) * share(second))) * Math.exp(-1.96 / Math.sqrt(both));
  };
}

/** What a category stands for. */
interface Mixture {
  readonly number: number;
  readonly kinds: readonly number[];
  /** Share of all training pieces. */
  readonly share: number;
  readonly embedded: Float32Array;
}

function mixturesOf({ kinds, counts, model }: LearnedKinds): Map<string, Mixture> {
  const number = new Map(kinds.map((kind, at) => [kind, at]));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const byLines = new Map<string, Mixture>();
  return new Map(
    Object.entries(LINES_OF_CATEGORY).map(([category, lines]) => {
      const mixture = kept(byLines, [...lines].sort().join('|'), () => {
        const known = lines.flatMap((line) => number.get(line) ?? []);
        const share = known.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0) / total;
        return { number: byLines.size, kinds: known, share, embedded: model.mixed(known, counts) };
      });
      return [category, mixture];
    }),
  );
}

const keyOf = (pieces: readonly Mixture[]) => pieces.map(({ number }) => number).join();

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (cache.size >= MOST_KEPT) cache.clear();
  cache.set(key, made);
  return made;
}

const MOST_KEPT = 8_000;

function floatsOf({ shape, float32 }: z.infer<typeof packedSchema>): Float32Array {
  const bytes = Buffer.from(float32, 'base64');
  const length = shape.reduce((product, size) => product * size, 1);
  if (bytes.length !== length * 4) throw new RangeError(`expected ${length} floats, found ${bytes.length} bytes`);
  return Float32Array.from({ length }, (_, at) => bytes.readFloatLE(at * 4));
}

/** The upper triangle of counts, two bytes each, as a whole symmetric table. */
function pairsOf(packed: string, kinds: number): Uint32Array {
  const bytes = Buffer.from(packed, 'base64');
  const table = new Uint32Array(kinds * kinds);
  let at = 0;
  for (let a = 0; a < kinds; a++) {
    for (let b = a + 1; b < kinds; b++, at += 2) {
      const count = bytes.readUInt16LE(at);
      table[a * kinds + b] = count;
      table[b * kinds + a] = count;
    }
  }
  return table;
}
