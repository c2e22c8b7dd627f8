import { statedIds } from '../../domain/constraints.js';
import type { TurnInHand } from '../answer.js';
import { isAnotherKind } from './carry-over.js';
import { photoOf, type RunningRequest, requestOf } from './running-request.js';

const BACK =
  /^(?:那|还是|我们|咱们)*(?:先)?(?:回到|返回|看回|回去看|退回到?)(?:一下)?(.{1,24})$|^(?:还是)?(?:再)?看(?:看|一下|下)?(?:刚才|之前|前面|一开始)(?:的|那些|那几[个件条双]|看的)+(.{1,16})$|\b(?:back|return) to (?:the |those |my |our )?(.{2,40}?)[ .!?]*$/iu;

/**
 * "Back to the dresses": the latest request about them, with all it held; undefined where the turn goes back to
 * nothing in particular, or nothing like that was looked for. The words behind "back to" are read afresh, since
 * going back states no wish by itself.
 */
export function requestReturnedTo(turn: TurnInHand): RunningRequest | undefined {
  const { heard, scope, session } = turn;
  const found = BACK.exec(heard.text.trim());
  const rest = (found?.[1] ?? found?.[2] ?? found?.[3])?.replace(/^(?:刚才|之前|前面)(?:的|那些|那几.)?/u, '');
  if (!rest) return undefined;
  const context = { locale: session.locale, currency: scope.currency, brands: scope.brands };
  const told = scope.understand(rest, { ...context, hasShown: false, hasPhoto: false, hasRequest: false });
  const kinds = statedIds(told.constraints, 'category');
  if (kinds.length === 0) return undefined;
  const earlier: RunningRequest[] = [...[...session.past].reverse(), requestOf(session)];
  return earlier.find(({ constraints, photoTurn }) => {
    const stated = statedIds(constraints, 'category');
    const before = stated.length > 0 ? stated : [photoOf(session, photoTurn)?.category ?? []].flat();
    return before.length > 0 && !isAnotherKind(before, kinds, scope.vocabulary);
  });
}
