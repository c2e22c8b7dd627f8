import type { Message, Outfit } from '../../domain/reply.js';
import type { Dressing } from '../../domain/session.js';
import { asksForFacts } from '../../language/questions.js';
import type { Answer, Move, TurnInHand } from '../answer.js';
import { wardrobeOf } from '../own-pieces.js';
import { outfitChanges } from '../say/suggest.js';
import { type OutfitChange, piecesOf, readOutfitChange } from '../track/outfit-change.js';
import { requestFor } from '../track/outfit-request.js';
import { slotsOf } from '../track/outfit-slots.js';
import { pieceTold } from '../track/piece-in-words.js';
import { answerWhether } from './answer-whether.js';
import { describeGarment } from './describe-garment.js';
import { dropPiece, swapPiece } from './outfit-change/change-piece.js';
import { changeRest } from './outfit-change/change-rest.js';
import { changeWhole } from './outfit-change/change-whole.js';
import { wishedAmong } from './outfit-change/choose-pieces.js';
import { compareOutfits, totalsOf } from './outfit-change/compare-outfits.js';
import { asItIs, bounded, briefOf, OUTFITS, present, unchanged } from './outfit-change/present-outfits.js';

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
      return describePiece(turn, change);
    case 'rest':
      return changeRest(turn, dressing, change.kept);
    case 'total':
      return {
        ...totalsOf(turn, dressing, [change.at]),
        outfits: await asItIs(turn, briefOf(dressing), piecesOf(turn, change.at)),
      };
    case 'compare':
      return compareOutfits(turn, dressing, change);
    case 'pick':
      return explain(turn, dressing, 0, 'compare.pick-outfit');
  }
};

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
async function explain(
  turn: TurnInHand,
  dressing: Dressing,
  at: number,
  lead: 'outfit.why' | 'compare.pick-outfit' = 'outfit.why',
): Promise<Answer> {
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
    messages: [{ id: reasons.length > 0 ? lead : 'outfit.why-nothing', values: { position: at + 1 } }, ...reasons],
    outfits: outfit ? [outfit] : [],
    suggestions: outfitChanges(slotsOf(outfit?.garments ?? [], turn.scope.vocabulary)),
    aside: true,
  };
}

async function goBack(turn: TurnInHand, dressing: Dressing): Promise<Answer> {
  const { session, scope } = turn;
  const last = dressing.earlier.at(-1);
  if (!last) return unchanged(turn, dressing.at, { id: 'reply.nothing-to-undo' });
  const ids = [...new Set(last.outfits.flat())];
  const told = ids.flatMap((id) => pieceTold(id, scope.vocabulary) ?? []);
  const rows = [...(await scope.garments.getMany(ids)), ...wardrobeOf(scope), ...told];
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

async function describePiece(
  turn: TurnInHand,
  { piece, whether }: Extract<OutfitChange, { kind: 'describe' }>,
): Promise<Answer> {
  const answer = whether ? await answerWhether(turn, piece, whether) : await describeGarment(turn, piece);
  return { ...answer, suggestions: outfitChanges(slotsOf([piece], turn.scope.vocabulary)) };
}
