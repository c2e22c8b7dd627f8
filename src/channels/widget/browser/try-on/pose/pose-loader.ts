import type { PosePoint } from '../body.js';
import { dropPixels } from '../read-photo.js';
import { POINTS, SIDE } from './movenet.js';
import type { Network, PoseFiles, PoseGraph } from './pose-network.js';
import type * as PoseScript from './pose-script.js';
import { networkInWorker } from './pose-worker.js';

/** File names of the pose network's script, graph and weights, put in by the build. */
declare const POSE_FILES: { readonly script: string; readonly graph: string; readonly weights: string };

/** The points of the person in a photo, in the photo's pixels, in MoveNet's order. */
export type FindPose = (photo: HTMLCanvasElement) => Promise<PosePoint[]>;

let loading: Promise<FindPose> | undefined;

/** The pose network, fetched from the service when it is first wanted, and kept while the page lives. */
export function pose(home: string): Promise<FindPose> {
  const at = (name: string) => `${home}/widget/${name}`;
  loading ??= load(at).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(at: (name: string) => string): Promise<FindPose> {
  const [graph, weights] = await Promise.all([
    fetched(at(POSE_FILES.graph)).then((response) => response.json() as Promise<PoseGraph>),
    fetched(at(POSE_FILES.weights)).then((response) => response.arrayBuffer()),
  ]);
  const script = at(POSE_FILES.script);
  const files = { graph, weights };
  const network = await networkInWorker(script, files).catch(() => networkOnPage(script, files));
  return (photo) =>
    poseIn(photo, network).catch((error: unknown) => {
      // A worker may have been ended, on a phone for want of memory: the next photo begins with another.
      loading = undefined;
      throw error;
    });
}

/** Where no worker is to be had: on the page, which goes on drawing and answering between two convolutions. */
async function networkOnPage(script: string, files: PoseFiles): Promise<Network> {
  const { openNetwork } = (await import(script)) as typeof PoseScript;
  return openNetwork(files, () => new Promise((resolve) => setTimeout(resolve, 0)));
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no ${address}`);
  return response;
}

async function poseIn(photo: HTMLCanvasElement, network: Network): Promise<PosePoint[]> {
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
  dropPixels(square);
  const found = await network(data);
  return Array.from({ length: POINTS }, (_, index) => ({
    x: ((found[index * 3 + 1] ?? 0) * SIDE - left) / scale,
    y: ((found[index * 3] ?? 0) * SIDE - top) / scale,
    score: found[index * 3 + 2] ?? 0,
  }));
}
