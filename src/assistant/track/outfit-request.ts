import type { OutfitBrief, SessionState } from '../../domain/session.js';
import type { OutfitRequest } from '../../styling/outfit-composer.js';
import type { TurnInHand } from '../answer.js';
import { recallEmbedding, recallTags } from '../hear/remembered-photo.js';
import { wardrobeOf } from '../own-pieces.js';
import { pieceTold } from './piece-in-words.js';
import { withoutUndefined } from './without-undefined.js';

/** What the composer is asked for a brief: the anchor as it is, and the slots that stay empty. */
export function requestFor(turn: TurnInHand, session: SessionState, brief: OutfitBrief): Omit<OutfitRequest, 'limit'> {
  const { photo: _photo, wardrobe: _wardrobe, wishes: _wishes, dropped, ...rest } = brief;
  return {
    ...withoutUndefined(rest),
    ...(brief.photo ? photoPart(turn, session) : {}),
    ...wardrobePart(turn, brief),
    ...(session.disliked.length > 0 ? { without: session.disliked } : {}),
    ...(dropped && dropped.length > 0 ? { among: Object.fromEntries(dropped.map((slot) => [slot, []])) } : {}),
  };
}

/** The wardrobe where it is worn from, and a piece told of in words: the shopper has it, or will find it elsewhere. */
function wardrobePart(
  { scope }: TurnInHand,
  { wardrobe: worn, garmentId }: OutfitBrief,
): Pick<OutfitRequest, 'wardrobe' | 'owned'> {
  const told = garmentId === undefined ? undefined : pieceTold(garmentId, scope.vocabulary);
  const wardrobe = [...(worn ? wardrobeOf(scope) : []), ...(told ? [told] : [])];
  if (wardrobe.length === 0) return {};
  return { wardrobe, owned: wardrobe.map(({ id }) => id) };
}

function photoPart(turn: TurnInHand, session: SessionState): Pick<OutfitRequest, 'photo'> {
  const fresh = turn.heard.photo?.encoding;
  if (fresh) return { photo: { embedding: fresh.embedding, tags: fresh.tags } };
  const { photo } = session;
  return photo ? { photo: { embedding: recallEmbedding(photo), tags: recallTags(photo) } } : {};
}
