import type { Message, Suggestion } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';
import type { UnderstoodTurn } from '../../domain/turn.js';
import type { Answer } from '../answer.js';

/** Questions the assistant may wait on: `question.<id>` is the sentence. */
export const QUESTIONS = [
  'photo',
  'currency',
  'outfit-anchor',
  'which',
  'what',
  'keep',
  'erase',
  'notify',
  'wardrobe',
  'size',
  'shoe-chart',
] as const;
export type QuestionId = (typeof QUESTIONS)[number];

/** Turns a question waits for its answer; the talk has moved on after that. */
const PATIENCE = 3;

/** The session waiting for the answer to `id`, which will be applied to `understood`. */
export function waitingFor(session: SessionState, id: QuestionId, understood?: UnderstoodTurn): SessionState {
  return {
    ...session,
    pending: { id, turn: session.turn, ...(understood ? { understood: light(understood) } : {}) },
    asked: [...(session.asked ?? []), id],
  };
}

/** Asks `id`, and waits. */
export function ask(
  session: SessionState,
  id: QuestionId,
  understood: UnderstoodTurn | undefined,
  options: { values?: Message['values']; suggestions?: readonly Suggestion[]; before?: readonly Message[] } = {},
): Answer {
  const message: Message = { id: `question.${id}`, ...(options.values ? { values: options.values } : {}) };
  return {
    move: `ask-${id}`,
    session: waitingFor(session, id, understood),
    messages: [...(options.before ?? []), message],
    suggestions: options.suggestions ?? [],
  };
}

/** True where this question was asked for the running request: it is not asked again. */
export function wasAsked(session: SessionState, id: QuestionId): boolean {
  return session.asked?.includes(id) === true;
}

/** The question still waited on, if the talk has not moved on. */
export function openQuestion(session: SessionState): { id: QuestionId; understood?: UnderstoodTurn } | undefined {
  const { pending } = session;
  const id = QUESTIONS.find((known) => known === pending?.id);
  if (!pending || !id || session.turn - pending.turn > PATIENCE) return undefined;
  return { id, ...(pending.understood ? { understood: pending.understood } : {}) };
}

/** Tokens are offsets into a text that is not kept. */
function light(understood: UnderstoodTurn): UnderstoodTurn {
  return { ...understood, tokens: [] };
}
