import type { FacetValue } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import { isOwn } from '../../domain/own-piece-id.js';
import type { MessageValue } from '../../domain/reply.js';
import { facetEvidence, idsOf } from '../../ranking/facet-evidence.js';
import { type Answer, type TurnInHand, titleOf } from '../answer.js';
import { describeGarment } from './describe-garment.js';

/** "Is the first one wool?": yes, no and what it is, or that its row does not say. */
export async function answerWhether(turn: TurnInHand, garment: Garment, asked: FacetValue): Promise<Answer> {
  const { facet, id } = asked;
  const wish = ['colours', 'seasons', 'occasions', 'styles'].includes(facet) ? [id] : id;
  const [evidence] = facetEvidence(garment, { [facet]: wish }, turn.scope.vocabulary);
  const own = idsOf(garment, facet).map((one): MessageValue => ({ kind: 'facet', value: { facet, id: one } }));
  const values = {
    title: titleOf(garment),
    asked: { kind: 'facet' as const, value: asked },
    own: { kind: 'list' as const, items: own, join: 'and' as const },
  };
  const holds = evidence?.answer === 'holds' || evidence?.answer === 'kin';
  const answer = await describeGarment(turn, garment);
  // What one's own piece is like is known from its photo alone.
  if (isOwn(garment)) {
    return own.length === 0 ? answer : { ...answer, messages: [{ id: 'about.own-trait', values }] };
  }
  const said = own.length === 0 ? 'about.trait-unknown' : holds ? 'about.trait-yes' : 'about.trait-no';
  return { ...answer, move: 'whether', messages: [{ id: said, values }, ...answer.messages.slice(1)], aside: true };
}
