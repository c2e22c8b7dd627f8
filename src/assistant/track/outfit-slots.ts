import { type Constraints, statedIds } from '../../domain/constraints.js';
import type { Garment } from '../../domain/garment.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { createFashionKnowledge, type FashionKnowledge } from '../../styling/fashion-knowledge.js';

const known = new WeakMap<Vocabulary, FashionKnowledge>();

/** What is known of fashion in this vocabulary; built once. */
export function knowledgeOf(vocabulary: Vocabulary): FashionKnowledge {
  const knowledge = known.get(vocabulary) ?? createFashionKnowledge(vocabulary);
  known.set(vocabulary, knowledge);
  return knowledge;
}

/** Where a kind is worn in an outfit; undefined where it is no piece of one. */
export function slotOf(category: string | null, vocabulary: Vocabulary): string | undefined {
  return knowledgeOf(vocabulary).category(category)?.slot;
}

export function slotsOf(garments: readonly Garment[], vocabulary: Vocabulary): (string | undefined)[] {
  return garments.map(({ category }) => slotOf(category, vocabulary));
}

/** Slots without which nobody is dressed: their piece is swapped, never left out. */
const NEEDED: ReadonlySet<string> = new Set(['top', 'bottom', 'onepiece', 'footwear']);

export function isNeeded(slot: string): boolean {
  return NEEDED.has(slot);
}

/** What cannot be worn together with a piece of `slot`, beside another piece of that slot. */
export function displacedBy(slot: string): readonly string[] {
  if (slot === 'onepiece') return ['top', 'bottom', 'mid'];
  return slot === 'top' || slot === 'bottom' ? ['onepiece'] : [];
}

/** The piece a kind means in an outfit: one of that kind, else the one worn in its place. */
export function pieceNamed(kind: string, pieces: readonly Garment[], vocabulary: Vocabulary): Garment | undefined {
  const ofKind = pieces.find(
    ({ category }) =>
      category !== null &&
      (vocabulary.isKindOf('category', category, kind) || vocabulary.isKindOf('category', kind, category)),
  );
  if (ofKind) return ofKind;
  const slot = slotOf(kind, vocabulary);
  return slot === undefined ? undefined : pieces.find(({ category }) => slotOf(category, vocabulary) === slot);
}

/** The kinds to search in for a piece of `slot`: those wished for, else all that are worn there. */
export function kindsFor(slot: string, wish: Constraints, vocabulary: Vocabulary): string[] {
  const wished = statedIds(wish, 'category');
  return wished.length > 0 ? wished : [...knowledgeOf(vocabulary).categoriesOf(slot)];
}
