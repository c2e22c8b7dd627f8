import type { Intent } from '../../domain/turn.js';
import type { ItemView, ReplyView } from './reply-view.js';

/** Answers about what was shown before, whose places the shopper goes on naming. */
const LOOKS_BACK: ReadonlySet<Intent> = new Set(['compare', 'explain']);

/** The number by which the shopper asks for the `at`th garment of an answer; undefined where it cannot be told. */
export function garmentPlace(
  { garment }: Pick<ItemView, 'garment'>,
  at: number,
  { understood }: Pick<ReplyView, 'understood'>,
): number | undefined {
  if (understood === null || !LOOKS_BACK.has(understood.intent)) return at + 1;
  const index = understood.references.find(({ garmentId }) => garmentId === garment.id)?.index;
  // The last one counts from the end.
  return index !== undefined && index > 0 ? index : undefined;
}
