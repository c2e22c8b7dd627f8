import { SingleBar } from 'cli-progress';
import { type App, openApp } from '../app.js';
import type { Config } from '../config.js';
import type { Words } from '../words.js';
import type { Terminal } from './terminal.js';

/** A progress bar on stderr; without a terminal there, nothing is drawn. */
export function progressBar(title: string): { update(done: number, total: number): void; stop(): void } {
  const bar = new SingleBar({ format: `${title} [{bar}] {value}/{total}`, noTTYOutput: false, hideCursor: true });
  let started = false;
  return {
    update(done, total) {
      if (!started) bar.start(total, done);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

/** The app, with the demo boutique imported where the catalogue is empty: what `start` and `chat` need. */
export async function openWithCatalogue(config: Config, words: Words, terminal: Terminal): Promise<App> {
  const app = await openApp(config, words);
  await fillEmptyCatalogue(app, terminal);
  return app;
}

export async function fillEmptyCatalogue(app: App, terminal: Terminal): Promise<void> {
  if ((await app.garments.count()) > 0) return;
  const bar = progressBar(terminal.say('start.demo'));
  const report = await app.importDemo((done, total) => bar.update(done, total)).finally(() => bar.stop());
  await app.refresh();
  terminal.note(terminal.say('start.demo-done', { count: report.imported, seconds: Math.round(report.seconds) }));
}
