import { inStock } from '../../domain/garment.js';
import type { NoticeTalk } from '../../language/notice-talk.js';
import { type Move, plainItem, titleOf } from '../answer.js';
import { places, press, say } from '../say/suggest.js';
import { resolveReferences } from '../track/resolve-reference.js';
import { aside } from './answer-talk.js';
import { ask } from './ask.js';

/**
 * "Tell me when it drops", "stop telling me". Asking is the consent, for this garment alone; nothing is sent where a
 * channel cannot write first, and it says so.
 */
export const answerNotice =
  (talk: NoticeTalk): Move =>
  async (turn) => {
    const { scope, session, shown, heard } = turn;
    if (talk.wants === 'stop') {
      return { ...aside(turn, 'unwatch', 'notice.stopped'), effects: [{ kind: 'unwatch' }] };
    }
    if (scope.notifies !== true) return aside(turn, 'watch', 'notice.cannot');
    const pointed = resolveReferences(talk.references, session, shown, scope.vocabulary).garments;
    const resolved = pointed.length > 0 ? pointed : turn.resolved.garments;
    const focused = shown.find(({ id }) => id === session.focus);
    const only = session.shown.length === 1 ? shown.find(({ id }) => id === session.shown[0]) : undefined;
    const garments = resolved.length > 0 ? resolved : [focused ?? only].flatMap((one) => one ?? []);
    if (garments.length === 0 && session.shown.length > 1) {
      const values = { count: session.shown.length };
      return ask(session, 'notify', heard.understood, { values, suggestions: places(session.shown.length) });
    }
    const [garment] = garments;
    if (garment === undefined) return aside(turn, 'watch', 'notice.nothing');
    // The size of the talk counts for what comes in it alone: an L does not tell of shoes.
    const { size } = heard.understood.constraints;
    const wanted =
      typeof size === 'string' && garments.every(({ sizes }) => sizes.some((row) => row.size === size))
        ? size
        : undefined;
    const soldOut = garments.every((one) => !inStock(one, wanted));
    return {
      move: 'watch',
      session: { ...session, focus: garment.id },
      messages: [
        {
          id: soldOut ? 'notice.will-tell-back' : 'notice.will-tell',
          values: { titles: { kind: 'list', items: garments.map(titleOf), join: 'and' } },
        },
      ],
      items: garments.map(plainItem),
      suggestions: [say('notify-stop'), press('outfit', garment), press('similar', garment)],
      aside: true,
      effects: [
        {
          kind: 'watch',
          locale: session.locale,
          garments: garments.map((one) => ({
            id: one.id,
            price: one.price,
            available: inStock(one, wanted),
            ...(wanted === undefined ? {} : { size: wanted }),
          })),
        },
      ],
    };
  };
