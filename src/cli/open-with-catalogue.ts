import { type App, openApp } from '../app.js';
import type { Config } from '../config.js';
import type { Words } from '../words.js';
import { progressBar } from './progress-bar.js';
import type { Terminal } from './terminal.js';

/** The app with something to sell, for commands that talk: the demo boutique where there is no catalogue. */
export async function openWithCatalogue(config: Config, words: Words, terminal: Terminal): Promise<App> {
  const app = await openApp(config, words);
  await fillEmptyCatalogue(app, terminal);
  return app;
}

/** Draws and imports the demo where the catalogue is empty, or holds the demo as another model saw it. */
export async function fillEmptyCatalogue(app: App, terminal: Terminal): Promise<void> {
  const bar = progressBar(terminal.say('start.demo'));
  const report = await app.importDemoIfNeeded(bar.update).finally(bar.stop);
  if (report === undefined) return;
  terminal.note(terminal.say('start.demo-done', { count: report.imported, seconds: Math.round(report.seconds) }));
}
