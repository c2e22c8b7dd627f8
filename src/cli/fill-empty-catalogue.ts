import type { App } from '../app.js';
import { progressBar } from './progress-bar.js';
import type { Terminal } from './terminal.js';

/** Draws and imports the demo where the catalogue is empty, or holds the demo as another model saw it. */
export async function fillEmptyCatalogue(app: App, terminal: Terminal): Promise<void> {
  const bar = progressBar(terminal.say('start.demo'));
  const report = await app.importDemoIfNeeded(bar.update).finally(bar.stop);
  if (report === undefined) return;
  terminal.note(terminal.say('start.demo-done', { count: report.read, seconds: Math.round(report.seconds) }));
}
