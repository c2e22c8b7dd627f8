import { type Constraints, statedIds } from '../../domain/constraints.js';
import type { Facet } from '../../domain/facet.js';
import type { Garment } from '../../domain/garment.js';
import type { Critique } from '../../domain/turn.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import {
  COLOUR_SHADES,
  COOL_SEASONS,
  DARK_COLOURS,
  FIT_LADDER,
  FORMALITY_ASKED,
  FORMALITY_LEVELS,
  LENGTH_LADDERS,
  LIGHT_COLOURS,
  RUNG_OF,
  SLEEVE_LADDER,
  WARM_SEASONS,
} from './facet-ladders.js';
import { withWish } from './merge-constraints.js';

/**
 * `constraints` after one step along the facet a critique names ("longer", "more formal"), measured from
 * what is asked for or else from what was shown; undefined where there is no further step.
 */
export function critiqueFacet(
  critique: Critique,
  constraints: Constraints,
  basis: readonly Garment[],
  vocabulary: Vocabulary,
): Constraints | undefined {
  switch (critique.facet) {
    case 'length':
      return step(constraints, 'length', lengthLadder(constraints, basis, vocabulary), basis, critique);
    case 'sleeve':
      return step(constraints, 'sleeve', SLEEVE_LADDER, basis, critique);
    case 'fit':
      return step(constraints, 'fit', FIT_LADDER, basis, critique);
    case 'formality':
      return formality(constraints, basis, critique);
    case 'brightness':
      return brightness(constraints, critique);
    case 'warmth':
      return withWish(constraints, 'seasons', critique.direction === 'more' ? WARM_SEASONS : COOL_SEASONS);
    default:
      return constraints;
  }
}

function step(
  constraints: Constraints,
  facet: 'length' | 'sleeve' | 'fit',
  ladder: readonly string[],
  basis: readonly Garment[],
  critique: Critique,
): Constraints | undefined {
  const stated = statedIds(constraints, facet);
  const rungOf = (id: string): string => RUNG_OF[facet]?.[id] ?? id;
  const from =
    stated.map(rungOf).find((id) => ladder.includes(id)) ??
    mostCommon(
      basis.map((garment) => garment[facet]).flatMap((id) => (id === null ? [] : [rungOf(id)])),
      ladder,
    );
  const at = from === undefined ? Math.floor(ladder.length / 2) : ladder.indexOf(from);
  const next = ladder[at + (critique.direction === 'more' ? 1 : -1)];
  if (next === undefined) return undefined;
  const others = stated.filter((id) => !ladder.includes(rungOf(id)));
  return withWish(constraints, facet, [...others, next]);
}

function formality(constraints: Constraints, basis: readonly Garment[], critique: Critique): Constraints | undefined {
  const stated = statedIds(constraints, 'occasions');
  const levels = (stated.length > 0 ? stated : basis.flatMap((garment) => garment.occasions))
    .map((id) => FORMALITY_LEVELS.findIndex((level) => level.includes(id)))
    .filter((level) => level >= 0)
    .sort((a, b) => a - b);
  const from = levels[Math.floor((levels.length - 1) / 2)] ?? 1;
  const asked = FORMALITY_ASKED[from + (critique.direction === 'more' ? 1 : -1)];
  return asked && withWish(constraints, 'occasions', asked);
}

function brightness(constraints: Constraints, critique: Critique): Constraints {
  const stated = statedIds(constraints, 'colours');
  const shades = stated.flatMap((id) => COLOUR_SHADES[id]?.[critique.direction] ?? []);
  const refused = statedIds(constraints.exclude, 'colours');
  const wanted = shades.length > 0 ? shades : critique.direction === 'more' ? LIGHT_COLOURS : DARK_COLOURS;
  return withWish(
    constraints,
    'colours',
    [...new Set(wanted)].filter((id) => !refused.includes(id)),
  );
}

function lengthLadder(
  constraints: Constraints,
  basis: readonly Garment[],
  vocabulary: Vocabulary,
): (typeof LENGTH_LADDERS)[keyof typeof LENGTH_LADDERS] {
  const kind = statedIds(constraints, 'category')[0] ?? basis.find((garment) => garment.category)?.category ?? 'dress';
  const line = vocabulary.lineage('category', kind);
  if (line.includes('skirt') || line.includes('onepiece')) return LENGTH_LADDERS.skirt;
  return line.includes('bottom') ? LENGTH_LADDERS.bottom : LENGTH_LADDERS.top;
}

/** The commonest id that is a rung; of equals, the one met first. */
function mostCommon(ids: readonly string[], ladder: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) if (ladder.includes(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The facet whose name a reply uses for a critique. */
export const CRITIQUED_FACET: Readonly<Record<Critique['facet'], Facet | 'price' | undefined>> = {
  price: 'price',
  length: 'length',
  sleeve: 'sleeve',
  fit: 'fit',
  formality: 'occasions',
  brightness: 'colours',
  warmth: 'seasons',
  variety: undefined,
};
