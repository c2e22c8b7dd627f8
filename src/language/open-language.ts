import { readFile } from 'node:fs/promises';
import { parseVocabulary, type Vocabulary } from '../domain/vocabulary.js';
import { createUnderstand, type UnderstandParts } from './create-understand.js';
import { EMOJI_NAMES } from './emoji.js';
import { Homophones } from './homophones.js';
import { restoreIntentClassifier } from './intent-classifier.js';
import { Lexicon } from './lexicon.js';

import { PinyinIndex } from './pinyin.js';
import { createChineseSegmenter } from './segment-chinese.js';
import { Shorthand } from './shorthand.js';
import { Spelling } from './spelling.js';
import { createSplitForIndex, type SplitForIndex } from './split-for-index.js';
import type { Understand } from './understand.js';

/** The texts that language stands on, as files hold them. */
export interface LanguageTexts {
  /** vocabulary.tsv and, after it, any files that add words to it. */
  readonly vocabulary: readonly string[];
  /** Words for the Chinese segmenter, in jieba's format. */
  readonly userDictionary: string;
  /** The trained intent classifier (intents.json); absent, rules alone decide. */
  readonly intents?: string;
}

/** Everything the other rooms need of language. */
export interface Language {
  readonly vocabulary: Vocabulary;
  readonly understand: Understand;
  /** Words of the lexical index, for catalogue text and query alike. */
  readonly splitForIndex: SplitForIndex;
}

/** The parts of understanding, from the texts. */
export function buildUnderstandParts(texts: LanguageTexts): UnderstandParts {
  const vocabulary = parseVocabulary(...texts.vocabulary);
  const lexicon = new Lexicon(vocabulary, EMOJI_NAMES);
  const segmenter = createChineseSegmenter(texts.userDictionary, lexicon.chineseWords());
  return {
    vocabulary,
    lexicon,
    shorthand: new Shorthand(lexicon, segmenter),
    spelling: new Spelling(lexicon, new PinyinIndex(lexicon), new Homophones(lexicon.entries(), segmenter)),
    segmenter,
    ...(texts.intents !== undefined && { classifier: restoreIntentClassifier(texts.intents) }),
  };
}

/** Builds the language room from its texts; takes a few hundred milliseconds, nearly all of it jieba's dictionary. */
export function createLanguage(texts: LanguageTexts): Language {
  const parts = buildUnderstandParts(texts);
  return {
    vocabulary: parts.vocabulary,
    understand: createUnderstand(parts),
    splitForIndex: createSplitForIndex(parts.segmenter),
  };
}

/** The texts of createLanguage from the `locales` folder. */
export async function readLanguageTexts(locales: URL): Promise<LanguageTexts> {
  const read = (name: string) => readFile(new URL(name, locales), 'utf8');
  const [vocabulary, additions, userDictionary, intents] = await Promise.all([
    read('vocabulary.tsv'),
    read('vocabulary-additions.tsv'),
    read('zh-CN/user-dict.txt'),
    read('intents.json'),
  ]);
  return { vocabulary: [vocabulary, additions], userDictionary, intents };
}

/** createLanguage from the `locales` folder (vocabulary, additions, jieba's words, intent classifier). */
export async function openLanguage(locales: URL): Promise<Language> {
  return createLanguage(await readLanguageTexts(locales));
}
