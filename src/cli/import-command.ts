import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../app.js';
import type { RowRemark } from '../catalog/feed/feed-row.js';
import type { ImportReport } from '../catalog/import-report.js';
import type { Config } from '../config.js';
import type { CommandContext, RegisterCommand } from './command.js';
import { progressBar } from './progress-bar.js';
import type { Terminal } from './terminal.js';

interface ImportCommandOptions {
  readonly images?: string;
  readonly replace?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The merchant's catalogue: a feed with or without pictures, or pictures alone. */
export const registerImport: RegisterCommand = (program, context) => {
  const { terminal, words, environment } = context;
  const command = program
    .command('import')
    .description(terminal.say('command.import'))
    .argument('[feed]')
    .option('--images <dir|zip>', terminal.say('command.option.images'))
    .option('--replace', terminal.say('command.option.replace'))
    .option('--dry-run', terminal.say('command.option.dry-run'))
    .option('--json', terminal.say('command.option.json'))
    .action(async (feed: string | undefined, options: ImportCommandOptions) => {
      if (feed === undefined && options.images === undefined) command.error(terminal.say('import.nothing'));
      const { openCatalogue, readConfig } = await import('./heavy-rooms.js');
      const config = readConfig(environment);
      const catalogue = await openCatalogue(config, words);
      const stopped = new AbortController();
      const stop = () => stopped.abort();
      process.once('SIGINT', stop);
      try {
        const report = await run(feed, options, catalogue, config, context, stopped.signal);
        if (options.json) terminal.printJson(printable(report, terminal));
        else print(report, terminal);
      } finally {
        process.off('SIGINT', stop);
        await catalogue.close();
      }
    });
};

async function run(
  feed: string | undefined,
  { images, replace, dryRun }: ImportCommandOptions,
  catalogue: Catalogue,
  config: Config,
  { terminal, words }: CommandContext,
  signal: AbortSignal,
): Promise<ImportReport> {
  const { importFeed, importPhotos } = await import('./heavy-rooms.js');
  const bar = progressBar(terminal.say('import.progress'));
  const options = {
    ...catalogue.importing,
    picturesFolder: join(config.dataDir, 'pictures'),
    replace: replace ?? false,
    dryRun: dryRun ?? false,
    signal,
    onProgress: bar.update,
  };
  try {
    const photos = feed === undefined || (await isPhotos(feed)) ? (feed ?? images) : undefined;
    if (photos !== undefined) return await importPhotos({ ...options, source: photos });
    const labelMap = await readFile(join(words.folders.locales, 'kaggle-map.tsv'), 'utf8');
    return await importFeed({ ...options, feed: feed ?? '', labelMap, ...(images === undefined ? {} : { images }) });
  } finally {
    bar.stop();
  }
}

/** A folder or a zip in the feed's place holds photos that no feed describes. */
async function isPhotos(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true || path.toLowerCase().endsWith('.zip');
}

function print(report: ImportReport, terminal: Terminal): void {
  for (const remark of [...report.warnings, ...report.refused]) terminal.note(worded(remark, terminal));
  const seconds = Math.round(report.seconds * 10) / 10;
  const rate = Math.round(report.photosPerSecond * 10) / 10;
  const { read, imported, updated, unchanged, removed } = report;
  const refused = report.refused.length;
  terminal.print(
    terminal.say('import.summary', { read, imported, updated, unchanged, removed, refused, seconds, rate }),
  );
  if (report.dryRun) terminal.print(terminal.say('import.dry'));
}

function printable(report: ImportReport, terminal: Terminal): object {
  const remarks = (rows: readonly RowRemark[]) =>
    rows.map(({ line, id, reason }) => ({ line, id, reason: terminal.say(reason.id, reason.values) }));
  return { ...report, refused: remarks(report.refused), warnings: remarks(report.warnings) };
}

function worded({ line, id, reason }: RowRemark, terminal: Terminal): string {
  const why = terminal.say(reason.id, reason.values);
  return terminal.say('import.refused', { line, reason: id === undefined ? why : `${id}: ${why}` });
}
