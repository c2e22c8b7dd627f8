// Measures the try-on's pose detection on real photos: `npm run measure:try-on -- --data <folder> [--labels <file>]
// [--points <file>]`. The widget's own code looks at them, in an installed Chromium: readPhoto, the pose network and
// the rules of body.ts. Prints JSON.
//
// Labels are JSON lines: {photo: "<set>/<file>", person: "whole" | "part" | "none" | "several", shoulders?, hips?}.
// `whole`: one person, shoulders and hips both inside the picture. Shoulders and hips are two points each, the
// picture's left one first, in pixels of the photo, as a viewer sees them. A set is a folder or a zip below --data:
// `kagl` is kagl/images-120x160.zip, `clothing` is clothing/images.zip, any other is the folder of that name.
// Lines at even places are what thresholds may be chosen on, those at odd places what is reported as unseen.
// --points keeps what the network saw (JSON by photo), and is read instead of looking again where it exists.
// --altered looks again at the first 110 of `whole` with the head cut off, and with a phone before the face: how
// shoppers take photos of themselves, and retailers do not.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import yauzl from 'yauzl';
import { buildWidget } from './build-widget.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tryOn = join(root, 'src/channels/widget/browser/try-on');
/** So many photos are altered: each is looked at twice more. */
const ALTERED = 110;
const ZIPS = { kagl: 'kagl/images-120x160.zip', clothing: 'clothing/images.zip' };

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '../shared/data') },
    labels: { type: 'string', default: join(root, 'test/golden/try-on-photos.jsonl') },
    points: { type: 'string' },
    altered: { type: 'boolean', default: false },
  },
});
const labels = readFileSync(values.labels, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const rules = await import(await bundled('body.ts'));
const seen =
  values.points !== undefined && existsSync(values.points)
    ? JSON.parse(readFileSync(values.points, 'utf8'))
    : await look(await picturesOf(labels.map(({ photo }) => photo)));
if (values.points !== undefined) writeFileSync(values.points, JSON.stringify(seen));
const rows = labels.map((label, at) => ({ ...label, half: at % 2, points: seen[label.photo] }));
const measured = figures(rows);
console.log(JSON.stringify(values.altered ? { ...measured, altered: await alteredFigures(rows) } : measured, null, 2));

/** {photo: points} as the widget sees them. */
async function look(pictures) {
  const photos = [...pictures.keys()];
  const folder = join(root, 'dist/widget');
  await buildWidget(folder);
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const page = await script(
    `export { readPhoto } from './read-photo.ts'; export { pose } from './pose/pose-loader.ts';`,
    { POSE_FILES: JSON.stringify({ script: files['pose.js'], graph: files['pose.json'], weights: files['pose.bin'] }) },
  );
  const types = { js: 'text/javascript', json: 'application/json' };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '/').slice(1);
    const type = types[path.split('.').at(-1)] ?? 'application/octet-stream';
    if (path === '') response.setHeader('content-type', 'text/html').end('<!doctype html><title>measuring</title>');
    else if (path === 'page.js') response.setHeader('content-type', type).end(page);
    else if (path.startsWith('widget/')) response.setHeader('content-type', type).end(readFileSync(join(folder, path.slice(7))));
    else if (pictures.has(path)) response.setHeader('content-type', 'image/jpeg').end(pictures.get(path));
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const browser = await chromium.launch({
    executablePath: places.find((path) => path !== undefined && existsSync(path)),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    const all = {};
    for (const [at, photo] of photos.entries()) {
      all[photo] = await tab.evaluate(async (name) => {
        const { readPhoto, pose } = await import(`${location.origin}/page.js`);
        const canvas = await readPhoto(await (await fetch(`/${name}`)).blob());
        const find = await pose(location.origin);
        return (await find(canvas)).map(({ x, y, score }) => [x, y, score].map((number) => Math.round(number * 1e4) / 1e4));
      }, photo);
      if (at % 40 === 0) console.error(`${at}/${photos.length}`);
    }
    return all;
  } finally {
    await browser.close();
    server.close();
  }
}

async function alteredFigures(all) {
  const whole = all.filter(({ person }) => person === 'whole').slice(0, ALTERED);
  const pictures = await picturesOf(whole.map(({ photo }) => photo));
  const made = new Map();
  for (const { photo, points } of whole) {
    for (const [how, alter] of Object.entries({ headCutOff, phoneBeforeFace })) {
      made.set(`${how}/${photo}`, await alter(pictures.get(photo), points));
    }
  }
  const found = await look(made);
  const of = (how) => Object.entries(found).filter(([name]) => name.startsWith(`${how}/`));
  return Object.fromEntries(
    ['headCutOff', 'phoneBeforeFace'].map((how) => {
      const taken = of(how).filter(([, points]) => rules.bodyOf(asPoints(points)) !== undefined);
      return [how, share(taken.length, of(how).length)];
    }),
  );
}

function breadthOf(points) {
  return Math.abs(points[5][0] - points[6][0]);
}

async function headCutOff(bytes, points) {
  const { width, height } = await sharp(bytes).metadata();
  const shoulders = (points[5][1] + points[6][1]) / 2;
  const top = Math.max(0, Math.round(shoulders - 0.32 * breadthOf(points)));
  return sharp(bytes).extract({ left: 0, top, width, height: height - top }).jpeg({ quality: 90 }).toBuffer();
}

async function phoneBeforeFace(bytes, points) {
  const [width, height] = [0.36, 0.66].map((share) => Math.round(share * breadthOf(points)));
  const [x, y] = points[0];
  const phone = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="3" fill="#1b1d22"/><circle cx="5" cy="5" r="2" fill="#555"/></svg>`;
  const [left, top] = [x - width / 2, y - height / 2].map((at) => Math.max(0, Math.round(at)));
  return sharp(bytes).composite([{ input: Buffer.from(phone), left, top }]).jpeg({ quality: 90 }).toBuffer();
}

async function script(contents, define) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: tryOn },
    bundle: true,
    write: false,
    format: 'esm',
    define,
  });
  return outputFiles[0].text;
}

async function bundled(entry) {
  const text = await script(`export * from './${entry}';`, {});
  return `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
}

/** The bytes of the photos, by name. */
async function picturesOf(photos) {
  const pictures = new Map();
  for (const set of new Set(photos.map((photo) => photo.split('/')[0]))) {
    const wanted = photos.filter((photo) => photo.startsWith(`${set}/`));
    const zip = ZIPS[set] === undefined ? undefined : join(values.data, ZIPS[set]);
    if (zip !== undefined && existsSync(zip)) await unzipped(zip, new Set(wanted), (name) => `${set}/${name}`, pictures);
    else for (const photo of wanted) pictures.set(photo, readFileSync(join(values.data, photo)));
  }
  return pictures;
}

async function unzipped(path, wanted, named, into) {
  const zip = await yauzl.openPromise(path);
  for await (const entry of zip.eachEntry()) {
    const name = named(entry.fileName);
    if (!wanted.has(name)) continue;
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    into.set(name, Buffer.concat(chunks));
  }
}

function figures(all) {
  const halves = { chosenOn: all.filter(({ half }) => half === 0), unseen: all.filter(({ half }) => half === 1) };
  return {
    photos: count(all),
    ...Object.fromEntries(Object.entries({ ...halves, all }).map(([name, half]) => [name, rates(half)])),
    points: distances(all),
  };
}

function count(all) {
  const counts = {};
  for (const { person } of all) counts[person] = (counts[person] ?? 0) + 1;
  return counts;
}

/** Of each kind of photo: how many are taken for a shopper's (accepted), and for a garment worn by somebody (worn). */
function rates(all) {
  return Object.fromEntries(
    Object.keys(count(all)).map((person) => {
      const photos = all.filter((row) => row.person === person);
      const points = photos.map((row) => asPoints(row.points));
      return [
        person,
        {
          accepted: share(points.filter((seen) => rules.bodyOf(seen) !== undefined).length, photos.length),
          worn: share(points.filter((seen) => rules.isWorn(seen)).length, photos.length),
        },
      ];
    }),
  );
}

/** A share with its 95% interval after Wilson. */
function share(hits, n) {
  const [p, z] = [hits / n, 1.96];
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return { hits, of: n, interval: [rounded(Math.max(0, centre - half)), rounded(Math.min(1, centre + half))] };
}

/** How far from where a viewer saw them the points lie, and how far above, in shares of the shoulders' breadth. */
function distances(all) {
  const marked = all.filter((row) => row.shoulders !== undefined);
  const of = (joint) =>
    marked.flatMap((row) => {
      const body = rules.bodyOf(asPoints(row.points));
      if (body === undefined) return [];
      const breadth = Math.hypot(row.shoulders[1][0] - row.shoulders[0][0], row.shoulders[1][1] - row.shoulders[0][1]);
      return [body[joint].left, body[joint].right].map(({ x, y }, side) => ({
        away: Math.hypot(x - row[joint][side][0], y - row[joint][side][1]) / breadth,
        above: (row[joint][side][1] - y) / breadth,
      }));
    });
  return Object.fromEntries(
    ['shoulders', 'hips'].map((joint) => {
      const found = of(joint);
      const sorted = found.map(({ away }) => away).sort((a, b) => a - b);
      const above = rounded(found.reduce((sum, point) => sum + point.above, 0) / (found.length || 1));
      const at = (quantile) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? 0);
      return [joint, { points: sorted.length, median: at(0.5), p90: at(0.9), most: rounded(sorted.at(-1) ?? 0), above }];
    }),
  );
}

function asPoints(points) {
  return points.map(([x, y, score]) => ({ x, y, score }));
}

function rounded(number) {
  return Math.round(number * 1000) / 1000;
}
