// Builds what changed: TypeScript into dist/, the widget's browser code into dist/widget/.
// A stamp of every input's size and time lets an unchanged tree start at once, without asking tsc.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const stampFile = 'dist/.stamp';
const stamp = fingerprint(['src', 'dialogs', 'scripts', 'locales', 'tsconfig.json', 'package.json', 'package-lock.json']);
if (read(stampFile) !== stamp) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const compiled = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { stdio: 'inherit' });
  if (compiled.status !== 0) process.exit(compiled.status ?? 1);
  const { buildWidget } = await import('./build-widget.mjs');
  await buildWidget('dist/widget');
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampFile, stamp);
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(walk).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function walk(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => walk(join(path, entry.name)));
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
