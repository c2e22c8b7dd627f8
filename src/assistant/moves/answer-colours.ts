import type { Garment } from '../../domain/garment.js';
import type { MessageValue } from '../../domain/reply.js';
import { type Answer, plainItem, replyLimit, type TurnInHand, titleOf } from '../answer.js';
import { atMost, press, say } from '../say/suggest.js';
import { describeGarment } from './describe-garment.js';
import { showing } from './find.js';

/** As many of a kind as are looked through for the other colours of one style. */
const LOOKED_THROUGH = 100;

/** "Does it come in other colours?": the other colourways of the same style that can be bought, by their rows. */
export async function answerColours(turn: TurnInHand, garment: Garment): Promise<Answer> {
  const { session, scope } = turn;
  const found = await coloursOf(turn, garment);
  if (found.length === 0) {
    return {
      move: 'colours',
      session: { ...session, focus: garment.id },
      messages: [{ id: 'reply.no-other-colours', values: { title: titleOf(garment) } }],
      suggestions: atMost([press('similar', garment), press('outfit', garment), say('more')]),
      aside: true,
    };
  }
  const items = found.slice(0, replyLimit(scope)).map(plainItem);
  const colours = items.map(({ garment: other }): MessageValue => {
    const [id] = other.colours;
    return id === undefined ? titleOf(other) : { kind: 'facet', value: { facet: 'colours', id } };
  });
  return {
    move: 'colours',
    session: showing(session, items),
    messages: [
      {
        id: 'reply.colours',
        values: { title: titleOf(garment), colours: { kind: 'list', items: colours, join: 'and' } },
      },
    ],
    items,
    suggestions: atMost([press('outfit', garment), press('similar', garment), say('more')]),
  };
}

/** "Does it come in black?": it is black, or a colourway of it is; undefined where the style has none. */
export async function answerColourIn(turn: TurnInHand, garment: Garment, colour: string): Promise<Answer | undefined> {
  const { vocabulary } = turn.scope;
  const has = ({ colours }: Garment): boolean =>
    colours[0] !== undefined && vocabulary.isKindOf('colours', colours[0], colour);
  const value: MessageValue = { kind: 'facet', value: { facet: 'colours', id: colour } };
  if (has(garment)) {
    const answer = await describeGarment(turn, garment);
    return { ...answer, messages: [{ id: 'about.colour-yes', values: { colour: value } }, ...answer.messages] };
  }
  const [other] = (await coloursOf(turn, garment)).filter(has);
  if (!other) return undefined;
  const answer = await describeGarment(turn, other);
  const said = { id: 'reply.colours', values: { title: titleOf(garment), colours: value } };
  return { ...answer, move: 'colours', messages: [said, ...answer.messages] };
}

async function coloursOf({ session, scope }: TurnInHand, { groupId, category, id }: Garment): Promise<Garment[]> {
  if (groupId === undefined || category === null) return [];
  const { items } = await scope.search({
    locale: session.locale,
    keywords: [],
    constraints: { category },
    liked: [],
    without: [id, ...session.disliked],
    limit: LOOKED_THROUGH,
  });
  return items.map(({ garment }) => garment).filter((other) => other.groupId === groupId);
}
