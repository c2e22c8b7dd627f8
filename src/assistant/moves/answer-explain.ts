import { statedIds } from '../../domain/constraints.js';
import { FACETS, type FacetValue } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import { isOwn } from '../../domain/own-piece-id.js';
import type { Message, MessageValue } from '../../domain/reply.js';
import { type QualityAsked, whetherAsked } from '../../language/quality-questions.js';
import { asksAboutIt, asksForFacts, factAsked } from '../../language/questions.js';
import { type Answer, type Move, plainItem, type TurnInHand, titleOf } from '../answer.js';
import { places, press, say, toBegin } from '../say/suggest.js';
import { answerColours } from './answer-colours.js';
import { answerWhether } from './answer-whether.js';
import { describeGarment } from './describe-garment.js';

/**
 * "Why this one?": the reasons the ranking gave when it was shown, never new ones made up for the question. "How
 * much is it?": what its row says.
 */
export const answerExplain: Move = async (turn) => {
  const { session, resolved, shown } = turn;
  const garment = resolved.garments[0] ?? shown.find(({ id }) => id === (session.focus ?? session.shown[0]));
  if (resolved.missed && session.shown.length > 0) {
    const said = { id: 'reply.on-list', values: { count: session.shown.length } };
    return { move: 'explain', session, messages: [said], suggestions: places(session.shown.length), aside: true };
  }
  if (!garment || resolved.missed) {
    return { move: 'explain', session, messages: [{ id: 'reply.nothing-shown' }], suggestions: toBegin(), aside: true };
  }
  const { text } = turn.heard;
  const fact = resolved.garments.length > 0 ? factAsked(text) : undefined;
  if (fact === 'colours' && !isOwn(garment)) return answerColours(turn, garment);
  const trait = resolved.garments.length > 0 && fact === undefined ? traitAsked(turn) : undefined;
  if (trait) return answerWhether(turn, garment, trait);
  if (fact) return { ...(await describeGarment(turn, garment, factOf(garment, fact))), aside: true };
  if (asksForFacts(text) || (resolved.garments.length > 0 && asksAboutIt(text))) {
    return { ...(await describeGarment(turn, garment)), aside: true };
  }
  const reasons = reasonsKept(turn, garment);
  return {
    move: 'explain',
    session: { ...session, focus: garment.id },
    messages: [
      { id: reasons.length > 0 ? 'explain.lead' : 'explain.nearest', values: { title: titleOf(garment) } },
      ...reasons,
    ],
    items: [plainItem(garment)],
    suggestions: [press('outfit', garment), press('similar', garment), say('more')],
    aside: true,
  };
};

/** "Is the second one wool?": the one trait that is asked about, where its name means one. */
function traitAsked({ heard, scope, session }: TurnInHand): FacetValue | undefined {
  const asked = whetherAsked(heard.text);
  if (asked === undefined) return undefined;
  const context = { locale: session.locale, currency: scope.currency, brands: scope.brands };
  const { constraints } = scope.understand(asked, { ...context, hasShown: false, hasPhoto: false, hasRequest: false });
  const traits = FACETS.flatMap((facet) => statedIds(constraints, facet).map((id) => ({ facet, id })));
  const [trait] = traits;
  if (traits.length === 1 && trait?.facet !== 'category') return trait;
  // 羽绒 alone is a jacket; asked of one, it is what the jacket is filled with.
  const cloth = scope.vocabulary
    .entries('material')
    .find(({ synonyms }) => [...synonyms['zh-CN'], ...synonyms.en].includes(asked));
  return cloth && { facet: 'material', id: cloth.id };
}

/** How a garment wears: for warmth the seasons of its row; of the rest no row tells, and nothing is made up. */
export async function answerQuality(turn: TurnInHand, garment: Garment, asked: QualityAsked): Promise<Answer> {
  const seasons = garment.seasons.map((id): MessageValue => ({ kind: 'facet', value: { facet: 'seasons', id } }));
  const said: Message =
    asked === 'warmth' && seasons.length > 0
      ? { id: 'about.warmth', values: { seasons: { kind: 'list', items: seasons, join: 'and' } } }
      : { id: 'about.unlisted' };
  return { ...(await describeGarment(turn, garment, [said])), move: 'quality', aside: true };
}

/** What the row says of the fact asked for, or that it says nothing. */
function factOf(garment: Garment, fact: NonNullable<ReturnType<typeof factAsked>>): Message[] {
  if (fact === 'unlisted' || fact === 'colours') return [{ id: 'about.unlisted' }];
  if (fact === 'brand')
    return [garment.brand ? { id: 'about.brand', values: { brand: garment.brand } } : { id: 'about.no-brand' }];
  const ids = garment[fact];
  if (ids.length === 0) return [{ id: 'about.unlisted' }];
  const items = ids.map((id): MessageValue => ({ kind: 'facet', value: { facet: fact, id } }));
  return [{ id: `about.${fact}`, values: { values: { kind: 'list', items, join: 'and' } } }];
}

function reasonsKept(turn: TurnInHand, garment: Garment): Message[] {
  const { session } = turn;
  const place = session.shown.indexOf(garment.id);
  return (
    session.why?.[place]?.map(
      (reason): Message => ({ id: 'explain.reason', values: { reason: { kind: 'message', message: reason } } }),
    ) ?? []
  );
}
