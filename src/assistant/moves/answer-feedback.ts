import type { Effect } from '../../domain/effect.js';
import type { Garment } from '../../domain/garment.js';
import type { SessionState } from '../../domain/session.js';
import { type Answer, type Move, type TurnInHand, titleOf } from '../answer.js';
import { hasRequest } from '../hear/hear.js';
import { press, say, toBegin } from '../say/suggest.js';
import { answerStanding } from './answer-plan.js';
import { varied } from './find.js';

/** Likes and dislikes: they steer the searches that follow, and a disliked garment leaves the list at once. */
export const answerFeedback: Move = async (turn) => {
  const { heard, session, resolved, shown } = turn;
  const positive = heard.understood.positive ?? true;
  // "None of these" after a like is about the others.
  const keeps = (id: string): boolean => !positive && session.liked.includes(id);
  const focused = shown.find(({ id }) => id === session.focus && !keeps(id));
  const target = resolved.garments[0] ?? (session.shown.length === 1 ? shown[0] : focused);
  if (target) return positive ? like(turn, target) : dislike(turn, [target]);
  const onScreen = shown.filter(({ id }) => session.shown.includes(id) && !keeps(id));
  // 不喜欢第一个 before anything was shown is no praise to be thankful for.
  if (onScreen.length === 0 && (resolved.missed || !positive))
    return {
      move: 'feedback',
      session,
      messages: [{ id: 'reply.nothing-shown' }],
      suggestions: toBegin(),
      aside: true,
    };
  if (onScreen.length === 0)
    return { move: 'feedback', session, messages: [{ id: 'reply.thanks' }], suggestions: toBegin() };
  // The eleventh of ten: nothing was said of the ten.
  if (resolved.missed?.kind === 'ordinal') {
    const said = { id: 'reply.on-list', values: { count: session.shown.length } };
    return { move: 'feedback', session, messages: [said], suggestions: [say('more')], aside: true };
  }
  if (!positive) return dislike(turn, onScreen);
  const [first] = onScreen;
  return {
    move: 'feedback',
    session,
    messages: [{ id: 'reply.glad' }],
    suggestions: [...(first ? [press('outfit', first, 1), press('similar', first, 1)] : []), say('more')],
  };
};

/** Remembers a liked garment: it is the history that later rankings attend to. */
export async function like(turn: TurnInHand, garment: Garment): Promise<Answer> {
  const { session } = turn;
  return {
    move: 'like',
    session: {
      ...session,
      liked: [garment.id, ...session.liked.filter((id) => id !== garment.id)],
      disliked: session.disliked.filter((id) => id !== garment.id),
      focus: garment.id,
    },
    messages: [{ id: varied(turn, 'reply.liked'), values: { title: titleOf(garment) } }],
    suggestions: [...(turn.scope.notifies ? [say('notify')] : []), press('outfit', garment), press('similar', garment)],
    aside: true,
    effects: recorded(session, 'like', [garment.id]),
  };
}

/** Takes disliked garments off the list and shows what is left of the running request. */
export async function dislike(turn: TurnInHand, garments: readonly Garment[]): Promise<Answer> {
  const { session } = turn;
  const ids = garments.map(({ id }) => id);
  const next: SessionState = {
    ...session,
    disliked: [...new Set([...ids, ...session.disliked])],
    liked: session.liked.filter((id) => !ids.includes(id)),
    focus: session.focus !== null && ids.includes(session.focus) ? null : session.focus,
  };
  const said = { id: varied(turn, 'reply.disliked'), values: { count: ids.length } };
  const effects = recorded(session, 'dislike', ids);
  if (!hasRequest(next))
    return { move: 'dislike', session: next, messages: [said], suggestions: [say('more'), say('undo')], effects };
  const standing = await answerStanding(turn, next, { move: 'dislike', id: 'reply.refined', instead: said });
  return { ...standing, effects };
}

/** Taste is kept beyond the conversation of those alone who agreed to it. */
function recorded({ consent }: SessionState, verb: 'like' | 'dislike', garmentIds: readonly string[]): Effect[] {
  return consent === 'given' ? [{ kind: 'record-taste', verb, garmentIds }] : [];
}
