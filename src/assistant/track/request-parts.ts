import { type Constraints, type PriceRange, statedIds } from '../../domain/constraints.js';
import { FACETS } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { SessionState } from '../../domain/session.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { addsGarment } from '../../language/questions.js';
import type { TurnInHand } from '../answer.js';
import { carryOver, isAnotherKind } from './carry-over.js';
import { critiqueFacet } from './critique-facets.js';
import { compareMoney, critiquePrice } from './critique-price.js';
import { stepped } from './meant-size.js';
import { mergeConstraints } from './merge-constraints.js';
import { lookFor, requestOf } from './running-request.js';
import { sharedTotal, withoutShared } from './shared-total.js';
import { toldPrice } from './told-price.js';

/** Garments looked for at once at most: beyond that nobody compares. */
const MOST = 4;

/**
 * The session looking for several garments at once, each with its own wishes, after this turn; undefined where the
 * turn is about one garment or points at one.
 */
export function planParts(turn: TurnInHand): SessionState | undefined {
  const { heard, session, resolved } = turn;
  const { understood } = heard;
  if (heard.photo || resolved.photo || resolved.garments.length > 0 || resolved.missed) return undefined;
  const total = sharedTotal(turn);
  const stated = understood.parts ? freshParts(turn, understood.parts) : changedParts(turn);
  if (!stated || stated.length < 2) return undefined;
  const parts = withoutShared(stated, total);
  const { words: _words, similarTo: _similar, photoTurn: _photo, total: _before, ...request } = requestOf(session);
  const sort = understood.sort ?? request.sort;
  // A budget said of none of them is for each, and for what is looked for next.
  const ofAll = statedIds(understood.constraints, 'category').length === 0;
  const told = ofAll && !total ? toldPrice(session.told, understood.constraints, understood.relaxed) : session.told;
  return lookFor(told ? { ...session, told } : session, {
    keywords: [],
    constraints: total ? { ...widest(parts), price: { max: total } } : widest(parts),
    parts,
    ...(total ? { total } : {}),
    ...(sort === undefined ? {} : { sort }),
  });
}

function freshParts({ session, scope }: TurnInHand, stated: readonly Constraints[]): Constraints[] {
  const priced = stated.some(({ price }) => price !== undefined);
  return stated.slice(0, MOST).map((part) => {
    const kept = carryOver(session.constraints, session.told, statedIds(part, 'category'), scope.vocabulary);
    const { price: _price, ...others } = kept;
    return mergeConstraints(priced ? others : kept, part);
  });
}

function changedParts(turn: TurnInHand): Constraints[] | undefined {
  const { heard, session, scope } = turn;
  const stated = heard.understood.constraints;
  const now = statedIds(stated, 'category');
  const before = session.parts ?? (statedIds(session.constraints, 'category').length > 0 ? [session.constraints] : []);
  if (before.length === 0) return undefined;
  const refused = statedIds(stated.exclude, 'category');
  const left = before.filter(
    (part) =>
      !refused.some((id) =>
        statedIds(part, 'category').every((kind) => scope.vocabulary.isKindOf('category', kind, id)),
      ),
  );
  if (session.parts && now.length === 0 && left.length > 0 && left.length < before.length) return left;
  if (now.length === 0) return session.parts && says(turn) ? before.map((part) => changed(turn, part)) : undefined;
  const at = before.findIndex((part) => !isAnotherKind(statedIds(part, 'category'), now, scope.vocabulary));
  if (at >= 0) {
    if (!session.parts) return undefined;
    return before.map((part, place) => (place === at ? changed(turn, part) : part));
  }
  if (!addsGarment(heard.text) || before.length >= MOST) return undefined;
  const { price: _price, ...kept } = carryOver(session.constraints, session.told, now, scope.vocabulary);
  return [...before, mergeConstraints(kept, stated)];
}

function says({ heard }: TurnInHand): boolean {
  const { constraints, critiques, relaxed } = heard.understood;
  return (
    Object.keys(constraints).length > 0 || relaxed.length > 0 || critiques.some(({ facet }) => facet !== 'variety')
  );
}

/** One part after the turn: what is stated, and "cheaper", "longer" seen from what was shown of it. */
function changed({ heard, scope, session, shown }: TurnInHand, part: Constraints): Constraints {
  const { constraints: stated, critiques, relaxed } = heard.understood;
  const { category, ...rest } = stated;
  const narrower = category !== undefined && isNarrower(category, part, scope.vocabulary);
  let next = mergeConstraints(part, narrower ? stated : rest, { relaxed, compare: compareMoney(scope.rates) });
  const basis = session.shown
    .flatMap((id) => shown.find((garment) => garment.id === id) ?? [])
    .filter((garment) => isOfPart(garment, part, scope.vocabulary));
  for (const critique of critiques) {
    if (critique.facet === 'size') {
      const [from] = [next.size ?? []].flat();
      const offered = basis.flatMap(({ sizes }) => sizes.map(({ size }) => size));
      const [kind] = statedIds(part, 'category');
      const root = kind === undefined ? undefined : scope.vocabulary.lineage('category', kind).at(-1);
      const size = from === undefined ? undefined : stepped(from, critique, offered, root);
      if (size !== undefined) next = { ...next, size };
      continue;
    }
    if (critique.facet !== 'price') {
      next = critiqueFacet(critique, next, basis, scope.vocabulary, stated)[0] ?? next;
      continue;
    }
    const read = critiquePrice(critique.direction, basis, part.price, scope.currency, scope.rates);
    if (read.kind === 'range') next = { ...next, price: read.price };
  }
  return next;
}

function isNarrower(
  category: NonNullable<Constraints['category']>,
  part: Constraints,
  vocabulary: Vocabulary,
): boolean {
  const before = statedIds(part, 'category');
  return [category]
    .flat()
    .every((id) => before.some((wide) => id !== wide && vocabulary.isKindOf('category', id, wide)));
}

/** True where the garment is of the kind a part asks for. */
export function isOfPart({ category }: Garment, part: Constraints, vocabulary: Vocabulary): boolean {
  return category !== null && !isAnotherKind(statedIds(part, 'category'), [category], vocabulary);
}

/** What holds for every card of all the parts: any of their kinds, within the widest of their limits. */
function widest(parts: readonly Constraints[]): Constraints {
  const whole: Record<string, unknown> = { category: parts.flatMap((part) => statedIds(part, 'category')) };
  for (const facet of FACETS) {
    if (facet === 'category' || parts.some((part) => statedIds(part, facet).length === 0)) continue;
    const values = parts.map((part) => JSON.stringify(part[facet]));
    const ids = [...new Set(parts.flatMap((part) => statedIds(part, facet)))];
    if (facet === 'colours' || facet === 'occasions' || facet === 'seasons') whole[facet] = ids;
    else if (new Set(values).size === 1) whole[facet] = parts[0]?.[facet];
  }
  const price = widestPrice(parts);
  if (price) whole.price = price;
  const sizes = parts.map(({ size }) => size);
  if (sizes.every((size) => size !== undefined)) whole.size = [...new Set(sizes.flat())];
  const refused = FACETS.flatMap((facet) => {
    const ids = statedIds(parts[0]?.exclude, facet).filter((id) =>
      parts.every((part) => statedIds(part.exclude, facet).includes(id)),
    );
    return ids.length > 0 ? [[facet, ids] as const] : [];
  });
  if (refused.length > 0) whole.exclude = Object.fromEntries(refused);
  return mergeConstraints({}, whole as Constraints);
}

function widestPrice(parts: readonly Constraints[]): PriceRange | undefined {
  const tops = parts.map(({ price }) => price?.max);
  const max = tops.reduce((a, b) => (a && b ? (a.minorUnits >= b.minorUnits ? a : b) : undefined));
  return max ? { max } : undefined;
}
