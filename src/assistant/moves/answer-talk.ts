import { isUnconstrained } from '../../domain/constraints.js';
import type { Message } from '../../domain/reply.js';
import { newSession, type SessionState, type Told } from '../../domain/session.js';
import type { UnderstoodTurn } from '../../domain/turn.js';
import type { Answer, Move, TurnInHand } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import { afterList, say, toBegin } from '../say/suggest.js';
import { tell } from '../track/carry-over.js';
import { mergeConstraints } from '../track/merge-constraints.js';
import { lookFor, NO_REQUEST, undo } from '../track/running-request.js';
import { answerStanding } from './answer-plan.js';
import { answerRequest } from './answer-request.js';
import { varied } from './find.js';

export const answerGreeting: Move = async (turn) =>
  aside(turn, 'greeting', varied(turn, hasRequest(turn.session) ? 'reply.greeting-back' : 'reply.greeting'));

export const answerHelp: Move = async (turn) => aside(turn, 'help', 'reply.help');

export const answerPrivacy: Move = async (turn) => ({
  ...aside(turn, 'privacy', 'reply.privacy'),
  suggestions: [say('restart'), say('help')],
});

/** A person: how to reach one in the merchant's words, or plainly that this shop gave no way. */
export const answerHandover: Move = async (turn) => {
  const { contact } = turn.scope;
  if (!contact) return aside(turn, 'handover', 'reply.handover-unknown');
  const message = { id: 'reply.handover', values: { contact: { kind: 'text' as const, text: contact } } };
  return { ...aside(turn, 'handover', 'reply.handover'), messages: [message] };
};

/** Shipping, returns, hours: from the merchant's FAQ word for word, else a person; never imagined. */
export const answerStoreInfo: Move = async (turn) => {
  const { faq, contact } = turn.scope;
  const answers = faq?.(turn.heard.text) ?? [];
  if (answers.length > 0) {
    const messages = answers.map((text) => ({
      id: 'reply.store-info',
      values: { answer: { kind: 'text' as const, text } },
    }));
    return { ...aside(turn, 'store-info', 'reply.store-info'), messages };
  }
  const unknown = aside(turn, 'store-info', 'reply.store-info-unknown');
  if (!contact) return unknown;
  const message = { id: 'reply.handover', values: { contact: { kind: 'text' as const, text: contact } } };
  return { ...unknown, messages: [...unknown.messages, message] };
};

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

export const answerUndo: Move = async (turn) => {
  const before = undo(turn.session);
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
  return answerStanding(turn, before, { move: 'undo', id: 'reply.refined', instead: { id: 'reply.undone' } });
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

/** Facts the shopper tells are noted and used at once; asked for, what is known is said openly. */
export const answerProfile: Move = async (turn) => {
  const { session, heard, scope } = turn;
  const { constraints, profile } = heard.understood;
  const noted = noteFacts(session, profile);
  const stated = !isUnconstrained(constraints);
  if (stated && hasWish(session)) {
    const answer = await answerRequest({ ...turn, session: noted });
    return { ...answer, messages: [{ id: 'profile.noted' }, ...answer.messages] };
  }
  const holding = mergeConstraints(session.constraints, constraints);
  const told = tell(noted.told, constraints, holding, scope.vocabulary);
  const facts = factsOf(told, scope.profile?.sizes[0], session.liked.length);
  const lead = stated || profile ? 'profile.noted' : 'profile.lead';
  return {
    ...aside(turn, 'profile', lead),
    session: { ...noted, constraints: holding, told },
    messages: facts.length > 0 ? [{ id: lead }, ...facts, { id: 'profile.kept' }] : [{ id: 'profile.empty' }],
  };
};

/** True where something is being looked for, a size alone not counting. */
function hasWish(session: SessionState): boolean {
  const { size: _size, ...constraints } = session.constraints;
  return hasRequest({ ...session, constraints });
}

/** Height and weight; a size is noted with the kind it was said about. */
function noteFacts(session: SessionState, profile: UnderstoodTurn['profile']): SessionState {
  const { size: _size, ...body } = profile ?? {};
  return { ...session, told: { ...session.told, ...body } };
}

function factsOf(told: Told, kept: string | undefined, liked: number): Message[] {
  const size = told.size ?? kept;
  const budget = told.price?.max ?? told.price?.min;
  return [
    ...(size === undefined ? [] : [{ id: 'profile.size', values: { size } }]),
    ...(told.shoeSize === undefined ? [] : [{ id: 'profile.shoe-size', values: { size: told.shoeSize } }]),
    ...(told.heightCm === undefined ? [] : [{ id: 'profile.height', values: { height: told.heightCm } }]),
    ...(told.weightKg === undefined ? [] : [{ id: 'profile.weight', values: { weight: told.weightKg } }]),
    ...(budget ? [{ id: 'profile.budget', values: { price: { kind: 'money' as const, money: budget } } }] : []),
    ...(liked > 0 ? [{ id: 'profile.liked', values: { count: liked } }] : []),
  ];
}

function aside(turn: TurnInHand, move: string, id: string): Answer {
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
