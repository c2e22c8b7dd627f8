import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { numbers } from '../contract/vector-index.js';
import { type GraphSpec, type NodeSpec, onnxModel, type ValueSpec } from './onnx-writer.js';

export const TINY_DIM = 8;
const WORDS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'red', 'blue', 'dress', 'shirt', '红', '裙'];

function random(seed: number, length: number): Float32Array {
  const next = numbers(seed);
  return Float32Array.from({ length }, () => next() * 2 - 1);
}

const IDS: ValueSpec = { name: 'input_ids', type: 'int64', shape: ['n', 'L'] };
const MASK: ValueSpec = { name: 'attention_mask', type: 'int64', shape: ['n', 'L'] };
const PIXELS: ValueSpec = { name: 'pixel_values', type: 'float', shape: ['n', 3, 'h', 'w'] };
const float = (name: string, ...shape: (number | string)[]): ValueSpec => ({ name, type: 'float', shape });

/** Words -> rows of a random table -> their mean. */
function textNodes(embeds: string): NodeSpec[] {
  return [
    { op: 'Gather', inputs: ['table', 'input_ids'], outputs: ['text_hidden'] },
    {
      op: 'ReduceMean',
      inputs: ['text_hidden'],
      outputs: [embeds],
      attributes: [
        ['axes', [1]],
        ['keepdims', 0],
      ],
    },
  ];
}

/** Pixels -> mean colour -> a random projection. */
function imageNodes(embeds: string): NodeSpec[] {
  return [
    {
      op: 'ReduceMean',
      inputs: ['pixel_values'],
      outputs: ['colour'],
      attributes: [
        ['axes', [2, 3]],
        ['keepdims', 0],
      ],
    },
    { op: 'MatMul', inputs: ['colour', 'projection'], outputs: [embeds] },
    { op: 'Unsqueeze', inputs: [embeds, 'one'], outputs: ['image_hidden'] },
  ];
}

const WEIGHTS: GraphSpec['weights'] = {
  table: { shape: [WORDS.length, TINY_DIM], values: random(3, WORDS.length * TINY_DIM) },
  projection: { shape: [3, TINY_DIM], values: random(5, 3 * TINY_DIM) },
  one: { shape: [1], values: BigInt64Array.of(1n) },
};

function weightsFor(nodes: readonly NodeSpec[]): GraphSpec['weights'] {
  const used = new Set(nodes.flatMap((node) => node.inputs));
  return Object.fromEntries(Object.entries(WEIGHTS).filter(([name]) => used.has(name)));
}

function textModel(embeds: string, withMask: boolean): Buffer {
  const nodes: NodeSpec[] = [
    ...textNodes(embeds),
    { op: 'Identity', inputs: ['text_hidden'], outputs: ['last_hidden_state'] },
  ];
  return onnxModel({
    nodes,
    weights: weightsFor(nodes),
    inputs: withMask ? [IDS, MASK] : [IDS],
    outputs: [float(embeds, 'n', TINY_DIM), float('last_hidden_state', 'n', 'L', TINY_DIM)],
  });
}

function imageModel(embeds: string): Buffer {
  const nodes: NodeSpec[] = [
    ...imageNodes(embeds),
    { op: 'Identity', inputs: ['image_hidden'], outputs: ['last_hidden_state'] },
  ];
  return onnxModel({
    nodes,
    weights: weightsFor(nodes),
    inputs: [PIXELS],
    outputs: [float(embeds, 'n', TINY_DIM), float('last_hidden_state', 'n', 1, TINY_DIM)],
  });
}

/** Both towers in one network, as Chinese-CLIP is exported. */
function wholeModel(): Buffer {
  const nodes = [...textNodes('text_embeds'), ...imageNodes('image_embeds').slice(0, 2)];
  return onnxModel({
    nodes,
    weights: weightsFor(nodes),
    inputs: [IDS, MASK, PIXELS],
    outputs: [float('text_embeds', 't', TINY_DIM), float('image_embeds', 'n', TINY_DIM)],
  });
}

export type TinyFamily = 'clip' | 'siglip' | 'chinese_clip';

const FILES: Readonly<Record<TinyFamily, () => Record<string, Buffer>>> = {
  clip: () => ({ 'text_model.onnx': textModel('text_embeds', true), 'vision_model.onnx': imageModel('image_embeds') }),
  siglip: () => ({
    'text_model.onnx': textModel('pooler_output', false),
    'vision_model.onnx': imageModel('pooler_output'),
  }),
  chinese_clip: () => ({ 'model.onnx': wholeModel() }),
};

/** Writes a random model of a family in the layout of the Hugging Face hub; returns its folder. */
export async function writeTinyModel(root: string, family: TinyFamily): Promise<string> {
  const folder = join(root, `tiny-${family}`);
  await mkdir(join(folder, 'onnx'), { recursive: true });
  for (const [name, bytes] of Object.entries(FILES[family]())) await writeFile(join(folder, 'onnx', name), bytes);
  const json = (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value));
  await json('config.json', {
    model_type: family,
    text_config: { hidden_size: TINY_DIM, max_position_embeddings: 8 },
    vision_config: { hidden_size: TINY_DIM, image_size: 16 },
  });
  await json('preprocessor_config.json', {
    size: family === 'clip' ? { shortest_edge: 16 } : { height: 16, width: 16 },
    do_center_crop: family === 'clip',
    crop_size: { height: 16, width: 16 },
    image_mean: [0.5, 0.5, 0.5],
    image_std: [0.5, 0.5, 0.5],
  });
  await json('tokenizer_config.json', { tokenizer_class: 'BertTokenizer', model_max_length: 8, pad_token: '[PAD]' });
  await json('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: WORDS.slice(0, 4).map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
    },
  });
  return folder;
}
