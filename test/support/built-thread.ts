import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

/** A thread entry of the sources, built to a file that a worker can run; `remove` deletes it. */
export async function builtThread(entry: URL): Promise<{ spawn: () => Worker; remove: () => void }> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  // Inside the project, so that the packages are found from there.
  const folder = mkdtempSync(join(root, 'node_modules', '.yida-thread-'));
  const outfile = join(folder, 'thread.mjs');
  await build({
    entryPoints: [fileURLToPath(entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  return {
    spawn: () => new Worker(pathToFileURL(outfile)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
