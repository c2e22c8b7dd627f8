import type { Respond, Scope, TurnTrace } from '../src/assistant/scope.js';
import type { Effect } from '../src/domain/effect.js';
import type { Locale } from '../src/domain/locale.js';
import type { Reply } from '../src/domain/reply.js';
import { newSession, type SessionState } from '../src/domain/session.js';
import type { ConversationRecord, ConversationStore } from '../src/storage/conversation-store.js';
import { withDeadline } from './deadline.js';
import { honestReply, isReply } from './honest-reply.js';
import { type DialogsRun, runDialogs } from './run-dialogs.js';
import type { TakeTurn, TurnAnswer, TurnRequest } from './take-turn.js';
import { createTurnQueue, type TurnQueueLimits } from './turn-queue.js';

export interface TakeTurnDependencies {
  readonly respond: Respond;
  /** What this turn may use; asked once a turn, so that catalogue facts are those of now. */
  readonly scope: (request: Pick<TurnRequest, 'conversationId' | 'userId'>) => Promise<Scope> | Scope;
  readonly conversations: ConversationStore;
  /** Language of a conversation whose first turn names none. */
  readonly defaultLocale: Locale;
  readonly limits?: Partial<TurnQueueLimits>;
  /** A turn that takes longer is answered with an apology; 12 s by default (Bot Framework waits 15). */
  readonly deadlineMs?: number;
  /** How each turn came to its answer, for logs and metrics. */
  readonly onTurn?: (request: TurnRequest, trace: TurnTrace) => void;
  /** What a turn changed beyond its conversation, once that is durable. */
  readonly onEffects?: (effects: readonly Effect[]) => void;
  /** Told of what failed; the shopper has been answered. */
  readonly onFailure?: (
    request: TurnRequest,
    what: 'storage' | 'turn' | 'deadline' | 'conflict' | 'busy',
    error?: unknown,
  ) => void;
}

const LIMITS: TurnQueueLimits = { concurrency: 8, waitingPerConversation: 8, waiting: 500 };
const DEADLINE_MS = 12_000;
/** Another process can overtake a turn this often before the shopper is asked to repeat it. */
const ATTEMPTS = 5;

/**
 * Builds the one function that every entry calls. Turns of one conversation run one after the other; an activity
 * that was answered is not run again; tracker, dialog stack and answer are committed together before the answer
 * is returned; and whatever fails, the shopper gets an honest answer.
 */
export function createTakeTurn(deps: TakeTurnDependencies): TakeTurn {
  const queue = createTurnQueue({ ...LIMITS, ...deps.limits });
  return async (request) => {
    const turn = queue.run(request.conversationId, () =>
      answer(request, deps).catch((error: unknown) => {
        deps.onFailure?.(request, 'storage', error);
        return unstored(request, deps, 'reply.apology');
      }),
    );
    if (turn) return turn;
    deps.onFailure?.(request, 'busy');
    return unstored(request, deps, 'reply.busy');
  };
}

async function answer(request: TurnRequest, deps: TakeTurnDependencies): Promise<TurnAnswer> {
  const { conversationId, activityId } = request;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const given = await deps.conversations.answerTo(conversationId, activityId);
    if (given && isReply(given.payload)) return { conversationId, reply: given.payload, duplicate: true };
    const record = await deps.conversations.load(conversationId);
    const { result, dialogs } = await run(request, record, deps);
    const userId = record?.userId ?? request.userId;
    const outcome = await deps.conversations.commit({
      conversationId,
      ...(userId === undefined ? {} : { userId }),
      expectedVersion: record?.version ?? 0,
      session: result.session,
      dialogs,
      outgoing: { conversationId, inReplyTo: activityId, payload: result.reply, ...wordsOf(request) },
      effects: result.effects,
    });
    if (outcome === 'committed') {
      if (result.effects.length > 0) deps.onEffects?.(result.effects);
      deps.onTurn?.(request, result.trace);
      return { conversationId, reply: result.reply, duplicate: false };
    }
  }
  deps.onFailure?.(request, 'conflict');
  return unstored(request, deps, 'reply.busy');
}

/** The turn through the dialogs; where it fails or takes too long, an apology that leaves the session as it was. */
async function run(
  request: TurnRequest,
  record: ConversationRecord | undefined,
  deps: TakeTurnDependencies,
): Promise<DialogsRun> {
  const { conversationId, turn } = request;
  const session = record?.session ?? newSession(conversationId, turn.locale ?? deps.defaultLocale);
  try {
    const ran = await withDeadline(
      runDialogs(conversationId, record?.dialogs, async () => deps.respond(turn, session, await deps.scope(request))),
      deps.deadlineMs ?? DEADLINE_MS,
    );
    if (ran) return ran;
    deps.onFailure?.(request, 'deadline');
    return apology(request, session, record, 'reply.timeout', 'deadline');
  } catch (error) {
    deps.onFailure?.(request, 'turn', error);
    return apology(request, session, record, 'reply.apology', 'turn');
  }
}

function apology(
  request: TurnRequest,
  session: SessionState,
  record: ConversationRecord | undefined,
  message: string,
  fault: string,
): DialogsRun {
  const reply = honestReply(message, session.locale, request.turn);
  return {
    result: {
      reply,
      session: { ...session, turn: session.turn + 1 },
      trace: { intent: 'unknown', move: 'apology', heard: reply.understood, fault, tookMs: 0 },
      effects: [],
    },
    dialogs: record?.dialogs ?? null,
  };
}

/** What the shopper said, for a transcript. */
function wordsOf({ turn }: TurnRequest): { heard?: string } {
  const heard = turn.action?.text ?? turn.text;
  return heard === undefined ? {} : { heard };
}

function unstored(request: TurnRequest, deps: TakeTurnDependencies, message: string): TurnAnswer {
  const reply: Reply = honestReply(message, request.turn.locale ?? deps.defaultLocale, request.turn);
  return { conversationId: request.conversationId, reply, duplicate: false };
}
