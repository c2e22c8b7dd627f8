import { type Constraints, statedIds } from '../../domain/constraints.js';
import type { Item, Message, MessageValue } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';
import { type Answer, replyLimit, type TurnInHand } from '../answer.js';
import { afterList } from '../say/suggest.js';
import type { SearchOutcome } from '../search.js';
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
  const each = Math.max(1, Math.min(EACH, Math.floor(replyLimit(turn.scope) / Math.max(1, parts.length))));
  const items: Item[] = [];
  const outcomes: SearchOutcome[] = [];
  const lines: Message[] = [];
  for (const part of parts) {
    const { parts: _parts, ...alone } = session;
    const asking: SessionState = { ...alone, constraints: part, keywords: [] };
    const outcome = await find(turn, asking, without);
    const shown = outcome.items.filter(({ garment }) => !items.some((item) => item.garment.id === garment.id));
    const some = shown.slice(0, each);
    lines.push(...lineFor(turn, asking, part, { ...outcome, items: some }, items.length));
    items.push(...some);
    outcomes.push({ ...outcome, items: some });
  }
  const after = items.length > 0 ? showing(session, items) : session;
  const degraded = [...new Set(outcomes.flatMap((outcome) => outcome.degraded))];
  return {
    move: without.length > 0 ? 'more' : (lead?.move ?? 'parts'),
    session: after,
    messages: [
      ...(lead?.before ?? []),
      lead?.instead ?? { id: varied(turn, 'parts.lead') },
      ...lines,
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
