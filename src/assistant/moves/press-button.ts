import type { Garment } from '../../domain/garment.js';
import { type Answer, type Move, type TurnInHand, titleOf } from '../answer.js';
import { afterList, toBegin } from '../say/suggest.js';
import { dislike, like } from './answer-feedback.js';
import { answerOutfit } from './answer-outfit.js';
import { answerSimilar } from './answer-request.js';
import { availability, describeGarment } from './describe-garment.js';

/**
 * A button of a card, whenever it is pressed: a garment no longer on the screen is as good as one that is;
 * one that is gone is said to be gone, with what is still there.
 */
export const pressButton: Move = async (turn) => {
  const { action } = turn.heard;
  const garment = action?.garmentId === undefined ? undefined : await rowOf(turn, action.garmentId);
  if (!action || !garment) return gone(turn);
  const pointed: TurnInHand = {
    ...turn,
    shown: turn.shown.some(({ id }) => id === garment.id) ? turn.shown : [...turn.shown, garment],
    resolved: { garments: [garment], references: [{ kind: 'last', garmentId: garment.id }], photo: false },
  };
  switch (action.verb) {
    case 'similar':
      return said(await answerSimilar(pointed), soldOut(garment));
    case 'outfit':
      return answerOutfit(pointed);
    case 'open':
      return describeGarment(pointed, garment);
    case 'like':
      return like(pointed, garment);
    case 'dislike':
      return dislike(pointed, [garment]);
  }
};

async function rowOf(turn: TurnInHand, id: string): Promise<Garment | undefined> {
  return turn.shown.find((garment) => garment.id === id) ?? (await turn.scope.garments.getMany([id]))[0];
}

function gone(turn: TurnInHand): Answer {
  const { session, shown } = turn;
  const onScreen = shown.filter(({ id }) => session.shown.includes(id));
  return {
    move: 'stale-button',
    session,
    messages: [{ id: 'reply.garment-gone' }],
    suggestions: onScreen.length > 0 ? afterList(session, onScreen) : toBegin(),
    aside: true,
  };
}

function soldOut(garment: Garment): Answer['messages'] {
  const out = availability(garment, []).some(({ id }) => id === 'about.sold-out');
  return out ? [{ id: 'notice.sold-out', values: { title: titleOf(garment) } }] : [];
}

function said(answer: Answer, before: Answer['messages']): Answer {
  return { ...answer, messages: [...before, ...answer.messages] };
}
