import type { Move } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import { answerPick } from './answer-choice.js';
import { answerBrowse } from './answer-plan.js';
import { find, presentList } from './find.js';

/** So few that they are a choice and no list. */
const CHOICE = 3;

/** "Surprise me", 随便推荐一件: a few pieces not seen yet of what is looked for, chosen for the shopper. */
export const answerSurprise: Move = async (turn) => {
  const { session } = turn;
  if (!hasRequest(session)) return answerBrowse(turn);
  const outcome = await find(turn, session, session.seen ?? session.shown);
  const items = outcome.relaxed.length > 0 ? [] : outcome.items.slice(0, CHOICE);
  if (items.length === 0) return answerPick(turn);
  const instead = { id: 'reply.surprise', values: { count: items.length } };
  return presentList(turn, session, { ...outcome, items }, { move: 'surprise', id: 'reply.more', instead });
};
