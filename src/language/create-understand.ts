import type { Locale } from '../domain/locale.js';
import type { Critique, Intent, UnderstoodTurn } from '../domain/turn.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { wearers } from './audience.js';
import { findBrands } from './brands.js';
import { findBudget } from './budget.js';
import { findCritiques } from './critiques.js';
import { decideByRules, type Evidence, isPositive } from './decide-intent.js';
import { detectLanguage } from './detect-language.js';
import { gatherConstraints } from './gather-constraints.js';
import type { IntentClassifier } from './intent-classifier.js';
import { cuedIntents } from './intent-cues.js';
import { keywordsOf } from './keywords.js';
import type { Lexicon } from './lexicon.js';
import { type Mention, matchFacets, type Spelling } from './match-facets.js';
import { findMeasures } from './measures.js';
import { rolesOf } from './negation.js';
import { type NormalisedText, normalise, originalSpan } from './normalise.js';
import { pointMentions } from './point-mentions.js';
import { findReferences } from './references.js';
import { findRelaxed, findSort } from './relaxations.js';
import type { ChineseSegmenter } from './segment-chinese.js';
import { findSizes } from './sizes.js';
import { overlapsAny, type Span } from './spans.js';
import { originalTokens, type Word, words } from './tokenise.js';
import type { Understand, UnderstandContext } from './understand.js';
import { isShopSense } from './word-senses.js';

/** What understanding stands on; built once at start. */
export interface UnderstandParts {
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
  readonly segmenter: ChineseSegmenter;
  /** Absent: rules alone decide the intent. */
  readonly classifier?: IntentClassifier;
}

/** Nobody shops in more; what follows is kept as tokens and not read for meaning. */
const MEANING_LIMIT = 2000;

/** Intents that state nothing to look for: a colour in "why red?" is no wish. */
const WITHOUT_CONSTRAINTS: ReadonlySet<Intent> = new Set<Intent>([
  'greeting',
  'help',
  'cancel',
  'undo',
  'change-language',
  'privacy',
  'handover',
  'store-info',
  'feedback',
  'explain',
  'unknown',
]);

const WITHOUT_REFERENCES: ReadonlySet<Intent> = new Set<Intent>([
  'greeting',
  'help',
  'cancel',
  'undo',
  'restart',
  'change-language',
  'privacy',
  'handover',
  'unknown',
]);

/** Text to meaning. Pure, with work bounded by a constant for any input. */
export function createUnderstand(parts: UnderstandParts): Understand {
  return (input, context) => {
    const text = normalise(input);
    const found = words(text.text, parts.segmenter);
    const tokens = originalTokens(text, found);
    const read = readable(text, found);
    return { ...understandWords(read.text, read.words, context, parts), tokens };
  };
}

/** The stretch that is read for meaning. */
function readable(text: NormalisedText, found: readonly Word[]): { text: NormalisedText; words: readonly Word[] } {
  if (text.text.length <= MEANING_LIMIT) return { text, words: found };
  const end = found.findLast((word) => word.end <= MEANING_LIMIT)?.end ?? MEANING_LIMIT;
  return { text: { ...text, text: text.text.slice(0, end) }, words: found.filter((word) => word.end <= end) };
}

function understandWords(
  text: NormalisedText,
  found: readonly Word[],
  context: UnderstandContext,
  parts: UnderstandParts,
): Omit<UnderstoodTurn, 'tokens'> {
  const plain = text.text;
  const all = matchFacets(plain, found, parts.lexicon, parts.spelling).filter((mention) => isShopSense(mention, plain));
  const locale = detectLanguage(found, all) ?? context.locale;
  const numbered = all.filter(({ key }) => /\d/.test(key));
  const measures = findMeasures(plain);
  const sizes = findSizes(plain, (start, end) => slice(text, start, end)).filter(
    (size) => !overlapsAny(size, measures.spans) && !overlapsAny(size, numbered),
  );
  const pointed = findReferences(plain, context);
  const pointedSpans = pointed.map(({ start, end }) => ({ start, end }));
  const budget = findBudget(
    plain,
    [...measures.spans, ...sizes, ...numbered, ...pointedSpans],
    context.currency,
    context.hasRequest,
  );
  const critiques = findCritiques(plain).filter(
    (critique) => !pointedSpans.some((span) => encloses(span, critique)) && !inside(critique, all),
  );
  const relaxed = findRelaxed(plain);
  const sort = findSort(plain);
  const taken: Span[] = [
    ...measures.spans,
    ...sizes,
    ...budget.spans,
    ...critiques,
    ...relaxed,
    ...pointedSpans,
    ...(sort ? [sort.span] : []),
  ];
  const free = all.filter((mention) => !overlapsAny(mention, taken));
  const brands = findBrands(text, found, context.brands, parts.lexicon, [
    ...taken,
    ...free.filter(({ key }) => key.includes(' ')),
  ]);
  const named = [...free.filter((mention) => !overlapsAny(mention, brands)), ...brands].sort(
    (a, b) => a.start - b.start,
  );
  const roles = rolesOf(plain, named, taken);
  const people = new Set(wearers(named, plain));
  const audible = named.filter(
    (mention) => people.has(mention) || !mention.values.some(({ facet }) => facet === 'audience'),
  );
  const { references, mentions } = pointMentions(
    plain,
    audible.filter((mention) => !roles.has(mention)),
    pointed,
    context,
  );
  const excluded = named.filter((mention) => roles.get(mention) === 'excluded');
  const freed = named
    .filter((mention) => roles.get(mention) === 'relaxed')
    .flatMap(({ values }) => values.map(({ facet }) => facet));
  const allSpans = [...taken, ...all, ...brands, ...references];
  const keywords = keywordsOf(text, found, allSpans);
  const own = sizes.find((size) => size.own);
  const asked = references.map(({ reference }) => reference);
  const evidence: Evidence = {
    text: plain,
    context,
    cued: cuedIntents(plain),
    references: asked,
    critiques: critiques.length,
    relaxed: relaxed.length + freed.length,
    sorted: sort !== undefined,
    wishes: mentions.length + excluded.length + (budget.price ? 1 : 0) + sizes.length,
    hasCategory: [...mentions, ...excluded].some(({ values }) => values.some(({ facet }) => facet === 'category')),
    ownSize: own !== undefined,
    measured: measures.heightCm !== undefined || measures.weightKg !== undefined,
    keywords: keywords.length,
  };
  const { intent, confidence } = decide(evidence, found, all, parts.classifier);
  const profile = {
    ...(own && { size: own.size }),
    ...(measures.heightCm !== undefined && { heightCm: measures.heightCm }),
    ...(measures.weightKg !== undefined && { weightKg: measures.weightKg }),
  };
  const language = intent === 'change-language' ? languageAsked(plain, locale) : undefined;
  return {
    locale,
    intent,
    confidence,
    constraints: WITHOUT_CONSTRAINTS.has(intent)
      ? {}
      : gatherConstraints(
          {
            wanted: intent === 'compare' ? mentions.filter(isCriterion) : mentions,
            excluded,
            ages: measures.ages,
            price: budget.price,
            sizes: sizes.map(({ size }) => size),
          },
          plain,
          parts.vocabulary,
        ),
    references: WITHOUT_REFERENCES.has(intent) ? [] : asked,
    critiques: critiquesFor(
      intent,
      critiques.map(({ critique }) => critique),
    ),
    relaxed: [...new Set([...relaxed.map(({ facet }) => facet), ...freed])],
    ...(sort && { sort: sort.sort }),
    keywords,
    ...(language && { language }),
    ...(Object.keys(profile).length > 0 && { profile }),
    ...(intent === 'feedback' && { positive: isPositive(plain) }),
  };
}

function decide(
  evidence: Evidence,
  _words: readonly Word[],
  _mentions: readonly Mention[],
  _classifier: IntentClassifier | undefined,
): { intent: Intent; confidence: number } {
  return decideByRules(evidence) ?? { intent: 'unknown', confidence: 0.3 };
}

/** Which one is cheaper asks for a comparison, more like this for resemblance: neither wishes a change. */
function critiquesFor(intent: Intent, critiques: readonly Critique[]): Critique[] {
  if (intent === 'compare' || WITHOUT_REFERENCES.has(intent)) return [];
  return critiques.filter(({ facet }) => facet !== 'variety' || intent === 'refine' || intent === 'search');
}

function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

/** Critiques that are part of a longer name (长款, short sleeves) are none. */
function inside(span: Span, mentions: readonly Mention[]): boolean {
  return mentions.some(
    (mention) =>
      mention.start <= span.start && mention.end >= span.end && mention.end - mention.start > span.end - span.start,
  );
}

function slice(text: NormalisedText, start: number, end: number): string {
  const span = originalSpan(text, start, end);
  return text.original.slice(span.start, span.end);
}

/** What garments are compared for: an occasion, a season; "more comfortable" is no wish for a style. */
function isCriterion({ values }: Mention): boolean {
  return values.every(({ facet }) => facet === 'occasions' || facet === 'seasons' || facet === 'audience');
}

/** The language asked for; the other one where the text names none ("change the language"). */
function languageAsked(text: string, locale: Locale): Locale {
  if (/中文|普通话|汉语|国语|chinese|mandarin/.test(text)) return 'zh-CN';
  if (/英文|英语|english/.test(text)) return 'en';
  return locale === 'en' ? 'zh-CN' : 'en';
}
