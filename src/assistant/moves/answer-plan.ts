import { isUnconstrained, statedIds } from '../../domain/constraints.js';
import { convert } from '../../domain/money.js';
import type { Message, MessageValue } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';
import type { Critique } from '../../domain/turn.js';
import { isGift } from '../../language/gift-talk.js';
import type { Answer, Move, TurnInHand } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import { toBegin } from '../say/suggest.js';
import type { SearchOutcome } from '../search.js';
import { garmentMeant, type RequestPlan } from '../track/plan-request.js';
import { answerParts } from './answer-parts.js';
import { waitingFor, wasAsked } from './ask.js';
import { find, keepsEvery, type Lead, meets, presentList } from './find.js';
import { refusedIn, wordsFound } from './words-found.js';

/** Searches what the tracker now holds; where that finds nothing, what the shopper is likelier to mean. */
export async function answerPlan(turn: TurnInHand, plan: RequestPlan): Promise<Answer> {
  const { priceCritique } = plan;
  if (!hasRequest(plan.session) && plan.session.sort === undefined) return askWhat(turn, plan.session);
  const { session: looking, outcome, missing } = await findWords(turn, plan.session);
  const asks = asksOfPresent(turn, looking);
  const session = asks ? waitingFor(looking, 'what') : looking;
  const after = [...(await whatWouldGive(turn, session, outcome)), ...(asks ? [{ id: 'question.gift' }] : [])];
  const before = [...plan.notices, ...missing, ...(await leftOut(turn, session))];
  const lead: Lead = { move: moveName(turn), id: plan.lead, before, after };
  const exhausted = priceCritique !== undefined && isExhausted(turn, priceCritique);
  if (meets(turn, session, outcome) && !exhausted) return presentList(turn, session, outcome, lead);
  // "The second one, but cheaper": what resembles it for less is an answer, whatever else gave way.
  const pointed = turn.resolved.garments.length > 0 && outcome.items.length > 0;
  if (pointed && !exhausted && !outcome.relaxed.some(({ facet }) => facet === 'price'))
    return presentList(turn, session, outcome, lead);
  if (priceCritique !== undefined && !exhausted && (await wasAmissBefore(turn, outcome)))
    return presentList(turn, session, outcome, lead);
  if (priceCritique !== undefined) return nothingCheaper(turn, session, priceCritique, lead);
  return (
    (await furtherStep(turn, session, plan.further, lead)) ??
    (await priceBack(turn, session, lead)) ??
    presentList(turn, session, outcome, lead)
  );
}

/** A present for somebody, and nothing said of what or for how much: asked with the first list, and not again. */
function asksOfPresent({ heard }: TurnInHand, { constraints, keywords }: SessionState): boolean {
  const { category, price, styles } = constraints;
  return isGift(heard.text) && (category ?? price ?? styles) === undefined && keywords.length === 0;
}

/** Searches what `session` is looking for as it stands (after undo, a dislike, a change of language). */
export async function answerStanding(turn: TurnInHand, session: SessionState, lead: Lead): Promise<Answer> {
  if (session.parts) return answerParts(turn, session, [], lead);
  const outcome = await find(turn, session);
  const fitting = outcome.items.filter(({ garment }) => keepsEvery(garment, session.constraints, turn.scope));
  // "Nothing cheaper" is no word for a list with cheaper near misses in it.
  const only = lead.fittingOnly === true && fitting.length > 0 && fitting.length < outcome.items.length;
  return presentList(turn, session, only ? { ...outcome, items: fitting, relaxed: [] } : outcome, lead);
}

/** Where another kind stands in because of the budget, or nothing does: what the kind asked for costs at least. */
async function whatWouldGive(turn: TurnInHand, session: SessionState, outcome: SearchOutcome): Promise<Message[]> {
  const { price, category, ...others } = session.constraints;
  const astray = outcome.items.length === 0 || outcome.relaxed.some(({ facet }) => facet === 'category');
  if (!astray || !price?.max || category === undefined) return [];
  const anyPrice = { ...others, category };
  for (const constraints of [anyPrice, { category }]) {
    const found = await find(turn, { ...session, constraints, sort: 'price-ascending' });
    const [cheapest] = found.items;
    if (!cheapest?.garment.price || found.relaxed.length > 0) continue;
    const needed = convert(cheapest.garment.price, price.max.currency, turn.scope.rates);
    if (!needed || needed.minorUnits <= price.max.minorUnits) continue;
    const items = [category].flat().map((id): MessageValue => ({ kind: 'facet', value: { facet: 'category', id } }));
    const values = {
      asked: { kind: 'list' as const, items, join: 'or' as const },
      price: { kind: 'money' as const, money: cheapest.garment.price },
    };
    return [{ id: constraints === anyPrice ? 'would-give.price' : 'would-give.price-kind', values }];
  }
  return [];
}

/** Words of a turn that say nothing else, and that no row holds ("any by Uniqlo?"), are said and let go. */
async function findWords(
  turn: TurnInHand,
  session: SessionState,
): Promise<{ session: SessionState; outcome: SearchOutcome; missing: Message[] }> {
  const { keywords, constraints, critiques, intent } = turn.heard.understood;
  const outcome = await find(turn, session);
  const alone = intent === 'search' || (isUnconstrained(constraints) && critiques.length === 0);
  const garments = outcome.items.map(({ garment }) => garment);
  const found = wordsFound(keywords, garments);
  const unfound = keywords.filter((word) => !found.includes(word)).slice(0, 3);
  const telling = unfound.filter((word) => tellsOfGarment(word, turn));
  if (unfound.length === 0 || garments.length === 0) return { session, outcome, missing: [] };
  const kept = session.keywords.filter((word) => !unfound.includes(word));
  // Beside a wish that was understood they were only talk.
  if (!alone) return { session: { ...session, keywords: kept }, outcome, missing: [] };
  const { words: _words, ...rest } = session;
  const next = { ...rest, keywords: kept };
  const words = { kind: 'list' as const, items: telling, join: 'or' as const };
  const missing = telling.length > 0 ? [{ id: 'notice.words-missing', values: { words } }] : [];
  return hasRequest(next)
    ? { session: next, outcome: await find(turn, next), missing }
    : { session: next, outcome, missing };
}

/** A sentence longer than this says more than what is looked for. */
const SHORT = 12;
const A_TIME_OR_NUMBER = /^(?:[〇零一二两三四五六七八九十百千万几半]+|(?:周|星期|礼拜)[一二三四五六日天]|next|last)$/u;

/** A word that may describe what is looked for, and not when, for whom or where it is worn. */
function tellsOfGarment(word: string, { heard, scope, session }: TurnInHand): boolean {
  if (A_TIME_OR_NUMBER.test(word.toLowerCase())) return false;
  const { tokens, constraints } = heard.understood;
  if (isUnconstrained(constraints) || tokens.length <= SHORT) return true;
  // In a long one it is the word right before the garment's own.
  const after = tokens[tokens.findIndex(({ text }) => text.toLowerCase() === word.toLowerCase()) + 1]?.text;
  if (after === undefined) return false;
  const context = { locale: session.locale, currency: scope.currency, brands: scope.brands };
  const read = scope.understand(after, { ...context, hasShown: false, hasPhoto: false, hasRequest: false });
  return statedIds(read.constraints, 'category').length > 0;
}

/** What a refusal of this turn comes to ("no zippers"): rows that name the thing are left out, others say nothing of it. */
async function leftOut(turn: TurnInHand, session: SessionState): Promise<Message[]> {
  const { avoided } = turn.heard.understood;
  if (avoided === undefined) return [];
  const { avoided: _avoided, ...unhindered } = session;
  const { items } = await find(turn, unhindered);
  const named = refusedIn(
    avoided,
    items.map(({ garment }) => garment),
  );
  const values = (words: string[]) => ({ words: { kind: 'list' as const, items: words, join: 'or' as const } });
  return named.length > 0
    ? [{ id: 'notice.left-out', values: values(named) }]
    : [{ id: 'notice.cannot-leave-out', values: values([...avoided]) }];
}

/** "Cheaper", of a list for which something had given way before: the same gave way now, and the price did not. */
async function wasAmissBefore(turn: TurnInHand, { items, relaxed }: SearchOutcome): Promise<boolean> {
  if (items.length === 0 || relaxed.some(({ facet }) => facet === 'price')) return false;
  const before = await find(turn, turn.session);
  const given = new Set(before.relaxed.map(({ facet }) => facet));
  return !meets(turn, turn.session, before) && relaxed.every(({ facet }) => given.has(facet));
}

/** A list from the lowest price up begins with the cheapest there is: "cheaper" has nowhere to go. */
function isExhausted(turn: TurnInHand, direction: Critique['direction']): boolean {
  const pointed = turn.resolved.garments.length > 0 || garmentMeant(turn) !== undefined;
  return !pointed && turn.session.sort === orderOf(direction);
}

/**
 * Back to the budget as stated, in the order asked for, and said so: a cheaper one of another colour is not
 * what "cheaper" asks for.
 */
function nothingCheaper(
  turn: TurnInHand,
  session: SessionState,
  direction: Critique['direction'],
  lead: Lead,
): Promise<Answer> {
  const instead = { id: direction === 'less' ? 'reply.no-cheaper' : 'reply.no-dearer' };
  const ordered = { ...withStatedPrice(session), sort: orderOf(direction) };
  return answerStanding(turn, ordered, { ...lead, instead, fittingOnly: true });
}

/** "Longer" where nothing is one step longer: the next length there is. */
async function furtherStep(
  turn: TurnInHand,
  session: SessionState,
  further: RequestPlan['further'],
  lead: Lead,
): Promise<Answer | undefined> {
  for (const constraints of further) {
    const next = { ...session, constraints };
    const outcome = await find(turn, next);
    if (meets(turn, next, outcome)) return presentList(turn, next, outcome, lead);
  }
  return undefined;
}

/** "Cheaper" narrowed the price earlier; a later wish that only the stated budget can meet has it back. */
async function priceBack(turn: TurnInHand, session: SessionState, lead: Lead): Promise<Answer | undefined> {
  const wider = withStatedPrice(session);
  if (JSON.stringify(wider.constraints.price) === JSON.stringify(session.constraints.price)) return undefined;
  const outcome = await find(turn, wider);
  if (!meets(turn, wider, outcome)) return undefined;
  return presentList(turn, wider, outcome, { ...lead, before: [...(lead.before ?? []), { id: 'notice.price-back' }] });
}

function withStatedPrice(session: SessionState): SessionState {
  const { price: _narrowed, ...constraints } = session.constraints;
  const stated = session.told?.price;
  return { ...session, constraints: stated ? { ...constraints, price: stated } : constraints };
}

function orderOf(direction: Critique['direction']): 'price-ascending' | 'price-descending' {
  return direction === 'less' ? 'price-ascending' : 'price-descending';
}

/** "Just browsing": something to look at, of what was asked for so far or of the whole shop. */
export const answerBrowse: Move = async (turn) =>
  hasRequest(turn.session)
    ? answerStanding(turn, turn.session, { move: 'popular', id: 'reply.popular' })
    : askWhat(turn, turn.session);

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

function moveName(turn: TurnInHand): string {
  if (turn.heard.photo) return 'photo-search';
  return turn.heard.understood.intent === 'unknown' ? 'search' : turn.heard.understood.intent;
}
