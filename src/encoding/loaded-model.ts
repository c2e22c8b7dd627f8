import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { AutoConfig, AutoProcessor, env, LogLevel } from '@xenova/transformers';
import { YidaFault } from '../domain/fault.js';
import { AttentionNetworks } from './attention-networks.js';
import {
  type ModelConfig,
  modelConfigSchema,
  type Preprocessor,
  preprocessorSchema,
  type YidaConfig,
} from './model-config.js';
import { KNOWN_FAMILIES, type LoadOptions, loadTowers, type Towers } from './model-families.js';
import { readModelFolder } from './model-folder.js';

/** Where a model comes from: a folder of this machine, or a name on the Hugging Face hub. */
export type ModelSource =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'hub'; readonly name: string; readonly cache: string };

/** Threads of one operator; two suit two cores, and four networks share them. */
export interface ModelTuning {
  readonly threads: number;
}

export interface LoadedModel {
  readonly modelId: string;
  readonly towers: Towers;
  readonly attention: AttentionNetworks | undefined;
  readonly preprocessor: Preprocessor;
  readonly yida: YidaConfig | undefined;
  readonly dim: number | undefined;
}

/**
 * The one way a model is loaded, embedded or from the hub. Rejects with YidaFault model-missing or
 * model-corrupt, naming the file or the model and what to do.
 */
export async function loadModel(source: ModelSource, { threads }: ModelTuning): Promise<LoadedModel> {
  const sessions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // The arena keeps the largest batch's memory for good; without it a call costs some microseconds more.
    enableCpuMemArena: false,
    enableMemPattern: false,
    // Waiting threads sleep instead of spinning: a third of the processor time for the same answer, and the
    // other threads of the service run meanwhile.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  } as const;
  const options: LoadOptions = { dtype: 'fp32', device: 'cpu', session_options: sessions };
  env.logLevel = LogLevel.ERROR;
  return source.kind === 'folder' ? fromFolder(source.path, options) : fromHub(source, options);
}

async function fromFolder(path: string, options: LoadOptions): Promise<LoadedModel> {
  const folder = await readModelFolder(path);
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.localModelPath = `${dirname(path)}/`;
  const { yida } = folder.config;
  try {
    const towers = await towersOf(basename(path), folder.config, options);
    const attention =
      folder.hasAttention && yida
        ? await AttentionNetworks.load(
            path,
            yida,
            folder.config.text_config?.hidden_size ?? yida.embeddingDim,
            options.session_options,
          )
        : undefined;
    return {
      modelId: folder.modelId,
      towers,
      attention,
      preprocessor: folder.preprocessor,
      yida,
      dim: dimOf(folder.config),
    };
  } catch (cause) {
    if (cause instanceof YidaFault) throw cause;
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new YidaFault('model-corrupt', `the model in ${path} does not load (${why}): restore the folder`, {
      values: { file: path },
      cause,
    });
  }
}

async function fromHub(
  { name, cache }: Extract<ModelSource, { kind: 'hub' }>,
  options: LoadOptions,
): Promise<LoadedModel> {
  env.allowLocalModels = false;
  env.allowRemoteModels = true;
  env.cacheDir = cache;
  try {
    const config = modelConfigSchema.parse(JSON.parse(JSON.stringify(await AutoConfig.from_pretrained(name))));
    const processor = await AutoProcessor.from_pretrained(name);
    const preprocessor = preprocessorSchema.parse(JSON.parse(JSON.stringify(processor.image_processor?.config ?? {})));
    const towers = await towersOf(name, config, options);
    const hash = createHash('sha256')
      .update(JSON.stringify([name, config, preprocessor]))
      .digest('hex')
      .slice(0, 16);
    return {
      modelId: `${name}@${hash}`,
      towers,
      attention: undefined,
      preprocessor,
      yida: undefined,
      dim: dimOf(config),
    };
  } catch (cause) {
    if (cause instanceof YidaFault) throw cause;
    throw new YidaFault(
      'model-missing',
      `the model ${name} is neither a folder under models/ nor a hub model that can be fetched from here: check YIDA_MODEL and the network`,
      { values: { file: name }, cause },
    );
  }
}

async function towersOf(name: string, config: ModelConfig, options: LoadOptions): Promise<Towers> {
  const towers = await loadTowers(name, config, options);
  if (towers) return towers;
  throw new YidaFault(
    'model-corrupt',
    `the model ${name} is of the family ${config.model_type}; these can be loaded: ${KNOWN_FAMILIES.join(', ')}`,
    { values: { file: name } },
  );
}

function dimOf(config: ModelConfig): number | undefined {
  return config.yida?.embeddingDim ?? config.projection_dim ?? config.text_config?.projection_dim;
}
