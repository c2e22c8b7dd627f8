import { isUnconstrained, statedIds } from '../../domain/constraints.js';
import type { Garment } from '../../domain/garment.js';
import type { Item } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';
import type { TurnInHand } from '../answer.js';
import type { SearchOutcome, SearchQuery } from '../search.js';

/** Who a garment is for where the shopper did not say: never a child where a grown-up's garment is the measure. */
export async function searchForAge(
  turn: TurnInHand,
  session: SessionState,
  query: SearchQuery,
): Promise<SearchOutcome> {
  const { scope, shown } = turn;
  const { constraints, similarTo } = query;
  const like = shown.find(({ id }) => id === similarTo);
  const stated = statedIds(constraints, 'audience').length > 0;
  if (!stated && like?.audience && !isChilds(like)) return scope.search(withoutChildren(query));
  // From the lowest price up, children's come first: nobody asked for them.
  if (!stated && query.sort === 'price-ascending') {
    const grown = await scope.search(withoutChildren(query));
    if (grown.items.length > 0 && grown.relaxed.length === 0) return grown;
  }
  const found = await scope.search(query);
  const children = found.items.filter(({ garment }) => isChilds(garment)).length;
  // Less for a garment of one's own is no child's garment: rather something else that a grown-up can wear.
  const astray = found.relaxed.length > 0 || (children === found.items.length && grownUpsOnScreen(turn, session));
  if (stated || !astray || children === 0) return found;
  const grown = await scope.search(withoutChildren(query));
  return grown.items.length > 0 ? grown : found;
}

const CHILDREN: readonly string[] = ['kids', 'girls', 'boys', 'baby'];

export function isChilds({ audience }: Pick<Garment, 'audience'>): boolean {
  return CHILDREN.includes(audience ?? '');
}

function onScreen({ shown }: TurnInHand, session: SessionState): readonly Garment[] {
  return shown.filter(({ id }) => session.shown.includes(id));
}

function grownUpsOnScreen(turn: TurnInHand, session: SessionState): boolean {
  const before = onScreen(turn, session);
  return before.some((garment) => !isChilds(garment));
}

export function withoutChildren(query: SearchQuery): SearchQuery {
  const { exclude } = query.constraints;
  const audience = [...new Set([...statedIds(exclude, 'audience'), ...CHILDREN])];
  return { ...query, constraints: { ...query.constraints, exclude: { ...exclude, audience } } };
}

/** "But in red", "cheaper", and nobody named: grown-ups' first, unless children's were on the screen. */
export function grownUpsFirst(items: Item[], turn: TurnInHand, session: SessionState): Item[] {
  const { constraints, sort } = session;
  if (sort !== undefined || isUnconstrained(constraints)) return items;
  const before = onScreen(turn, session);
  const forChildren = before.filter(isChilds).length * 2 > before.length;
  if (statedIds(constraints, 'audience').length > 0 || forChildren) return items;
  return [...items.filter(({ garment }) => !isChilds(garment)), ...items.filter(({ garment }) => isChilds(garment))];
}
