import { type Move, plainItem, titleOf } from '../answer.js';
import { press, say } from '../say/suggest.js';
import { availability } from './describe-garment.js';

/** "How do I buy it?": the garment's own page, where its row has one; nothing is bought in the talk. */
export const answerBuy: Move = async (turn) => {
  const { session, resolved, shown } = turn;
  const first = shown.find(({ id }) => id === (session.focus ?? session.shown[0]));
  const garments = resolved.garments.length > 0 ? resolved.garments : first ? [first] : [];
  const [garment] = garments;
  if (!garment)
    return { move: 'buy', session, messages: [{ id: 'reply.nothing-shown' }], suggestions: [], aside: true };
  const pages = garments.every(({ url }) => url !== null);
  return {
    move: 'buy',
    session: { ...session, focus: garment.id },
    messages: [
      {
        id: pages ? 'about.buy' : 'about.buy-unknown',
        values: { titles: { kind: 'list', items: garments.map(titleOf), join: 'and' } },
      },
      ...(garments.length === 1 ? availability(garment, []) : []),
    ],
    items: garments.map(plainItem),
    suggestions: [press('outfit', garment), press('similar', garment), say('more')],
    aside: true,
  };
};
