import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { enableProdMode, setBackend, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import { type GraphNode, slicesOf } from './graph-slices.js';
import { SIDE } from './movenet.js';

/** The network as it was fetched: its graph in TensorFlow.js' JSON, and its weights. */
export interface PoseFiles {
  readonly graph: PoseGraph;
  readonly weights: ArrayBuffer;
}

export interface PoseGraph {
  readonly modelTopology: { readonly node: readonly GraphNode[] };
  readonly format: string;
  readonly signature: object;
  readonly weightsManifest: readonly { readonly weights: object[] }[];
}

/** Takes a square of RGBA pixels, and gives MoveNet's points as it gives them. */
export type Network = (square: Uint8ClampedArray) => Promise<Float32Array>;

/**
 * MoveNet Lightning in plain JavaScript, on whatever thread this runs. One photo takes a second or two: a graphics
 * card would need longer to compile its shaders than this takes to be done, and WebAssembly would ask the page for a
 * wider policy. `rest` is awaited after every convolution: a page that has no other thread can draw and answer there.
 */
export async function openNetwork(
  { graph, weights }: PoseFiles,
  rest: () => Promise<void> | undefined,
): Promise<Network> {
  enableProdMode();
  await setBackend('cpu');
  const { modelTopology, format, signature, weightsManifest } = graph;
  const model = await loadGraphModel({
    load: async () => ({
      modelTopology,
      format,
      signature,
      weightSpecs: weightsManifest.flatMap((group) => group.weights) as never,
      weightData: weights,
    }),
  });
  const slices = slicesOf(modelTopology.node, { input: 'input', output: 'Identity' });
  return async (square) => {
    let carried: Record<string, Tensor> = { input: tensor4d(withoutAlpha(square), [1, SIDE, SIDE, 3], 'int32') };
    for (const outputs of slices) {
      // What a later slice needs and this one was given is handed on as it is.
      const made = outputs.filter((name) => carried[name] === undefined);
      const tensors = model.execute(carried, made) as Tensor | Tensor[];
      const next = Object.fromEntries(made.map((name, at) => [name, Array.isArray(tensors) ? tensors[at] : tensors]));
      for (const [name, tensor] of Object.entries(carried)) {
        if (outputs.includes(name)) next[name] = tensor;
        else tensor.dispose();
      }
      carried = next as Record<string, Tensor>;
      await rest();
    }
    const points = Object.values(carried);
    const found = await points[0]?.data();
    for (const tensor of points) tensor.dispose();
    return Float32Array.from(found ?? []);
  };
}

function withoutAlpha(square: Uint8ClampedArray): Int32Array {
  const rgb = new Int32Array(SIDE * SIDE * 3);
  for (let at = 0; at < SIDE * SIDE; at++) {
    for (let channel = 0; channel < 3; channel++) rgb[at * 3 + channel] = square[at * 4 + channel] ?? 0;
  }
  return rgb;
}
