import type { Intent } from '../domain/turn.js';
import { wearers } from './audience.js';
import { findBrands } from './brands.js';
import { type Budget, findBudget } from './budget.js';
import { type CritiqueMention, findCritiques } from './critiques.js';
import { cuedIntents } from './intent-cues.js';
import { intentFeatures, type Marked } from './intent-features.js';
import { findKeptLimits, withoutKeptLimits } from './kept-limits.js';
import { asWritten, keywordsOf } from './keywords.js';
import type { Lexicon } from './lexicon.js';
import { type Mention, matchFacets } from './match-facets.js';
import { findMeasures, type Measures } from './measures.js';
import { refusalsIn, rolesOf } from './negation.js';
import { type NormalisedText, originalSpan } from './normalise.js';
import { pointMentions } from './point-mentions.js';
import type { ReferenceMention } from './reference-mention.js';
import { findReferences } from './references.js';
import { refusedWords } from './refused-words.js';
import { findRelaxed, findSort, type Relaxed } from './relaxations.js';
import { withoutTakenBack } from './self-corrections.js';
import { findSizes, type SizeMention } from './sizes.js';
import { findSleeved } from './sleeved.js';
import { overlapsAny, type Span } from './spans.js';
import type { Spelling } from './spelling.js';
import type { Word } from './tokenise.js';
import type { UnderstandContext } from './understand.js';

/** Everything one sentence says, before its intent is decided. */
export interface Reading {
  readonly text: NormalisedText;
  readonly words: readonly Word[];
  /** All that names a facet, whatever its role. */
  readonly mentions: readonly Mention[];
  readonly wanted: readonly Mention[];
  readonly excluded: readonly Mention[];
  readonly references: readonly ReferenceMention[];
  readonly budget: Budget;
  readonly sizes: readonly SizeMention[];
  readonly measures: Measures;
  readonly critiques: readonly CritiqueMention[];
  readonly relaxed: readonly Relaxed['facet'][];
  readonly sort: ReturnType<typeof findSort>;
  readonly keywords: readonly string[];
  /** Content words that are refused and name no facet: no zippers. */
  readonly refused: readonly string[];
  readonly cued: ReadonlyMap<Intent, number>;
  /** For the intent classifier. */
  readonly features: readonly string[];
}

/** Reads a normalised text whose words are given. */
export function readSentence(
  text: NormalisedText,
  words: readonly Word[],
  context: UnderstandContext,
  lexicon: Lexicon,
  spelling: Spelling,
): Reading {
  const plain = text.text;
  const mentions = matchFacets(plain, words, lexicon, spelling);
  const numbered = mentions.filter(({ key }) => /\d/.test(key));
  const measures = findMeasures(plain);
  const sizes = findSizes(plain, (start, end) => written(text, start, end)).filter(
    (size) => !overlapsAny(size, measures.spans) && !overlapsAny(size, numbered),
  );
  const kept = findKeptLimits(plain);
  const pointing = findReferences(plain, context).filter((reference) => !overlapsAny(reference, kept));
  const budget = findBudget(
    plain,
    [...measures.spans, ...sizes, ...numbered, ...pointing],
    context.currency,
    context.hasRequest,
  );
  const relaxed = findRelaxed(plain);
  const sort = findSort(plain);
  // "I can pay more" frees the budget: it asks for nothing dearer.
  const critiques = findCritiques(plain).filter(
    (critique) =>
      !overlapsAny(critique, sort ? [...relaxed, sort.span] : relaxed) &&
      !pointing.some((span) => encloses(span, critique)) &&
      !mentions.some((span) => encloses(span, critique) && longer(span, critique)),
  );
  const taken: Span[] = [
    ...measures.spans,
    ...sizes,
    ...budget.spans,
    ...critiques,
    ...relaxed,
    ...kept,
    ...pointing,
    ...(sort ? [sort.span] : []),
  ];
  const free = mentions.flatMap((mention) =>
    overlapsAny(mention, taken) ? besides(mention, critiques, plain, lexicon) : [mention],
  );
  const brands = findBrands(text, words, context.brands, lexicon, [
    ...taken,
    ...free.filter(({ key }) => key.includes(' ')),
  ]);
  const named = [...free.filter((mention) => !overlapsAny(mention, brands)), ...brands].sort(
    (a, b) => a.start - b.start,
  );
  const roles = rolesOf(plain, named, taken);
  const stated = withoutTakenBack(
    named.filter((mention) => !roles.has(mention)),
    plain,
    [...sizes, ...budget.spans],
  );
  const people = new Set(wearers(stated, plain));
  const heard = stated.filter((mention) => people.has(mention) || !isPerson(mention));
  const { references, mentions: wanted } = pointMentions(plain, heard, pointing, context);
  const freed = named
    .filter((mention) => roles.get(mention) === 'relaxed')
    .flatMap(({ values }) => values.map(({ facet }) => facet));
  // 贵一点也行，要更高档的 asks for dearer ones, which says more than that they may be.
  const dearer = critiques.some(({ critique }) => critique.facet === 'price' && critique.direction === 'more');
  const cued = cuedIntents(withoutKeptLimits(plain, kept));
  // A running request with its limits confirmed goes on, whatever else the words are like.
  if (kept.length > 0) cued.set('refine', 1);
  const sleeved = findSleeved(plain).filter((mention) => !overlapsAny(mention, [...named, ...taken]));
  const read = [...taken, ...mentions, ...brands, ...references, ...sleeved];
  const refused = refusedWords(plain, words, refusalsIn(plain, named, taken), read);
  const marked = marks({
    mentions: [...named, ...sleeved],
    references,
    budget,
    sizes,
    measures,
    critiques,
    relaxed,
    sort,
  });
  return {
    text,
    words,
    mentions,
    wanted,
    excluded: [...named.filter((mention) => roles.get(mention) === 'excluded'), ...sleeved],
    references,
    budget,
    sizes,
    measures,
    critiques,
    relaxed: [...new Set([...relaxed.map(({ facet }) => facet), ...freed])].filter(
      (facet) => !(facet === 'price' && dearer),
    ),
    sort,
    keywords: keywordsOf(text, words, [...read, ...refused]),
    refused: [...new Set(refused.map((word) => asWritten(text, word)))],
    cued,
    features: intentFeatures({
      text: text.text,
      words,
      marked,
      cued: cued.keys(),
      references: references.map(({ reference }) => reference),
      context,
    }),
  };
}

type Spoken = Pick<Reading, 'mentions' | 'references' | 'budget' | 'sizes' | 'measures' | 'critiques' | 'sort'> & {
  readonly relaxed: readonly Relaxed[];
};

/** What has been read, by kind, without overlaps. */
function marks(spoken: Spoken): Marked[] {
  const all: Marked[] = [
    ...spoken.references.map(({ start, end, reference }) => ({ start, end, mark: reference.kind })),
    ...spoken.critiques.map(({ start, end, critique }) => ({ start, end, mark: `critique-${critique.facet}` })),
    ...spoken.relaxed.map(({ start, end }) => ({ start, end, mark: 'relaxed' })),
    ...spoken.budget.spans.map(({ start, end }) => ({ start, end, mark: 'price' })),
    ...spoken.sizes.map(({ start, end }) => ({ start, end, mark: 'size' })),
    ...spoken.measures.spans.map(({ start, end }) => ({ start, end, mark: 'measure' })),
    ...(spoken.sort ? [{ ...spoken.sort.span, mark: 'sort' }] : []),
    ...spoken.mentions.map(({ start, end, values }) => ({ start, end, mark: values[0]?.facet ?? 'category' })),
  ];
  const kept: Marked[] = [];
  for (const each of all) if (!overlapsAny(each, kept)) kept.push(each);
  return kept;
}

/** A more formal dress: the garment of a longer name whose other word is a wish for more or less. */
function besides(mention: Mention, critiques: readonly Span[], text: string, lexicon: Lexicon): Mention[] {
  const over = critiques.find(({ start, end }) => start < mention.start && mention.start < end && end < mention.end);
  const rest = over ? text.slice(over.end, mention.end).trim() : '';
  const entry = rest === '' ? undefined : lexicon.phrase(rest);
  const names = entry?.values.every(({ facet }) => facet === 'category' || facet === 'colours');
  return entry && names ? [{ ...mention, start: mention.end - rest.length, key: entry.key, values: entry.values }] : [];
}

function isPerson(mention: Mention): boolean {
  return mention.values.some(({ facet }) => facet === 'audience');
}

function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** A critique inside a longer name (short sleeves, 长款) is part of the name. */
function longer(outer: Span, inner: Span): boolean {
  return outer.end - outer.start > inner.end - inner.start;
}

function written(text: NormalisedText, start: number, end: number): string {
  const span = originalSpan(text, start, end);
  return text.original.slice(span.start, span.end);
}
