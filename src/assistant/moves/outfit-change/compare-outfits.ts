import { convert } from '../../../domain/money.js';
import type { Message, MessageValue } from '../../../domain/reply.js';
import type { Dressing } from '../../../domain/session.js';
import { comparedBy } from '../../../language/compared-by.js';
import { type Answer, plainItem, type TurnInHand, titleOf } from '../../answer.js';
import { outfitChanges } from '../../say/suggest.js';
import { type OutfitChange, piecesOf } from '../../track/outfit-change.js';
import { slotsOf } from '../../track/outfit-slots.js';
import { compareTrait, traitOfOutfit } from '../compare-traits.js';

/** What each of these outfits costs as a whole. */
export function totalsOf(turn: TurnInHand, dressing: Dressing, places: readonly number[]): Answer {
  const [at = dressing.at] = places;
  return {
    move: 'outfit-total',
    session: { ...turn.session, dressing: { ...dressing, at } },
    messages: places.map((place) => totalOf(turn, place)),
    suggestions: outfitChanges(slotsOf(piecesOf(turn, at), turn.scope.vocabulary)),
    aside: true,
  };
}

function totalOf(turn: TurnInHand, place: number): Message {
  const total: MessageValue = {
    kind: 'money',
    money: { minorUnits: costOf(turn, place), currency: turn.scope.currency },
  };
  return { id: 'outfit.total', values: { position: place + 1, total } };
}

/** Own pieces have no price and are paid for already. */
function costOf(turn: TurnInHand, place: number): number {
  const { currency, rates } = turn.scope;
  return piecesOf(turn, place).reduce(
    (sum, { price }) => sum + ((price && convert(price, currency, rates)?.minorUnits) ?? 0),
    0,
  );
}

/** "Which outfit is dressier?", 哪套更保暖: by what styling knows of the pieces; else by what they cost. */
export function compareOutfits(
  turn: TurnInHand,
  dressing: Dressing,
  { outfits, pieces }: Extract<OutfitChange, { kind: 'compare' }>,
): Answer {
  const by = comparedBy(turn.heard.text);
  const { vocabulary } = turn.scope;
  if (pieces.length > 0) {
    const messages = by ? compareTrait(by, pieces, vocabulary) : [];
    return {
      ...totalsOf(turn, dressing, [dressing.at]),
      move: 'compare',
      messages: messages.length > 0 ? messages : [{ id: 'compare.trait-unknown' }],
      items: pieces.map(plainItem),
    };
  }
  const totals = totalsOf(turn, dressing, outfits);
  const verdict = by ? byTrait(turn, outfits, by) : byCost(turn, outfits);
  return { ...totals, move: 'compare', messages: by ? [verdict] : [...totals.messages, verdict] };
}

function byTrait(
  turn: TurnInHand,
  outfits: readonly number[],
  by: NonNullable<ReturnType<typeof comparedBy>>,
): Message {
  const ranked = outfits
    .flatMap((place) => {
      const trait = traitOfOutfit(by, piecesOf(turn, place), turn.scope.vocabulary);
      return trait ? [{ place, ...trait }] : [];
    })
    .sort((a, b) => b.value - a.value);
  const [first, second] = ranked;
  if (!first || !second) return { id: 'compare.trait-unknown' };
  if (first.value - second.value < first.apart) return { id: 'compare.alike', values: { kind: first.kind } };
  const values = { kind: first.kind, position: first.place + 1, title: titleOf(first.most) };
  return { id: 'outfit.compare-trait', values };
}

function byCost(turn: TurnInHand, outfits: readonly number[]): Message {
  const [least] = [...outfits].sort((a, b) => costOf(turn, a) - costOf(turn, b));
  return { id: 'outfit.compare-cost', values: { position: (least ?? 0) + 1 } };
}
