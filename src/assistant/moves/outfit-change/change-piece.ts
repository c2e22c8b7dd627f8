import { isUnconstrained, statedIds } from '../../../domain/constraints.js';
import { FACETS } from '../../../domain/facet.js';
import type { Garment } from '../../../domain/garment.js';
import { convert } from '../../../domain/money.js';
import type { MessageValue, Outfit } from '../../../domain/reply.js';
import type { Dressing, OutfitBrief } from '../../../domain/session.js';
import type { Answer, TurnInHand } from '../../answer.js';
import { critiqueFacet } from '../../track/critique-facets.js';
import { type PieceChange, piecesOf } from '../../track/outfit-change.js';
import { requestFor } from '../../track/outfit-request.js';
import { displacedBy, slotOf } from '../../track/outfit-slots.js';
import { keepsEvery, varied } from '../find.js';
import { choiceOf, type OutfitBriefWish } from './choose-pieces.js';
import { asItIs, bounded, briefOf, distinct, inOrder, OUTFITS, present, unchanged } from './present-outfits.js';

/** Words of their own, since people say shoes where the vocabulary says footwear. */
const CALLED: ReadonlySet<string> = new Set(['footwear', 'bag', 'outerwear', 'top', 'bottom']);

function called(name: string): MessageValue {
  if (CALLED.has(name)) return { kind: 'message', message: { id: `piece.${name}` } };
  return { kind: 'facet', value: { facet: 'category', id: name } };
}

type At<T> = T & { readonly at: number };

export async function swapPiece(
  turn: TurnInHand,
  dressing: Dressing,
  change: At<Extract<PieceChange, { kind: 'piece' }>>,
): Promise<Answer> {
  const { scope, session } = turn;
  const { slot, from, at, name } = change;
  if (onlyRefuses(change.wish) && change.critiques.length === 0) return refusePiece(turn, dressing, change);
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
  // Who takes off a dress needs both halves in its place.
  const bare = gone.some((piece) => isWhole(piece, turn));
  const slots =
    bare && slot === 'bottom' ? ['bottom', 'top'] : bare && slot === 'top' ? ['top', 'bottom'] : [slot, ...also];
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

export async function dropPiece(
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
