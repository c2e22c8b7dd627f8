import { type Constraints, statedIds } from '../../domain/constraints.js';
import { FACETS } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { Told } from '../../domain/profile.js';
import type { Message, MessageValue } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';
import type { Critique } from '../../domain/turn.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { namesPriceBelowZero } from '../../language/budget.js';
import { isGift } from '../../language/gift-talk.js';
import { facetEvidence } from '../../ranking/facet-evidence.js';
import type { TurnInHand } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import type { VariedId } from '../say/choose-variant.js';
import { areSiblings, carryOver, isAnotherKind, tell, withoutCut } from './carry-over.js';
import { CRITIQUED_FACET, critiqueFacet } from './critique-facets.js';
import { compareMoney, critiquePrice } from './critique-price.js';
import { boughtForAnother, categoriesOf, wearerKnown, withoutBudget } from './for-whom.js';
import { resizeNotice } from './meant-size.js';
import { contradictsItself, mergeConstraints, pickConstraints, WISH_FACETS, withWish } from './merge-constraints.js';
import { isOfPart } from './request-parts.js';
import { lookFor, type RunningRequest, requestOf, withPhoto } from './running-request.js';
import { toldPrice } from './told-price.js';
import { withoutUndefined } from './without-undefined.js';

/** The session after this turn's words, photo and pointing were taken in, and how the list is introduced. */
export interface RequestPlan {
  readonly session: SessionState;
  readonly lead: VariedId;
  readonly notices: readonly Message[];
  /** Set where "cheaper" or "dearer" was read as a price range: without garments in it, the order says it. */
  readonly priceCritique?: Critique['direction'];
  /** Steps beyond the first of "longer", "more formal": tried where the first finds nothing. */
  readonly further: readonly Constraints[];
}

/** Folds one turn into the tracker: what is looked for from now on. Pure. */
export function planRequest(turn: TurnInHand, target: Garment | undefined): RequestPlan {
  const { heard, scope } = turn;
  const { understood } = heard;
  const before = heard.photo ? withPhoto(turn.session, heard.photo.remembered) : turn.session;
  const session = boughtForAnother(turn, before) ? withoutBudget(before) : before;
  const base = baseRequest(turn, wearerKnown(turn, session), target);
  const stated = understood.constraints;
  const told = toldPrice(session.told, stated, understood.relaxed);
  const start = stated.price ? withPriceOf(base.request.constraints, told) : base.request.constraints;
  const merged = asChildrenWear(
    mergeConstraints(start, stated, {
      relaxed: understood.relaxed,
      compare: compareMoney(scope.rates),
      ...(understood.adds === true
        ? { adding: new Set(['colours', 'category', 'occasions', 'seasons', 'styles']) }
        : {}),
    }),
    scope.vocabulary,
  );
  const critiqued = applyCritiques(turn, merged, basisOf(turn, base, target), told, target);
  const keywords = [...new Set([...base.request.keywords, ...understood.keywords])];
  const avoided = [...new Set([...(base.request.avoided ?? []), ...(understood.avoided ?? [])])];
  const sort = understood.sort ?? critiqued.sort ?? base.request.sort;
  const alone = base.fresh && critiqued.constraints === merged && heard.text !== '' && !heard.photo && !target;
  const next: RunningRequest = {
    constraints: critiqued.constraints,
    keywords,
    ...(avoided.length > 0 ? { avoided } : {}),
    ...(sort === undefined ? {} : { sort }),
    ...(alone && Object.keys(start).length === 0 ? { words: heard.text } : {}),
    ...(base.request.gift || isGift(heard.text) ? { gift: true } : {}),
    ...(base.request.similarTo === undefined ? {} : { similarTo: base.request.similarTo }),
    ...(base.request.photoTurn === undefined ? {} : { photoTurn: base.request.photoTurn }),
  };
  const kept = base.topicChanged ? keptNotice(start, stated) : [];
  return {
    session: {
      ...lookFor(session, next),
      told: tell(told, ownWords(turn), ofKind(turn, session, critiqued.constraints), scope.vocabulary),
    },
    lead: base.lead,
    further: critiqued.further,
    notices: [
      ...kept,
      ...(understood.contradicts || contradictsItself(stated) ? [{ id: 'notice.contradiction' }] : []),
      ...(namesPriceBelowZero(heard.text) ? [{ id: 'notice.no-such-price' }] : []),
      ...resizeNotice(turn),
      ...critiqued.notices,
    ],
    ...(critiqued.price === undefined ? {} : { priceCritique: critiqued.price }),
  };
}

/** A child's party dress is a dress: what the shops call a gown is cut for grown-ups. */
function asChildrenWear(constraints: Constraints, vocabulary: Vocabulary): Constraints {
  const kinds = statedIds(constraints, 'category');
  const wearers = statedIds(constraints, 'audience');
  const child = wearers.length > 0 && wearers.every((id) => vocabulary.isKindOf('audience', id, 'kids'));
  return child && kinds.includes('gown') && !kinds.includes('dress')
    ? { ...constraints, category: [...kinds, 'dress'] }
    : constraints;
}

/** The constraints with the kind of the photo or garment they go by, where no word names one. */
function ofKind(turn: TurnInHand, session: SessionState, constraints: Constraints): Constraints {
  if (statedIds(constraints, 'category').length > 0) return constraints;
  const category = categoriesOf(turn, session);
  return category.length > 0 ? { ...constraints, category } : constraints;
}

/** What was told of the speaker: "I wear M, this in one size up" tells M. */
function ownWords({ heard, resized }: TurnInHand): Constraints {
  const stated = withoutPrice(heard.understood.constraints);
  return resized?.kind === 'stepped' && resized.own !== undefined ? { ...stated, size: resized.own } : stated;
}

interface Base {
  readonly request: RunningRequest;
  readonly lead: VariedId;
  /** True where nothing of an earlier request is in it but what carries over. */
  readonly fresh: boolean;
  readonly topicChanged: boolean;
}

function baseRequest(turn: TurnInHand, session: SessionState, target: Garment | undefined): Base {
  const { heard, scope } = turn;
  const current = requestAbout(requestOf(session), target, scope.vocabulary);
  if (heard.photo) {
    const { remembered } = heard.photo;
    // Words about looks alone, then a photo: the words were about the photo.
    const waiting = hasRequest(session) && categoriesOf(turn, session).length === 0 && current.photoTurn === undefined;
    const constraints = waiting
      ? current.constraints
      : carryOver(
          current.constraints,
          session.told,
          remembered.category ? [remembered.category] : [],
          scope.vocabulary,
        );
    return {
      request: { constraints, keywords: waiting ? current.keywords : [], photoTurn: remembered.turn },
      lead: 'reply.photo',
      fresh: !waiting,
      topicChanged: false,
    };
  }
  if (target) {
    const categories = target.category === null ? [] : [target.category];
    const carried = carryOver(current.constraints, session.told, categories, scope.vocabulary);
    const kept = isRelative(turn, session, target) ? { ...wishesKeptBy(target, turn, current), ...carried } : carried;
    return {
      // "Like the first but longer" stays with its kind; a stated kind replaces it in the merge.
      request: {
        constraints: { ...kept, ...(target.category === null ? {} : { category: target.category }) },
        keywords: [],
        similarTo: target.id,
      },
      lead: 'reply.similar',
      fresh: true,
      topicChanged: false,
    };
  }
  return continued(turn, session, current);
}

/** Of several garments looked for at once, what is asked of the one pointed at. */
function requestAbout(request: RunningRequest, target: Garment | undefined, vocabulary: Vocabulary): RunningRequest {
  const { parts, ...rest } = request;
  const part = target && parts?.find((one) => isOfPart(target, one, vocabulary));
  return part ? { ...rest, constraints: part } : rest;
}

/** "The second one but longer", "but in green", of the list on the screen: the list's request goes on, seen from that garment. */
function isRelative({ heard }: TurnInHand, session: SessionState, target: Garment): boolean {
  const { critiques, constraints } = heard.understood;
  const changes = critiques.length > 0 || FACETS.some((facet) => statedIds(constraints, facet).length > 0);
  return session.shown.includes(target.id) && changes && statedIds(constraints, 'category').length === 0;
}

/** The wishes of the running request that the garment pointed at answers. */
function wishesKeptBy(target: Garment, { scope }: TurnInHand, { constraints }: RunningRequest): Constraints {
  const answered = facetEvidence(target, constraints, scope.vocabulary)
    .filter(({ answer }) => answer === 'holds' || answer === 'kin')
    .map(({ facet }) => facet);
  return pickConstraints(constraints, answered, WISH_FACETS);
}

function continued(turn: TurnInHand, session: SessionState, current: RunningRequest): Base {
  const { heard, scope } = turn;
  const { vocabulary } = scope;
  const started = hasRequest(session);
  const before = categoriesOf(turn, session);
  const now = statedIds(heard.understood.constraints, 'category');
  const another = isAnotherKind(before, now, vocabulary) || (started && now.length === 0 && isAnotherPurpose(turn));
  const pointsAtPhoto = turn.resolved.photo && session.photo !== null;
  if (pointsAtPhoto && current.photoTurn !== session.photo?.turn) {
    const constraints = carryOver(current.constraints, session.told, now, vocabulary);
    const request = { constraints, keywords: [], photoTurn: session.photo?.turn };
    return { request: withoutUndefined(request), lead: 'reply.photo', fresh: true, topicChanged: false };
  }
  // The model may take a blouse for a shirt: words of the same family go on about the photo.
  const samePhoto = current.photoTurn !== undefined && areSiblings(before, now, vocabulary);
  if (!started) {
    // What was told of size, purse and taste holds from the first list on.
    const constraints = carryOver(current.constraints, session.told, now, vocabulary);
    return { request: { ...current, constraints }, lead: 'reply.found', fresh: true, topicChanged: true };
  }
  if (!another || samePhoto || pointsAtPhoto) {
    return { request: current, lead: 'reply.refined', fresh: false, topicChanged: false };
  }
  if (heard.understood.intent === 'refine' && areSiblings(before, now, vocabulary)) {
    const request = { ...current, constraints: withoutCut(current.constraints) };
    return { request, lead: 'reply.refined', fresh: false, topicChanged: false };
  }
  const constraints = carryOver(current.constraints, session.told, now, vocabulary);
  return { request: { constraints, keywords: [] }, lead: 'reply.found', fresh: true, topicChanged: true };
}

/** "Something for my girlfriend's graduation": for whom and what for at once is a wish of its own, not a change. */
function isAnotherPurpose({ heard, resolved }: TurnInHand): boolean {
  const { constraints, relaxed } = heard.understood;
  const purposes = (['audience', 'occasions', 'seasons', 'styles'] as const).filter(
    (facet) => statedIds(constraints, facet).length > 0,
  );
  return purposes.length >= 2 && relaxed.length === 0 && resolved.references.length === 0;
}

/**
 * What "cheaper" and "longer" are measured from: the garment pointed at, the one of the list talked about last, or the
 * list the request goes on from.
 */
function basisOf(turn: TurnInHand, base: Base, target: Garment | undefined): readonly Garment[] {
  if (target) return [target];
  if (base.fresh) return [];
  const meant = garmentMeant(turn);
  if (meant) return [meant];
  return turn.session.shown.flatMap((id) => turn.shown.find((garment) => garment.id === id) ?? []);
}

/** "The second one", then "cheaper": the garment talked about last, where it is one of the list. */
export function garmentMeant({ session, shown, heard }: TurnInHand): Garment | undefined {
  if (heard.photo || session.focus === null || !session.shown.includes(session.focus)) return undefined;
  return shown.find(({ id }) => id === session.focus);
}

function applyCritiques(
  turn: TurnInHand,
  merged: Constraints,
  basis: readonly Garment[],
  told: Told | undefined,
  target: Garment | undefined,
): {
  constraints: Constraints;
  sort?: RunningRequest['sort'];
  price?: Critique['direction'];
  further: Constraints[];
  notices: Message[];
} {
  const { scope, heard } = turn;
  let constraints = merged;
  let sort: RunningRequest['sort'];
  let price: Critique['direction'] | undefined;
  let further: Constraints[] = [];
  const notices: Message[] = [];
  for (const critique of heard.understood.critiques) {
    if (critique.facet === 'price') {
      const read = critiquePrice(critique.direction, basis, told?.price, scope.currency, scope.rates);
      if (read.kind === 'range') {
        constraints = { ...constraints, price: read.price };
        price = critique.direction;
      } else {
        sort = critique.direction === 'less' ? 'price-ascending' : 'price-descending';
        if (read.kind === 'no-room') notices.push({ id: `notice.no-room-${critique.direction}` });
      }
      continue;
    }
    const facet = CRITIQUED_FACET[critique.facet];
    // "Longer than this one" is measured from it, whatever length was asked for before.
    const from = target && facet && facet !== 'price' ? withWish(constraints, facet, []) : constraints;
    const [next, ...rest] = critiqueFacet(critique, from, basis, scope.vocabulary, heard.understood.constraints);
    further = rest;
    if (next) constraints = next;
    else if (facet) {
      notices.push({
        id: 'notice.furthest',
        values: { facet: { kind: 'message', message: { id: `facet.${facet}` } } },
      });
    }
  }
  return {
    constraints,
    further,
    notices,
    ...(sort === undefined ? {} : { sort }),
    ...(price === undefined ? {} : { price }),
  };
}

function withPriceOf(constraints: Constraints, told: Told | undefined): Constraints {
  const rest = withoutPrice(constraints);
  return told?.price ? { ...rest, price: told.price } : rest;
}

function withoutPrice(constraints: Constraints): Constraints {
  const { price: _price, ...rest } = constraints;
  return rest;
}

/** What a new topic silently carried over, said once. */
function keptNotice(carried: Constraints, stated: Constraints): Message[] {
  const items: MessageValue[] = [];
  const add = (id: string, values: Message['values']): void => {
    items.push({ kind: 'message', message: { id, ...(values ? { values } : {}) } });
  };
  const { price, size } = carried;
  if (price?.min && price.max && !stated.price)
    add('kept.price-range', { min: { kind: 'money', money: price.min }, max: { kind: 'money', money: price.max } });
  else if (price?.max && !stated.price) add('kept.price-max', { price: { kind: 'money', money: price.max } });
  else if (price?.min && !stated.price) add('kept.price-min', { price: { kind: 'money', money: price.min } });
  if (typeof size === 'string' && stated.size === undefined) add('kept.size', { size });
  const avoided = LOOKS.flatMap((facet) =>
    statedIds(carried.exclude, facet)
      .filter((id) => !statedIds(stated, facet).includes(id) && !statedIds(stated.exclude, facet).includes(id))
      .map((id): MessageValue => ({ kind: 'facet', value: { facet, id } })),
  );
  if (avoided.length > 0) add('kept.without', { colours: { kind: 'list', items: avoided, join: 'or' } });
  const [audience] = stated.audience === undefined ? statedIds(carried, 'audience') : [];
  if (audience) add('kept.audience', { audience: { kind: 'facet', value: { facet: 'audience', id: audience } } });
  return items.length > 0 ? [{ id: 'notice.kept', values: { kept: { kind: 'list', items, join: 'and' } } }] : [];
}

/** What is refused for good, as far as the vocabulary names it. */
const LOOKS = ['colours', 'pattern', 'material', 'styles'] as const;
