import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { memory, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { slicesOf } from '../../../../src/channels/widget/browser/try-on/pose/graph-slices.js';
import { POINTS, SIDE } from '../../../../src/channels/widget/browser/try-on/pose/movenet.js';
import {
  openNetwork,
  type PoseFiles,
  type PoseGraph,
} from '../../../../src/channels/widget/browser/try-on/pose/pose-network.js';
import { drawnPerson } from '../../../support/drawn-person.js';

/** The network takes a second or two of an idle processor, and is run twice; milliseconds. */
const PATIENCE = 60_000;

function poseFiles(): PoseFiles {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@vladmandic/human')), '../models');
  const graph = JSON.parse(readFileSync(join(folder, 'movenet-lightning.json'), 'utf8')) as PoseGraph;
  const weights = readFileSync(join(folder, 'movenet-lightning.bin'));
  return { graph, weights: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.length) };
}

describe('the pose network', () => {
  it(
    'sees the same in slices, between which the page gets its turn, as in one piece, and keeps nothing of it',
    async () => {
      const files = poseFiles();
      const square = await sharp(await drawnPerson())
        .resize(SIDE, SIDE, { fit: 'contain' })
        .ensureAlpha()
        .raw()
        .toBuffer();
      let rests = 0;
      const find = await openNetwork(files, async () => void rests++);
      const kept = memory().numTensors;
      const found = await find(new Uint8ClampedArray(square));
      expect(memory().numTensors).toBe(kept);
      expect(rests).toBeGreaterThan(30);

      const { graph, weights } = files;
      const whole = await loadGraphModel({
        load: async () => ({
          ...graph,
          weightSpecs: graph.weightsManifest.flatMap((group) => group.weights) as never,
          weightData: weights,
        }),
      });
      const rgb = Int32Array.from(
        { length: SIDE * SIDE * 3 },
        (_, at) => square[Math.floor(at / 3) * 4 + (at % 3)] ?? 0,
      );
      const once = whole.execute(tensor4d(rgb, [1, SIDE, SIDE, 3], 'int32')) as Tensor;
      expect([...found]).toEqual([...(await once.data())]);
      expect(found).toHaveLength(POINTS * 3);
    },
    PATIENCE,
  );
});

describe('the slices of a graph', () => {
  const conv = '_FusedConv2D';

  it('hand on what a later slice takes, and leave out what is never there to be computed', () => {
    const graph = [
      { name: 'input', op: 'Placeholder' },
      { name: 'weights', op: 'Const' },
      { name: 'one', op: conv, input: ['input', 'weights'] },
      { name: 'two', op: conv, input: ['one', 'weights'] },
      { name: 'sum', op: 'AddV2', input: ['one', 'two'] },
      { name: 'unused', op: 'Neg', input: ['one'] },
    ];
    expect(slicesOf(graph, { input: 'input', output: 'sum' })).toEqual([['one'], ['one', 'two'], ['sum']]);
  });

  it('are not cut where the second output of an operation is still to be taken', () => {
    const graph = [
      { name: 'input', op: 'Placeholder' },
      { name: 'parts', op: 'Unpack', input: ['input'] },
      { name: 'one', op: conv, input: ['parts'] },
      { name: 'two', op: conv, input: ['parts:1'] },
      { name: 'sum', op: 'AddV2', input: ['one', 'two'] },
    ];
    expect(slicesOf(graph, { input: 'input', output: 'sum' })).toEqual([['one', 'two'], ['sum']]);
  });
});
