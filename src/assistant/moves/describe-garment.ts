import { type Garment, inStock } from '../../domain/garment.js';
import { isOwn } from '../../domain/own-piece-id.js';
import type { Message, MessageValue } from '../../domain/reply.js';
import { sizeMatches } from '../../domain/size-match.js';
import { type Answer, plainItem, type TurnInHand, titleOf } from '../answer.js';
import { press, say } from '../say/suggest.js';
import { tell } from '../track/carry-over.js';

/** One garment and what its row says: price, sizes to be had, the size asked for. Nothing else is claimed. */
export async function describeGarment(
  turn: TurnInHand,
  garment: Garment,
  /** What was asked in particular, said right after its name. */
  asked: readonly Message[] = [],
): Promise<Answer> {
  if (isOwn(garment)) return describeOwn(turn, garment);
  const { session, heard, scope } = turn;
  const { size } = heard.understood.constraints;
  const sizes = size === undefined ? [] : [size].flat();
  return {
    move: 'describe',
    session: {
      ...session,
      focus: garment.id,
      told: tell(
        session.told,
        heard.understood.constraints,
        { category: garment.category ?? undefined },
        scope.vocabulary,
      ),
    },
    messages: [heading(garment), ...asked, ...availability(garment, sizes), ...material(garment)],
    items: [plainItem(garment)],
    suggestions: [
      press('outfit', garment),
      press('similar', garment),
      say('explain'),
      ...(session.shown.length > 1 ? [say('compare')] : []),
    ],
    stated: heard.understood.constraints,
  };
}

/** A piece of the shopper's own: the shop has nothing to say of it, and is not asked to. */
function describeOwn({ session, heard }: TurnInHand, garment: Garment): Answer {
  return {
    move: 'describe-own',
    session,
    messages: [{ id: 'about.own', values: { title: titleOf(garment) } }],
    suggestions: [say('wardrobe-wear'), say('wardrobe')],
    stated: heard.understood.constraints,
    aside: true,
  };
}

/** Whether the garment, or the size asked for, can be bought now. */
export function availability(garment: Garment, asked: readonly string[]): Message[] {
  const available = garment.sizes.filter((row) => row.stock === null || row.stock > 0).map(({ size }) => size);
  if (garment.sizes.length > 0 && available.length === 0) return [{ id: 'about.sold-out' }];
  const sizes: MessageValue = { kind: 'list', items: available, join: 'and' };
  if (asked.length > 0) {
    const size: MessageValue = { kind: 'list', items: [...asked], join: 'or' };
    const had = available.some((offered) => asked.some((wanted) => sizeMatches(wanted, offered)));
    if (had) return [{ id: 'about.size-yes', values: { size } }];
    if (available.length > 0) return [{ id: 'about.size-no', values: { size, sizes } }];
    return [{ id: 'about.size-unknown', values: { size } }];
  }
  return available.length > 0 && inStock(garment) ? [{ id: 'about.sizes', values: { sizes } }] : [];
}

function heading(garment: Garment): Message {
  const title = titleOf(garment);
  if (garment.price === null) return { id: 'about.no-price', values: { title } };
  return { id: 'about.price', values: { title, price: { kind: 'money', money: garment.price } } };
}

function material(garment: Garment): Message[] {
  if (garment.material === null) return [];
  return [
    {
      id: 'about.material',
      values: { material: { kind: 'facet', value: { facet: 'material', id: garment.material } } },
    },
  ];
}
