import { isUnconstrained, statedIds } from '../../domain/constraints.js';
import { FACETS, type FacetValue } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { MessageValue } from '../../domain/reply.js';
import type { Reference } from '../../domain/turn.js';
import { asksForColours, asksWhetherItIs, isQuestion } from '../../language/questions.js';
import { type Answer, type Move, type TurnInHand, titleOf } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import { atMost, places, say, toBegin } from '../say/suggest.js';
import { incomparableCurrency } from '../track/critique-price.js';
import { withWish } from '../track/merge-constraints.js';
import { onlyPart } from '../track/parts-named.js';
import { planRequest, type RequestPlan } from '../track/plan-request.js';
import { planParts } from '../track/request-parts.js';
import { photoJustSeen } from '../track/running-request.js';
import { answerColourIn, answerColours } from './answer-colours.js';
import { answerParts } from './answer-parts.js';
import { answerPlan, answerStanding } from './answer-plan.js';
import { answerWhether } from './answer-whether.js';
import { ask, wasAsked } from './ask.js';
import { describeGarment } from './describe-garment.js';
import { find, presentList } from './find.js';

/** Search, refine, photo search and critique: the tracker takes the turn in, and what it then holds is searched. */
export const answerRequest: Move = async (turn) => {
  const { heard, scope, session, resolved } = turn;
  const { understood } = heard;
  const currency = incomparableCurrency(understood.constraints.price, scope.currency, scope.rates);
  if (currency !== undefined) return askBudget(turn, currency);
  const question = await answerQuestion(turn);
  if (question) return question;
  if (asksForOthers(turn))
    return session.parts ? answerParts(turn, session, session.seen ?? session.shown) : answerMore(turn);
  const alone = onlyPart(turn);
  if (alone) return answerStanding(turn, alone, { move: 'refine', id: 'reply.refined' });
  const several = planParts(turn);
  if (several) return answerParts(turn, several);
  const target = heard.photo ? undefined : resolved.garments[0];
  if (target && asksAbout(turn)) return describeGarment(turn, target);
  const described = heard.photo ? undefined : asWish(turn);
  if (described) return answerPlan(described, withNotice(planRequest(described, undefined), resolved.missed));
  const absent = target && isQuestion(heard.text) ? colourAlone(turn) : undefined;
  if (target && absent !== undefined) return answerPlan(turn, withoutColour(planRequest(turn, target), target, absent));
  if (resolved.missed && !heard.photo && !wasAsked(session, 'which')) return askWhich(turn);
  if (waitsForPhoto(turn)) return ask(session, 'photo', understood);
  return answerPlan(turn, planRequest(turn, target));
};

/** What is asked of the garment pointed at: its other colours, whether it is wool, whether it comes in black. */
async function answerQuestion(turn: TurnInHand): Promise<Answer | undefined> {
  const { heard, resolved } = turn;
  const about = heard.photo ? undefined : resolved.garments[0];
  if (!about) return undefined;
  if (asksForColours(heard.text) && namesNoColour(turn)) return answerColours(turn, about);
  const trait = asksWhetherItIs(heard.text) ? traitAsked(turn) : undefined;
  if (trait) return answerWhether(turn, about, trait);
  const colour = isQuestion(heard.text) ? colourAlone(turn) : undefined;
  return colour === undefined ? undefined : answerColourIn(turn, about, colour);
}

/** "Is the first one wool?" asks for one trait of it, and wishes nothing. */
function traitAsked({ heard }: TurnInHand): FacetValue | undefined {
  const { constraints, critiques } = heard.understood;
  const facets = FACETS.filter((facet) => statedIds(constraints, facet).length > 0);
  const [facet] = facets;
  const [id] = facet ? statedIds(constraints, facet) : [];
  const alone = facets.length === 1 && critiques.length === 0 && !constraints.price && constraints.size === undefined;
  return alone && facet && facet !== 'category' && id !== undefined ? { facet, id } : undefined;
}

/** "Does it come in black?" asks for that colour of it and for nothing else. */
function colourAlone({ heard }: TurnInHand): string | undefined {
  const { colours, category: _category, ...others } = heard.understood.constraints;
  return isUnconstrained(others) && heard.understood.critiques.length === 0 ? colours?.[0] : undefined;
}

function namesNoColour({ heard }: TurnInHand): boolean {
  const { category: _category, ...others } = heard.understood.constraints;
  return isUnconstrained(others);
}

/** "The red one" where none is red: red is then what is looked for. */
function asWish(turn: TurnInHand): TurnInHand | undefined {
  const { heard, session, resolved } = turn;
  const { missed } = resolved;
  if (missed?.kind !== 'attribute' || !missed.facet || missed.id === undefined || !hasRequest(session))
    return undefined;
  const constraints = withWish(heard.understood.constraints, missed.facet, [missed.id]);
  const { missed: _found, ...rest } = resolved;
  return { ...turn, heard: { ...heard, understood: { ...heard.understood, constraints } }, resolved: rest };
}

function withNotice(plan: RequestPlan, missed: Reference | undefined): RequestPlan {
  if (!missed?.facet || missed.id === undefined) return plan;
  const value: MessageValue = { kind: 'facet', value: { facet: missed.facet, id: missed.id } };
  return { ...plan, notices: [...plan.notices, { id: 'notice.none-shown', values: { value } }] };
}

/** What is shown next only resembles it: it does not come in that colour. */
function withoutColour(plan: RequestPlan, target: Garment, colour: string): RequestPlan {
  const value: MessageValue = { kind: 'facet', value: { facet: 'colours', id: colour } };
  const notice = { id: 'notice.not-in-colour', values: { title: titleOf(target), colour: value } };
  return { ...plan, notices: [...plan.notices, notice] };
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
  return ask(session, 'which', heard.understood, {
    values: { count: onScreen.length },
    suggestions: places(onScreen.length),
  });
}

/** "Show me others" of the same; with a wish of its own ("now show me jeans") it is a request like any. */
function asksForOthers({ heard }: TurnInHand): boolean {
  const { critiques, constraints } = heard.understood;
  return !heard.photo && isUnconstrained(constraints) && critiques.some(({ facet }) => facet === 'variety');
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

/** "Similar": resembles a garment; the budget, the size and the audience go on holding. */
export const answerSimilar: Move = async (turn) => {
  const { heard, session, resolved, shown } = turn;
  if (heard.photo) return answerRequest(turn);
  if (heard.understood.references.length === 0 && photoJustSeen(session)) {
    return answerPlan(turn, planRequest({ ...turn, resolved: { ...resolved, photo: true } }, undefined));
  }
  const target =
    resolved.garments[0] ??
    (resolved.photo || resolved.missed
      ? undefined
      : shown.find(({ id }) => id === (session.focus ?? session.shown[0])));
  if (!target) return session.photo || resolved.photo ? answerRequest(turn) : askWhich(turn);
  return answerPlan(turn, planRequest(turn, target));
};
