import { createHash } from 'node:crypto';
import type { Garment } from '../domain/garment.js';
import { type OwnPiece, ownGarment } from '../domain/own-piece.js';
import { ownPieceId } from '../domain/own-piece-id.js';
import type { RememberedPhoto } from '../domain/session.js';
import type { Vocabulary } from '../domain/vocabulary.js';
import type { Scope } from './scope.js';

/** A photo as an own piece; undefined where nothing wearable was made out. */
export function ownPieceOf(photo: RememberedPhoto): OwnPiece | undefined {
  const category = photo.category ?? photo.guess;
  if (category === undefined) return undefined;
  const { colours, pattern, embedding } = photo;
  // The same photo is the same piece, however often it is added.
  const id = ownPieceId(createHash('sha256').update(embedding).digest('base64url').slice(0, 22));
  return { id, category, colours: [...colours], pattern, embedding };
}

/** An own piece as a garment, named in both languages by what the model saw. */
export function garmentOf(piece: OwnPiece, vocabulary: Vocabulary): Garment {
  const named = (locale: 'zh-CN' | 'en') =>
    [
      ...piece.colours.slice(0, 1).map((id) => vocabulary.displayName('colours', id, locale)),
      ...(piece.pattern === null || piece.pattern === 'solid'
        ? []
        : [vocabulary.displayName('pattern', piece.pattern, locale)]),
      vocabulary.displayName('category', piece.category, locale),
    ].join(locale === 'en' ? ' ' : '');
  return ownGarment(piece, { 'zh-CN': named('zh-CN'), en: named('en').toLowerCase() });
}

/** The shopper's own pieces as garments; none where nothing is kept. */
export function wardrobeOf({ user, vocabulary }: Pick<Scope, 'user' | 'vocabulary'>): Garment[] {
  return (user?.wardrobe ?? []).map((piece) => garmentOf(piece, vocabulary));
}
