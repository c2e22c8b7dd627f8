import type { Garment } from '../../domain/garment.js';
import { convert } from '../../domain/money.js';
import type { Message } from '../../domain/reply.js';
import { type Answer, type Move, plainItem, type TurnInHand, titleOf } from '../answer.js';
import { atMost, press, say } from '../say/suggest.js';
import { like } from './answer-feedback.js';
import { availability } from './describe-garment.js';
import { keepsEvery } from './find.js';

/** "I'll take the second one": what is left to say is whether it can be had, and where to buy it. */
export async function answerTaken(turn: TurnInHand, garment: Garment): Promise<Answer> {
  const { constraints } = turn.session;
  const liked = await like(turn, garment);
  const sizes = constraints.size === undefined ? [] : [constraints.size].flat();
  return {
    ...liked,
    move: 'take',
    messages: [
      { id: garment.url === null ? 'about.chosen-unknown' : 'about.chosen', values: { title: titleOf(garment) } },
      ...availability(garment, sizes),
    ],
    items: [plainItem(garment)],
  };
}

/** No more reasons than a person would give. */
const REASONS = 3;
/** That it is what was asked for, and for whom, is no reason to prefer it. */
const NO_PREFERENCE: ReadonlySet<string> = new Set(['reason.audience', 'reason.category']);

/** "Which would you pick?": the one that keeps most of what was asked for, and why, from its row alone. */
export const answerPick: Move = async (turn) => {
  const { session, scope } = turn;
  const garments = asked(turn);
  const [picked] = [...garments].sort(
    (a, b) => Number(keepsEvery(b, session.constraints, scope)) - Number(keepsEvery(a, session.constraints, scope)),
  );
  if (!picked)
    return { move: 'pick', session, messages: [{ id: 'reply.nothing-shown' }], suggestions: [], aside: true };
  const reasons = reasonsFor(turn, picked, garments);
  const values = { title: titleOf(picked) };
  return {
    move: 'pick',
    session: { ...session, focus: picked.id },
    messages: [
      { id: reasons.length > 0 ? 'compare.pick' : 'compare.pick-bare', values },
      ...reasons.map(
        (message): Message => ({
          id: 'explain.reason',
          values: { reason: { kind: 'message', message } },
        }),
      ),
    ],
    items: [plainItem(picked)],
    suggestions: atMost([press('outfit', picked), press('similar', picked), say('more')]),
    aside: true,
  };
};

/** Those pointed at, else those compared last, else all on the screen. */
function asked({ resolved, session, shown }: TurnInHand): Garment[] {
  const known = (ids: readonly string[]): Garment[] =>
    ids.flatMap((id) => shown.find((garment) => garment.id === id) ?? []);
  if (resolved.garments.length > 1) return [...resolved.garments];
  const compared = known(session.compared ?? []);
  return compared.length > 1 ? compared : known(session.shown);
}

function reasonsFor({ session, scope }: TurnInHand, picked: Garment, garments: readonly Garment[]): Message[] {
  const kept = session.why?.[session.shown.indexOf(picked.id)] ?? [];
  const cost = ({ price }: Garment): number =>
    (price && convert(price, scope.currency, scope.rates)?.minorUnits) ?? Number.POSITIVE_INFINITY;
  const least = garments.every((other) => other === picked || cost(other) > cost(picked));
  return [
    ...kept.filter(({ id }) => !NO_PREFERENCE.has(id)),
    ...(least && garments.length > 1 ? [{ id: 'compare.pick-cheapest', values: { count: garments.length } }] : []),
  ].slice(0, REASONS);
}
