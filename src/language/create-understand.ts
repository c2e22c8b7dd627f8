import type { Constraints } from '../domain/constraints.js';
import type { Critique, Intent, Reference, UnderstoodTurn } from '../domain/turn.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import { type AboutMe, isAboutMe, isForOther, profileFacts, readAboutMe } from './about-me.js';
import { type Decision, decideIntent } from './decide-intent.js';
import { detectLanguage } from './detect-language.js';
import { garmentClauses, lacksKind, shareAmong } from './garment-clauses.js';
import { gatherConstraints } from './gather-constraints.js';
import type { IntentClassifier } from './intent-classifier.js';
import { languageAsked } from './language-asked.js';
import type { Lexicon } from './lexicon.js';
import type { Mention } from './match-facets.js';
import { type NormalisedText, normalise } from './normalise.js';
import { type Reading, readSentence } from './read-sentence.js';
import type { ChineseSegmenter } from './segment-chinese.js';
import type { Shorthand } from './shorthand.js';
import type { Spelling } from './spelling.js';
import { originalTokens, type Word, words } from './tokenise.js';
import type { Understand, UnderstandContext } from './understand.js';
import { isPositive } from './verdict.js';

/** What understanding stands on; built once at start. */
export interface UnderstandParts {
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  readonly shorthand: Shorthand;
  readonly spelling: Spelling;
  readonly segmenter: ChineseSegmenter;
  /** Absent: rules alone decide the intent. */
  readonly classifier?: IntentClassifier;
}

/** What a sentence about one's own taste is otherwise taken for. */
const SELF_MAY_BE: ReadonlySet<Intent> = new Set<Intent>(['search', 'refine', 'unknown', 'feedback', 'profile']);
/** Intents in which a thing refused is a wish. */
const WISHES: ReadonlySet<Intent> = new Set<Intent>(['search', 'refine', 'photo-search', 'similar', 'outfit']);
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
    const text = parts.shorthand.expand(normalise(input));
    const found = words(text.text, parts.segmenter);
    const read = readable(text, found);
    const reading = readSentence(read.text, read.words, context, parts.lexicon, parts.spelling);
    const turn = turnOf(reading, context, parts);
    const separate = partsOf(reading, turn, context, parts);
    return { ...turn, ...(separate.length > 1 && { parts: separate }), tokens: originalTokens(text, found) };
  };
}

/** The features of a sentence, for training the intent classifier. */
export function createFeatureReader(
  parts: UnderstandParts,
): (input: string, context: UnderstandContext) => readonly string[] {
  return (input, context) => {
    const text = parts.shorthand.expand(normalise(input));
    return readSentence(text, words(text.text, parts.segmenter), context, parts.lexicon, parts.spelling).features;
  };
}

/** What a sentence about several garments asks of each. */
function partsOf(
  reading: Reading,
  turn: Omit<UnderstoodTurn, 'tokens'>,
  context: UnderstandContext,
  parts: UnderstandParts,
): Constraints[] {
  if (turn.intent !== 'search' && turn.intent !== 'refine') return [];
  const clauses = garmentClauses(reading.text.text, reading.wanted, parts.vocabulary);
  const read = clauses.map((clause) => {
    const text = parts.shorthand.expand(normalise(clause));
    const each = readSentence(text, words(text.text, parts.segmenter), context, parts.lexicon, parts.spelling);
    return constraintsOf(each, 'search', parts.vocabulary);
  });
  return read.some(lacksKind) ? [] : shareAmong(read, turn.constraints);
}

/** The stretch that is read for meaning. */
function readable(text: NormalisedText, found: readonly Word[]): { text: NormalisedText; words: readonly Word[] } {
  if (text.text.length <= MEANING_LIMIT) return { text, words: found };
  const end = found.findLast((word) => word.end <= MEANING_LIMIT)?.end ?? MEANING_LIMIT;
  return { text: { ...text, text: text.text.slice(0, end) }, words: found.filter((word) => word.end <= end) };
}

function turnOf(reading: Reading, context: UnderstandContext, parts: UnderstandParts): Omit<UnderstoodTurn, 'tokens'> {
  const plain = reading.text.text;
  const locale = detectLanguage(reading.words, reading.mentions) ?? context.locale;
  const about = ofRunning(readAboutMe(plain, reading.wanted, reading.excluded), reading, context);
  const { intent, confidence } = speaksOfSelf(about, decideIntent(reading, context, parts.classifier), context);
  const usualPrice = about.usual ? reading.budget.price : undefined;
  const profile = { ...profileOf(reading), ...profileFacts(about), ...(usualPrice && { usualPrice }) };
  const language = intent === 'change-language' ? languageAsked(plain, locale) : undefined;
  return {
    locale,
    intent,
    confidence,
    constraints: constraintsOf(reading, intent, parts.vocabulary),
    references: referencesFor(intent, reading),
    critiques: critiquesFor(intent, reading),
    ...(contradictsItself(reading) && { contradicts: true }),
    relaxed: [...reading.relaxed],
    ...(reading.sort && { sort: reading.sort.sort }),
    keywords: [...reading.keywords],
    ...(reading.refused.length > 0 && WISHES.has(intent) && { avoided: [...reading.refused] }),
    ...(language && { language }),
    ...(Object.keys(profile).length > 0 && { profile }),
    ...(isForOther(plain) && { forOther: true }),
    ...(intent === 'privacy' && about.data && { data: about.data }),
    ...(intent === 'feedback' && { positive: isPositive(plain) }),
  };
}

/** "Remove the budget" frees the request that runs, and forgets nothing that was told. */
function ofRunning(about: AboutMe, { relaxed }: Reading, { hasRequest }: UnderstandContext): AboutMe {
  const purse = about.forget.every((fact) => fact === 'price' || fact === 'usualPrice');
  return purse && hasRequest && relaxed.includes('price') ? { ...about, forget: [] } : about;
}

/** A taste, a wish to be forgotten: about the speaker, unless a running request takes it as a change. */
function speaksOfSelf(about: AboutMe, decided: Decision, context: UnderstandContext): Decision {
  if (!isAboutMe(about)) return decided;
  if (about.data !== undefined) return { intent: 'privacy', confidence: Math.max(0.9, decided.confidence) };
  if (about.forget.length > 0) return { intent: 'profile', confidence: Math.max(0.9, decided.confidence) };
  const changes = context.hasRequest && about.dislikedColours.length > 0;
  return changes || !SELF_MAY_BE.has(decided.intent) ? decided : { intent: 'profile', confidence: 0.85 };
}

function constraintsOf(reading: Reading, intent: Intent, vocabulary: Vocabulary): Constraints {
  if (WITHOUT_CONSTRAINTS.has(intent)) return {};
  return gatherConstraints(
    {
      wanted: intent === 'compare' ? reading.wanted.filter(isCriterion) : reading.wanted,
      excluded: reading.excluded,
      ages: reading.measures.ages,
      price: reading.budget.price,
      sizes: reading.sizes.map(({ size }) => size),
    },
    reading.text.text,
    vocabulary,
  );
}

/** 不要红色的红裙子 wants and refuses the same thing: said twice, the second time of the garment wanted. */
function contradictsItself({ wanted, excluded }: Reading): boolean {
  const names = (mention: Mention, others: readonly Mention[]): boolean =>
    mention.values.some(({ facet, id }) =>
      others.some(({ values }) => values.some((other) => other.facet === facet && other.id === id)),
    );
  if (wanted.some((mention) => names(mention, excluded))) return true;
  return excluded.some(
    (mention, at) => names(mention, excluded.slice(0, at)) && wanted.some(({ start }) => start === mention.end),
  );
}

/** What garments are compared for: an occasion, a season; "more comfortable" is no wish for a style. */
function isCriterion({ key, values }: Mention): boolean {
  // 最保暖的, the warmest: a trait to compare by, and no season.
  if (/[暖凉厚薄热冷]|warm|cool/.test(key)) return false;
  return values.every(({ facet }) => facet === 'occasions' || facet === 'seasons' || facet === 'audience');
}

function referencesFor(intent: Intent, { references }: Reading): Reference[] {
  return WITHOUT_REFERENCES.has(intent) ? [] : references.map(({ reference }) => reference);
}

/** Which one is cheaper asks for a comparison, more like this for resemblance: neither wishes a change. */
function critiquesFor(intent: Intent, reading: Reading): Critique[] {
  const { critiques } = reading;
  if (intent === 'compare' || intent === 'store-info' || WITHOUT_REFERENCES.has(intent)) return [];
  // "M is too small, need L": the size that is wished for says it all.
  const free = critiques.filter(
    ({ critique, end }) => critique.facet !== 'size' || !reading.sizes.some(({ start }) => start >= end),
  );
  const stated = free.map(({ critique }) => critique);
  const kept = stated.filter(({ facet }) => facet !== 'variety' || intent === 'refine' || intent === 'search');
  return kept.filter(
    (one, at) => kept.findIndex((other) => other.facet === one.facet && other.direction === one.direction) === at,
  );
}

function profileOf({ sizes, measures }: Reading): NonNullable<UnderstoodTurn['profile']> {
  const own = sizes.find((size) => size.own);
  return {
    ...(own && { size: own.size }),
    ...(measures.heightCm !== undefined && { heightCm: measures.heightCm }),
    ...(measures.weightKg !== undefined && { weightKg: measures.weightKg }),
  };
}
