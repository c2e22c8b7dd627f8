import type { Answer, Move, TurnInHand } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import { afterList, say, toBegin } from '../say/suggest.js';
import { planRequest } from '../track/plan-request.js';
import { answerStoreInfo } from './answer-store.js';
import { find, presentList, varied } from './find.js';
import { wordsFound } from './words-found.js';

/** From here on "unknown" is what was understood (the moon, a cake), and not that nothing was. */
const OUT_OF_SCOPE = 0.7;

/**
 * Words that state no wish: they may still stand in a title (a brand, a character), so they are looked up
 * before they are called not understood, unless they surely speak of other things than clothes.
 */
export const answerUnclear: Move = async (turn) => {
  const { heard, session } = turn;
  if (!/[\p{L}\p{N}]/u.test(heard.text)) {
    return unclear(turn, /\p{Extended_Pictographic}/u.test(heard.text) ? 'reply.emoji' : varied(turn, 'reply.unknown'));
  }
  // The merchant's own words may know the question where ours do not.
  if ((turn.scope.faq?.(heard.text) ?? []).length > 0) return answerStoreInfo(turn);
  const { keywords, intent, confidence } = heard.understood;
  const elsewhere = intent === 'unknown' && confidence >= OUT_OF_SCOPE;
  if (keywords.length > 0 && !elsewhere) {
    const bare = { ...session, constraints: {}, keywords: [] };
    const { session: looking } = planRequest({ ...turn, session: hasRequest(session) ? session : bare }, undefined);
    const outcome = await find(turn, looking);
    const named = outcome.items.filter(({ garment }) => wordsFound(keywords, [garment]).length > 0);
    if (named.length > 0 && outcome.relaxed.length === 0) {
      return presentList(turn, looking, { ...outcome, items: named }, { move: 'search', id: 'reply.found' });
    }
  }
  return unclear(turn, varied(turn, 'reply.unknown'));
};

/** Nothing usable came: the notices say why; with none of them the message was empty. */
export const answerSilence: Move = async (turn) => {
  const { heard } = turn;
  const answer = unclear(turn, 'reply.empty');
  return heard.notices.length > 0 ? { ...answer, messages: [] } : answer;
};

function unclear(turn: TurnInHand, id: string): Answer {
  const { session, shown } = turn;
  const onScreen = shown.filter((garment) => session.shown.includes(garment.id));
  return {
    move: 'unclear',
    session,
    messages: [{ id }],
    suggestions: onScreen.length > 0 ? [...afterList(session, onScreen).slice(0, 3), say('help')] : toBegin(),
    aside: true,
  };
}
