// Runs a TypeScript benchmark or drawing tool of test/ (`node scripts/run-bench.mjs test/bench/catalogue.ts`):
// bundled by esbuild beside the build, its paths resolved as those of test/bench and test/support are.
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file, ...rest] = process.argv.slice(2);
const outfile = join(root, 'dist/bench', basename(file ?? '', '.ts').concat('.mjs'));
await build({
  entryPoints: [join(root, file ?? '')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'test/bench/_')).href) },
});
process.exitCode = spawnSync(process.execPath, [outfile, ...rest], { stdio: 'inherit' }).status ?? 1;
