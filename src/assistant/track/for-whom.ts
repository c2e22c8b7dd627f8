import { type Constraints, statedIds } from '../../domain/constraints.js';
import type { SessionState } from '../../domain/session.js';
import { isForSelf } from '../../language/about-me.js';
import type { TurnInHand } from '../answer.js';
import { isAnotherKind } from './carry-over.js';
import { photoOf } from './running-request.js';

/** The session as far as it is about who is to wear what this turn asks for. */
export function wearerKnown({ heard }: TurnInHand, session: SessionState): SessionState {
  const { forOther, constraints } = heard.understood;
  if (forOther || isForOneOfAnotherSize(session, constraints)) return withoutOwnSize(session);
  const another =
    statedIds(session.constraints, 'audience').length > 0 && statedIds(constraints, 'audience').length === 0;
  if (!another || !isForSelf(heard.text)) return session;
  const { audience: _theirs, size: _their, ...rest } = session.constraints;
  return { ...session, constraints: rest };
}

/** A skirt for the daughter, then a coat for the mother: what the one may cost says nothing of the other. */
export function boughtForAnother(turn: TurnInHand, session: SessionState): boolean {
  const { constraints } = turn.heard.understood;
  const [now, before] = [statedIds(constraints, 'audience'), statedIds(session.constraints, 'audience')];
  if (now.length === 0 || before.length === 0 || now.some((id) => before.includes(id))) return false;
  return isAnotherKind(categoriesOf(turn, session), statedIds(constraints, 'category'), turn.scope.vocabulary);
}

export function withoutBudget(session: SessionState): SessionState {
  const { price: _theirs, ...told } = session.told ?? {};
  const { price: _held, ...constraints } = session.constraints;
  return { ...session, constraints, told };
}

/** Her XL is not his, and no grown-up's size a child's. */
function isForOneOfAnotherSize(session: SessionState, stated: Constraints): boolean {
  const [now, before] = [statedIds(stated, 'audience'), statedIds(session.constraints, 'audience')];
  if (now.length === 0 || stated.size !== undefined) return false;
  const children = ['kids', 'girls', 'boys', 'baby'];
  if (before.length === 0) return now.some((id) => children.includes(id));
  return !now.some((id) => before.includes(id));
}

/** Somebody else's wish: the shopper's own sizes stay out of it. */
function withoutOwnSize(session: SessionState): SessionState {
  const { size: _held, ...constraints } = session.constraints;
  const { size: _s, shoeSize: _shoe, bottomSize: _bottom, ...told } = session.told ?? {};
  return { ...session, constraints, told };
}

/** The kinds the running request is about, by words, photo or resembled garment. */
export function categoriesOf(turn: TurnInHand, session: SessionState): string[] {
  const stated = statedIds(session.constraints, 'category');
  if (stated.length > 0) return stated;
  const photo = photoOf(session, session.photoTurn)?.category;
  const similar = turn.shown.find(({ id }) => id === session.similarTo)?.category;
  return [photo, similar].flatMap((id) => id ?? []);
}
