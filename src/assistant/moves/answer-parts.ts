import { type Constraints, statedIds } from '../../domain/constraints.js';
import type { Money } from '../../domain/money.js';
import type { Item, Message, MessageValue } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';
import { type Answer, replyLimit, type TurnInHand } from '../answer.js';
import { afterList } from '../say/suggest.js';
import type { SearchOutcome } from '../search.js';
import { roomForEach } from '../track/shared-total.js';
import { degradedNote, find, type Lead, meets, showing, varied } from './find.js';

/** Cards of each garment where several are looked for at once. */
const EACH = 4;

/** Several garments at once, each by its own wishes: their cards one kind after the other, and where each begins. */
export async function answerParts(
  turn: TurnInHand,
  session: SessionState,
  without: readonly string[] = [],
  lead?: Lead,
): Promise<Answer> {
  const parts = session.parts ?? [];
  const added = lead === undefined && without.length === 0 ? addedTo(turn, parts) : undefined;
  const looked = added ? [added] : parts;
  const rooms = await roomsWithin(turn, session, looked);
  const each = Math.max(1, Math.min(EACH, Math.floor(replyLimit(turn.scope) / Math.max(1, looked.length))));
  const items: Item[] = [];
  const outcomes: SearchOutcome[] = [];
  const lines: Message[] = [];
  const kept = new Map<Constraints, Constraints>();
  let exhausted = false;
  for (const part of looked) {
    const { parts: _parts, ...alone } = session;
    const room = rooms?.get(part);
    let asking: SessionState = {
      ...alone,
      constraints: room ? { ...part, price: { ...part.price, max: room } } : part,
      keywords: [],
    };
    let outcome = await find(turn, asking, without);
    // "Others" brings what was asked for and not seen yet; past the end nothing else comes in its place.
    if (without.length > 0 && outcome.relaxed.length > 0) outcome = { ...outcome, items: [], relaxed: [] };
    const dearer = without.length === 0 ? asBefore(turn, asking, outcome, part) : undefined;
    if (dearer) {
      // Nothing of it is cheaper: what there is of it, from the lowest price up, and not another kind for less.
      [asking, exhausted] = [dearer, true];
      kept.set(part, dearer.constraints);
      outcome = await find(turn, asking, without);
    }
    const shown = outcome.items.filter(({ garment }) => !items.some((item) => item.garment.id === garment.id));
    const some = shown.slice(0, each);
    lines.push(...lineFor(turn, asking, asking.constraints, { ...outcome, items: some }, items.length));
    items.push(...some);
    outcomes.push({ ...outcome, items: some });
  }
  const standing = { ...session, parts: parts.map((part) => kept.get(part) ?? part) };
  const after = items.length > 0 ? showing(standing, items) : standing;
  const degraded = [...new Set(outcomes.flatMap((outcome) => outcome.degraded))];
  return {
    move: without.length > 0 ? 'more' : (lead?.move ?? 'parts'),
    session: after,
    messages: [
      ...(lead?.before ?? []),
      lead?.instead ?? (added ? staying(parts, added) : { id: varied(turn, 'parts.lead') }),
      ...lines,
      ...totalNote(session, rooms, items.length),
      ...(exhausted ? [{ id: 'parts.no-cheaper' }] : []),
      ...degradedNote(degraded),
    ],
    items,
    suggestions: afterList(
      after,
      items.map(({ garment }) => garment),
    ),
    attention: outcomes[0]?.attention ?? null,
    relaxed: outcomes.flatMap(({ relaxed, items: shown }) => (shown.length > 0 ? relaxed : [])),
    degraded,
  };
}

/**
 * Where the pieces have one budget together: what each may cost so that the cheapest of the others fit in beside it;
 * empty where not even the cheapest do.
 */
async function roomsWithin(
  turn: TurnInHand,
  session: SessionState,
  parts: readonly Constraints[],
): Promise<ReadonlyMap<Constraints, Money> | undefined> {
  const { total, parts: _parts, sort: _sort, ...alone } = session;
  if (!total || parts.length < 2) return undefined;
  const least: number[] = [];
  for (const part of parts) {
    const { items } = await find(turn, { ...alone, constraints: part, keywords: [], sort: 'price-ascending' });
    const prices = items.flatMap(({ garment: { price } }) =>
      price?.currency === total.currency ? price.minorUnits : [],
    );
    least.push(prices.length > 0 ? Math.min(...prices) : 0);
  }
  const rooms = roomForEach(least, total);
  return new Map(parts.flatMap((part, at) => (rooms?.[at] ? [[part, rooms[at]] as const] : [])));
}

function totalNote(
  { total }: SessionState,
  rooms: ReadonlyMap<Constraints, Money> | undefined,
  count: number,
): Message[] {
  if (!total || !rooms || count === 0) return [];
  return [{ id: rooms.size > 0 ? 'parts.within' : 'parts.beyond', values: { total: { kind: 'money', money: total } } }];
}

/** "A clutch too": what joins the garments that were on the screen; they stay, and are not shown again. */
function addedTo({ heard, session }: TurnInHand, parts: readonly Constraints[]): Constraints | undefined {
  const before = session.parts?.length ?? 1;
  const joins = heard.understood.parts === undefined && session.shown.length > 0 && parts.length === before + 1;
  return joins ? parts.at(-1) : undefined;
}

function staying(parts: readonly Constraints[], added: Constraints): Message {
  const kinds = parts
    .filter((part) => part !== added)
    .flatMap((part) => statedIds(part, 'category'))
    .map((id): MessageValue => ({ kind: 'facet', value: { facet: 'category', id } }));
  return { id: 'parts.added', values: { kinds: { kind: 'list', items: kinds, join: 'and' } } };
}

/** A part as it was before "cheaper", where nothing cheaper of it is left. */
function asBefore(
  turn: TurnInHand,
  asking: SessionState,
  outcome: SearchOutcome,
  part: Constraints,
): SessionState | undefined {
  const critique = turn.heard.understood.critiques.find(({ facet }) => facet === 'price');
  if (!critique || meets(turn, asking, outcome)) return undefined;
  const kinds = JSON.stringify(part.category);
  const before = turn.session.parts?.find(({ category }) => JSON.stringify(category) === kinds);
  if (!before || JSON.stringify(before.price) === JSON.stringify(part.price)) return undefined;
  const { price: _narrowed, ...others } = part;
  return {
    ...asking,
    constraints: before.price ? { ...others, price: before.price } : others,
    sort: critique.direction === 'less' ? 'price-ascending' : 'price-descending',
  };
}

/** "No. 1 to 4: shirts", with what gave way for them; or that there are none. */
function lineFor(
  turn: TurnInHand,
  session: SessionState,
  part: Constraints,
  outcome: SearchOutcome,
  before: number,
): Message[] {
  const kinds = statedIds(part, 'category').map(
    (id): MessageValue => ({ kind: 'facet', value: { facet: 'category', id } }),
  );
  const kind: MessageValue = { kind: 'list', items: kinds, join: 'or' };
  const count = outcome.items.length;
  if (count === 0) return [{ id: 'parts.none', values: { kind } }];
  const values = { kind, from: before + 1, to: before + count, count };
  const fits = meets(turn, session, outcome);
  if (outcome.relaxed.length === 0) return [{ id: 'parts.found', values }];
  const gaveWay = outcome.relaxed.map(({ facet, message }) => (fits ? { ...message, id: `rest.${facet}` } : message));
  return [{ id: fits ? 'parts.found' : 'parts.near', values }, ...gaveWay];
}
