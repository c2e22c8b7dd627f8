import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-node';
import type { PhotoEncoding, TextEncoding } from '../encoding/encoder.js';

/** One query vector by each of several trained fusions of words and photo; each vector is of unit length. */
export type TrainedFusions = (text: TextEncoding, photo: PhotoEncoding) => Promise<ReadonlyMap<string, Float32Array>>;

/**
 * The fusions a model folder holds for comparison (`onnx/fusions.onnx`, in the order of `names`); undefined where it
 * has none. The service itself never loads them.
 */
export async function openTrainedFusions(
  folder: string,
  names: readonly string[],
): Promise<TrainedFusions | undefined> {
  const file = join(folder, 'onnx/fusions.onnx');
  if (names.length === 0 || !existsSync(file)) return undefined;
  const session = await ort.InferenceSession.create(file);
  return async (text, photo) => {
    const dim = text.embedding.length;
    const outputs = await session.run({
      text_hidden: tensor(text.hidden, [1, text.length, text.hidden.length / text.length]),
      text_mask: new ort.Tensor('int64', new BigInt64Array(text.length).fill(1n), [1, text.length]),
      text_embed: tensor(text.embedding, [1, dim]),
      image_hidden: tensor(photo.patches, [1, photo.patchCount, photo.patches.length / photo.patchCount]),
      image_embed: tensor(photo.embedding, [1, dim]),
    });
    const fused = outputs.fused?.data;
    if (!(fused instanceof Float32Array)) throw new TypeError(`${file} does not give "fused"`);
    return new Map(names.map((name, at) => [name, fused.slice(at * dim, (at + 1) * dim)]));
  };
}

function tensor(values: Float32Array, shape: number[]): ort.Tensor {
  return new ort.Tensor('float32', values, shape);
}
