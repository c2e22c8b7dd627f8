import { isDeepStrictEqual } from 'node:util';
import type { Told } from '../../domain/profile.js';
import type { SessionState } from '../../domain/session.js';
import type { UnderstoodTurn } from '../../domain/turn.js';
import type { Answer, TurnInHand } from '../answer.js';
import type { Scope } from '../scope.js';

/** Colours remembered of either kind. */
const MOST_COLOURS = 12;

/** True where there is somebody to remember and a place for it. */
export function mayKeep(scope: Scope): boolean {
  return scope.user !== undefined;
}

/** Height, weight and tastes as told; a colour now loved is hated no more. A size is noted with its kind. */
export function noteFacts(session: SessionState, profile: UnderstoodTurn['profile']): SessionState {
  if (!profile) return session;
  const { size: _size, forget: _forget, likedColours = [], dislikedColours = [], ...body } = profile;
  const told: Told = { ...session.told, ...body };
  const liked = joined(told.likedColours, likedColours, dislikedColours);
  const disliked = joined(told.dislikedColours, dislikedColours, likedColours);
  const { likedColours: _l, dislikedColours: _d, ...rest } = told;
  return {
    ...session,
    told: {
      ...rest,
      ...(liked.length > 0 ? { likedColours: liked } : {}),
      ...(disliked.length > 0 ? { dislikedColours: disliked } : {}),
    },
  };
}

/** All that was told but the budget of this very search. */
export function lasting({ told }: SessionState): Told {
  const { price: _now, ...rest } = told ?? {};
  return rest;
}

/**
 * Facts told in passing ("I hate orange" while shirts are on the screen) are noted like any others, and what a turn
 * told of somebody who agreed to be remembered is kept with it.
 */
export function withFactsInPassing(answer: Answer, { heard, session: before, scope }: TurnInHand): Answer {
  const { profile } = heard.understood;
  const session = profile?.forget || answer.fault ? answer.session : noteFacts(answer.session, profile);
  const effects = answer.effects ?? [];
  const settled = effects.some(({ kind }) => kind === 'keep-profile' || kind === 'forget-user');
  const told = lasting(session);
  if (settled || !mayKeep(scope) || session.consent !== 'given' || isDeepStrictEqual(told, lasting(before)))
    return { ...answer, session };
  return { ...answer, session, effects: [...effects, { kind: 'keep-profile', told }] };
}

/** The session without these facts, and the running request without what they had put into it. */
export function withoutFacts(session: SessionState, facts: readonly string[]): SessionState {
  const told = Object.fromEntries(Object.entries(session.told ?? {}).filter(([fact]) => !facts.includes(fact)));
  const { size, price, ...rest } = session.constraints;
  const constraints = {
    ...rest,
    ...(size === undefined || facts.includes('size') || facts.includes('shoeSize') ? {} : { size }),
    ...(price === undefined || facts.includes('price') ? {} : { price }),
  };
  return { ...session, told, constraints };
}

function joined(before: readonly string[] = [], more: readonly string[], not: readonly string[]): string[] {
  return [...new Set([...before, ...more])].filter((id) => !not.includes(id)).slice(-MOST_COLOURS);
}
