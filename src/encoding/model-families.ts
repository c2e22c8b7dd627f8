import {
  AutoTokenizer,
  ChineseCLIPModel,
  CLIPTextModelWithProjection,
  CLIPVisionModelWithProjection,
  type PreTrainedModel,
  SiglipTextModel,
  SiglipVisionModel,
  Tensor,
} from '@xenova/transformers';
import type { ModelConfig } from './model-config.js';

/** How transformers.js is told to load: files in one precision, sessions tuned for few cores. */
export interface LoadOptions {
  readonly dtype: 'fp32';
  readonly device: 'cpu';
  readonly session_options: object;
}

/** A tensor as the networks give it. */
export interface NetworkOutput {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** Rows of a batch of photos; hub models have no attribute heads. */
export interface SeenPhotos {
  readonly embeds: NetworkOutput;
  readonly hidden: NetworkOutput | undefined;
  readonly attributes: NetworkOutput | undefined;
  /** The heads for photos at the size of `closeLook`. */
  readonly closeAttributes: NetworkOutput | undefined;
}

/** The two towers of a model, whatever its family. */
export interface Towers {
  texts(texts: string[]): Promise<{ embeds: NetworkOutput; hidden: NetworkOutput | undefined; mask: BigInt64Array }>;
  /** Planar floats [n, 3, height, width]. */
  photos(pixels: Float32Array, shape: readonly [number, number, number, number]): Promise<SeenPhotos>;
}

type Family = (name: string, config: ModelConfig, options: LoadOptions) => Promise<Towers>;

/** What transformers.js leaves untyped: a model or a tokenizer is a function of named tensors. */
type Network = (inputs: Record<string, Tensor>) => Promise<Record<string, Tensor>>;
type Tokenizer = (texts: string[], options: object) => { input_ids: Tensor; attention_mask?: Tensor };

/**
 * Families by config.json's model_type. Another one is an entry here: load its towers, name its outputs, and
 * say how its tokenizer pads.
 */
const FAMILIES: Readonly<Record<string, Family>> = {
  clip: async (name, config, options) => {
    const [tokenizer, text, vision] = await Promise.all([
      AutoTokenizer.from_pretrained(name),
      CLIPTextModelWithProjection.from_pretrained(name, options),
      CLIPVisionModelWithProjection.from_pretrained(name, options),
    ]);
    return twoTowers(asTokenizer(tokenizer), asNetwork(text), asNetwork(vision), {
      text: 'text_embeds',
      image: 'image_embeds',
      padding: { padding: true, truncation: true, max_length: longest(config, 77) },
    });
  },
  siglip: async (name, config, options) => {
    const [tokenizer, text, vision] = await Promise.all([
      AutoTokenizer.from_pretrained(name),
      SiglipTextModel.from_pretrained(name, options),
      SiglipVisionModel.from_pretrained(name, options),
    ]);
    return twoTowers(asTokenizer(tokenizer), asNetwork(text), asNetwork(vision), {
      text: 'pooler_output',
      image: 'pooler_output',
      // It was trained on padded texts and has no mask.
      padding: { padding: 'max_length', truncation: true, max_length: longest(config, 64) },
    });
  },
  chinese_clip: async (name, config, options) => {
    const [tokenizer, whole] = await Promise.all([
      AutoTokenizer.from_pretrained(name),
      ChineseCLIPModel.from_pretrained(name, options),
    ]);
    return oneNetwork(asTokenizer(tokenizer), asNetwork(whole), config);
  },
};

/** Families that can be loaded, for the message about one that cannot. */
export const KNOWN_FAMILIES: readonly string[] = Object.keys(FAMILIES);

/** Loads the towers of a model by transformers.js; undefined where the family is not known. */
export async function loadTowers(name: string, config: ModelConfig, options: LoadOptions): Promise<Towers | undefined> {
  return FAMILIES[config.model_type]?.(name, config, options);
}

function twoTowers(
  tokenizer: Tokenizer,
  text: Network,
  vision: Network,
  names: { readonly text: string; readonly image: string; readonly padding: object },
): Towers {
  return {
    async texts(texts) {
      const inputs = tokenizer(texts, names.padding);
      const outputs = await text({ ...inputs });
      return {
        embeds: required(outputs, names.text),
        hidden: optional(outputs, 'last_hidden_state'),
        mask: maskOf(inputs),
      };
    },
    async photos(pixels, shape) {
      const outputs = await vision({ pixel_values: new Tensor('float32', pixels, [...shape]) });
      return {
        embeds: required(outputs, names.image),
        hidden: optional(outputs, 'last_hidden_state'),
        attributes: optional(outputs, 'attributes'),
        closeAttributes: optional(outputs, 'close_attributes'),
      };
    },
  };
}

/** A family exported as one network of both towers: the other tower is fed with as little as it accepts. */
function oneNetwork(tokenizer: Tokenizer, whole: Network, config: ModelConfig): Towers {
  const padding = { padding: true, truncation: true, max_length: longest(config, 52) };
  const side = Number(config.vision_config?.image_size ?? 224);
  const noPhoto = () => new Tensor('float32', new Float32Array(3 * side * side), [1, 3, side, side]);
  return {
    async texts(texts) {
      const inputs = tokenizer(texts, padding);
      const outputs = await whole({ ...inputs, pixel_values: noPhoto() });
      return { embeds: required(outputs, 'text_embeds'), hidden: undefined, mask: maskOf(inputs) };
    },
    async photos(pixels, shape) {
      const outputs = await whole({
        ...tokenizer([''], padding),
        pixel_values: new Tensor('float32', pixels, [...shape]),
      });
      const embeds = required(outputs, 'image_embeds');
      return { embeds, hidden: undefined, attributes: undefined, closeAttributes: undefined };
    },
  };
}

function longest(config: ModelConfig, otherwise: number): number {
  return config.yida?.maxTextTokens ?? config.text_config?.max_position_embeddings ?? otherwise;
}

function maskOf({ input_ids, attention_mask }: ReturnType<Tokenizer>): BigInt64Array {
  const { data } = attention_mask ?? {};
  return data instanceof BigInt64Array ? data : new BigInt64Array(input_ids.data.length).fill(1n);
}

function required(outputs: Record<string, Tensor>, name: string): NetworkOutput {
  const output = optional(outputs, name);
  if (!output) throw new RangeError(`the network has no float output named ${name}`);
  return output;
}

function optional(outputs: Record<string, Tensor>, name: string): NetworkOutput | undefined {
  const output = outputs[name];
  return output?.data instanceof Float32Array ? { dims: output.dims, data: output.data } : undefined;
}

function asNetwork(model: PreTrainedModel): Network {
  return (inputs) => (model as unknown as Network)(inputs);
}

function asTokenizer(tokenizer: object): Tokenizer {
  return (texts, options) => (tokenizer as Tokenizer)(texts, options);
}
