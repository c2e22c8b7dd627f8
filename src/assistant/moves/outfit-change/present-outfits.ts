import { type Constraints, statedIds } from '../../../domain/constraints.js';
import type { Garment } from '../../../domain/garment.js';
import type { Message, Outfit, Relaxation } from '../../../domain/reply.js';
import type { Dressing, OutfitBrief } from '../../../domain/session.js';
import { readOutfitTalk } from '../../../language/outfit-talk.js';
import type { Answer, TurnInHand } from '../../answer.js';
import { atMost, outfitChanges, say } from '../../say/suggest.js';
import { withLastingRefusals } from '../../track/carry-over.js';
import { piecesOf } from '../../track/outfit-change.js';
import { requestFor } from '../../track/outfit-request.js';
import { slotOf, slotsOf } from '../../track/outfit-slots.js';

export const OUTFITS = 3;

const EARLIER = 4;

const PASSED_OVER = 40;

export function present(
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

export function unchanged(turn: TurnInHand, at: number, message: Message): Answer {
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

/** One outfit as it is: the composer asked for exactly these pieces, so that total and reasons are its own. */
export async function asItIs(turn: TurnInHand, brief: OutfitBrief, pieces: readonly Garment[]): Promise<Outfit[]> {
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

/** The pieces in the order the outfit had, the new one in the old one's place. */
export function inOrder(outfit: Outfit, before: readonly Garment[], { scope }: TurnInHand): Outfit {
  const worn = (slot: string | undefined): string | undefined => (slot === 'mid' || slot === 'onepiece' ? 'top' : slot);
  const slots = slotsOf(before, scope.vocabulary).map(worn);
  const place = ({ category }: Garment): number => {
    const at = slots.indexOf(worn(slotOf(category, scope.vocabulary)));
    return at < 0 ? slots.length : at;
  };
  return { ...outfit, garments: [...outfit.garments].sort((a, b) => place(a) - place(b)) };
}

export function briefOf({
  at: _at,
  slot: _slot,
  without: _without,
  earlier: _earlier,
  ...brief
}: Dressing): OutfitBrief {
  return brief;
}

export function distinct(outfits: readonly Outfit[]): Outfit[] {
  const seen = new Set<string>();
  return outfits.filter(({ garments }) => {
    const key = garments
      .map(({ id }) => id)
      .sort()
      .join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

export function bounded(ids: readonly string[]): string[] {
  return [...new Set(ids)].slice(-PASSED_OVER);
}
