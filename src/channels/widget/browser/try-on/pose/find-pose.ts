import '@tensorflow/tfjs-backend-cpu';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { enableProdMode, setBackend, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import type { PosePoint } from '../body.js';

/** Where the network's graph and its weights are to be had. */
export interface PoseAddresses {
  readonly graph: string;
  readonly weights: string;
}

/** The points of the person in a photo, in the photo's pixels, in MoveNet's order. */
export type FindPose = (photo: HTMLCanvasElement) => Promise<PosePoint[]>;

/** Side of the square that MoveNet Lightning looks at. */
const SIDE = 192;
const POINTS = 17;

interface Graph {
  readonly modelTopology: object;
  readonly format: string;
  readonly signature: object;
  readonly weightsManifest: readonly { readonly weights: object[] }[];
}

/**
 * MoveNet Lightning in plain JavaScript. One photo takes a second or two: a graphics card would need longer to
 * compile its shaders than this takes to be done, and WebAssembly would ask the page for a wider policy.
 */
export async function loadPose({ graph, weights }: PoseAddresses): Promise<FindPose> {
  enableProdMode();
  const [description, bytes] = await Promise.all([
    taken(graph).then((response) => response.json() as Promise<Graph>),
    taken(weights).then((response) => response.arrayBuffer()),
    setBackend('cpu'),
  ]);
  const { modelTopology, format, signature, weightsManifest } = description;
  const model = await loadGraphModel({
    load: async () => ({
      modelTopology,
      format,
      signature,
      weightSpecs: weightsManifest.flatMap((group) => group.weights) as never,
      weightData: bytes,
    }),
  });
  return (photo) => poseIn(photo, model);
}

async function taken(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no ${address}`);
  return response;
}

async function poseIn(photo: HTMLCanvasElement, model: GraphModel): Promise<PosePoint[]> {
  const square = document.createElement('canvas');
  square.width = SIDE;
  square.height = SIDE;
  const pen = square.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no canvas');
  const scale = SIDE / Math.max(photo.width, photo.height);
  const [left, top] = [(SIDE - photo.width * scale) / 2, (SIDE - photo.height * scale) / 2];
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(photo, left, top, photo.width * scale, photo.height * scale);
  const { data } = pen.getImageData(0, 0, SIDE, SIDE);
  const rgb = new Int32Array(SIDE * SIDE * 3);
  for (let at = 0; at < SIDE * SIDE; at++) {
    for (let channel = 0; channel < 3; channel++) rgb[at * 3 + channel] = data[at * 4 + channel] ?? 0;
  }
  const input = tensor4d(rgb, [1, SIDE, SIDE, 3], 'int32');
  const output = model.execute(input) as Tensor;
  const found = await output.data();
  input.dispose();
  output.dispose();
  // Each point is y, x and a score; y and x are shares of the square.
  return Array.from({ length: POINTS }, (_, index) => ({
    x: ((found[index * 3 + 1] ?? 0) * SIDE - left) / scale,
    y: ((found[index * 3] ?? 0) * SIDE - top) / scale,
    score: found[index * 3 + 2] ?? 0,
  }));
}
