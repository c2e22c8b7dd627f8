import type { Garment } from '../../../domain/garment.js';
import type { MessageValue } from '../../../domain/reply.js';
import type { Dressing } from '../../../domain/session.js';
import type { Answer, TurnInHand } from '../../answer.js';
import { piecesOf } from '../../track/outfit-change.js';
import { requestFor } from '../../track/outfit-request.js';
import { slotsOf } from '../../track/outfit-slots.js';
import { wishedAmong } from './choose-pieces.js';
import { bounded, briefOf, inOrder, OUTFITS, present, unchanged } from './present-outfits.js';

/** "Keep the first two, change the rest": these pieces stay, and every other slot has a new one. */
export async function changeRest(turn: TurnInHand, dressing: Dressing, kept: readonly Garment[]): Promise<Answer> {
  const { scope, session } = turn;
  const pieces = piecesOf(turn, dressing.at);
  const gone = pieces.filter((piece) => !kept.includes(piece));
  const without = bounded([...dressing.without, ...gone.map(({ id }) => id)]);
  const { garmentId, ...rest } = briefOf(dressing);
  const brief = kept.some(({ id }) => id === garmentId) ? briefOf(dressing) : rest;
  const request = requestFor(turn, session, brief);
  const slots = [...new Set(slotsOf(gone, scope.vocabulary).flatMap((slot) => slot ?? []))];
  const outcome = await scope.composeOutfits({
    ...request,
    keep: kept.map(({ id }) => id),
    without: [...(request.without ?? []), ...without],
    slots,
    among: { ...request.among, ...(await wishedAmong(turn, brief)) },
    limit: OUTFITS,
  });
  const outfits = outcome.outfits.map((outfit) => inOrder(outfit, pieces, turn));
  if (outfits.length === 0) return unchanged(turn, dressing.at, { id: 'outfit.no-other' });
  const names = kept.flatMap(({ category }): MessageValue[] =>
    category === null ? [] : [{ kind: 'facet', value: { facet: 'category', id: category } }],
  );
  const values = { kept: { kind: 'list' as const, items: names, join: 'and' as const }, count: outfits.length };
  return present(turn, { ...brief, without }, outfits, {
    said: [{ id: 'outfit.kept-rest', values }],
    relaxed: outcome.relaxed,
  });
}
