import { newSession } from '../../domain/session.js';
import type { Move } from '../answer.js';
import { say, toBegin } from '../say/suggest.js';
import { aside } from './answer-talk.js';
import { ask } from './ask.js';

/** What is kept and for how long; a copy of it; or its erasure, which is confirmed first. */
export const answerPrivacy: Move = async (turn) => {
  const { session, heard, scope } = turn;
  if (heard.understood.data === 'delete') {
    return ask(session, 'erase', undefined, { suggestions: [say('erase-yes'), say('erase-no')] });
  }
  if (heard.understood.data === 'export') {
    const address = scope.user?.dataAddress?.();
    if (address === undefined) return aside(turn, 'export', 'privacy.export-here');
    return { ...aside(turn, 'export', 'privacy.export'), messages: [{ id: 'privacy.export', values: { address } }] };
  }
  return {
    ...aside(turn, 'privacy', 'reply.privacy'),
    suggestions: [say('profile'), say('export'), say('erase'), say('help')],
  };
};

/** The answer to "really erase everything?". */
export const answerErase =
  (yes: boolean): Move =>
  async (turn) => {
    const { session, scope } = turn;
    if (!yes)
      return {
        ...aside(turn, 'not-erased', 'privacy.not-erased'),
        session: { ...session, pending: null },
        aside: false,
      };
    const known = scope.user !== undefined;
    return {
      move: 'erase',
      session: { ...newSession(session.conversationId, session.locale), turn: session.turn },
      messages: [{ id: known ? 'privacy.erased' : 'privacy.erased-here' }],
      suggestions: toBegin(),
      effects: [{ kind: known ? 'forget-user' : 'forget-conversation' }],
    };
  };
