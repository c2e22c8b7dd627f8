import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { YidaFault } from '../domain/fault.js';
import { type ModelConfig, modelConfigSchema, type Preprocessor, preprocessorSchema } from './model-config.js';

/** A model on this machine, its files verified. */
export interface ModelFolder {
  readonly name: string;
  readonly path: string;
  /** Name and a hash of weights, tokenizer and configuration: what an index remembers. */
  readonly modelId: string;
  readonly config: ModelConfig;
  readonly preprocessor: Preprocessor;
  /** True where the folder has the attention ranker's two networks. */
  readonly hasAttention: boolean;
}

const checksumsSchema = z.object({ files: z.record(z.string(), z.string()) });
const TOKENIZERS = ['tokenizer.json'];

/**
 * Where a model of this name lies: a path to a folder, or a folder of `modelsRoot`. Undefined where there is
 * neither, which means a hub model.
 */
export function findModelFolder(name: string, modelsRoot: string): string | undefined {
  const candidates = [join(modelsRoot, name), resolve(name)];
  return candidates.find((path) => existsSync(join(path, 'config.json')) || (existsSync(path) && name !== ''));
}

/**
 * Reads and verifies a model folder. Every file of checksums.json must be there and whole; without that file
 * (a folder of one's own) the weights themselves are hashed. Rejects with YidaFault model-missing or
 * model-corrupt, whose detail names the file and what to do.
 */
export async function readModelFolder(path: string): Promise<ModelFolder> {
  const listed = await readChecksums(path);
  const hasAttention =
    existsSync(join(path, 'onnx/attention.onnx')) && existsSync(join(path, 'onnx/attention_garment.onnx'));
  const needed = listed ? Object.keys(listed) : await ownFiles(path, hasAttention);
  const hash = createHash('sha256');
  for (const file of needed.sort()) {
    const digest = createHash('sha256')
      .update(await fileOf(path, file))
      .digest('hex');
    if (listed && listed[file] !== digest) {
      throw corrupt(path, file, 'does not have the checksum it was published with');
    }
    hash.update(`${file}\n${digest}\n`);
  }
  const config = await readJson(path, 'config.json', modelConfigSchema);
  for (const file of TOKENIZERS) await fileOf(path, file);
  return {
    name: basename(path),
    path,
    modelId: `${basename(path)}@${hash.digest('hex').slice(0, 16)}`,
    config,
    preprocessor: await readJson(path, 'preprocessor_config.json', preprocessorSchema),
    hasAttention,
  };
}

async function readChecksums(path: string): Promise<Record<string, string> | undefined> {
  if (!existsSync(join(path, 'checksums.json'))) return undefined;
  return (await readJson(path, 'checksums.json', checksumsSchema)).files;
}

async function ownFiles(path: string, hasAttention: boolean): Promise<string[]> {
  const towers = ['onnx/text_model.onnx', 'onnx/vision_model.onnx'];
  const whole = existsSync(join(path, 'onnx/model.onnx')) && !existsSync(join(path, towers[0] ?? ''));
  return [
    'config.json',
    'preprocessor_config.json',
    ...TOKENIZERS,
    ...(whole ? ['onnx/model.onnx'] : towers),
    ...(hasAttention ? ['onnx/attention.onnx', 'onnx/attention_garment.onnx'] : []),
  ];
}

async function fileOf(path: string, file: string): Promise<Buffer> {
  const full = join(path, file);
  const there = await stat(full).catch(() => undefined);
  if (!there?.isFile()) {
    throw new YidaFault('model-missing', `${full} is missing: ${whatToDo(path)}`, { values: { file: full } });
  }
  if (there.size === 0) throw corrupt(path, file, 'is empty');
  return readFile(full);
}

async function readJson<T>(path: string, file: string, schema: z.ZodType<T>): Promise<T> {
  const text = (await fileOf(path, file)).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw corrupt(path, file, 'is not JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw corrupt(path, file, `is not what a model needs (${issue?.path.join('.')}: ${issue?.message})`);
  }
  return parsed.data;
}

function corrupt(path: string, file: string, what: string): YidaFault {
  const full = join(path, file);
  return new YidaFault('model-corrupt', `${full} ${what}: ${whatToDo(path)}`, { values: { file: full } });
}

function whatToDo(path: string): string {
  return `restore the folder ${basename(dirname(path))}/${basename(path)} (git checkout, or download it again), or name another model in YIDA_MODEL`;
}
