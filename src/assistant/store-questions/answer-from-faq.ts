import type { LocalisedText } from '../../domain/locale.js';
import { normalise } from '../../language/normalise.js';
import type { SplitForIndex } from '../../language/split-for-index.js';
import type { AnswerStoreQuestion } from '../scope.js';
import type { Faq, FaqEntry } from './faq.js';
import type { TopicCues } from './store-topics.js';

/** Where one message asks two things: marks, and the words that join questions. */
const JOINTS = /[，,。.;；?？!！、\n]+|还有|以及|另外|顺便|\band\b|\balso\b|\bplus\b/u;
/** Answers in one reply at most. */
const MOST = 3;
/** Share of a question's weight that a merchant's own wording must cover to answer it without a topic's word. */
const ENOUGH = 0.5;

interface Asked {
  readonly entry: FaqEntry;
  readonly terms: readonly ReadonlySet<string>[];
}

interface Found {
  readonly entry: FaqEntry;
  readonly score: number;
  readonly at: number;
}

/**
 * Answers from a merchant's FAQ, word for word: by the topic that the question's words name and by how much of it the
 * merchant's own questions cover (words weighed by rarity). Two questions in one message get both answers; what
 * nothing covers gets none.
 */
export function createFaqAnswers(faq: Faq, cues: TopicCues, split: SplitForIndex): AnswerStoreQuestion {
  const entries = faq.entries.map((entry): Asked => {
    const wordings = [...entry.questions['zh-CN'], ...entry.questions.en];
    return { entry, terms: wordings.map((wording) => new Set(split(wording))) };
  });
  const weight = rarity(entries);
  const matchers = new Map([...cues].map(([topic, words]) => [topic, words.map(matcher)]));

  const best = (part: string): Found | undefined => {
    const plain = normalise(part).text;
    const asked = [...new Set(split(part))];
    const total = asked.reduce((sum, term) => sum + weight(term), 0);
    let found: Found | undefined;
    for (const { entry, terms } of entries) {
      const named = (matchers.get(entry.topic) ?? []).reduce((most, match) => Math.max(most, match(plain)), 0);
      const shared = terms.map((own) => asked.filter((term) => own.has(term)));
      const covered = Math.max(0, ...shared.map((words) => words.reduce((sum, term) => sum + weight(term), 0)));
      const share = total > 0 ? covered / total : 0;
      // A word alone that some wording has ("go on") asks nothing.
      const fewest = Math.max(0, ...shared.map(({ length }) => length));
      if (named === 0 && (share < ENOUGH || fewest < 2)) continue;
      // A topic's own word says more than any word that a wording happens to share.
      const score = 2 * named + share;
      if (!found || score > found.score) found = { entry, score, at: 0 };
    }
    return found;
  };

  return (question) => {
    const parts = question.split(JOINTS).filter((part) => part.trim() !== '');
    const found = parts.flatMap((part) => best(part) ?? []);
    const whole = best(question);
    const answers = found.length > 0 ? found : whole ? [whole] : [];
    return [...new Set(answers.map(({ entry }): LocalisedText => entry.answer))].slice(0, MOST);
  };
}

/** Inverse document frequency over the merchant's wordings; a word none of them has counts as a rare one. */
function rarity(entries: readonly Asked[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const { terms } of entries)
    for (const term of new Set(terms.flatMap((own) => [...own]))) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + entries.length / (1 + (counts.get(term) ?? 0)));
}

/** How strongly a cue speaks: longer ones are surer. English cues stand at the start of a word. */
function matcher(cue: string): (text: string) => number {
  const strength = 1 + cue.length / 20;
  if (!/^[a-z0-9 '-]+$/.test(cue)) return (text) => (text.includes(cue) ? strength : 0);
  const pattern = new RegExp(`\\b${cue.replaceAll(' ', '\\s+')}`, 'u');
  return (text) => (pattern.test(text) ? strength : 0);
}
