import { type Constraints, statedIds } from '../../domain/constraints.js';
import { type Garment, inStock } from '../../domain/garment.js';
import type { Message } from '../../domain/reply.js';
import type { Critique, Intent, UnderstoodTurn } from '../../domain/turn.js';
import { ONE_SIZE } from '../../language/sizes.js';
import { isUnsure } from '../../language/yes-no.js';
import type { Resized, TurnInHand } from '../answer.js';
import { openQuestion } from '../moves/ask.js';
import { isAnotherKind, isSized, sizeInForce } from './carry-over.js';
import { stepSize } from './size-scale.js';

/** Where a size up is a wish, and no talk of something else. */
const WISHES: ReadonlySet<Intent> = new Set<Intent>(['search', 'refine', 'photo-search', 'similar', 'outfit']);

/**
 * The turn with "one size up" read as the size it comes to, as though that had been said: from the size said with
 * it, the one that holds, or what the shopper told. Without any, the critique stays and `resized` says that the
 * size is not known. Several garments looked for at once have each a size of its own: they are left alone.
 */
export function withMeantSize(turn: TurnInHand): TurnInHand {
  const { heard, session, resolved } = turn;
  const { understood } = heard;
  if (openQuestion(session)?.id === 'size' && isUnsure(heard.text))
    return { ...turn, session: { ...session, pending: null }, resized: { kind: 'unknown' } };
  const critique = understood.critiques.find(({ facet }) => facet === 'size');
  if (!critique || !WISHES.has(understood.intent)) return turn;
  const target = heard.photo ? undefined : resolved.garments[0];
  const kinds = kindsOf(turn, target);
  if (session.parts && !target && statedIds(understood.constraints, 'category').length === 0) return turn;
  if (kinds.length > 0 && !kinds.some((kind) => isSized(kind, turn.scope.vocabulary)))
    return meaning(turn, withoutSize(understood.constraints), { kind: 'unsized' });
  const from = sizeFrom(turn, critique, kinds, target);
  if (from === undefined) return { ...turn, resized: { kind: 'unknown' } };
  const to = stepped(from, critique, offeredBy(turn, target), rootOf(turn, kinds));
  if (to === undefined) return meaning(turn, withoutSize(understood.constraints), { kind: 'furthest' });
  const own = understood.profile?.size;
  return meaning(
    turn,
    { ...understood.constraints, size: to },
    { kind: 'stepped', from, to, ...(own === undefined ? {} : { own }) },
  );
}

/** `size` after the steps of a critique. */
export function stepped(
  size: string,
  { direction, steps = 1 }: Critique,
  offered: readonly string[],
  root: string | undefined,
): string | undefined {
  return stepSize(size, direction === 'more' ? steps : -steps, offered, root);
}

/** What is said of the step taken, or of why none was. */
export function resizeNotice({ resized }: TurnInHand): Message[] {
  switch (resized?.kind) {
    case 'stepped':
      return [{ id: 'notice.resized', values: { from: resized.from, to: resized.to } }];
    case 'furthest':
      return [{ id: 'notice.furthest', values: { facet: { kind: 'message', message: { id: 'facet.size' } } } }];
    case 'unsized':
      return [{ id: 'notice.unsized' }];
    case 'unknown':
      return [{ id: 'notice.size-unknown' }];
    default:
      return [];
  }
}

function meaning(turn: TurnInHand, constraints: Constraints, resized: Resized): TurnInHand {
  const critiques = turn.heard.understood.critiques.filter(({ facet }) => facet !== 'size');
  const understood: UnderstoodTurn = { ...turn.heard.understood, constraints, critiques };
  return { ...turn, heard: { ...turn.heard, understood }, resized };
}

function withoutSize(constraints: Constraints): Constraints {
  const { size: _size, ...rest } = constraints;
  return rest;
}

function kindsOf({ heard, session, shown }: TurnInHand, target: Garment | undefined): string[] {
  const stated = statedIds(heard.understood.constraints, 'category');
  if (stated.length > 0) return stated;
  if (target) return target.category === null ? [] : [target.category];
  const running = statedIds(session.constraints, 'category');
  if (running.length > 0) return running;
  return shown.filter(({ id }) => session.shown.includes(id)).flatMap(({ category }) => category ?? []);
}

/** The size the steps are taken from; of several, the one nearest to where they lead. */
function sizeFrom(
  { heard, session, scope }: TurnInHand,
  { direction }: Critique,
  kinds: readonly string[],
  target: Garment | undefined,
): string | undefined {
  const { constraints, forOther } = heard.understood;
  const told = forOther ? undefined : session.told;
  const held = forOther ? {} : session.constraints;
  // Steps add up: what the last one came to holds, whatever the shopper's own size is.
  const before = statedIds(held, 'category');
  const goesOn = !isAnotherKind(before, kinds, scope.vocabulary);
  const stated =
    constraints.size ??
    (goesOn ? held.size : undefined) ??
    sizeInForce(held, told, kinds, scope.vocabulary) ??
    only(target);
  return [stated].flat().at(direction === 'more' ? -1 : 0);
}

/** The one size a garment comes in. */
function only(garment: Garment | undefined): string | undefined {
  const sizes = garment?.sizes.filter(({ size }) => inStock(garment, size)) ?? [];
  const [one] = sizes;
  return sizes.length === 1 && one && one.size !== ONE_SIZE ? one.size : undefined;
}

function offeredBy({ session, shown }: TurnInHand, target: Garment | undefined): string[] {
  const garments = target ? [target] : shown.filter(({ id }) => session.shown.includes(id));
  return garments.flatMap(({ sizes }) => sizes.map(({ size }) => size));
}

function rootOf({ scope }: TurnInHand, kinds: readonly string[]): string | undefined {
  const roots = new Set(kinds.map((kind) => scope.vocabulary.lineage('category', kind).at(-1)));
  return roots.size === 1 ? [...roots][0] : undefined;
}
