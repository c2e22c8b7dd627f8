import type { Move } from '../answer.js';
import { requestReturnedTo } from '../track/return-to.js';
import { lookFor } from '../track/running-request.js';
import { answerStanding } from './answer-plan.js';
import { answerRequest } from './answer-request.js';

/** "Back to the dresses": the request about them as it stood, over any number of steps; itself undone like any other. */
export const answerReturn: Move = async (turn) => {
  const request = requestReturnedTo(turn);
  if (!request) return answerRequest(turn);
  const session = { ...lookFor(turn.session, request), pending: null };
  return answerStanding(turn, session, { move: 'return', id: 'reply.refined', instead: { id: 'reply.returned' } });
};
