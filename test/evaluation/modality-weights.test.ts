import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePhoto } from '../../src/encoding/decode-photo.js';
import type { AttentionQuery } from '../../src/encoding/encoder.js';
import { type OpenedEncoder, openEncoder } from '../../src/encoding/open-encoder.js';
import { photoName, readProducts, unseen } from '../../src/evaluation/kagl-products.js';
import { type PhotoLibrary, photoLibrary } from '../../src/evaluation/photo-library.js';

const modelsRoot = fileURLToPath(new URL('../../models', import.meta.url));
/** Where the product photos stand beside a checkout; they are not part of it. */
const DATA = '../shared/data';
const PHOTOS = `${DATA}/kagl/images-60x80.zip`;
const there = existsSync(PHOTOS) && existsSync(`${modelsRoot}/yida-mini/config.json`);

const GARMENTS = 500;
const ASKED = 30;
const FIRST = 50;
const CHANGES = [
  'but in red',
  '换成黑色的',
  'the same in blue',
  '这个但是白色的',
  'as a shirt',
  '换成连衣裙',
  'for men',
  '女款的',
];

describe.skipIf(!there)(
  `the weights of words and photo${there ? '' : ` (skipped: ${PHOTOS} or the model is not here)`}`,
  () => {
    let encoder: OpenedEncoder;
    let library: PhotoLibrary;
    beforeAll(async () => {
      encoder = await openEncoder({ model: 'yida-mini', modelsRoot, cacheDirectory: tmpdir(), threaded: false });
      const { products } = await readProducts(DATA);
      const names = unseen(products).slice(0, GARMENTS).map(photoName);
      library = await photoLibrary(PHOTOS, { encoder, decode: decodePhoto, names });
    }, 120_000);
    afterAll(() => encoder.close());

    const verdict = async (query: AttentionQuery) => {
      const candidates = library.names.map((_, row) => {
        const tokens = library.tokens(row);
        if (!tokens) throw new Error('no attention ranker');
        return { tokens, embedding: library.embedding(row) };
      });
      const said = await encoder.attend?.(query, candidates);
      if (!said) throw new Error('no attention ranker');
      const best = [...said.scores.keys()].sort((a, b) => (said.scores[b] ?? 0) - (said.scores[a] ?? 0));
      return { weights: said.weights, first: new Set(best.slice(0, FIRST)) };
    };

    it('tell which of them decides: without the heavier one more of the answer is another than without the lighter', async () => {
      const replaced = { heavier: 0, lighter: 0 };
      for (let at = 0; at < ASKED; at++) {
        const [text] = await encoder.encodeTexts([CHANGES[at % CHANGES.length] ?? '']);
        const photo = { embedding: library.embedding(at * 16) };
        const whole = await verdict({ ...(text ? { text } : {}), photo, history: [] });
        const without = async (query: AttentionQuery) => {
          const { first } = await verdict(query);
          return [...whole.first].filter((row) => !first.has(row)).length / FIRST;
        };
        const noWords = await without({ photo, history: [] });
        const noPhoto = await without({ ...(text ? { text } : {}), history: [] });
        const wordsWeighMore = whole.weights.text > whole.weights.image;
        replaced.heavier += wordsWeighMore ? noWords : noPhoto;
        replaced.lighter += wordsWeighMore ? noPhoto : noWords;
      }
      expect(replaced.heavier).toBeGreaterThan(replaced.lighter * 1.2);
    }, 120_000);
  },
);
