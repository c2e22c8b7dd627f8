import { z } from 'zod';
import { bareGarment } from './bare-garment.js';
import type { Garment } from './garment.js';
import type { LocalisedText } from './locale.js';
import { OWN } from './own-piece-id.js';

/**
 * A piece of a shopper's own wardrobe, as the model read it off a photo. The photo is not kept: what it showed, in
 * words of the vocabulary, and its vector are.
 */
export const ownPieceSchema = z.object({
  id: z.string().startsWith(OWN),
  category: z.string(),
  colours: z.array(z.string()),
  pattern: z.string().nullable(),
  /** The unit embedding as base64 of little-endian float32, and the model that made it stands beside it in storage. */
  embedding: z.string(),
});
export type OwnPiece = z.infer<typeof ownPieceSchema>;

/** An own piece as a garment: it has no price, no shop and no sizes; `title` names it in both languages. */
export function ownGarment(piece: OwnPiece, title: LocalisedText): Garment {
  const { id, category, colours, pattern } = piece;
  return { ...bareGarment(id), title, category, colours, pattern };
}
