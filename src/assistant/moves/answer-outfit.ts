import { isUnconstrained, statedIds } from '../../domain/constraints.js';
import type { Garment } from '../../domain/garment.js';
import { convert } from '../../domain/money.js';
import { isOwn } from '../../domain/own-piece-id.js';
import type { Message, MessageValue } from '../../domain/reply.js';
import type { OutfitBrief, SessionState } from '../../domain/session.js';
import { outfitsAsked } from '../../language/outfit-questions.js';
import { occasionNamed } from '../../language/outfit-talk.js';
import { readWardrobeTalk } from '../../language/wardrobe-talk.js';
import type { OutfitOutcome, OutfitRequest } from '../../styling/outfit-composer.js';
import { isNote } from '../../styling/relaxation-ladder.js';
import { type Answer, type Move, type TurnInHand, titleOf } from '../answer.js';
import { atMost, outfitChanges, places, press, type Sayable, say } from '../say/suggest.js';
import type { Scope } from '../scope.js';
import { withLastingRefusals } from '../track/carry-over.js';
import { incomparableCurrency } from '../track/critique-price.js';
import { FORMALITY_LEVELS } from '../track/facet-ladders.js';
import { mergeConstraints } from '../track/merge-constraints.js';
import { requestFor } from '../track/outfit-request.js';
import { slotOf, slotsOf } from '../track/outfit-slots.js';
import { occasionAndRain } from '../track/outfit-weather.js';
import { namesOnlyUnworn, pieceInWords } from '../track/piece-in-words.js';
import { photoJustSeen, withPhoto } from '../track/running-request.js';
import { ask, wasAsked } from './ask.js';
import { availability } from './describe-garment.js';
import { degradedNote, varied } from './find.js';
import { wishedAmong } from './outfit-change/choose-pieces.js';

const OUTFITS = 3;
/** As many as are kept of a reply. */
const MOST_OUTFITS = 6;
/** So many times the outfits are composed where one piece of them is asked for. */
const WIDER = 4;

/** What is dressed: a garment of the catalogue, a photo of an own one, or an occasion alone. */
type Anchor =
  | { readonly garment: Garment; readonly assumed: boolean }
  | { readonly photo: true }
  | { readonly occasion: true };

/** Outfits around a shown garment, a photo of an own garment, or for an occasion. */
export const answerOutfit: Move = async (given) => {
  const turn = withSkirt(given);
  const { heard, scope } = turn;
  const { constraints } = heard.understood;
  const currency = incomparableCurrency(constraints.price, scope.currency, scope.rates);
  if (currency !== undefined) {
    const { price: _unknown, ...rest } = constraints;
    const values = { stated: currency, currency: scope.currency };
    return ask(turn.session, 'currency', { ...heard.understood, constraints: rest }, { values });
  }
  const session = heard.photo ? withPhoto(turn.session, heard.photo.remembered) : turn.session;
  const told = toldAnchor(turn, session);
  const anchor = told?.anchor ?? anchorOf(turn, session);
  if (!anchor) return askAnchor(turn);
  const wishes = told ? told.wishes : wishesOf(turn);
  const brief = { ...briefOf(turn, session, anchor), ...(wishes ? { wishes } : {}) };
  const among = await wishedAmong(turn, brief);
  const slots = told || 'occasion' in anchor ? [] : slotsAsked(turn);
  const count = Math.min(outfitsAsked(heard.text) ?? OUTFITS, MOST_OUTFITS);
  const beside = 'garment' in anchor ? togetherWith(turn, anchor.garment) : [];
  const request = {
    ...requestFor(turn, session, brief),
    ...(beside.length > 0 ? { keep: beside.map(({ id }) => id) } : {}),
    ...(slots.length > 0 ? { slots } : {}),
    ...(Object.keys(among).length > 0 ? { among } : {}),
    ...(heard.understood.sort === 'price-ascending' ? { thrifty: true } : {}),
    limit: wishes ? count * WIDER : count,
  };
  const outcome = await composed(scope, request);
  const outfits = withPieceAsked(turn, outcome.outfits, wishes).slice(0, count);
  if (beside.length > 0 && outfits.length === 0)
    return { move: 'outfit', session, messages: [{ id: 'outfit.not-together' }], suggestions: [], aside: true };
  return outfits.length > 0
    ? presentOutfits(turn, session, anchor, brief, { ...outcome, outfits })
    : noOutfit(turn, session, anchor, outcome);
};

/** For a couple: what both could wear, and where that dresses nobody, what each could. */
async function composed({ composeOutfits }: Scope, request: OutfitRequest): Promise<OutfitOutcome> {
  const outcome = await composeOutfits(request);
  if (request.audience !== 'unisex' || (outcome.outfits.length > 0 && outcome.relaxed.every(isNote))) return outcome;
  const { audience: _both, ...each } = request;
  return composeOutfits(each);
}

/**
 * "What goes with a white shirt?", "with my own jeans": a piece that no card shows and no wardrobe has, told in words.
 * Dressed round as one's own; what else is named is what is asked to go with it.
 */
function toldAnchor(turn: TurnInHand, session: SessionState): Told | undefined {
  const { heard, resolved, scope } = turn;
  const owned = readWardrobeTalk(heard.text) === 'wear';
  if (heard.photo || resolved.missed || resolved.references.length > 0) return undefined;
  if (!owned && anchorOf(turn, session) !== undefined) return undefined;
  const told = pieceInWords(heard.text, scope.vocabulary);
  if (told === undefined) return undefined;
  const worn = slotOf(told.garment.category, scope.vocabulary);
  const wished = told.others
    // 衬衫配什么裙子: beside a top a dress is a skirt.
    .map((id) => (id === 'dress' && (worn === 'top' || worn === 'mid') ? 'skirt' : id))
    .map((id) => [slotOf(id, scope.vocabulary), id] as const)
    .filter(([slot]) => slot !== undefined && slot !== worn);
  const wishes = Object.fromEntries(wished.map(([slot, id]) => [slot, slot === id ? {} : { category: id }]));
  return { anchor: { garment: told.garment, assumed: false }, wishes: wished.length > 0 ? wishes : undefined };
}

interface Told {
  readonly anchor: Anchor;
  readonly wishes: OutfitBrief['wishes'];
}

/** "Does the first go with the fifth?": the others pointed at are worn too. */
function togetherWith({ resolved }: TurnInHand, anchor: Garment): Garment[] {
  return resolved.garments.filter(({ id }) => id !== anchor.id);
}

/** 衬衫配什么裙子: beside a top a dress is a skirt. */
function withSkirt(turn: TurnInHand): TurnInHand {
  const { heard, resolved, scope } = turn;
  const { constraints } = heard.understood;
  const worn = slotOf(resolved.garments[0]?.category ?? null, scope.vocabulary);
  const kinds = statedIds(constraints, 'category');
  if ((worn !== 'top' && worn !== 'mid') || !kinds.includes('dress')) return turn;
  const category = kinds.map((id) => (id === 'dress' ? 'skirt' : id));
  const understood = { ...heard.understood, constraints: { ...constraints, category } };
  return { ...turn, heard: { ...heard, understood } };
}

/** Outfits with a piece of the kind that was named, where there are any. */
function withPieceAsked(
  { scope }: TurnInHand,
  outfits: OutfitOutcome['outfits'],
  wishes: OutfitBrief['wishes'],
): OutfitOutcome['outfits'] {
  const slots = Object.keys(wishes ?? {});
  if (slots.length === 0) return outfits;
  const having = outfits.filter(({ garments }) =>
    slots.every((slot) => garments.some(({ category }) => slotOf(category, scope.vocabulary) === slot)),
  );
  return having.length > 0 ? having : outfits;
}

function anchorOf(turn: TurnInHand, session: SessionState): Anchor | undefined {
  const { heard, resolved, shown, scope } = turn;
  const pointed = resolved.garments[0];
  if (heard.photo) return { photo: true };
  if (pointed) return { garment: pointed, assumed: false };
  if (resolved.missed) return undefined;
  if (resolved.photo && session.photo) return { photo: true };
  if (resolved.references.length === 0 && namesOccasion(turn)) return { occasion: true };
  const focused = shown.find(({ id }) => id === session.focus);
  if (focused) return { garment: focused, assumed: false };
  if (photoJustSeen(session) && session.photoTurn === undefined) return { photo: true };
  const onScreen = session.shown.flatMap((id) => shown.find((garment) => garment.id === id) ?? []);
  // Nobody dresses round a hair clip unless it is pointed at.
  const first = onScreen.find(({ category }) => isWorn(slotOf(category, scope.vocabulary))) ?? onScreen[0];
  if (first) return { garment: first, assumed: session.shown.length > 1 };
  return session.photo ? { photo: true } : undefined;
}

const WORN: ReadonlySet<string> = new Set(['top', 'bottom', 'onepiece', 'mid', 'outer', 'footwear']);

function isWorn(slot: string | undefined): boolean {
  return slot !== undefined && WORN.has(slot);
}

/** A season, an occasion of the vocabulary, or one it does not know: that is said, and dressed for like any day. */
function namesOccasion(turn: TurnInHand): boolean {
  const { constraints } = turn.heard.understood;
  if (statedIds(constraints, 'occasions').length > 0) return true;
  if (statedIds(constraints, 'category').length > 0) return false;
  if (statedIds(constraints, 'seasons').length > 0) return true;
  return unknownOccasion(turn) !== undefined;
}

/** A purpose in words that mean nothing else to us ("for mars"). */
function unknownOccasion({ heard }: TurnInHand): string | undefined {
  const name = occasionNamed(heard.text);
  const { keywords } = heard.understood;
  return name !== undefined && keywords.some((word) => name.includes(word.toLowerCase())) ? name : undefined;
}

/** "Shoes to go with it": these and no more. */
function slotsAsked({ heard, scope }: TurnInHand): string[] {
  const kinds = statedIds(heard.understood.constraints, 'category');
  return [...new Set(kinds.flatMap((id) => slotOf(id, scope.vocabulary) ?? []))];
}

/** "What trousers go with it", "a date, with a red dress": what is asked of the piece named. */
function wishesOf(turn: TurnInHand): OutfitBrief['wishes'] {
  const { heard, scope } = turn;
  const stated = heard.understood.constraints;
  const [slot, ...more] = slotsAsked(turn);
  if (slot === undefined || more.length > 0) return undefined;
  const kinds = statedIds(stated, 'category').filter((id) => id !== slot && slotOf(id, scope.vocabulary) === slot);
  const looks = Object.fromEntries(LOOKS.map((facet) => [facet, statedIds(stated, facet)] as const));
  const wish = mergeConstraints({}, { ...without(looks), ...(kinds.length > 0 ? { category: kinds } : {}) });
  return isUnconstrained(wish) ? undefined : { [slot]: wish };
}

const LOOKS = ['colours', 'pattern', 'material', 'sleeve', 'neckline', 'fit', 'length'] as const;

function without(lists: Readonly<Record<string, string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).filter(([, ids]) => ids.length > 0));
}

function briefOf(turn: TurnInHand, session: SessionState, anchor: Anchor): OutfitBrief {
  const { heard, scope } = turn;
  const stated = heard.understood.constraints;
  const held = session.constraints;
  const first = (facet: 'seasons' | 'audience'): string | undefined =>
    statedIds(stated, facet)[0] ?? statedIds(held, facet)[0];
  const [season, audience] = [first('seasons'), first('audience')];
  const standing =
    ('occasion' in anchor ? unknownOccasion(turn) : undefined) ?? mostFormal(statedIds(held, 'occasions'));
  const { occasion: named, rain } = occasionAndRain(byFormality(statedIds(stated, 'occasions')), standing);
  // A child at a wedding is a guest.
  const child = audience !== undefined && scope.vocabulary.isKindOf('audience', audience, 'kids');
  const occasion = child && named === 'wedding' ? 'wedding_guest' : named;
  const size = typeof stated.size === 'string' ? stated.size : session.told?.size;
  // A budget said with the outfit is for the whole; one said for a single garment is not the outfit's.
  const budget = stated.price?.max && convert(stated.price.max, scope.currency, scope.rates);
  const avoid = [...new Set([...statedIds(held.exclude, 'colours'), ...statedIds(stated.exclude, 'colours')])];
  return {
    ...('garment' in anchor ? { garmentId: anchor.garment.id } : {}),
    ...('photo' in anchor ? { photo: true } : {}),
    ...(occasion === undefined ? {} : { occasion }),
    ...(rain ? { rain } : {}),
    ...(season === undefined ? {} : { season }),
    ...(audience === undefined ? {} : { audience }),
    ...(size === undefined ? {} : { size }),
    ...(budget ? { budget } : {}),
    ...(avoid.length > 0 ? { avoidColours: avoid } : {}),
  };
}

const TRIP = 'travel';

/** One outfit answers one occasion: which of several it is, is said. */
function wentBy({ heard }: TurnInHand, { occasion, rain }: OutfitBrief): Message[] {
  const others = statedIds(heard.understood.constraints, 'occasions').filter(
    (id) =>
      id !== TRIP &&
      id !== occasion &&
      !(rain && id === 'rainy_day') &&
      !(id === 'wedding' && occasion === 'wedding_guest'),
  );
  if (occasion === undefined || others.length === 0) return [];
  const named = (id: string): MessageValue => ({ kind: 'facet', value: { facet: 'occasions', id } });
  const list: MessageValue = { kind: 'list', items: others.map(named), join: 'and' };
  return [{ id: 'outfit.went-by', values: { occasion: named(occasion), others: list } }];
}

/** "Five outfits", and there are three: as many as possible, and said so. */
function fewerThanAsked({ heard }: TurnInHand, count: number): Message[] {
  const asked = outfitsAsked(heard.text) ?? 0;
  return asked > count ? [{ id: 'outfit.fewer', values: { asked, count } }] : [];
}

/** Of several occasions at once the one that forgives least: a wedding on a beach is a wedding. */
function mostFormal(occasions: readonly string[]): string | undefined {
  return byFormality(occasions)[0];
}

function byFormality(occasions: readonly string[]): string[] {
  // A trip is how one gets to the slopes: where something else is named, it is dressed for.
  const level = (id: string): number => (id === TRIP ? -2 : FORMALITY_LEVELS.findIndex((ids) => ids.includes(id)));
  return [...occasions].sort((a, b) => level(b) - level(a));
}

function presentOutfits(
  turn: TurnInHand,
  session: SessionState,
  anchor: Anchor,
  brief: OutfitBrief,
  outcome: OutfitOutcome,
): Answer {
  const { outfits, relaxed, degraded } = outcome;
  const garment = 'garment' in anchor ? anchor.garment : undefined;
  const others = session.shown.filter((id) => id !== garment?.id);
  const next = turn.shown.find(({ id }) => id === others[0]);
  return {
    move: 'outfit',
    session: {
      ...session,
      constraints: withLastingRefusals(session.constraints, turn.heard.understood.constraints),
      focus: garment?.id ?? session.focus,
      outfits: outfits.map((outfit) => outfit.garments.map(({ id }) => id)),
      dressing: { ...brief, at: 0, without: [], earlier: [] },
      pending: null,
    },
    messages: [
      introduction(turn, anchor, outfits.length),
      ...fewerThanAsked(turn, outfits.length),
      ...wentBy(turn, brief),
      ...(garment ? soldOut(garment) : []),
      ...relaxed.map(({ message }) => message),
      ...degradedNote(degraded),
    ],
    outfits,
    suggestions: atMost([
      ...(brief.audience === undefined && mixed(outfits) ? [say('women'), say('men')] : []),
      ...outfitChanges(slotsOf(outfits[0]?.garments ?? [], turn.scope.vocabulary)),
      ...(next && garment ? [press('outfit', next, session.shown.indexOf(next.id) + 1)] : []),
      ...occasionsToTry(turn, session),
    ]),
    relaxed,
    degraded,
    stated: turn.heard.understood.constraints,
  };
}

/** Women's and men's outfits side by side, where nobody said for whom. */
function mixed(outfits: OutfitOutcome['outfits']): boolean {
  const worn = new Set(outfits.flatMap(({ garments }) => garments.flatMap(({ audience }) => audience ?? [])));
  return worn.has('women') && worn.has('men');
}

function introduction(turn: TurnInHand, anchor: Anchor, count: number): Message {
  if ('garment' in anchor) {
    const values = { title: titleOf(anchor.garment), count };
    if (isOwn(anchor.garment)) return { id: 'reply.outfits-told', values };
    return { id: anchor.assumed ? 'reply.outfits-first' : varied(turn, 'reply.outfits'), values };
  }
  return { id: 'photo' in anchor ? 'reply.outfits-photo' : 'reply.outfits-occasion', values: { count } };
}

function noOutfit(turn: TurnInHand, session: SessionState, anchor: Anchor, outcome: OutfitOutcome): Answer {
  const because = outcome.emptyBecause ?? 'nothing-fits';
  const garment = 'garment' in anchor ? anchor.garment : undefined;
  return {
    move: 'outfit',
    session: { ...session, focus: garment?.id ?? session.focus },
    messages: [{ id: `reply.no-outfit-${because}` }, ...degradedNote(outcome.degraded)],
    suggestions: atMost([...(garment ? [press('similar', garment)] : []), ...occasionsToTry(turn, session)]),
    relaxed: outcome.relaxed,
    degraded: outcome.degraded,
    stated: turn.heard.understood.constraints,
  };
}

/** An outfit around something sold out is said to be one. */
function soldOut(garment: Garment): Message[] {
  return availability(garment, []).filter(({ id }) => id === 'about.sold-out');
}

function askAnchor(turn: TurnInHand): Answer {
  const { session, heard, resolved } = turn;
  const id = resolved.missed && session.shown.length > 0 ? 'which' : 'outfit-anchor';
  if (namesOnlyUnworn(heard.text, turn.scope.vocabulary)) {
    return {
      move: 'no-anchor',
      session,
      messages: [{ id: 'reply.no-outfit-not-wearable' }],
      suggestions: occasionsToTry(turn, session),
    };
  }
  if (wasAsked(session, id)) {
    return {
      move: 'no-anchor',
      session,
      messages: [{ id: 'reply.no-outfit-no-anchor' }],
      suggestions: occasionsToTry(turn, session),
    };
  }
  const options =
    id === 'which'
      ? { values: { count: session.shown.length }, suggestions: places(session.shown.length) }
      : { suggestions: occasionsToTry(turn, session) };
  return ask(session, id, heard.understood, options);
}

function occasionsToTry(turn: TurnInHand, session: SessionState): ReturnType<typeof say>[] {
  const known = new Set([
    ...statedIds(turn.heard.understood.constraints, 'occasions'),
    ...statedIds(session.constraints, 'occasions'),
  ]);
  const tries: readonly (readonly [string, Sayable])[] = [
    ['work', 'outfit-work'],
    ['date', 'outfit-date'],
    ['daily', 'outfit-casual'],
  ];
  return tries.filter(([occasion]) => !known.has(occasion)).map(([, what]) => say(what));
}
