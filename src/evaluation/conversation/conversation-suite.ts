import { respond } from '../../assistant/respond.js';
import type { Scope, TurnResult } from '../../assistant/scope.js';
import type { Constraints } from '../../domain/constraints.js';
import type { Locale } from '../../domain/locale.js';
import { newSession, type SessionState } from '../../domain/session.js';
import type { ShopperTurn } from '../../domain/turn.js';
import { slotsOf } from '../constraint-slots.js';
import { brokenLimits, type Limit } from './broken-limits.js';
import type { Transcript, TranscriptTurn } from './transcript.js';

export interface ConversationEvaluation {
  /** What a conversation's turns may use; called once for each conversation. */
  readonly scope: (conversationId: string) => Scope | Promise<Scope>;
  /** The bytes of a photo that a turn names. */
  readonly photo: (name: string) => Promise<Uint8Array>;
  /** Milliseconds of a steady clock. */
  readonly clock: () => number;
}

/** A turn that went wrong: its place from 1, what was expected and is missing, what is there and was not expected. */
export interface FailedTurn {
  readonly transcript: string;
  readonly turn: number;
  readonly said: string;
  readonly intent?: { readonly expected: string; readonly actual: string };
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
  /** Cards that break a limit, as `id: limit`. */
  readonly violations: readonly string[];
  readonly apology?: true;
}

/** A share of `n` that were asked; 1 where none was. */
interface Accuracy {
  readonly accuracy: number;
  readonly n: number;
}

/** Figures of one language. */
export interface ConversationFigures {
  readonly conversations: number;
  readonly turns: number;
  /** Of turns that state an intent. */
  readonly intent: Accuracy;
  /** Of turns that state all that holds after them: the tracked constraints are those and no others. */
  readonly jointGoal: Accuracy;
  /**
   * Slots of the tracked state, micro-averaged over turns that state what holds. Of a turn that states some of it,
   * what is missing counts and what is more does not.
   */
  readonly slots: { readonly precision: number; readonly recall: number; readonly f1: number; readonly n: number };
  /** Cards that were shown as answers, and how many of them break a limit. */
  readonly violations: { readonly cards: number } & Readonly<Record<Limit, number>>;
  readonly apologies: number;
  /** Of a turn, photo included; information, for machines differ. */
  readonly latencyMs: { readonly p50: number; readonly p95: number };
  readonly failures: readonly FailedTurn[];
}

/** Moves that show what the shopper pointed at: it may be sold out, or past a budget, and the reply says so. */
const POINTED = new Set([
  'buy',
  'colours',
  'compare',
  'describe',
  'describe-own',
  'explain',
  'explain-outfit',
  'feedback',
  'like',
  'watch',
  'whether',
]);

interface Tally {
  turns: number;
  readonly intents: boolean[];
  readonly goals: boolean[];
  hits: number;
  said: number;
  wanted: number;
  cards: number;
  readonly broken: Record<Limit, number>;
  apologies: number;
  readonly took: number[];
  readonly failures: FailedTurn[];
}

/**
 * Holds every conversation in one language, turn by turn, and measures the state that is tracked and the cards that
 * are shown. A turn's limits are the constraints it states, else those that are tracked.
 * Joint goal accuracy after DSTC2 (Henderson, Thomson and Williams, SIGDIAL 2014).
 */
export async function evaluateConversations(
  transcripts: readonly Transcript[],
  locale: Locale,
  evaluation: ConversationEvaluation,
): Promise<ConversationFigures> {
  const tally: Tally = {
    turns: 0,
    intents: [],
    goals: [],
    hits: 0,
    said: 0,
    wanted: 0,
    cards: 0,
    broken: { budget: 0, size: 0, stock: 0, exclusions: 0 },
    apologies: 0,
    took: [],
    failures: [],
  };
  for (const [at, transcript] of transcripts.entries()) {
    const conversationId = `evaluation-${at}`;
    const scope = await evaluation.scope(conversationId);
    let session: SessionState = newSession(conversationId, locale);
    for (const [index, expected] of transcript.turns.entries()) {
      const turn = await turnOf(expected, locale, evaluation);
      const before = evaluation.clock();
      const result = await respond(turn, session, scope);
      tally.took.push(evaluation.clock() - before);
      session = result.session;
      const place = { transcript: transcript.name, turn: index + 1, said: turn.text ?? expected.photo ?? '' };
      count(tally, place, expected, result, scope);
    }
  }
  return figuresOf(tally, transcripts.length);
}

async function turnOf(
  { photo, ...turn }: TranscriptTurn,
  locale: Locale,
  evaluation: ConversationEvaluation,
): Promise<ShopperTurn> {
  const text = turn[locale];
  return {
    photos: photo === undefined ? [] : [{ bytes: await evaluation.photo(photo) }],
    ...(text === undefined ? {} : { text }),
  };
}

function count(
  tally: Tally,
  place: Pick<FailedTurn, 'transcript' | 'turn' | 'said'>,
  expected: TranscriptTurn,
  result: TurnResult,
  scope: Scope,
): void {
  const { reply, trace } = result;
  tally.turns++;
  const isRight = expected.intent === undefined || reply.understood.intent === expected.intent;
  if (expected.intent !== undefined) tally.intents.push(isRight);
  const { missing, unexpected } = countSlots(tally, expected, reply.understood.constraints);
  const violations = countCards(tally, expected, result, scope);
  const apology = trace.move === 'apology';
  if (apology) tally.apologies++;
  if (isRight && missing.length === 0 && unexpected.length === 0 && violations.length === 0 && !apology) return;
  tally.failures.push({
    ...place,
    ...(!isRight && { intent: { expected: expected.intent ?? '', actual: reply.understood.intent } }),
    missing,
    unexpected,
    violations,
    ...(apology && { apology }),
  });
}

function countSlots(tally: Tally, { constraints, facet }: TranscriptTurn, tracked: Constraints) {
  const asked = constraints ?? facet;
  if (asked === undefined) return { missing: [], unexpected: [] };
  const expected = slotsOf(asked);
  const actual = slotsOf(tracked);
  const missing = expected.filter((slot) => !actual.includes(slot));
  const unexpected = constraints === undefined ? [] : actual.filter((slot) => !expected.includes(slot));
  const hits = expected.length - missing.length;
  tally.hits += hits;
  tally.said += hits + unexpected.length;
  tally.wanted += expected.length;
  if (constraints !== undefined) tally.goals.push(missing.length === 0 && unexpected.length === 0);
  return { missing, unexpected };
}

function countCards(tally: Tally, expected: TranscriptTurn, result: TurnResult, scope: Scope): string[] {
  const { reply, session, trace } = result;
  if (POINTED.has(trace.move)) return [];
  const sets = session.parts ?? [expected.constraints ?? reply.understood.constraints];
  tally.cards += reply.items.length;
  return reply.items.flatMap(({ garment }) => {
    const broken = brokenLimits(garment, sets, reply.relaxed, scope);
    for (const limit of broken) tally.broken[limit]++;
    return broken.map((limit) => `${garment.id}: ${limit}`);
  });
}

function figuresOf(tally: Tally, conversations: number): ConversationFigures {
  const { turns, intents, goals, hits, said, wanted, cards, broken, apologies, took, failures } = tally;
  const precision = said === 0 ? 1 : hits / said;
  const recall = wanted === 0 ? 1 : hits / wanted;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return {
    conversations,
    turns,
    intent: accuracyOf(intents),
    jointGoal: accuracyOf(goals),
    slots: { precision, recall, f1, n: wanted },
    violations: { cards, ...broken },
    apologies,
    latencyMs: { p50: quantile(took, 0.5), p95: quantile(took, 0.95) },
    failures,
  };
}

function accuracyOf(right: readonly boolean[]): Accuracy {
  return { accuracy: right.length === 0 ? 1 : right.filter(Boolean).length / right.length, n: right.length };
}

/** The nearest-rank quantile, to a tenth of a millisecond. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0) * 10) / 10;
}
