import { type Constraints, statedIds } from '../../domain/constraints.js';
import type { Item } from '../../domain/reply.js';
import type { SearchOutcome } from '../search.js';

/** What is worn to a feast where no row says that it is: red before all, and gold. */
const COLOURS = ['red', 'burgundy', 'maroon', 'gold', 'rose_gold'] as const;
const FEASTS = ['festival', 'festival_cny'] as const;

/**
 * The same request in the colours of a feast, where a feast was asked for and no row is marked for one; undefined
 * where rows are, or where the shopper named or refused colours.
 */
export function inFestiveColours(constraints: Constraints, { relaxed }: SearchOutcome): Constraints | undefined {
  const occasions = statedIds(constraints, 'occasions');
  const feast = occasions.length > 0 && occasions.every((id) => FEASTS.some((one) => one === id));
  const unmarked = relaxed.some(({ facet, message }) => facet === 'occasions' && message.id === 'relax.occasions');
  if (!feast || !unmarked || statedIds(constraints, 'colours').length > 0 || constraints.exclude?.colours)
    return undefined;
  const { occasions: _feast, ...others } = constraints;
  return { ...others, colours: [...COLOURS] };
}

/** What wears the colours of a feast, then the rest; what that is, is said in the place of the feast that gave way. */
export function festiveFirst(outcome: SearchOutcome, coloured: SearchOutcome): SearchOutcome {
  const first = coloured.relaxed.length > 0 ? [] : coloured.items.map(withoutColourReason);
  if (first.length === 0) return outcome;
  const ids = new Set(first.map(({ garment }) => garment.id));
  const rest = outcome.items.filter(({ garment }) => !ids.has(garment.id));
  return {
    ...outcome,
    items: [...first, ...rest].slice(0, Math.max(first.length, outcome.items.length)),
    relaxed: outcome.relaxed.map((one) =>
      one.facet === 'occasions' ? { ...one, message: { ...one.message, id: 'relax.festive' } } : one,
    ),
  };
}

/** The colour was ours, not the shopper's: no card says "as you asked" of it. */
function withoutColourReason(item: Item): Item {
  return { ...item, reasons: item.reasons.filter(({ facet }) => facet !== 'colours') };
}
