import { newSession, type SessionState } from '../../domain/session.js';
import { stepsBack } from '../../language/questions.js';
import type { Answer, Move, TurnInHand } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import { afterList, toBegin } from '../say/suggest.js';
import { withSizesOf } from '../track/carry-over.js';
import { lookFor, NO_REQUEST, undo } from '../track/running-request.js';
import { answerStanding } from './answer-plan.js';
import { varied } from './find.js';

export const answerGreeting: Move = async (turn) =>
  aside(turn, 'greeting', varied(turn, hasRequest(turn.session) ? 'reply.greeting-back' : 'reply.greeting'));

export const answerHelp: Move = async (turn) => aside(turn, 'help', 'reply.help');

/** Drops the question that waits; the request that runs goes on. */
export const answerCancel: Move = async (turn) => ({
  ...aside(turn, 'cancel', turn.session.pending ? 'reply.cancelled' : 'reply.nothing-to-cancel'),
  session: { ...turn.session, pending: null },
  aside: false,
});

/** A clean start that can itself be undone once. */
export const answerRestart: Move = async (turn) => {
  const { session } = turn;
  const { past, photo, earlierPhotos } = lookFor(session, NO_REQUEST);
  const fresh: SessionState = {
    ...newSession(session.conversationId, session.locale),
    turn: session.turn,
    past: past.slice(-1),
    photo,
    ...(earlierPhotos ? { earlierPhotos } : {}),
  };
  return { move: 'restart', session: fresh, messages: [{ id: 'reply.restarted' }], suggestions: toBegin() };
};

/** As many steps as were asked for, or as there are. */
function undoSteps(session: SessionState, steps: number): SessionState | undefined {
  let back: SessionState | undefined;
  for (let step = 0; step < steps; step++) back = undo(back ?? session) ?? back;
  return back;
}

export const answerUndo: Move = async (turn) => {
  const steps = Math.min(stepsBack(turn.heard.text), turn.session.past.length);
  const undone = undoSteps(turn.session, Math.max(1, steps));
  const before = undone && withSizesOf(undone, turn.session, turn.scope.vocabulary);
  if (!before) {
    const onScreen = turn.shown.filter(({ id }) => turn.session.shown.includes(id));
    return {
      move: 'undo',
      session: turn.session,
      messages: [{ id: 'reply.nothing-to-undo' }],
      suggestions: onScreen.length > 0 ? afterList(turn.session, onScreen) : toBegin(),
    };
  }
  if (!hasRequest(before)) {
    return { move: 'undo', session: before, messages: [{ id: 'reply.undone-all' }], suggestions: toBegin() };
  }
  return answerStanding(turn, before, {
    move: 'undo',
    id: 'reply.refined',
    instead: steps > 1 ? { id: 'reply.undone-steps', values: { count: steps } } : { id: 'reply.undone' },
  });
};

/** Speaks the other language from here on, and shows the list again in it. */
export const answerLanguage: Move = async (turn) => {
  const said = { id: 'reply.language' };
  if (!hasRequest(turn.session)) {
    return { move: 'change-language', session: turn.session, messages: [said], suggestions: toBegin(), aside: true };
  }
  const { words: _spoken, ...session } = turn.session;
  const answer = await answerStanding(turn, session, { move: 'change-language', id: 'reply.refined', instead: said });
  return { ...answer, aside: true };
};

/** Something said beside the running talk: what is on the screen stays, and so does a question that waits. */
export function aside(turn: TurnInHand, move: string, id: string): Answer {
  const { session, shown } = turn;
  const onScreen = shown.filter((garment) => session.shown.includes(garment.id));
  return {
    move,
    session,
    messages: [{ id }],
    suggestions: onScreen.length > 0 ? afterList(session, onScreen) : toBegin(),
    aside: true,
  };
}
