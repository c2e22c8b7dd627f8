import { type Constraints, isUnconstrained, statedIds } from '../../domain/constraints.js';
import { FACETS } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import { convert, type Money } from '../../domain/money.js';
import type { Message, MessageValue, Outfit, Relaxation } from '../../domain/reply.js';
import type { Dressing, OutfitBrief, SessionState } from '../../domain/session.js';
import { readOutfitTalk } from '../../language/outfit-talk.js';
import { asksForFacts } from '../../language/questions.js';
import { facetEvidence } from '../../ranking/facet-evidence.js';
import type { OutfitRequest } from '../../styling/outfit-composer.js';
import type { Answer, Move, TurnInHand } from '../answer.js';
import { atMost, outfitChanges, say } from '../say/suggest.js';
import { relaxationsFor } from '../search-relaxations.js';
import { withLastingRefusals } from '../track/carry-over.js';
import { critiqueFacet, formalitySteps } from '../track/critique-facets.js';
import { FORMALITY_ASKED, FORMALITY_LEVELS } from '../track/facet-ladders.js';
import { type OutfitChange, type PieceChange, piecesOf, readOutfitChange } from '../track/outfit-change.js';
import { requestFor } from '../track/outfit-request.js';
import { displacedBy, kindsFor, slotOf, slotsOf } from '../track/outfit-slots.js';
import { withoutUndefined } from '../track/without-undefined.js';
import { describeGarment } from './describe-garment.js';
import { keepsEvery, varied } from './find.js';

const OUTFITS = 3;
/** Pieces a wish is chosen from: more than an outfit's shortlist holds. */
const CHOICE = 80;
const EARLIER = 4;
/** The everyday: below it come nightwear and sport, which nobody means by "more casual". */
const LEAST_FORMAL = 1;
const PASSED_OVER = 40;
/** "Cheaper" is to be felt; where nothing is that much cheaper, any saving counts. */
const SAVINGS = [0.85, 0.999];

/** A change of the outfits on the screen; the rest of them stays as it is. */
export const answerOutfitChange: Move = async (turn) => {
  const change = readOutfitChange(turn);
  const { dressing } = turn.session;
  if (!change || !dressing) return unchanged(turn, 0, { id: 'outfit.no-change' });
  switch (change.kind) {
    case 'piece':
      return swapPiece(turn, dressing, change);
    case 'drop':
      return dropPiece(turn, dressing, change);
    case 'whole':
      return changeWhole(turn, dressing, change);
    case 'another':
      return another(turn, dressing);
    case 'choose':
      return choose(turn, dressing, change.at);
    case 'why':
      return explain(turn, dressing, change.at);
    case 'back':
      return goBack(turn, dressing);
    case 'describe':
      return describePiece(turn, change.piece);
  }
};

/** Words of their own, since people say shoes where the vocabulary says footwear. */
const CALLED: ReadonlySet<string> = new Set(['footwear', 'bag', 'outerwear', 'top', 'bottom']);

function called(name: string): MessageValue {
  if (CALLED.has(name)) return { kind: 'message', message: { id: `piece.${name}` } };
  return { kind: 'facet', value: { facet: 'category', id: name } };
}

type At<T> = T & { readonly at: number };

async function swapPiece(
  turn: TurnInHand,
  dressing: Dressing,
  change: At<Extract<PieceChange, { kind: 'piece' }>>,
): Promise<Answer> {
  const { scope, session } = turn;
  const { slot, from, at, name } = change;
  if (from && onlyRefuses(change.wish) && change.critiques.length === 0) return refusePiece(turn, dressing, change);
  const pieces = piecesOf(turn, at);
  const also = change.also ?? [];
  const displaced = new Set([slot, ...displacedBy(slot), ...also]);
  const kept = pieces.filter(
    (piece) => piece.id !== from?.id && !displaced.has(slotOf(piece.category, scope.vocabulary) ?? ''),
  );
  const gone = pieces.filter(({ id }) => !kept.some((piece) => piece.id === id));
  const wish = wishFor(turn, change);
  const choice = await choiceOf(turn, dressing, slot, wish);
  const label: MessageValue =
    also.length > 0
      ? { kind: 'list', items: [name, ...(change.alsoNamed ?? [])].map(called), join: 'and' }
      : called(name);
  const without = bounded([...dressing.without, ...gone.map(({ id }) => id)]);
  const brief = withWish(withoutAnchor(briefOf(dressing), kept), slot, wish);
  const slots = slot === 'bottom' && gone.some((piece) => isWhole(piece, turn)) ? ['bottom', 'top'] : [slot, ...also];
  const request = requestFor(turn, session, brief);
  const outcome =
    choice && choice.ids.length === 0
      ? undefined
      : await scope.composeOutfits({
          ...request,
          keep: kept.map(({ id }) => id),
          without: [...(request.without ?? []), ...without],
          slots,
          ...(choice ? { among: { ...request.among, [slot]: choice.ids } } : {}),
          limit: OUTFITS,
        });
  const outfits = (outcome?.outfits ?? [])
    .filter(({ garments }) => garments.length > kept.length)
    .map((outfit) => inOrder(outfit, pieces, turn));
  if (outfits.length === 0) return unchanged(turn, at, { id: 'outfit.no-swap', values: { piece: label } });
  const near = (choice?.relaxed ?? []).length > 0;
  const id = near ? 'outfit.nearest-swap' : from ? varied(turn, 'outfit.swapped') : 'outfit.added';
  return present(turn, { ...brief, slot, without }, outfits, {
    said: [{ id, values: { piece: label, count: outfits.length } }],
    relaxed: [...(choice?.relaxed ?? []), ...(outcome?.relaxed ?? [])],
  });
}

function onlyRefuses(wish: OutfitBriefWish): boolean {
  const { exclude, ...rest } = wish;
  return exclude !== undefined && isUnconstrained(rest);
}

/** "No heels": outfits without them stay as they are, in the others they give way; and none come back later. */
async function refusePiece(
  turn: TurnInHand,
  dressing: Dressing,
  change: At<Extract<PieceChange, { kind: 'piece' }>>,
): Promise<Answer> {
  const { scope, session } = turn;
  const { slot, wish, at } = change;
  const choice = await choiceOf(turn, dressing, slot, wish);
  const outfits: Outfit[] = [];
  const brief = withWish(briefOf(dressing), slot, wish);
  const places = [at, ...session.outfits.keys()].filter((place, index, all) => all.indexOf(place) === index);
  for (const place of places) {
    const pieces = piecesOf(turn, place);
    const worn = pieces.find(({ category }) => slotOf(category, scope.vocabulary) === slot);
    if (!worn || keepsEvery(worn, wish, scope)) {
      outfits.push(...(await asItIs(turn, brief, pieces)));
      continue;
    }
    const kept = pieces.filter((piece) => piece !== worn);
    const request = requestFor(turn, session, withoutAnchor(brief, kept));
    const outcome = await scope.composeOutfits({
      ...request,
      keep: kept.map(({ id }) => id),
      slots: [slot],
      ...(choice ? { among: { ...request.among, [slot]: choice.ids } } : {}),
      limit: 1,
    });
    outfits.push(...outcome.outfits.map((outfit) => inOrder(outfit, pieces, turn)));
  }
  const refused = refusedValues(wish);
  if (outfits.length === 0) return unchanged(turn, at, { id: 'outfit.no-change' });
  return present(turn, { ...brief, slot, without: dressing.without }, distinct(outfits), {
    said: [{ id: varied(turn, 'outfit.refused'), values: { refused } }],
    relaxed: choice?.relaxed ?? [],
  });
}

function refusedValues({ exclude }: OutfitBriefWish): MessageValue {
  const items = FACETS.flatMap((facet) =>
    statedIds(exclude, facet).map((id): MessageValue => ({ kind: 'facet', value: { facet, id } })),
  );
  return { kind: 'list', items, join: 'or' };
}

/** What is asked of the new piece: the wish, made cheaper than the one worn where that was said. */
function wishFor(turn: TurnInHand, change: Extract<PieceChange, { kind: 'piece' }>): OutfitBriefWish {
  const { scope } = turn;
  let { wish } = change;
  for (const critique of change.critiques) {
    if (critique.facet === 'price') {
      const price = change.from?.price && convert(change.from.price, scope.currency, scope.rates);
      if (!price) continue;
      const end = { ...price, minorUnits: price.minorUnits + (critique.direction === 'less' ? -1 : 1) };
      wish = { ...wish, price: critique.direction === 'less' ? { max: end } : { min: end } };
      continue;
    }
    const basis = change.from ? [change.from] : [];
    wish = critiqueFacet(critique, wish, basis, scope.vocabulary, {})[0] ?? wish;
  }
  return wish;
}

type OutfitBriefWish = NonNullable<OutfitBrief['wishes']>[string];

/** The ids a wish leaves to choose from; undefined where nothing is wished; the nearest, and said so, where none fits. */
async function choiceOf(
  turn: TurnInHand,
  dressing: OutfitBrief,
  slot: string,
  wish: OutfitBriefWish,
): Promise<{ ids: string[]; relaxed: readonly Relaxation[] } | undefined> {
  const { scope, session } = turn;
  if (isUnconstrained(wish)) return undefined;
  const category = kindsFor(slot, wish, scope.vocabulary);
  const constraints = { ...wish, ...(category.length > 0 ? { category } : {}) };
  const { audience } = dressing;
  const found = await scope.search({
    locale: session.locale,
    keywords: [],
    constraints: { ...constraints, ...(audience === undefined ? {} : { audience }) },
    liked: [],
    without: session.disliked,
    limit: CHOICE,
  });
  const fitting = found.items.filter(({ garment }) => keepsEvery(garment, constraints, scope));
  // A shirt with a white check is not the white top that was asked for, while there is one.
  const exact = fitting.filter(({ garment }) =>
    facetEvidence(garment, constraints, scope.vocabulary).every(({ answer }) => answer === 'holds'),
  );
  const best = exact.length > 0 ? exact : fitting;
  if (best.length > 0) return { ids: best.map(({ garment }) => garment.id), relaxed: [] };
  const near = found.items
    .map(({ garment }) => garment)
    .filter(({ category: kind }) => slotOf(kind, scope.vocabulary) === slot);
  const gaveWay = found.relaxed.map(({ facet }) => facet).filter((facet) => facet !== 'category');
  return { ids: near.map(({ id }) => id), relaxed: relaxationsFor(gaveWay, constraints, near, scope.rates) };
}

async function dropPiece(
  turn: TurnInHand,
  dressing: Dressing,
  change: At<Extract<PieceChange, { kind: 'drop' }>>,
): Promise<Answer> {
  const { scope } = turn;
  const label = called(change.name);
  const places = turn.session.outfits.map((_, place) => place);
  const brief = { ...briefOf(dressing), dropped: [...new Set([...(dressing.dropped ?? []), change.slot])] };
  const rest = (at: number): Garment[] =>
    piecesOf(turn, at).filter(({ category }) => slotOf(category, scope.vocabulary) !== change.slot);
  const first = [change.at, ...places.filter((place) => place !== change.at)];
  const outfits: Outfit[] = [];
  for (const at of first) outfits.push(...(await asItIs(turn, brief, rest(at))));
  if (outfits.length === 0) return unchanged(turn, change.at, { id: 'outfit.no-change' });
  return present(turn, { ...brief, without: dressing.without }, outfits, {
    said: [{ id: 'outfit.dropped', values: { piece: label } }],
    relaxed: [],
  });
}

async function changeWhole(
  turn: TurnInHand,
  dressing: Dressing,
  change: Extract<OutfitChange, { kind: 'whole' }>,
): Promise<Answer> {
  const { scope, session } = turn;
  const price = change.critiques.find(({ facet }) => facet === 'price');
  const others = change.critiques.filter(({ facet }) => facet !== 'price');
  const briefs = briefsFor(turn, dressing, change, others.length > 0);
  if (briefs.length === 0) return unchanged(turn, change.at, { id: 'outfit.furthest' });
  if (price) return changePrice(turn, dressing, briefs[0] ?? briefOf(dressing), price.direction, change.at);
  for (const brief of briefs) {
    const among = await wishedAmong(turn, brief);
    const request = requestFor(turn, session, brief);
    const outcome = await scope.composeOutfits({ ...request, among: { ...request.among, ...among }, limit: OUTFITS });
    const last = brief === briefs.at(-1);
    if (outcome.outfits.length === 0 || (!last && outcome.relaxed.length > 0)) continue;
    const values = { count: outcome.outfits.length };
    const same = outcome.outfits.every((outfit) => isShown(outfit, session));
    return present(turn, { ...brief, without: dressing.without }, outcome.outfits, {
      said: [same ? { id: 'outfit.already', values } : { id: varied(turn, 'outfit.changed'), values }],
      relaxed: outcome.relaxed,
    });
  }
  return unchanged(turn, change.at, { id: 'outfit.no-change' });
}

function isShown({ garments }: Outfit, { outfits }: SessionState): boolean {
  const ids = garments.map(({ id }) => id);
  return outfits.some((shown) => shown.length === ids.length && shown.every((id) => ids.includes(id)));
}

/** The brief with what was said of the whole, and further steps of "more formal" where the first finds nothing. */
function briefsFor(
  turn: TurnInHand,
  dressing: Dressing,
  { critiques, stated, at }: Extract<OutfitChange, { kind: 'whole' }>,
  critiqued: boolean,
): OutfitBrief[] {
  const { scope } = turn;
  const [occasion] = statedIds(stated, 'occasions');
  const [season] = statedIds(stated, 'seasons');
  const [audience] = statedIds(stated, 'audience');
  const budget = stated.price?.max && convert(stated.price.max, scope.currency, scope.rates);
  const avoid = [...(dressing.avoidColours ?? []), ...statedIds(stated.exclude, 'colours')];
  const { budget: before, ...kept } = briefOf(dressing);
  const freed = turn.heard.understood.relaxed.includes('price');
  const brief: OutfitBrief = withoutUndefined({
    ...kept,
    ...(occasion === undefined ? {} : { occasion }),
    ...(season === undefined ? {} : { season }),
    ...(audience === undefined ? {} : { audience }),
    ...(typeof stated.size === 'string' ? { size: stated.size } : {}),
    ...(budget ? { budget } : before && !freed ? { budget: before } : {}),
    ...(avoid.length > 0 ? { avoidColours: [...new Set(avoid)] } : {}),
  });
  if (!critiqued) return [brief];
  const warmth = critiques.find(({ facet }) => facet === 'warmth');
  const formality = critiques.find(({ facet }) => facet === 'formality');
  const seasoned = warmth ? { ...brief, season: warmth.direction === 'more' ? 'winter' : 'summer' } : brief;
  if (!formality) return warmth ? [seasoned] : [brief];
  const level = formalityOf(turn, dressing, at);
  const everyday = FORMALITY_ASKED.slice(0, LEAST_FORMAL);
  const steps = formalitySteps(level, formality.direction).filter((asked) => !everyday.includes(asked));
  return steps.flatMap(([first]) => (first === undefined ? [] : [{ ...seasoned, occasion: first }]));
}

function formalityOf(turn: TurnInHand, dressing: Dressing, at: number): number {
  const asked = FORMALITY_LEVELS.findIndex((ids) => ids.includes(dressing.occasion ?? ''));
  if (asked >= 0) return asked;
  const levels = piecesOf(turn, at)
    .flatMap(({ occasions }) => occasions.map((id) => FORMALITY_LEVELS.findIndex((ids) => ids.includes(id))))
    .filter((level) => level >= 0)
    .sort((a, b) => a - b);
  return levels[Math.floor((levels.length - 1) / 2)] ?? 1;
}

/** Cheaper as a whole: the dearest piece swapped first, then dressed anew for less; never above what it cost. */
async function changePrice(
  turn: TurnInHand,
  dressing: Dressing,
  brief: OutfitBrief,
  direction: 'less' | 'more',
  at: number,
): Promise<Answer> {
  const { scope, session } = turn;
  const pieces = piecesOf(turn, at);
  const total = totalOf(pieces, turn);
  const among = await wishedAmong(turn, brief);
  const request = requestFor(turn, session, brief);
  const ask = async (more: Partial<OutfitRequest>): Promise<readonly Outfit[]> => {
    const outcome = await scope.composeOutfits({
      ...request,
      among: { ...request.among, ...among },
      limit: OUTFITS,
      ...more,
    });
    const better = ({ total: sum }: Outfit): boolean =>
      direction === 'less' ? sum.minorUnits < total.minorUnits : sum.minorUnits > total.minorUnits;
    return outcome.relaxed.length > 0 ? [] : outcome.outfits.filter(better);
  };
  const found: Outfit[] = [];
  if (direction === 'less') {
    for (const share of SAVINGS) {
      const budget = { ...total, minorUnits: Math.floor(total.minorUnits * share) };
      const dearest = dearestPiece(pieces, brief, turn);
      const slot = slotOf(dearest?.category ?? null, scope.vocabulary);
      if (dearest && slot !== undefined) {
        const keep = pieces.filter((piece) => piece !== dearest).map(({ id }) => id);
        found.push(
          ...(await ask({ keep, slots: [slot], budget, without: [...(request.without ?? []), dearest.id], limit: 1 })),
        );
      }
      found.push(...(await ask({ budget })));
      if (found.length > 0) break;
    }
  } else found.push(...(await ask({ limit: OUTFITS * 4 })));
  const outfits = distinct(found).slice(0, OUTFITS);
  const [first] = outfits;
  if (!first) return unchanged(turn, at, { id: direction === 'less' ? 'outfit.no-cheaper' : 'outfit.no-dearer' });
  const saved = { ...total, minorUnits: Math.abs(total.minorUnits - first.total.minorUnits) };
  const said: Message = {
    id: direction === 'less' ? 'outfit.cheaper' : 'outfit.dearer',
    values: { count: outfits.length, difference: { kind: 'money', money: saved } },
  };
  // The ceiling that found them was ours, not the shopper's: no card speaks of a budget.
  const ordered = outfits.map((outfit) => ({
    ...inOrder(outfit, pieces, turn),
    reasons: outfit.reasons.filter(({ facet }) => facet !== 'price' || brief.budget !== undefined),
  }));
  return present(turn, { ...brief, without: dressing.without }, ordered, { said: [said], relaxed: [] });
}

function dearestPiece(pieces: readonly Garment[], brief: OutfitBrief, turn: TurnInHand): Garment | undefined {
  const cost = (garment: Garment): number => totalOf([garment], turn).minorUnits;
  return pieces.filter(({ id }) => id !== brief.garmentId).sort((a, b) => cost(b) - cost(a))[0];
}

async function another(turn: TurnInHand, dressing: Dressing): Promise<Answer> {
  const { scope, session } = turn;
  const brief = briefOf(dressing);
  const without = bounded([...dressing.without, ...session.outfits.flat().filter((id) => id !== brief.garmentId)]);
  const among = await wishedAmong(turn, brief);
  const request = requestFor(turn, session, brief);
  const outcome = await scope.composeOutfits({
    ...request,
    among: { ...request.among, ...among },
    without: [...(request.without ?? []), ...without],
    limit: OUTFITS,
  });
  if (outcome.outfits.length === 0) return unchanged(turn, dressing.at, { id: 'outfit.no-other' });
  return present(turn, { ...brief, without }, outcome.outfits, {
    said: [{ id: 'outfit.another', values: { count: outcome.outfits.length } }],
    relaxed: outcome.relaxed,
  });
}

async function choose(turn: TurnInHand, dressing: Dressing, at: number): Promise<Answer> {
  const brief = briefOf(dressing);
  const outfits = await asItIs(turn, brief, piecesOf(turn, at));
  if (outfits.length === 0) return unchanged(turn, at, { id: 'outfit.no-change' });
  return present(turn, { ...brief, without: dressing.without }, outfits, {
    said: [{ id: 'outfit.chosen' }],
    relaxed: [],
  });
}

/** "Why this outfit?": what decided when it was composed, read again from its pieces. */
async function explain(turn: TurnInHand, dressing: Dressing, at: number): Promise<Answer> {
  const [outfit] = await asItIs(turn, briefOf(dressing), piecesOf(turn, at));
  const reasons = (outfit?.reasons ?? []).map(
    ({ message }): Message => ({ id: 'explain.reason', values: { reason: { kind: 'message', message } } }),
  );
  if (outfit && asksForFacts(turn.heard.text)) {
    const values = { position: at + 1, total: { kind: 'money' as const, money: outfit.total } };
    const session = { ...turn.session, dressing: { ...dressing, at } };
    return {
      move: 'outfit-total',
      session,
      messages: [{ id: 'outfit.total', values }],
      outfits: [outfit],
      aside: true,
    };
  }
  return {
    move: 'explain-outfit',
    session: { ...turn.session, dressing: { ...dressing, at } },
    messages: [
      { id: reasons.length > 0 ? 'outfit.why' : 'outfit.why-nothing', values: { position: at + 1 } },
      ...reasons,
    ],
    outfits: outfit ? [outfit] : [],
    suggestions: outfitChanges(slotsOf(outfit?.garments ?? [], turn.scope.vocabulary)),
    aside: true,
  };
}

async function goBack(turn: TurnInHand, dressing: Dressing): Promise<Answer> {
  const { session, scope } = turn;
  const last = dressing.earlier.at(-1);
  if (!last) return unchanged(turn, dressing.at, { id: 'reply.nothing-to-undo' });
  const rows = await scope.garments.getMany([...new Set(last.outfits.flat())]);
  const outfits: Outfit[] = [];
  for (const ids of last.outfits) {
    const pieces = ids.flatMap((id) => rows.find((garment) => garment.id === id) ?? []);
    outfits.push(...(await asItIs(turn, last.brief, pieces)));
  }
  if (outfits.length === 0) return unchanged(turn, dressing.at, { id: 'reply.nothing-to-undo' });
  const answer = present(turn, { ...last.brief, without: dressing.without }, outfits, {
    said: [{ id: 'outfit.back' }],
    relaxed: [],
  });
  const earlier = dressing.earlier.slice(0, -1);
  return {
    ...answer,
    session: {
      ...answer.session,
      ...(answer.session.dressing ? { dressing: { ...answer.session.dressing, earlier } } : {}),
      shown: session.shown,
    },
  };
}

async function describePiece(turn: TurnInHand, piece: Garment): Promise<Answer> {
  const answer = await describeGarment(turn, piece);
  return { ...answer, suggestions: outfitChanges(slotsOf([piece], turn.scope.vocabulary)) };
}

/** One outfit as it is: the composer asked for exactly these pieces, so that total and reasons are its own. */
async function asItIs(turn: TurnInHand, brief: OutfitBrief, pieces: readonly Garment[]): Promise<Outfit[]> {
  const { scope, session } = turn;
  const free = pieces.findLast(({ id }) => id !== brief.garmentId);
  const slot = slotOf(free?.category ?? null, scope.vocabulary);
  if (!free || slot === undefined) return [];
  const { budget: _budget, without: _without, among: _among, ...request } = requestFor(turn, session, brief);
  const outcome = await scope.composeOutfits({
    ...request,
    keep: pieces.filter((piece) => piece !== free).map(({ id }) => id),
    slots: [slot],
    among: { [slot]: [free.id] },
    limit: 1,
  });
  return outcome.outfits.map((outfit) => inOrder(outfit, pieces, turn));
}

/** The ids each standing wish ("no heels") leaves to choose from. */
async function wishedAmong(turn: TurnInHand, brief: OutfitBrief): Promise<Record<string, string[]>> {
  const among: Record<string, string[]> = {};
  for (const [slot, wish] of Object.entries(brief.wishes ?? {})) {
    const choice = await choiceOf(turn, brief, slot, wish);
    if (choice && choice.ids.length > 0) among[slot] = choice.ids;
  }
  return among;
}

function present(
  turn: TurnInHand,
  next: OutfitBrief & { readonly slot?: string; readonly without: readonly string[] },
  outfits: readonly Outfit[],
  { said, relaxed }: { said: readonly Message[]; relaxed: readonly Relaxation[] },
): Answer {
  const { session, scope } = turn;
  const before = session.dressing;
  const { without, ...brief } = next;
  const earlier = [
    ...(before?.earlier ?? []),
    ...(before ? [{ brief: briefOf(before), outfits: session.outfits }] : []),
  ].slice(-EARLIER);
  const dressing: Dressing = { ...brief, at: 0, without: bounded(without), earlier };
  return {
    move: 'outfit-change',
    session: {
      ...session,
      constraints: withLastingRefusals(session.constraints, wholeSaid(turn)),
      outfits: outfits.map(({ garments }) => garments.map(({ id }) => id)),
      dressing,
      pending: null,
    },
    messages: [...said, ...relaxed.map(({ message }) => message)],
    outfits,
    suggestions: atMost([...outfitChanges(slotsOf(outfits[0]?.garments ?? [], scope.vocabulary)), say('undo')]),
    relaxed,
    stated: turn.heard.understood.constraints,
  };
}

/** "No black" is meant of everything; "a bag that isn't black" of the bag. */
function wholeSaid({ heard }: TurnInHand): Constraints {
  const { constraints } = heard.understood;
  return statedIds(constraints, 'category').length === 0 && readOutfitTalk(heard.text).kinds.length === 0
    ? constraints
    : {};
}

function unchanged(turn: TurnInHand, at: number, message: Message): Answer {
  const { session, scope } = turn;
  const { dressing } = session;
  return {
    move: 'outfit-change',
    session: { ...session, ...(dressing ? { dressing: { ...dressing, at } } : {}) },
    messages: [message],
    suggestions: atMost([...outfitChanges(slotsOf(piecesOf(turn, at), scope.vocabulary)), say('undo')]),
    stated: turn.heard.understood.constraints,
  };
}

/** The pieces in the order the outfit had, the new one in the old one's place. */
function inOrder(outfit: Outfit, before: readonly Garment[], { scope }: TurnInHand): Outfit {
  const worn = (slot: string | undefined): string | undefined => (slot === 'mid' || slot === 'onepiece' ? 'top' : slot);
  const slots = slotsOf(before, scope.vocabulary).map(worn);
  const place = ({ category }: Garment): number => {
    const at = slots.indexOf(worn(slotOf(category, scope.vocabulary)));
    return at < 0 ? slots.length : at;
  };
  return { ...outfit, garments: [...outfit.garments].sort((a, b) => place(a) - place(b)) };
}

function briefOf({ at: _at, slot: _slot, without: _without, earlier: _earlier, ...brief }: Dressing): OutfitBrief {
  return brief;
}

function withWish(brief: OutfitBrief, slot: string, wish: OutfitBriefWish): OutfitBrief {
  // What one swap asked of the price is over with it; "no heels" stands.
  const { price: _price, ...lasting } = wish;
  if (isUnconstrained(lasting)) return brief;
  return { ...brief, wishes: { ...brief.wishes, [slot]: lasting } };
}

function withoutAnchor(brief: OutfitBrief, kept: readonly Garment[]): OutfitBrief {
  const { garmentId, ...rest } = brief;
  return garmentId !== undefined && kept.some(({ id }) => id === garmentId) ? brief : rest;
}

function isWhole({ category }: Garment, { scope }: TurnInHand): boolean {
  return slotOf(category, scope.vocabulary) === 'onepiece';
}

function totalOf(garments: readonly Garment[], { scope }: TurnInHand): Money {
  const minorUnits = garments.reduce(
    (sum, { price }) => sum + ((price && convert(price, scope.currency, scope.rates)?.minorUnits) ?? 0),
    0,
  );
  return { minorUnits, currency: scope.currency };
}

function distinct(outfits: readonly Outfit[]): Outfit[] {
  const seen = new Set<string>();
  return outfits.filter(({ garments }) => {
    const key = garments
      .map(({ id }) => id)
      .sort()
      .join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

function bounded(ids: readonly string[]): string[] {
  return [...new Set(ids)].slice(-PASSED_OVER);
}
