import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Argument } from 'commander';
import type { Config } from '../config.js';
import { LOCALES } from '../domain/locale.js';
import type { Words } from '../words.js';
import type { CommandContext, RegisterCommand } from './command.js';
import { positiveInteger } from './option-values.js';

const SUITES = ['text-image', 'attributes', 'photos', 'change', 'ablation', 'language'] as const;

interface EvaluateOptions {
  readonly data?: string;
  readonly limit?: number;
  readonly json?: boolean;
}

/** Measures one suite and prints its figures as JSON. */
export const registerEvaluate: RegisterCommand = (program, context) => {
  const { terminal, words, environment } = context;
  program
    .command('evaluate')
    .description(terminal.say('command.evaluate'))
    .addArgument(new Argument('<suite>').choices(SUITES))
    .option('--data <path>', terminal.say('command.option.data'))
    .option('--limit <n>', terminal.say('command.option.limit'), positiveInteger)
    .option('--json', terminal.say('command.option.json'))
    .action(async (suite: string, options: EvaluateOptions) => {
      const { readConfig } = await import('./heavy-rooms.js');
      const config = readConfig(environment);
      const figures =
        suite === 'language' ? await language(words, options) : await model(suite, options, config, context);
      if (options.json) terminal.printJson(figures);
      else terminal.print(JSON.stringify(figures, null, 2));
    });
};

async function language(words: Words, options: EvaluateOptions): Promise<unknown> {
  const { evaluateLanguage, openLanguage, parseLanguageCases } = await import('./heavy-rooms.js');
  const { understand } = await openLanguage(pathToFileURL(`${words.folders.locales}/`));
  const folder = options.data ?? join(words.folders.root, 'test', 'golden');
  const figures = LOCALES.map(async (locale) => {
    const cases = parseLanguageCases(await readFile(join(folder, `language.${locale}.jsonl`), 'utf8'), locale);
    return [locale, evaluateLanguage(cases, understand)] as const;
  });
  return Object.fromEntries(await Promise.all(figures));
}

async function model(
  suite: string,
  options: EvaluateOptions,
  config: Config,
  { terminal, words }: CommandContext,
): Promise<unknown> {
  const { LabelWords, MODEL_SUITES, openModel } = await import('./heavy-rooms.js');
  const run = Object.entries(MODEL_SUITES).find(([name]) => name === suite)?.[1];
  if (run === undefined) throw new RangeError(suite);
  const { encoder, decodePhoto: decode } = await openModel(config, words);
  const map = await readFile(join(words.folders.locales, 'kaggle-map.tsv'), 'utf8');
  try {
    return await run({
      data: options.data ?? join(words.folders.root, '..', 'shared', 'data'),
      encoder,
      decode,
      vocabulary: words.vocabulary,
      words: new LabelWords(words.vocabulary, map),
      cache: join(config.dataDir, 'evaluation'),
      ...(options.limit === undefined ? {} : { limit: options.limit }),
      onProgress: (what, done, of) => {
        if (done % 1000 === 0) terminal.note(`${what} ${done}/${of}`);
      },
    });
  } finally {
    await encoder.close();
  }
}
