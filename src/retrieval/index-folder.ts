import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { YidaFault } from '../domain/fault.js';

const cardSchema = z.object({
  format: z.literal(1),
  modelId: z.string(),
  dim: z.int().positive(),
  version: z.string(),
  count: z.int().nonnegative(),
});

/** What an index on disk says about itself. */
export type IndexCard = z.infer<typeof cardSchema>;

/** One finished generation of the index on disk. */
export interface Generation {
  readonly folder: string;
  readonly card: IndexCard;
  readonly rows: Uint32Array;
}

export const VECTORS_FILE = 'vectors.f32';
export const GRAPH_FILE = 'graph.hnsw';
const ROWS_FILE = 'rows.u32';
const CARD_FILE = 'index.json';
const FINISHED = /^generation-(\d+)$/;
const BUILDING = 'building-';

/**
 * The index's folder: every generation is built in a folder of its own and renamed when it is complete, so a
 * killed build leaves the one before it intact. The card is written last.
 */
export class IndexFolder {
  readonly #root: string;
  readonly #modelId: string;
  readonly #dim: number;

  constructor(root: string, modelId: string, dim: number) {
    this.#root = root;
    this.#modelId = modelId;
    this.#dim = dim;
    mkdirSync(root, { recursive: true });
  }

  /**
   * The newest complete generation, or undefined; leftovers of killed builds are removed. Throws
   * YidaFault model-mismatch where another model made it: its vectors mean nothing to this one. With
   * `replaceForeign` such a generation counts as none.
   */
  newest(replaceForeign: boolean): Generation | undefined {
    for (const name of readdirSync(this.#root)) {
      if (name.startsWith(BUILDING)) rmSync(join(this.#root, name), { recursive: true, force: true });
    }
    for (const name of this.#generations()) {
      const folder = join(this.#root, name);
      const card = readCard(join(folder, CARD_FILE));
      if (!card) continue;
      if (card.modelId !== this.#modelId || card.dim !== this.#dim) {
        if (replaceForeign) continue;
        throw new YidaFault(
          'model-mismatch',
          `the vector index in ${this.#root} was made by ${card.modelId}, not by ${this.#modelId}: import the catalogue again with this model, or start with the other one`,
          { values: { made: card.modelId, given: this.#modelId } },
        );
      }
      const rows = readRows(join(folder, ROWS_FILE));
      if (rows?.length === card.count) return { folder, card, rows };
    }
    return undefined;
  }

  /** An empty folder to build the next generation in. */
  begin(): string {
    return mkdtempSync(join(this.#root, BUILDING));
  }

  /** Completes a built folder and makes it the newest; older ones go. Returns its final place. */
  finish(building: string, version: string, rows: Uint32Array): Generation {
    writeFileSync(join(building, ROWS_FILE), new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
    const card: IndexCard = { format: 1, modelId: this.#modelId, dim: this.#dim, version, count: rows.length };
    writeFileSync(join(building, CARD_FILE), JSON.stringify(card));
    const older = this.#generations();
    const next = 1 + Math.max(0, ...older.map((name) => Number(FINISHED.exec(name)?.[1] ?? 0)));
    const folder = join(this.#root, `generation-${next}`);
    renameSync(building, folder);
    for (const name of older) rmSync(join(this.#root, name), { recursive: true, force: true });
    return { folder, card, rows };
  }

  /** Marks a generation as answering for another version of the catalogue whose vectors are the same. */
  relabel(generation: Generation, version: string): Generation {
    const card = { ...generation.card, version };
    const path = join(generation.folder, CARD_FILE);
    writeFileSync(`${path}.new`, JSON.stringify(card));
    renameSync(`${path}.new`, path);
    return { ...generation, card };
  }

  discard(building: string): void {
    rmSync(building, { recursive: true, force: true });
  }

  #generations(): string[] {
    const order = (name: string) => Number(FINISHED.exec(name)?.[1] ?? 0);
    return readdirSync(this.#root)
      .filter((name) => FINISHED.test(name))
      .sort((a, b) => order(b) - order(a));
  }
}

function readCard(path: string): IndexCard | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return cardSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function readRows(path: string): Uint32Array | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  return bytes.length % 4 === 0 ? new Uint32Array(new Uint8Array(bytes).buffer) : undefined;
}
