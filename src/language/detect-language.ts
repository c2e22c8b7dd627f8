import type { Locale } from '../domain/locale.js';
import type { Mention } from './match-facets.js';
import type { Word } from './tokenise.js';

/** Latin words at home in Chinese sentences about clothes: sizes, borrowed words, signs. */
const AT_HOME =
  /^(?:[a-z]|x{1,4}[sml]|[2-9]xl|t|polo|logo|pu|ins|ok|vs|cm|kg|mm|rmb|cny|usd|a|v|u|h|jk|dk|lo|y2k|oversize|vintage|bling|cp|app|diy|cos|diss|get|min|max|mini|low|high|pick|look|ootd|bf|gf|pls|thx|hi|hello|bb)$/;
const ENGLISH_GLUE =
  /^(?:i|i'm|i'd|me|my|the|a|an|is|are|do|does|have|you|show|want|need|find|looking|for|with|without|and|or|in|of|to|what|which|please|can|any|some|this|that|it|not|no|but)$/;

/**
 * The language of a text: the one most of its words are in, words of grammar counting double and borrowed
 * words not at all. Undefined where nothing decides (numbers, emoji, a bare size, another language).
 */
export function detectLanguage(words: readonly Word[], mentions: readonly Mention[]): Locale | undefined {
  let chinese = 0;
  let english = 0;
  for (const word of words) {
    if (word.script === 'han') chinese += 1;
    else if (word.script === 'latin' && /^[a-z]/.test(word.text) && !AT_HOME.test(word.text))
      english += ENGLISH_GLUE.test(word.text) ? 2 : 1;
  }
  for (const mention of mentions) {
    if (mention.by !== 'pinyin') continue;
    const spelt = words.filter((word) => word.start >= mention.start && word.end <= mention.end).length;
    english -= spelt;
    chinese += spelt;
  }
  if (chinese === 0 && english <= 0) return undefined;
  return chinese >= english ? 'zh-CN' : 'en';
}
