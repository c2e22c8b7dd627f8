import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-node';
import type { AttentionCandidate } from '../../src/encoding/encoder.js';
import { openEncoder } from '../../src/encoding/open-encoder.js';
import { onnxModel } from '../support/onnx-writer.js';
import { VIT_B_32, visionTransformer } from '../support/vision-transformer.js';

/**
 * Times yida-mini (a text, a photo, 100 candidates by the attention ranker; one at a time, two threads) beside a
 * ViT-B/32 of random weights on the same runtime in the same run, in turns so that a busy machine slows both, and
 * compares their sizes and times of the networks alone, pixels ready. A photo otherwise includes bringing it to the
 * model's size. Milliseconds, the median and the 95th percentile of `rounds` (60 unless a number is given).
 */
const rounds = Number(process.argv[2] ?? 60);
if (!(rounds >= 1)) throw new Error(`${process.argv[2]} is no number of rounds`);
const modelsRoot = fileURLToPath(new URL('../../models', import.meta.url));
const encoder = await openEncoder({ model: 'yida-mini', modelsRoot, cacheDirectory: '', threaded: false });
const scratch = mkdtempSync(join(tmpdir(), 'yida-bench-'));
const file = join(scratch, 'vit-b-32.onnx');
const { graph, parameters } = visionTransformer(VIT_B_32);
writeFileSync(file, onnxModel(graph));
// As the service has it: threads of one network that wait spinning would slow the other one's turn.
const threads = {
  intraOpNumThreads: 2,
  interOpNumThreads: 1,
  extra: { session: { intra_op: { allow_spinning: '0' } } },
};
const large = await ort.InferenceSession.create(file, threads);
const small = await ort.InferenceSession.create(join(modelsRoot, 'yida-mini/onnx/vision_model.onnx'), threads);

const words = ['red dress', '白色', '亚麻衬衫', 'for the beach', '通勤', 'size M', '宽松', 'navy', '夏天', 'women'];
const photo = { rgb: new Uint8Array(160 * 128 * 3).map((_, at) => (at * 37) % 256), width: 128, height: 160 };
const pixels = (height: number, width: number) =>
  new ort.Tensor(
    'float32',
    new Float32Array(3 * height * width).map((_, at) => (at % 255) / 127 - 1),
    [1, 3, height, width],
  );
const seenByLarge = pixels(224, 224);
const seenBySmall = pixels(120, 96);
const [title] = await encoder.encodeTexts(['navy linen shirt']);
const [seen] = await encoder.encodePhotos([photo]);
const garment = await encoder.encodeGarment(title, seen ? [seen] : []);
const candidates = Array.from({ length: 100 }, (): AttentionCandidate => {
  if (!garment.tokens) throw new Error('yida-mini has no attention ranker');
  return { tokens: garment.tokens, embedding: garment.embedding };
});

const tasks: Record<string, (round: number) => Promise<unknown>> = {
  'yida-mini, a text': (round) => encoder.encodeTexts([`${words[round % words.length]} ${round}`]),
  'yida-mini, a photo': () => encoder.encodePhotos([photo], 'at-a-glance'),
  'yida-mini, a photo, its tags by a closer look': () => encoder.encodePhotos([photo], 'closely'),
  'yida-mini, 100 candidates, words': async () => title && encoder.attend?.({ text: title, history: [] }, candidates),
  'yida-mini, 100 candidates, words and photo': async () =>
    title && seen && encoder.attend?.({ text: title, photo: seen, history: [] }, candidates),
  'yida-mini, a photo, network alone': () => small.run({ pixel_values: seenBySmall }),
  'ViT-B/32, a photo, network alone': () => large.run({ pixel_values: seenByLarge }),
};
const took: Record<string, number[]> = {};
for (let round = -5; round < rounds; round++) {
  for (const [name, task] of Object.entries(tasks)) {
    const started = performance.now();
    await task(round);
    const spent = performance.now() - started;
    if (round >= 0) took[name] = [...(took[name] ?? []), spent];
  }
}
const at = (name: string, share: number) => {
  const list = [...(took[name] ?? [])].sort((a, b) => a - b);
  return Number((list[Math.min(list.length - 1, Math.floor(share * list.length))] ?? 0).toFixed(2));
};
const folder = join(modelsRoot, 'yida-mini');
const bytes = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + bytes(join(path, name)), 0)
    : statSync(path).size;
const photoNetwork = statSync(join(folder, 'onnx/vision_model.onnx')).size;
const megabytes = (n: number) => Number((n / 1e6).toFixed(2));
console.log(
  JSON.stringify(
    {
      rounds,
      milliseconds: Object.fromEntries(
        Object.keys(tasks).map((name) => [name, { p50: at(name, 0.5), p95: at(name, 0.95) }]),
      ),
      'times faster, photo networks': Number(
        (at('ViT-B/32, a photo, network alone', 0.5) / at('yida-mini, a photo, network alone', 0.5)).toFixed(1),
      ),
      megabytes: {
        'yida-mini, whole folder': megabytes(bytes(folder)),
        'yida-mini, photo network': megabytes(photoNetwork),
        'ViT-B/32, photo network, float32': megabytes(statSync(file).size),
      },
      'ViT-B/32 parameters': parameters,
      'times smaller, photo networks': Number((statSync(file).size / photoNetwork).toFixed(1)),
    },
    null,
    2,
  ),
);
await large.release();
await small.release();
await encoder.close();
rmSync(scratch, { recursive: true, force: true });
