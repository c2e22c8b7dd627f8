// Renders the project's own drawn garments as a small supplement to the training photos: drawn.npy (uint8
// [n, 200, 160, 3]) and drawn.json (the facets of each). Specs are random, with a seed: not the demo catalogue's rows.
//
//   node models/training/drawn_garments.mjs <folder> [count] [seed]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import sharp from 'sharp';

const folder = process.argv[2];
const count = Number(process.argv[3] ?? 1500);
if (!folder) {
  console.error('usage: node models/training/drawn_garments.mjs <folder> [count] [seed]');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const drawing = resolve(fileURLToPath(new URL('../../src/catalog/demo/drawing/', import.meta.url)));
const bundle = join(folder, 'drawing.mjs');
await build({
  stdin: {
    contents: "export { drawGarment } from './draw-garment.ts'; export { painterOf } from './families/painters.ts';",
    resolveDir: drawing,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: bundle,
});
const { drawGarment, painterOf } = await import(pathToFileURL(bundle).href);
const vocabulary = readFileSync(new URL('../../locales/vocabulary.tsv', import.meta.url), 'utf8');
const DRAWN_CATEGORIES = vocabulary
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([facet, id]) => facet === 'category' && painterOf(id))
  .map(([, id]) => id);

let state = Number(process.argv[4] ?? 7) >>> 0;
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const one = (list) => list[Math.floor(random() * list.length)];
const COLOURS = ['black', 'white', 'off_white', 'cream', 'grey', 'charcoal', 'red', 'burgundy', 'maroon', 'pink', 'rose', 'magenta', 'orange', 'peach', 'rust', 'yellow', 'mustard', 'green', 'olive', 'lime', 'teal', 'blue', 'navy', 'turquoise', 'purple', 'lavender', 'mauve', 'brown', 'dark_brown', 'tan', 'khaki', 'taupe', 'beige', 'nude', 'silver', 'gold'];
const PATTERNS = ['solid', 'solid', 'solid', 'stripes', 'plaid', 'polka_dot', 'floral', 'graphic', 'letters', 'colour_block', 'embroidery'];
const SLEEVES = ['sleeveless', 'short', 'long', 'three_quarter', 'long', 'short'];
const NECKLINES = ['crew_neck', 'v_neck', 'shirt_collar', 'turtleneck', 'hooded', 'polo_collar', 'square_neck', 'scoop_neck'];
const WORN_WITH = { polo: 'polo_collar', shirt: 'shirt_collar', blouse: 'shirt_collar', hoodie: 'hooded', tshirt: 'crew_neck', sweatshirt: 'crew_neck' };
const FIXED_SLEEVE = { hoodie: 'long', sweatshirt: 'long', sweater: 'long', cardigan: 'long', tank_top: 'sleeveless', camisole: 'strappy', undershirt: 'sleeveless', vest: 'sleeveless' };

const rows = [];
const pixels = [];
while (rows.length < count) {
  const category = DRAWN_CATEGORIES[rows.length % DRAWN_CATEGORIES.length];
  const spec = {
    category,
    cut: '',
    colours: [one(COLOURS), one(COLOURS)],
    pattern: one(PATTERNS),
    material: one(['cotton', 'linen', 'wool', null]),
    sleeve: FIXED_SLEEVE[category] ?? (/jacket|coat|blazer|parka|bathrobe/.test(category) ? 'long' : one(SLEEVES)),
    neckline: WORN_WITH[category] ?? one(NECKLINES),
    fit: one(['regular', 'slim', 'loose']),
    length: one(['short', 'regular', 'midi', 'long']),
    audience: one(['women', 'men']),
    details: [],
    seed: Math.floor(random() * 1e9),
  };
  let svg;
  try {
    svg = drawGarment(spec);
  } catch {
    rows.push(null);
    continue;
  }
  const { data } = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).resize(160, 200, { fit: 'contain', background: '#fff' }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  pixels.push(data);
  const sleeved = !['trousers', 'skirt', 'shorts', 'jeans'].includes(category);
  rows.push({ category, colours: spec.pattern === 'colour_block' ? [] : [spec.colours[0]], pattern: spec.pattern, sleeve: sleeved && ['short', 'long', 'sleeveless'].includes(spec.sleeve) && /tshirt|polo|shirt|blouse|dress|sweater|hoodie|tunic|cardigan|tank_top/.test(category) ? spec.sleeve : null });
}
const kept = rows.filter(Boolean);
const head = `{'descr': '|u1', 'fortran_order': False, 'shape': (${kept.length}, 200, 160, 3), }`;
const padded = head.padEnd(Math.ceil((head.length + 11) / 64) * 64 - 11) + '\n';
const magic = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, padded.length & 255, padded.length >> 8]);
writeFileSync(join(folder, 'drawn.npy'), Buffer.concat([magic, Buffer.from(padded), ...pixels]));
writeFileSync(join(folder, 'drawn.json'), JSON.stringify(kept));
console.log(`${kept.length} drawings, ${rows.length - kept.length} not drawn`);
