import type { Facet } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { Message, MessageValue } from '../../domain/reply.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { ComparedBy } from '../../language/compared-by.js';
import { airinessOf, SLEEVE_WARMTH } from '../../styling/knowledge/materials.js';
import { type Piece, pieceOfGarment } from '../../styling/piece.js';
import { titleOf } from '../answer.js';
import { knowledgeOf } from '../track/outfit-slots.js';

interface Trait {
  /** Undefined where the row does not tell. */
  readonly of: (piece: Piece) => number | undefined;
  /** Facets of a row that decide it. */
  readonly by: readonly Facet[];
  /** Below this two garments are alike. */
  readonly apart: number;
  /** What having more of it is called, and having less. */
  readonly called: Readonly<Record<ComparedBy['direction'], string>>;
}

const TRAITS: Readonly<Record<ComparedBy['facet'], Trait>> = {
  formality: {
    called: { more: 'dressier', less: 'casual' },
    of: ({ formality }) => formality,
    by: ['category', 'material', 'pattern', 'styles'],
    apart: 0.03,
  },
  warmth: {
    called: { more: 'warmer', less: 'cooler' },
    of: ({ clo }) => clo,
    by: ['category', 'material', 'sleeve', 'length'],
    apart: 0.03,
  },
  airiness: {
    called: { more: 'airier', less: 'stuffier' },
    of: ({ material }) => airinessOf(material),
    by: ['material'],
    apart: 0.08,
  },
};
/** More facts than these are no reason but a list. */
const MOST_REASONS = 2;

/** How much of a trait an outfit has, and the piece that gives most of it; undefined where no row tells. */
export function traitOfOutfit(
  { facet, direction }: ComparedBy,
  garments: readonly Garment[],
  vocabulary: Vocabulary,
): { value: number; kind: string; apart: number; most: Garment } | undefined {
  const trait = TRAITS[facet];
  const known = garments.flatMap((garment) => {
    const piece = pieceOfGarment(garment, knowledgeOf(vocabulary));
    const value = piece && trait.of(piece);
    return value === undefined ? [] : [{ garment, value }];
  });
  const sign = direction === 'more' ? 1 : -1;
  const [most] = [...known].sort((a, b) => (b.value - a.value) * sign);
  if (!most) return undefined;
  const sum = known.reduce((all, { value }) => all + value, 0);
  // Warmth adds up over the layers; of the rest an outfit has the mean of its pieces.
  const value = facet === 'warmth' ? sum : sum / known.length;
  return { value: value * sign, kind: trait.called[direction], apart: trait.apart, most: most.garment };
}

/**
 * Which of the garments has more (or less) of a trait that styling knows of their rows, and which facts of the row make
 * it so; said to be undecided where a row does not tell, or where they are alike.
 */
export function compareTrait(
  { facet, direction }: ComparedBy,
  garments: readonly Garment[],
  vocabulary: Vocabulary,
): Message[] {
  const trait = TRAITS[facet];
  // A drop shoulder or a raglan is a shape, and tells not how long the sleeve is: then sleeves decide nothing.
  const shaped = garments.some(({ sleeve }) => sleeve !== null && SLEEVE_WARMTH[sleeve] === undefined);
  const measure = (garment: Garment): number | undefined => {
    const piece = pieceOfGarment(shaped ? { ...garment, sleeve: null } : garment, knowledgeOf(vocabulary));
    return piece && trait.of(piece);
  };
  const sign = direction === 'more' ? 1 : -1;
  const ranked = garments
    .flatMap((garment) => {
      const value = measure(garment);
      return value === undefined ? [] : [{ garment, value: value * sign }];
    })
    .sort((a, b) => b.value - a.value);
  const [first, second] = ranked;
  if (!first || !second || ranked.length < garments.length) return [{ id: 'compare.trait-unknown' }];
  const kind = trait.called[direction];
  if (first.value - second.value < trait.apart) return [{ id: 'compare.alike', values: { kind } }];
  const reasons = trait.by
    .map((each) => {
      const without = measure({ ...first.garment, [each]: second.garment[each] });
      return { facet: each, share: without === undefined ? first.value : first.value - without * sign };
    })
    .filter(({ facet: each, share }) => share > 0 && [first.garment[each] ?? []].flat().length > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_REASONS)
    .flatMap(({ facet: each }) =>
      [first.garment[each] ?? []].flat().map((id): MessageValue => ({ kind: 'facet', value: { facet: each, id } })),
    );
  const values = { kind, title: titleOf(first.garment) };
  return reasons.length === 0
    ? [{ id: 'compare.trait', values }]
    : [{ id: 'compare.trait-because', values: { ...values, facts: { kind: 'list', items: reasons, join: 'and' } } }];
}
