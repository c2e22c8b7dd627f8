import { isUnconstrained } from '../../domain/constraints.js';
import type { SessionState } from '../../domain/session.js';
import type { Answer, Move, TurnInHand } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import { atMost, say, toBegin } from '../say/suggest.js';
import { incomparableCurrency } from '../track/critique-price.js';
import { planRequest, type RequestPlan } from '../track/plan-request.js';
import { ask, waitingFor, wasAsked } from './ask.js';
import { describeGarment } from './describe-garment.js';
import { find, presentList } from './find.js';

/** Search, refine, photo search and critique: the tracker takes the turn in, and what it then holds is searched. */
export const answerRequest: Move = async (turn) => {
  const { heard, scope, session, resolved } = turn;
  const { understood } = heard;
  const currency = incomparableCurrency(understood.constraints.price, scope.currency, scope.rates);
  if (currency !== undefined) return askBudget(turn, currency);
  if (understood.critiques.some(({ facet }) => facet === 'variety') && !heard.photo) return answerMore(turn);
  const target = heard.photo ? undefined : resolved.garments[0];
  if (target && asksAbout(turn)) return describeGarment(turn, target);
  if (resolved.missed && !heard.photo && !wasAsked(session, 'which')) return askWhich(turn);
  if (waitsForPhoto(turn)) return ask(session, 'photo', understood);
  return answerPlan(turn, planRequest(turn, target));
};

/** Searches what `session` is looking for as it stands (after undo, a dislike, a change of language). */
export async function answerStanding(
  turn: TurnInHand,
  session: SessionState,
  lead: Parameters<typeof presentList>[3],
): Promise<Answer> {
  return presentList(turn, session, await find(turn, session), lead);
}

async function answerPlan(turn: TurnInHand, plan: RequestPlan): Promise<Answer> {
  const { priceCritique: direction, notices } = plan;
  const lead = { move: moveName(turn), id: plan.lead, before: notices };
  if (!hasRequest(plan.session) && plan.session.sort === undefined) return askWhat(turn, plan.session);
  const outcome = await find(turn, plan.session);
  // A cheaper one of another colour is not what "cheaper" asks for: the rest of the request stands. And a
  // list from the lowest price up begins with the cheapest there is.
  const missed =
    outcome.items.length === 0 ||
    (outcome.relaxed.length > 0 && !outcome.items.some(({ match }) => match === 'exact')) ||
    (turn.resolved.garments.length === 0 &&
      turn.session.sort === (direction === 'less' ? 'price-ascending' : 'price-descending'));
  if (direction === undefined || !missed) return presentList(turn, plan.session, outcome, lead);
  // Nothing is cheaper: back to what the shopper stated, in the order asked for, and said so.
  const { told, ...before } = plan.session;
  const { price: _narrowed, ...rest } = plan.session.constraints;
  const constraints = told?.price ? { ...rest, price: told.price } : rest;
  const sort = direction === 'less' ? ('price-ascending' as const) : ('price-descending' as const);
  const session = { ...before, ...(told ? { told } : {}), constraints, sort };
  return answerStanding(turn, session, {
    ...lead,
    instead: { id: `reply.no-${direction === 'less' ? 'cheaper' : 'dearer'}` },
  });
}

/** "Show me others": the same request without what was seen; from the start again where all was seen. */
async function answerMore(turn: TurnInHand): Promise<Answer> {
  const session = planRequest(turn, undefined).session;
  const others = await find(turn, session, session.seen ?? session.shown);
  // Past the end the ladder would only bring what was not asked for.
  const fitting = others.relaxed.length === 0 && others.items.length > 0;
  if (fitting) return presentList(turn, session, others, { move: 'more', id: 'reply.more' });
  return {
    move: 'more',
    session,
    messages: [{ id: 'reply.no-more' }],
    suggestions: atMost([
      ...(session.constraints.price ? [say('any-price')] : []),
      ...(session.constraints.colours ? [say('any-colour')] : []),
      ...(session.past.length > 0 ? [say('undo')] : []),
      say('restart'),
    ]),
  };
}

/** Nothing to go by yet: favourites at once, and one question that would change them. */
async function askWhat(turn: TurnInHand, session: SessionState): Promise<Answer> {
  const asking = !wasAsked(turn.session, 'what');
  const answer = await answerStanding(turn, asking ? waitingFor(session, 'what') : session, {
    move: asking ? 'ask-what' : 'popular',
    id: 'reply.popular',
    after: asking ? [{ id: 'question.what' }] : [],
  });
  return asking ? { ...answer, suggestions: toBegin() } : answer;
}

function askBudget(turn: TurnInHand, currency: string): Answer {
  const { understood } = turn.heard;
  const { price: _unknown, ...constraints } = understood.constraints;
  return ask(
    turn.session,
    'currency',
    { ...understood, constraints },
    { values: { stated: currency, currency: turn.scope.currency } },
  );
}

function askWhich(turn: TurnInHand): Answer {
  const { session, heard, shown } = turn;
  const onScreen = session.shown.filter((id) => shown.some((garment) => garment.id === id));
  if (onScreen.length === 0)
    return { move: 'nothing-shown', session, messages: [{ id: 'reply.nothing-shown' }], suggestions: toBegin() };
  return ask(session, 'which', heard.understood, { values: { count: onScreen.length } });
}

/** Words that announce a photo wait for it, unless one was sent already. */
function waitsForPhoto(turn: TurnInHand): boolean {
  const { heard, session, resolved } = turn;
  if (heard.photo || session.photo || wasAsked(session, 'photo')) return false;
  return resolved.photo || heard.understood.intent === 'photo-search';
}

/** True where a shown garment is pointed at and nothing is asked but about itself ("has the second one M?"). */
function asksAbout(turn: TurnInHand): boolean {
  const { constraints, critiques, relaxed, sort } = turn.heard.understood;
  const { size: _size, ...others } = constraints;
  return critiques.length === 0 && relaxed.length === 0 && sort === undefined && isUnconstrained(others);
}

function moveName(turn: TurnInHand): string {
  if (turn.heard.photo) return 'photo-search';
  return turn.heard.understood.intent === 'unknown' ? 'search' : turn.heard.understood.intent;
}

/** "Similar": resembles a garment; the budget, the size and the audience go on holding. */
export const answerSimilar: Move = async (turn) => {
  const { heard, session, resolved, shown } = turn;
  if (heard.photo) return answerRequest(turn);
  const target =
    resolved.garments[0] ??
    (resolved.photo || resolved.missed
      ? undefined
      : shown.find(({ id }) => id === (session.focus ?? session.shown[0])));
  if (!target) return session.photo || resolved.photo ? answerRequest(turn) : askWhich(turn);
  return answerPlan(turn, planRequest(turn, target));
};
