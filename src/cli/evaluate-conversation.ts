import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { App } from '../app.js';
import type { Config } from '../config.js';
import { LOCALES } from '../domain/locale.js';
import type { ConversationFigures } from '../evaluation/conversation/conversation-suite.js';
import type { CommandContext } from './command.js';

interface ConversationOptions {
  readonly data?: string;
  readonly catalog?: string;
  readonly limit?: number;
}

/** The figures of each language, over the demo or the feed that is named: never over the merchant's own data folder. */
export async function evaluateConversation(
  options: ConversationOptions,
  config: Config,
  context: CommandContext,
): Promise<Record<string, ConversationFigures>> {
  const { evaluateConversations, isToldIn, readTranscripts, transcriptPhoto } = await import('./heavy-rooms.js');
  const path = options.data ?? join(context.words.folders.root, 'test', 'transcripts');
  const { folder, transcripts } = await readTranscripts(path);
  const chosen = transcripts.slice(0, options.limit);
  const figures: Record<string, ConversationFigures> = {};
  await withShop(options, config, context, async (app) => {
    for (const locale of LOCALES) {
      figures[locale] = await evaluateConversations(
        chosen.filter((transcript) => isToldIn(locale, transcript)),
        locale,
        {
          scope: (conversationId) => app.scope({ conversationId }),
          photo: (name) => transcriptPhoto(name, folder),
          clock: () => performance.now(),
        },
      );
    }
  });
  return figures;
}

async function withShop(
  { catalog }: ConversationOptions,
  config: Config,
  context: CommandContext,
  talk: (app: App) => Promise<void>,
): Promise<void> {
  const { openApp } = await import('./heavy-rooms.js');
  const { terminal, words } = context;
  // The drawn demo stays for the next time; a feed may be another one then.
  const dataDir =
    catalog === undefined
      ? join(config.dataDir, 'evaluation', 'demo')
      : await mkdtemp(join(tmpdir(), 'yida-evaluation-'));
  const aside: Config = { ...config, dataDir, handover: undefined };
  try {
    if (catalog !== undefined) await importCatalog(catalog, aside, context);
    const app = await openApp(aside, words);
    try {
      await app.importDemoIfNeeded((done, of) => {
        if (done % 100 === 0) terminal.note(`demo ${done}/${of}`);
      });
      await app.vectors.settled();
      await talk(app);
    } finally {
      await app.close();
    }
  } finally {
    if (catalog !== undefined) await rm(dataDir, { recursive: true, force: true });
  }
}

async function importCatalog(feed: string, config: Config, { words }: CommandContext): Promise<void> {
  const { importFeed, openCatalogue } = await import('./heavy-rooms.js');
  const catalogue = await openCatalogue(config, words);
  try {
    await importFeed({
      ...catalogue.importing,
      picturesFolder: join(config.dataDir, 'pictures'),
      feed,
      labelMap: await readFile(join(words.folders.locales, 'kaggle-map.tsv'), 'utf8'),
    });
  } finally {
    await catalogue.close();
  }
}
