import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readModelFolder } from '../../src/encoding/model-folder.js';
import { openEncoder } from '../../src/encoding/open-encoder.js';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'yida-model-'));
  folder = join(root, 'small');
  await mkdir(join(folder, 'onnx'), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const FILES: Record<string, string> = {
  'config.json': '{"model_type":"clip","projection_dim":4}',
  'preprocessor_config.json': '{"size":{"height":8,"width":8}}',
  'tokenizer.json': '{}',
  'onnx/text_model.onnx': 'weights',
  'onnx/vision_model.onnx': 'weights',
};
const writeChecksums = (change: Record<string, string> = {}) => {
  const sums = Object.entries(FILES).map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]);
  return writeFile(
    join(folder, 'checksums.json'),
    JSON.stringify({ files: { ...Object.fromEntries(sums), ...change } }),
  );
};

describe('a model folder', () => {
  it('is known by its name and what is in it', async () => {
    await writeChecksums();
    const before = await readModelFolder(folder);
    expect(before.modelId).toMatch(/^small@[0-9a-f]{16}$/);
    expect(before.hasAttention).toBe(false);
    await writeFile(join(folder, 'onnx/text_model.onnx'), 'other weights');
    await rm(join(folder, 'checksums.json'));
    expect((await readModelFolder(folder)).modelId).not.toBe(before.modelId);
  });

  it.each(Object.keys(FILES))('names %s where it is missing', async (file) => {
    await rm(join(folder, file));
    await expect(readModelFolder(folder)).rejects.toMatchObject({
      code: 'model-missing',
      values: { file: join(folder, file) },
    });
    await writeChecksums();
    await expect(readModelFolder(folder)).rejects.toMatchObject({ code: 'model-missing' });
  });

  it('names the file whose checksum is wrong, and says what to do', async () => {
    await writeChecksums({ 'onnx/vision_model.onnx': '0'.repeat(64) });
    const refusal = readModelFolder(folder);
    await expect(refusal).rejects.toMatchObject({ code: 'model-corrupt' });
    await expect(refusal).rejects.toThrow(/vision_model\.onnx .*checksum.*restore/);
  });

  it.each([
    ['truncated JSON', 'config.json', '{"model_type":'],
    ['no family', 'config.json', '{}'],
    ['a size of nothing', 'preprocessor_config.json', '{"size":{"height":0,"width":8}}'],
    ['no checksums in it', 'checksums.json', '[]'],
    ['nothing in it', 'onnx/text_model.onnx', ''],
  ])('refuses a file with %s', async (_what, file, text) => {
    await writeFile(join(folder, file), text);
    await expect(readModelFolder(folder)).rejects.toMatchObject({
      code: 'model-corrupt',
      values: { file: join(folder, file) },
    });
  });

  it('refuses weights that are no network, and a family nobody wrote', async () => {
    const open = () => openEncoder({ model: 'small', modelsRoot: root, cacheDirectory: root, threaded: false });
    await expect(open()).rejects.toMatchObject({ code: 'model-corrupt' });
    await writeFile(join(folder, 'config.json'), '{"model_type":"resnet"}');
    await expect(open()).rejects.toThrow(/family resnet; these can be loaded: clip, siglip, chinese_clip/);
  });

  it('says that a folder which is not there is missing, without asking the network', async () => {
    const open = openEncoder({ model: 'yida-maxi', modelsRoot: root, cacheDirectory: root, threaded: false });
    await expect(open).rejects.toMatchObject({ code: 'model-missing' });
  });
});
