import type { Told } from '../../domain/profile.js';
import type { SessionState } from '../../domain/session.js';
import type { UnderstoodTurn } from '../../domain/turn.js';
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
