import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Argument } from 'commander';
import type { Config } from '../config.js';
import { YidaFault } from '../domain/fault.js';
import { LOCALES } from '../domain/locale.js';
import type { Words } from '../words.js';
import type { CommandContext, RegisterCommand } from './command.js';
import { evaluateConversation } from './evaluate-conversation.js';
import { positiveInteger } from './option-values.js';

const SUITES = [
  'text-image',
  'attributes',
  'photos',
  'change',
  'ablation',
  'language',
  'conversation',
  'outfits',
] as const;

interface EvaluateOptions {
  readonly data?: string;
  readonly catalog?: string;
  readonly limit?: number;
  readonly json?: boolean;
}

/** Measures one suite and prints its figures as JSON. */
export const registerEvaluate: RegisterCommand = (program, context) => {
  const { terminal, environment } = context;
  program
    .command('evaluate')
    .description(terminal.say('command.evaluate'))
    .addArgument(new Argument('<suite>').choices(SUITES))
    .option('--data <path>', terminal.say('command.option.data'))
    .option('--catalog <feed>', terminal.say('command.option.catalog'))
    .option('--limit <n>', terminal.say('command.option.limit'), positiveInteger)
    .option('--json', terminal.say('command.option.json'))
    .addHelpText('after', `\n${terminal.say('command.evaluate.transcripts')}`)
    .action(async (suite: string, options: EvaluateOptions) => {
      const { readConfig } = await import('./heavy-rooms.js');
      const config = readConfig(environment);
      const figures = await measure(suite, options, config, context);
      if (options.json) terminal.printJson(figures);
      else terminal.print(JSON.stringify(figures, null, 2));
    });
};

function measure(suite: string, options: EvaluateOptions, config: Config, context: CommandContext): Promise<unknown> {
  if (suite === 'language') return language(context.words, options);
  if (suite === 'conversation') return evaluateConversation(options, config, context);
  if (suite === 'outfits') return outfits(options, config, context);
  return model(suite, options, config, context);
}

async function outfits(
  options: EvaluateOptions,
  config: Config,
  { terminal, words }: CommandContext,
): Promise<unknown> {
  const rooms = await import('./heavy-rooms.js');
  const file = join(words.folders.models, 'outfits', 'kinds.json');
  const learned = await rooms.readLearnedKinds(file);
  if (learned === undefined) throw new YidaFault('model-missing', `${file} is missing`, { values: { file } });
  const given = options.data ?? sharedData(words);
  const inside = join(given, 'outfits');
  // Either the folder of the outfits or the one that has it beside the other data.
  const data = existsSync(inside) ? inside : given;
  const { vocabulary } = words;
  const limit = options.limit === undefined ? {} : { limit: options.limit };
  const figures = await rooms.evaluateOutfits({ data, learned, vocabulary, ...limit });
  const looks = rooms.parseLooks(await readFile(join(words.folders.root, 'test', 'golden', 'looks.jsonl'), 'utf8'));
  const { encoder, decodePhoto: decode } = await rooms.openModel(config, words);
  try {
    const demo = await rooms.evaluateOutfitTerms({
      looks: looks.slice(0, options.limit),
      learned,
      vocabulary,
      encoder,
      decode,
      onProgress: (what, done, of) => {
        if (done % 160 === 0) terminal.note(`${what} ${done}/${of}`);
      },
    });
    if (!options.json) terminal.note(rooms.outfitTermsTable(demo));
    return { ...figures, demo };
  } finally {
    await encoder.close();
  }
}

/** Where training data stands beside a checkout. */
function sharedData(words: Words): string {
  return join(words.folders.root, '..', 'shared', 'data');
}

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
  const { findModelFolder, LabelWords, MODEL_SUITES, openModel, openTrainedFusions } = await import('./heavy-rooms.js');
  const run = Object.entries(MODEL_SUITES).find(([name]) => name === suite)?.[1];
  if (run === undefined) throw new RangeError(suite);
  const { encoder, decodePhoto: decode } = await openModel(config, words);
  const map = await readFile(join(words.folders.locales, 'kaggle-map.tsv'), 'utf8');
  const folder = findModelFolder(config.model, words.folders.models);
  const fusions = folder === undefined ? undefined : await openTrainedFusions(folder, encoder.config?.fusions ?? []);
  try {
    return await run({
      data: options.data ?? sharedData(words),
      encoder,
      decode,
      vocabulary: words.vocabulary,
      words: new LabelWords(words.vocabulary, map),
      cache: join(config.dataDir, 'evaluation'),
      ...(options.limit === undefined ? {} : { limit: options.limit }),
      ...(fusions === undefined ? {} : { fusions }),
      onProgress: (what, done, of) => {
        if (done % 1000 === 0) terminal.note(`${what} ${done}/${of}`);
      },
    });
  } finally {
    await encoder.close();
  }
}
