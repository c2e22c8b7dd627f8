import { z } from 'zod';
import { type Constraints, constraintsSchema } from '../domain/constraints.js';
import { type Locale, localeSchema } from '../domain/locale.js';
import { critiqueSchema, INTENTS, referenceSchema, type UnderstoodTurn } from '../domain/turn.js';
import type { Understand, UnderstandContext } from '../language/understand.js';
import { slotsOf } from './constraint-slots.js';

/**
 * One sentence and what it means: a line of a JSONL file (`language.<locale>.jsonl`). Two languages' files give the
 * same sentence the same id. `context` holds what the conversation lends (all false where absent); parts of
 * `expect` that are absent are expected empty, but for `profile`, `language` and `positive`, which are then not asked.
 */
export const languageCaseSchema = z.object({
  id: z.string(),
  text: z.string(),
  locale: localeSchema.optional(),
  context: z
    .object({
      hasShown: z.boolean().optional(),
      hasPhoto: z.boolean().optional(),
      hasRequest: z.boolean().optional(),
      currency: z.string().optional(),
      brands: z.array(z.string()).optional(),
    })
    .optional(),
  expect: z.object({
    intent: z.enum(INTENTS),
    constraints: constraintsSchema.optional(),
    references: z.array(referenceSchema).optional(),
    critiques: z.array(critiqueSchema).optional(),
    relaxed: z.array(z.string()).optional(),
    sort: z.string().optional(),
    language: localeSchema.optional(),
    positive: z.boolean().optional(),
    profile: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
});
export type LanguageCase = z.infer<typeof languageCaseSchema>;

/** A sentence that was misread: what was expected and is missing, what is there and was not expected. */
export interface LanguageError {
  readonly id: string;
  readonly text: string;
  readonly intent?: { readonly expected: string; readonly actual: string };
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

/** Figures of one language; accuracy, precision, recall and F1 from 0 to 1, micro-averaged over all slots. */
export interface LanguageFigures {
  readonly n: number;
  readonly intentAccuracy: number;
  readonly localeAccuracy: number;
  readonly slots: { readonly precision: number; readonly recall: number; readonly f1: number; readonly n: number };
  /** Expected calibration error of the intent's confidence over ten bins. */
  readonly calibrationError: number;
  readonly errors: readonly LanguageError[];
}

/** Reads a JSONL file of cases; throws with the line where one is broken. */
export function parseLanguageCases(jsonl: string, locale: Locale): LanguageCase[] {
  const cases: LanguageCase[] = [];
  for (const [index, line] of jsonl.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const parsed = languageCaseSchema.safeParse(jsonOf(line));
    if (!parsed.success) throw new RangeError(`language cases line ${index + 1}: ${z.prettifyError(parsed.error)}`);
    cases.push({ locale, ...parsed.data });
  }
  return cases;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Intent accuracy and slot F1 of `understand` on cases of one language. */
export function evaluateLanguage(cases: readonly LanguageCase[], understand: Understand): LanguageFigures {
  const errors: LanguageError[] = [];
  const confidences: { confidence: number; right: boolean }[] = [];
  let rightLocale = 0;
  let hits = 0;
  let said = 0;
  let wanted = 0;
  for (const each of cases) {
    const turn = understand(each.text, contextOf(each));
    const expected = expectedSlots(each.expect);
    const actual = actualSlots(turn, each.expect);
    const missing = expected.filter((slot) => !actual.includes(slot));
    const unexpected = actual.filter((slot) => !expected.includes(slot));
    hits += expected.length - missing.length;
    said += actual.length;
    wanted += expected.length;
    const right = turn.intent === each.expect.intent;
    confidences.push({ confidence: turn.confidence, right });
    if (turn.locale === (each.locale ?? turn.locale)) rightLocale++;
    if (!right || missing.length > 0 || unexpected.length > 0) {
      errors.push({
        id: each.id,
        text: each.text,
        ...(!right && { intent: { expected: each.expect.intent, actual: turn.intent } }),
        missing,
        unexpected,
      });
    }
  }
  const precision = said === 0 ? 1 : hits / said;
  const recall = wanted === 0 ? 1 : hits / wanted;
  return {
    n: cases.length,
    intentAccuracy: share(confidences.filter(({ right }) => right).length, cases.length),
    localeAccuracy: share(rightLocale, cases.length),
    slots: {
      precision,
      recall,
      f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
      n: wanted,
    },
    calibrationError: calibrationError(confidences),
    errors,
  };
}

/** Sentences whose constraints differ between the two languages, by id. */
export function parityGaps(
  a: readonly LanguageCase[],
  b: readonly LanguageCase[],
  understand: Understand,
): { id: string; a: Constraints; b: Constraints }[] {
  const others = new Map(b.map((each) => [each.id, each]));
  return a.flatMap((each) => {
    const other = others.get(each.id);
    if (!other) return [];
    const [one, two] = [understand(each.text, contextOf(each)), understand(other.text, contextOf(other))];
    const same =
      slotsOf(one.constraints).sort().join() === slotsOf(two.constraints).sort().join() && one.intent === two.intent;
    return same ? [] : [{ id: each.id, a: one.constraints, b: two.constraints }];
  });
}

function contextOf({ context, locale }: LanguageCase): UnderstandContext {
  return {
    locale: locale ?? 'zh-CN',
    currency: context?.currency ?? 'CNY',
    brands: context?.brands ?? [],
    hasShown: context?.hasShown ?? false,
    hasPhoto: context?.hasPhoto ?? false,
    hasRequest: context?.hasRequest ?? false,
  };
}

type Expectation = LanguageCase['expect'];

function expectedSlots(expect: Expectation): string[] {
  return [
    ...slotsOf(expect.constraints ?? {}),
    ...(expect.references ?? []).map(referenceSlot),
    ...(expect.critiques ?? []).map(critiqueSlot),
    ...(expect.relaxed ?? []).map((facet) => `relaxed=${facet}`),
    ...(expect.sort ? [`sort=${expect.sort}`] : []),
    ...(expect.language ? [`language=${expect.language}`] : []),
    ...(expect.positive === undefined ? [] : [`positive=${expect.positive}`]),
    ...Object.entries(expect.profile ?? {}).map(([key, value]) => `profile:${key}=${value}`),
  ];
}

function actualSlots(turn: UnderstoodTurn, expect: Expectation): string[] {
  return expectedSlots({
    intent: turn.intent,
    constraints: turn.constraints,
    references: turn.references,
    critiques: turn.critiques,
    relaxed: turn.relaxed,
    ...(turn.sort && { sort: turn.sort }),
    ...(expect.language && turn.language && { language: turn.language }),
    ...(expect.positive !== undefined && turn.positive !== undefined && { positive: turn.positive }),
    ...(expect.profile && turn.profile && { profile: present(turn.profile) }),
  });
}

function present(profile: NonNullable<UnderstoodTurn['profile']>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(profile).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}

function referenceSlot({ kind, index, facet, id }: UnderstoodTurn['references'][number]): string {
  return `reference:${kind}${index === undefined ? '' : `=${index}`}${kind === 'attribute' ? `=${facet}/${id}` : ''}`;
}

function critiqueSlot({ facet, direction, steps = 1 }: UnderstoodTurn['critiques'][number]): string {
  return `critique:${facet}=${direction}${steps === 1 ? '' : ` by ${steps}`}`;
}

function calibrationError(confidences: readonly { confidence: number; right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, right: 0, confidence: 0 }));
  for (const { confidence, right } of confidences) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.n++;
    bin.confidence += confidence;
    if (right) bin.right++;
  }
  return share(
    bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0),
    confidences.length,
  );
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
