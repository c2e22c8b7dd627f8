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
  LIVELY_COLOURS,
  LOUD_PATTERNS,
  RUNG_OF,
  SLEEVE_LADDER,
  WARM_SEASONS,
} from './facet-ladders.js';
import { mergeConstraints, withWish } from './merge-constraints.js';

/**
 * `constraints` after one step along the facet a critique names ("longer", "more formal"), and after further
 * steps where the first finds nothing; measured from what is asked for or else from what was shown. Empty where
 * there is no further step. With nothing to measure from ("a dress, not too short"), or beside a wish of the same
 * turn ("for her graduation, not too formal"), only the far end is ruled out.
 */
export function critiqueFacet(
  critique: Critique,
  constraints: Constraints,
  basis: readonly Garment[],
  vocabulary: Vocabulary,
  stated: Constraints,
): Constraints[] {
  const facet = CRITIQUED_FACET[critique.facet];
  if (facet === undefined || facet === 'price') return [constraints];
  const unmeasured = basis.length === 0 && statedIds(constraints, facet).length === 0;
  if (critique.limit || unmeasured || statedIds(stated, facet).length > 0) {
    const ladder = lengthLadder(constraints, basis, vocabulary);
    return [mergeConstraints(constraints, { exclude: { [facet]: farEnd(critique, ladder) } })];
  }
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
      return [brightness(constraints, critique)];
    case 'pattern':
      return plainer(constraints, critique);
    case 'warmth':
      return [withWish(constraints, 'seasons', critique.direction === 'more' ? WARM_SEASONS : COOL_SEASONS)];
    default:
      return [constraints];
  }
}

/** What "not too …" rules out where nothing was shown to compare with. */
function farEnd(critique: Critique, lengths: readonly string[]): string[] {
  const more = critique.direction === 'more';
  const end = (ladder: readonly string[]): string[] => [(more ? ladder[0] : ladder.at(-1)) ?? ''];
  switch (critique.facet) {
    case 'length':
      return end(lengths);
    case 'sleeve':
      return end(SLEEVE_LADDER);
    case 'fit':
      return end(FIT_LADDER);
    case 'formality':
      return [...((more ? FORMALITY_ASKED[0] : FORMALITY_ASKED.at(-1)) ?? [])];
    case 'pattern':
      return more ? ['solid'] : [...LOUD_PATTERNS];
    case 'brightness':
      return more ? [...DARK_COLOURS] : [...LIVELY_COLOURS];
    default:
      return more ? ['summer'] : ['winter'];
  }
}

function step(
  constraints: Constraints,
  facet: 'length' | 'sleeve' | 'fit',
  ladder: readonly string[],
  basis: readonly Garment[],
  critique: Critique,
): Constraints[] {
  const stated = statedIds(constraints, facet);
  const rungOf = (id: string): string => RUNG_OF[facet]?.[id] ?? id;
  const from =
    stated.map(rungOf).find((id) => ladder.includes(id)) ??
    middleRung(
      basis.map((garment) => rungOf(garment[facet] ?? '')),
      ladder,
    );
  const at = from === undefined ? Math.floor(ladder.length / 2) : ladder.indexOf(from);
  const further = critique.direction === 'more' ? ladder.slice(at + 1) : ladder.slice(0, at).reverse();
  const others = stated.filter((id) => !ladder.includes(rungOf(id)));
  return further.map((rung) => withWish(constraints, facet, [...others, rung]));
}

function formality(constraints: Constraints, basis: readonly Garment[], critique: Critique): Constraints[] {
  const stated = statedIds(constraints, 'occasions');
  const levels = (stated.length > 0 ? stated : basis.flatMap((garment) => garment.occasions))
    .map((id) => FORMALITY_LEVELS.findIndex((level) => level.includes(id)))
    .filter((level) => level >= 0)
    .sort((a, b) => a - b);
  const from = levels[Math.floor((levels.length - 1) / 2)] ?? 1;
  return formalitySteps(from, critique.direction).map((asked) => withWish(constraints, 'occasions', asked));
}

/**
 * The levels to ask for, one step of formality after the other. Between the everyday and the office a date or a party
 * is no step, but another thing to dress for: it comes last.
 */
export function formalitySteps(from: number, direction: Critique['direction']): readonly (readonly string[])[] {
  const further = direction === 'more' ? FORMALITY_ASKED.slice(from + 1) : FORMALITY_ASKED.slice(0, from).reverse();
  const festive = FORMALITY_ASKED[2];
  return [...further.filter((level) => level !== festive), ...further.filter((level) => level === festive)];
}

/** Without what is loud; then without any pattern at all. */
function plainer(constraints: Constraints, { direction }: Critique): Constraints[] {
  if (direction === 'more') return [mergeConstraints(constraints, { exclude: { pattern: 'solid' } })];
  const quiet = mergeConstraints(constraints, { exclude: { pattern: [...LOUD_PATTERNS] } });
  return [quiet, withWish(constraints, 'pattern', ['solid'])];
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

/** The middle of the rungs shown; of an even number, the lower middle. */
function middleRung(ids: readonly string[], ladder: readonly string[]): string | undefined {
  const rungs = ids
    .map((id) => ladder.indexOf(id))
    .filter((at) => at >= 0)
    .sort((a, b) => a - b);
  return ladder[rungs[Math.floor((rungs.length - 1) / 2)] ?? -1];
}

/** The facet whose name a reply uses for a critique. */
export const CRITIQUED_FACET: Readonly<Record<Critique['facet'], Facet | 'price' | undefined>> = {
  price: 'price',
  length: 'length',
  sleeve: 'sleeve',
  fit: 'fit',
  formality: 'occasions',
  brightness: 'colours',
  pattern: 'pattern',
  warmth: 'seasons',
  variety: undefined,
  size: undefined,
};
