import type { FacetReader } from './facet-reader.js';

const CHILD = /kid|child|toddler|junior|youth|teen|儿童|童|中大童|小孩|青少年/;
const BABY = /infant|newborn|baby|婴|新生儿|宝宝/;

/**
 * Who a garment is for, of Google's `gender` and `age_group` or a cell that says both (`女童`, `Girls`).
 * Several audiences at once (`men, women`) are unisex.
 */
export function readAudience(
  reader: FacetReader,
  gender: string | undefined,
  ageGroup: string | undefined,
): { id: string | undefined; unknown: string[] } {
  const age = ageGroup?.normalize('NFKC').toLowerCase() ?? '';
  if (BABY.test(age)) return { id: 'baby', unknown: [] };
  const { ids, unknown } = gender === undefined ? { ids: [], unknown: [] } : reader.cell('audience', gender);
  const one = ids.includes('women') && ids.includes('men') ? 'unisex' : ids[0];
  if (!CHILD.test(age)) return { id: one, unknown: [...unknown] };
  if (one === 'women' || one === 'girls') return { id: 'girls', unknown: [...unknown] };
  if (one === 'men' || one === 'boys') return { id: 'boys', unknown: [...unknown] };
  return { id: 'kids', unknown: [...unknown] };
}
