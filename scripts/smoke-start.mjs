// Starts the service as a newcomer would, asks it one thing in each language, and stops it.
// Exit status 1 with one line where anything is missing.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dataDir = mkdtempSync(join(tmpdir(), 'yida-smoke-'));
const port = String(20_000 + Math.floor(Math.random() * 20_000));
const base = `http://127.0.0.1:${port}`;
const service = spawn('npm', ['start'], {
  env: { ...process.env, PORT: port, YIDA_DATA_DIR: dataDir, NODE_ENV: '', CI: 'true' },
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
});
let exited = false;
service.on('exit', () => {
  exited = true;
});

try {
  await ready(300_000);
  for (const [locale, text] of [
    ['zh-CN', '想要一条碎花连衣裙，五百以内'],
    ['en', 'a black jacket for men under 800 yuan'],
  ]) {
    const response = await fetch(`${base}/api/turns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locale, text }),
    });
    const { reply } = await response.json();
    if (response.status !== 200 || reply.items.length === 0) throw new Error(`${text}: no garments (${response.status})`);
    console.log(`${text} -> ${reply.items.length} garments, first: ${reply.items[0].garment.title[locale]}`);
  }
  const page = await (await fetch(`${base}/`)).text();
  if (!page.includes('<script')) throw new Error('the chat page has no script');
} catch (error) {
  console.error(`smoke start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  if (!exited) process.kill(-service.pid, 'SIGTERM');
  await new Promise((done) => (exited ? done() : service.once('exit', done)));
  rmSync(dataDir, { recursive: true, force: true });
}

async function ready(withinMs) {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if (exited) throw new Error('the service ended before it was ready');
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((wait) => setTimeout(wait, 250));
  }
  throw new Error('the service was not ready in time');
}
