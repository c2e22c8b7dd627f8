import { acceptedIds } from '../../catalog/generous-kinds.js';
import { type Constraints, statedIds } from '../../domain/constraints.js';
import type { Told } from '../../domain/profile.js';
import type { SessionState } from '../../domain/session.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { DARK_COLOURS, LIVELY_COLOURS, LOUD_PATTERNS } from './facet-ladders.js';
import { mergeConstraints, pickConstraints, type WishFacet, withWish } from './merge-constraints.js';

/** Exclusions that say something about the shopper's taste rather than about one kind of garment. */
const LASTING_EXCLUSIONS: readonly WishFacet[] = ['colours', 'pattern', 'material', 'brand', 'styles'];
/** Facets that describe the cut of one kind and mean nothing on another. */
const CUT_FACETS: readonly WishFacet[] = ['sleeve', 'neckline', 'fit', 'length'];
const UNSIZED_KINDS: ReadonlySet<string> = new Set(['bag', 'accessory', 'jewellery', 'beauty']);

/**
 * What a new topic keeps of the old one: the size where it fits the new kind, the budget as the shopper
 * stated it (not as "cheaper" narrowed it), the audience, and lasting dislikes.
 */
export function carryOver(
  constraints: Constraints,
  told: Told | undefined,
  categories: readonly string[],
  vocabulary: Vocabulary,
): Constraints {
  const kept = pickConstraints(constraints, ['audience'], LASTING_EXCLUSIONS);
  const { price: _narrowed, size: _size, ...whole } = kept;
  const rest = withoutLimits(whole);
  const size = sizeInForce(constraints, told, categories, vocabulary);
  const price = told?.price ?? told?.usualPrice;
  const avoided = withoutDisliked(rest, told);
  return { ...avoided, ...(price ? { price } : {}), ...(size === undefined ? {} : { size }) };
}

/** Without what "not too busy", "nothing too bright" ruled out: that was said of the garments before. */
function withoutLimits(constraints: Constraints): Constraints {
  const drop = (facet: 'colours' | 'pattern', limits: readonly (readonly string[])[]): string[] => {
    const refused = statedIds(constraints.exclude, facet);
    const said = limits.filter((limit) => limit.every((id) => refused.includes(id))).flat();
    return refused.filter((id) => !said.includes(id));
  };
  if (!constraints.exclude) return constraints;
  const colours = drop('colours', [LIVELY_COLOURS, DARK_COLOURS]);
  const pattern = drop('pattern', [LOUD_PATTERNS]);
  const { exclude, ...wishes } = constraints;
  const { colours: _colours, pattern: _pattern, ...others } = exclude;
  return mergeConstraints(wishes, {
    exclude: { ...others, ...(colours.length > 0 ? { colours } : {}), ...(pattern.length > 0 ? { pattern } : {}) },
  });
}

/** The running request with what is refused for good ("no red"), wherever in the talk that was said. */
export function withLastingRefusals(constraints: Constraints, stated: Constraints): Constraints {
  const { exclude } = pickConstraints({ exclude: stated.exclude }, [], LASTING_EXCLUSIONS);
  return exclude ? mergeConstraints(constraints, { exclude }) : constraints;
}

/** A request that leaves out the colours the shopper said they never wear, unless it asks for them. */
export function withoutDisliked(constraints: Constraints, told: Told | undefined): Constraints {
  const wanted = new Set(statedIds(constraints, 'colours'));
  const before = statedIds(constraints.exclude, 'colours').filter((id) => !wanted.has(id));
  const disliked = (told?.dislikedColours ?? []).filter((id) => !wanted.has(id) && !before.includes(id));
  if (disliked.length === 0) return constraints;
  return { ...constraints, exclude: { ...constraints.exclude, colours: [...before, ...disliked] } };
}

/** The same wishes for a sibling kind ("jeans instead"): all but what describes the old kind's cut. */
export function withoutCut(constraints: Constraints): Constraints {
  return CUT_FACETS.reduce((kept, facet) => withWish(kept, facet, []), constraints);
}

/** True where neither kind includes the other: trousers and jeans are one topic, dress and jeans two. */
export function isAnotherKind(before: readonly string[], now: readonly string[], vocabulary: Vocabulary): boolean {
  if (before.length === 0 || now.length === 0) return false;
  const covers = (wide: string, id: string): boolean => acceptedIds(vocabulary, 'category', wide).has(id);
  return !before.some((old) => now.some((next) => covers(old, next) || covers(next, old)));
}

/** True where the kinds share the root of the vocabulary (jeans and shorts: both bottoms). */
export function areSiblings(before: readonly string[], now: readonly string[], vocabulary: Vocabulary): boolean {
  const roots = new Set(before.map((id) => rootOf(id, vocabulary)));
  return now.some((id) => roots.has(rootOf(id, vocabulary)));
}

/** What was told, with what this statement tells of the speaker: sizes of shoes, of trousers and of clothes are facts apart. */
export function tell(told: Told | undefined, stated: Constraints, holding: Constraints, vocabulary: Vocabulary): Told {
  if (Array.isArray(stated.size) && stated.audience === undefined)
    return tellSeveral(told, stated.size, holding, vocabulary);
  // "Something in M for my mum" tells her size.
  const size = typeof stated.size === 'string' && stated.audience === undefined ? stated.size : undefined;
  if (size === undefined) return { ...told };
  const roots = statedIds(holding, 'category').map((id) => rootOf(id, vocabulary));
  // "Has it S?", asked of shoes, tells nothing.
  if (roots.includes('footwear'))
    return /\d/.test(size) && !/[A-Z]{1,3}$/.test(size) ? { ...told, shoeSize: size } : { ...told };
  // Letters mean the same on trousers as on tops; numbers do not.
  return roots.includes('bottom') && /^\d+(?:[./]\d+)?$/.test(size) ? { ...told, bottomSize: size } : { ...told, size };
}

/** "I wear M, and 38 in shoes": each its own fact. */
function tellSeveral(
  told: Told | undefined,
  sizes: readonly string[],
  holding: Constraints,
  vocabulary: Vocabulary,
): Told {
  const letter = sizes.find((size) => /^\d?x{0,4}[sml]$/i.test(size));
  const number = sizes.find((size) => shoeLike(size) !== undefined);
  const shod = statedIds(holding, 'category').some((id) => rootOf(id, vocabulary) === 'footwear');
  return {
    ...told,
    ...(letter === undefined ? {} : { size: letter }),
    ...(shod && number !== undefined ? { shoeSize: number } : {}),
  };
}

/** The session of before a change, the shopper's sizes as they were known then: what the change told of them is undone. */
export function withSizesOf(before: SessionState, after: SessionState, vocabulary: Vocabulary): SessionState {
  const [was, is] = [before.constraints.size, after.constraints.size];
  if (was === is || typeof is !== 'string') return before;
  if (typeof was === 'string')
    return { ...before, told: tell(before.told, { size: was }, before.constraints, vocabulary) };
  const told = Object.fromEntries(
    Object.entries(before.told ?? {}).filter(([fact, value]) => !(SIZE_FACTS.has(fact) && value === is)),
  );
  return { ...before, told };
}

const SIZE_FACTS: ReadonlySet<string> = new Set(['size', 'bottomSize', 'shoeSize']);

/** True where garments of this kind come in sizes. */
export function isSized(kind: string, vocabulary: Vocabulary): boolean {
  return !UNSIZED_KINDS.has(rootOf(kind, vocabulary));
}

/** The size that holds for these kinds: of the request where it is about them, else as it was told for them. */
export function sizeInForce(
  constraints: Constraints,
  told: Told | undefined,
  categories: readonly string[],
  vocabulary: Vocabulary,
): Constraints['size'] {
  const roots = categories.map((id) => rootOf(id, vocabulary));
  if (roots.length === 0) return constraints.size;
  if (roots.every((root) => UNSIZED_KINDS.has(root))) return undefined;
  const shod = (list: readonly string[]) => list.length > 0 && list.every((root) => root === 'footwear');
  const before = statedIds(constraints, 'category').map((id) => rootOf(id, vocabulary));
  // A 39 said of shoes is no size of a dress, nor the reverse.
  const ofTheOther = before.length > 0 && shod(before) !== shod(roots);
  if (shod(roots)) return told?.shoeSize ?? (ofTheOther ? undefined : shoeLike(constraints.size));
  if (told?.bottomSize !== undefined && roots.every((root) => root === 'bottom')) return told.bottomSize;
  if (told?.size !== undefined) return told.size;
  const { size } = constraints;
  if (ofTheOther && shod(before)) return undefined;
  return size === told?.shoeSize || size === told?.bottomSize ? undefined : size;
}

/** A bare 34 to 49 may be a shoe size; a letter cannot. */
function shoeLike(size: Constraints['size']): Constraints['size'] {
  return typeof size === 'string' && /^(?:3[4-9]|4\d)(?:\.5)?$/.test(size) ? size : undefined;
}

function rootOf(id: string, vocabulary: Vocabulary): string {
  return vocabulary.lineage('category', id).at(-1) ?? id;
}
