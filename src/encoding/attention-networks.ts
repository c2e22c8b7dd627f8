import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import type { YidaConfig } from './model-config.js';

/** A garment's title and pictures as hidden states; a part of length 0 is absent. */
export interface GarmentHidden {
  readonly text: Float32Array;
  readonly textLength: number;
  readonly patches: Float32Array;
  readonly patchCount: number;
}

/** A query and its candidates, flat: [n, tokens, dim] int8, [n, tokens] mask, [n, embeddingDim]. */
export interface AttendInput {
  readonly text: { embedding: Float32Array; hidden: Float32Array; length: number } | undefined;
  readonly photo: { embedding: Float32Array; patches: Float32Array; patchCount: number } | undefined;
  readonly history: readonly Float32Array[];
  readonly tokens: Int8Array;
  readonly mask: Uint8Array;
  readonly embeddings: Float32Array;
  readonly count: number;
}

export interface AttendOutput {
  readonly scores: Float32Array;
  readonly weights: Float32Array;
  readonly modalityScores: Float32Array;
}

/** The attention ranker's two networks: one makes a garment's tokens at import, one scores candidates. */
export class AttentionNetworks {
  readonly #garment: ort.InferenceSession;
  readonly #ranker: ort.InferenceSession;
  readonly #shape: YidaConfig;
  readonly #textDim: number;

  private constructor(garment: ort.InferenceSession, ranker: ort.InferenceSession, shape: YidaConfig, textDim: number) {
    this.#garment = garment;
    this.#ranker = ranker;
    this.#shape = shape;
    this.#textDim = textDim;
  }

  static async load(
    folder: string,
    shape: YidaConfig,
    textDim: number,
    options: ort.InferenceSession.SessionOptions,
  ): Promise<AttentionNetworks> {
    const [garment, ranker] = await Promise.all([
      ort.InferenceSession.create(join(folder, 'onnx/attention_garment.onnx'), options),
      ort.InferenceSession.create(join(folder, 'onnx/attention.onnx'), options),
    ]);
    return new AttentionNetworks(garment, ranker, shape, textDim);
  }

  /** Tokens as they are stored: int8 = round(127 x), with their mask. */
  async tokens(garments: readonly GarmentHidden[]): Promise<{ tokens: Int8Array; mask: Uint8Array }[]> {
    const { patchDim, attention } = this.#shape;
    const text = padded(
      garments.map((one) => ({ values: one.text, length: one.textLength })),
      this.#textDim,
    );
    const image = padded(
      garments.map((one) => ({ values: one.patches, length: one.patchCount })),
      patchDim,
    );
    const outputs = await this.#garment.run({
      text_hidden: text.values,
      text_mask: text.mask,
      image_hidden: image.values,
      image_mask: image.mask,
    });
    const tokens = floats(outputs, 'tokens');
    const mask = Array.from(bigints(outputs, 'token_mask'), Number);
    const size = attention.tokens * attention.dim;
    return garments.map((_, at) => ({
      tokens: Int8Array.from(tokens.subarray(at * size, (at + 1) * size), (value) => Math.round(127 * value)),
      mask: Uint8Array.from(mask.slice(at * attention.tokens, (at + 1) * attention.tokens)),
    }));
  }

  async attend(input: AttendInput): Promise<AttendOutput> {
    const { embeddingDim, patchDim, attention } = this.#shape;
    const { text, photo, count } = input;
    const history = input.history.slice(0, attention.maxHistory);
    const words = padded([{ values: text?.hidden ?? new Float32Array(), length: text?.length ?? 0 }], this.#textDim);
    // A photo remembered without its patches still has its vector: one empty patch stands for it.
    const patchCount = photo ? Math.max(1, photo.patchCount) : 0;
    const patches = photo && photo.patchCount > 0 ? photo.patches : new Float32Array(patchCount * patchDim);
    const image = padded([{ values: patches, length: patchCount }], patchDim);
    const liked = padded([{ values: concatenated(history), length: history.length }], embeddingDim);
    const vector = (values: Float32Array | undefined) =>
      new ort.Tensor('float32', values ?? new Float32Array(embeddingDim), [1, embeddingDim]);
    const outputs = await this.#ranker.run({
      text_hidden: words.values,
      text_mask: words.mask,
      text_embed: vector(text?.embedding),
      image_hidden: image.values,
      image_mask: image.mask,
      image_embed: vector(photo?.embedding),
      history_embeds: liked.values,
      history_mask: liked.mask,
      garment_tokens: new ort.Tensor('float32', fromBytes(input.tokens), [count, attention.tokens, attention.dim]),
      garment_mask: new ort.Tensor('int64', BigInt64Array.from(input.mask, BigInt), [count, attention.tokens]),
      garment_embeds: new ort.Tensor('float32', input.embeddings, [count, embeddingDim]),
    });
    return {
      scores: floats(outputs, 'score'),
      weights: floats(outputs, 'weights'),
      modalityScores: floats(outputs, 'modality_scores'),
    };
  }
}

/** Sequences of one width, padded to the longest and masked; an absent one has length 1 and mask 0. */
function padded(sequences: readonly { values: Float32Array; length: number }[], width: number) {
  const most = Math.max(1, ...sequences.map(({ length }) => length));
  const values = new Float32Array(sequences.length * most * width);
  const mask = new BigInt64Array(sequences.length * most);
  for (const [at, sequence] of sequences.entries()) {
    values.set(sequence.values.subarray(0, sequence.length * width), at * most * width);
    mask.fill(1n, at * most, at * most + sequence.length);
  }
  return {
    values: new ort.Tensor('float32', values, [sequences.length, most, width]),
    mask: new ort.Tensor('int64', mask, [sequences.length, most]),
  };
}

/** Stored tokens as numbers: value / 127. A plain loop: `from` with a function takes ten times as long. */
function fromBytes(bytes: Int8Array): Float32Array {
  const values = new Float32Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) values[at] = (bytes[at] as number) / 127;
  return values;
}

function concatenated(vectors: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(vectors.reduce((sum, vector) => sum + vector.length, 0));
  let at = 0;
  for (const vector of vectors) {
    all.set(vector, at);
    at += vector.length;
  }
  return all;
}

function floats(outputs: ort.InferenceSession.OnnxValueMapType, name: string): Float32Array {
  const output = outputs[name];
  if (output instanceof ort.Tensor && output.data instanceof Float32Array) return output.data;
  throw new RangeError(`the attention network has no float output named ${name}`);
}

function bigints(outputs: ort.InferenceSession.OnnxValueMapType, name: string): BigInt64Array {
  const output = outputs[name];
  if (output instanceof ort.Tensor && output.data instanceof BigInt64Array) return output.data;
  throw new RangeError(`the attention network has no integer output named ${name}`);
}
