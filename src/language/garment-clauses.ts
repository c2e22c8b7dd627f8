import { type Constraints, statedIds } from '../domain/constraints.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Mention } from './match-facets.js';

const SEPARATOR =
  /[,;，；。、]|和|跟|与|以及|还有|再(?:来|要|加|配|买)?|另外|外加|\band\b|\bplus\b|\bas well as\b|\balso\b|&|\+/g;
/** Alternatives, or a garment and what comes with it, are one request. */
const ONE_REQUEST = /或|还是|配|搭|带|的(?:那|这)|\b(?:or|with|without|to match|over|under (?=my|the|a)|than)\b|\//;
const AMOUNT = /\d|以内|以下|左右|不要|别|\b(?:under|below|around|up to|no|not)\b/;
const MOST = 4;

/**
 * The stretches of a text that each ask for one kind of garment (a white shirt under 200 | and black trousers); none
 * where one kind alone is asked for, or kinds are alternatives.
 */
export function garmentClauses(text: string, wanted: readonly Mention[], vocabulary: Vocabulary): string[] {
  const heads = wanted.filter(isCategory);
  if (heads.length < 2 || heads.length > MOST * 2) return [];
  const cuts: number[] = [];
  const kept: Mention[] = [];
  for (const head of heads) {
    const before = kept.at(-1);
    if (before) {
      const gap = text.slice(before.end, head.start);
      if (ONE_REQUEST.test(gap)) return [];
      const cut = cutIn(gap);
      // Garment words side by side name one garment; the later is its head.
      if (cut === undefined) {
        kept.pop();
        kept.push(head);
        continue;
      }
      cuts.push(before.end + cut);
    }
    kept.push(head);
  }
  if (kept.length < 2 || kept.length > MOST || !areDifferent(kept, vocabulary)) return [];
  return [0, ...cuts].map((start, at) => text.slice(start, cuts[at] ?? text.length));
}

/** Where one garment ends and the next begins: the first separator behind all that is said of the price. */
function cutIn(gap: string): number | undefined {
  const ends = [...gap.matchAll(SEPARATOR)].map(({ index, 0: word }) => index + word.length);
  return ends.find((end) => !AMOUNT.test(gap.slice(end))) ?? ends.at(-1);
}

function areDifferent(heads: readonly Mention[], vocabulary: Vocabulary): boolean {
  const ids = heads.map((head) => head.values.find(({ facet }) => facet === 'category')?.id ?? '');
  return ids.every((id, at) =>
    ids.every(
      (other, place) =>
        place === at || !(vocabulary.isKindOf('category', id, other) || vocabulary.isKindOf('category', other, id)),
    ),
  );
}

function isCategory({ values }: Mention): boolean {
  return values.some(({ facet }) => facet === 'category');
}

/** Said once, meant of everything: for whom, what for. */
const SHARED = ['audience', 'occasions', 'seasons', 'styles'] as const;

/**
 * What each clause asks for, with what is meant of all: for whom and what for wherever it stands, and looks or a
 * budget that only the first (looks) or the last (budget) states, since "red dresses and skirts" are all red.
 */
export function shareAmong(parts: readonly Constraints[], whole: Constraints): Constraints[] {
  const shared = Object.fromEntries(
    SHARED.flatMap((facet) => (whole[facet] === undefined ? [] : [[facet, whole[facet]]])),
  );
  const last = parts.at(-1);
  const budgets = parts.filter(({ price }) => price !== undefined).length;
  const budget = budgets === 1 && last?.price ? { price: last.price } : {};
  const described = parts.map((part) => Object.keys(part).some((key) => LOOKS.has(key)));
  const [first] = parts;
  const looks = described[0] && described.slice(1).every((one) => !one) && first ? looksOf(first) : {};
  return parts.map((part) => ({ ...shared, ...looks, ...budget, ...part }));
}

const LOOKS: ReadonlySet<string> = new Set(['colours', 'pattern', 'material']);

function looksOf(part: Constraints): Constraints {
  return Object.fromEntries(Object.entries(part).filter(([key]) => LOOKS.has(key)));
}

/** True where a part names no kind: the cut went wrong, and the text is one request. */
export function lacksKind(part: Constraints): boolean {
  return statedIds(part, 'category').length === 0;
}
