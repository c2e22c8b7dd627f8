// npm run bench: the service as a shopper and a merchant meet it, timed from outside on the demo catalogue.
// Prints one JSON object: p50/p95 in ms of a text turn and a photo turn, photos a second at import,
// start-up in ms (first with import, second without), resident memory in MB.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const TURNS = 120;
const WARM_UP = 20;
const IMPORTED_PHOTOS = 400;

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const main = join(root, 'dist/src/cli/main.js');
const work = mkdtempSync(join(tmpdir(), 'yida-bench-'));
const environment = { ...process.env, YIDA_DATA_DIR: join(work, 'data'), NODE_ENV: '', LOG_LEVEL: 'silent' };

/** Services not stopped yet: a fault in the middle must leave none behind. */
const running = new Set();

const REQUESTS = {
  'zh-CN': [
    '想要一条法式碎花裙去海边，三百以内',
    '黑色阔腿裤',
    '通勤穿的米色西装外套',
    '男士白色运动鞋',
    '适合面试的衬衫 五百以内',
    '给妈妈买一件羊毛开衫',
  ],
  en: [
    'a red dress for a wedding under 800 yuan',
    'black wide leg trousers',
    'beige blazer for work',
    "men's white sneakers",
    'a warm down jacket',
    'something floral for the beach',
  ],
};

try {
  const first = await start();
  await stop(first);
  const second = await start();
  const idle = residentMegabytes(second.pid);
  const picture = await demoPicture();
  const text = await timeTurns((index) => {
    const locale = index % 2 === 0 ? 'zh-CN' : 'en';
    const choices = REQUESTS[locale];
    return { locale, text: choices[Math.floor(index / 2) % choices.length] };
  });
  const photo = await timeTurns((index) => ({
    locale: index % 2 === 0 ? 'zh-CN' : 'en',
    image: picture[index % picture.length],
  }));
  const loaded = residentMegabytes(second.pid);
  await stop(second);
  const imported = importPhotos(picture);
  const report = {
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
    startUpMs: { first: Math.round(first.readyMs), second: Math.round(second.readyMs) },
    textTurnMs: text,
    photoTurnMs: photo,
    importPhotosPerSecond: imported,
    residentMB: { idle, afterTurns: loaded },
  };
  console.log(JSON.stringify(report, null, 2));
} finally {
  for (const service of running) service.kill('SIGKILL');
  rmSync(work, { recursive: true, force: true });
}

/** Starts the built service as `npm start` does, on a free port and waits until it is ready to answer. */
async function start() {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const begun = performance.now();
  const service = spawn('sh', [join(root, 'scripts/start.sh')], {
    env: { ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(service);
  globalThis.base = `http://127.0.0.1:${port}`;
  for (;;) {
    if (service.exitCode !== null) throw new Error(`the service ended with ${service.exitCode}`);
    const answer = await fetch(`${globalThis.base}/readyz`).catch(() => undefined);
    if (answer?.status === 200) break;
    await new Promise((wait) => setTimeout(wait, 20));
  }
  return { service, pid: service.pid, readyMs: performance.now() - begun };
}

async function stop({ service }) {
  service.kill('SIGTERM');
  await new Promise((done) => service.once('exit', done));
  running.delete(service);
}

async function timeTurns(request) {
  const times = [];
  let withGarments = 0;
  for (let index = 0; index < TURNS + WARM_UP; index += 1) {
    const body = JSON.stringify({ ...request(index), conversationId: undefined });
    const begun = performance.now();
    const response = await fetch(`${globalThis.base}/api/turns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { reply } = await response.json();
    const took = performance.now() - begun;
    if (response.status !== 200) throw new Error(`turn ${index} was answered with ${response.status}`);
    if (index < WARM_UP) continue;
    times.push(took);
    if (reply.items.length > 0) withGarments += 1;
  }
  times.sort((a, b) => a - b);
  return {
    p50: round(times[Math.floor(times.length * 0.5)]),
    p95: round(times[Math.floor(times.length * 0.95)]),
    turns: times.length,
    withGarments,
  };
}

/** A few of the demo's own pictures as data URLs: what a shopper would upload. */
async function demoPicture() {
  const { items } = await (await fetch(`${globalThis.base}/api/garments?limit=100`)).json();
  return Promise.all(
    items
      .filter((_, index) => index % 5 === 0)
      .map(async ({ images }) => {
        const response = await fetch(new URL(images[0], globalThis.base));
        const bytes = Buffer.from(await response.arrayBuffer());
        return `data:${response.headers.get('content-type')};base64,${bytes.toString('base64')}`;
      }),
  );
}

/** Imports a folder of photos with no feed into an empty data folder and reads the printed rate. */
function importPhotos(pictures) {
  const folder = mkdtempSync(join(work, 'photos-'));
  for (let index = 0; index < IMPORTED_PHOTOS; index += 1) {
    const bytes = Buffer.from(pictures[index % pictures.length].split(',')[1], 'base64');
    // A trailing byte after the image's end keeps the picture and makes the file its own.
    writeFileSync(join(folder, `${index}.webp`), Buffer.concat([bytes, Buffer.from([index & 255, index >> 8])]));
  }
  const run = spawnSync(process.execPath, [main, 'import', '--images', folder, '--json'], {
    env: { ...environment, YIDA_DATA_DIR: join(work, 'imported') },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`import ended with ${run.status}: ${run.stderr}`);
  return round(JSON.parse(run.stdout).photosPerSecond);
}

function residentMegabytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

function round(value) {
  return Math.round(value * 10) / 10;
}
