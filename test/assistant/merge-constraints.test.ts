import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeConstraints, WISH_FACETS } from '../../src/assistant/track/merge-constraints.js';
import { type Constraints, constraintsSchema, statedIds } from '../../src/domain/constraints.js';
import { LIST_FACETS } from '../../src/domain/facet.js';
import { money } from '../../src/domain/money.js';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 });
const facets = fc.record(Object.fromEntries(WISH_FACETS.map((facet) => [facet, ids])) as Record<string, typeof ids>, {
  requiredKeys: [],
});
const amount = fc.option(
  fc.integer({ min: 1, max: 900 }).map((yuan) => money(yuan, 'CNY')),
  { nil: undefined },
);
const priceRange = fc.tuple(amount, amount).map(([a, b]) => {
  const [min, max] = a && b && a.minorUnits > b.minorUnits ? [b, a] : [a, b];
  return { ...(min ? { min } : {}), ...(max ? { max } : {}) };
});
const constraints: fc.Arbitrary<Constraints> = fc
  .record({ wishes: facets, exclude: facets, price: priceRange, size: fc.constantFrom(undefined, 'M', '38') })
  .map(({ wishes, exclude, price, size }) =>
    constraintsSchema.parse({
      ...wishes,
      ...(Object.keys(exclude).length > 0 ? { exclude } : {}),
      ...(Object.keys(price).length > 0 ? { price } : {}),
      ...(size ? { size } : {}),
    }),
  );

describe('merging what is said into what holds', () => {
  it('changes nothing more when the same is said twice', () => {
    fc.assert(
      fc.property(constraints, constraints, (current, stated) => {
        const once = mergeConstraints(current, stated);
        expect(mergeConstraints(once, stated)).toEqual(once);
      }),
    );
  });

  it('changes nothing when nothing is said', () => {
    fc.assert(
      fc.property(constraints, (current) => {
        const settled = mergeConstraints({}, current);
        expect(mergeConstraints(settled, {})).toEqual(settled);
      }),
    );
  });

  it('never both wants and refuses one thing', () => {
    fc.assert(
      fc.property(constraints, constraints, (current, stated) => {
        const merged = mergeConstraints(mergeConstraints({}, current), stated);
        for (const facet of WISH_FACETS) {
          const refused = statedIds(merged.exclude, facet);
          expect(statedIds(merged, facet).filter((id) => refused.includes(id))).toEqual([]);
        }
      }),
    );
  });

  it('keeps every stated limit, and a budget never has its ends crossed', () => {
    fc.assert(
      fc.property(constraints, constraints, (current, stated) => {
        const merged = mergeConstraints(current, stated);
        if (stated.size !== undefined) expect(merged.size).toEqual(stated.size);
        if (stated.price?.max) expect(merged.price?.max).toEqual(stated.price.max);
        if (stated.price?.min) expect(merged.price?.min).toEqual(stated.price.min);
        const { min, max } = merged.price ?? {};
        if (min && max) expect(min.minorUnits).toBeLessThanOrEqual(max.minorUnits);
      }),
    );
  });

  it('gives list facets as lists and the others as an id where there is one', () => {
    fc.assert(
      fc.property(constraints, (stated) => {
        const merged = mergeConstraints({}, stated);
        for (const facet of WISH_FACETS) {
          const value = merged[facet];
          if (value === undefined) continue;
          const isList = LIST_FACETS.some((list) => list === facet) || statedIds(merged, facet).length > 1;
          expect(Array.isArray(value)).toBe(isList);
        }
      }),
    );
  });

  it('narrows a budget by its other end and drops an end that is overtaken', () => {
    const range = (min: number | undefined, max: number | undefined) => ({
      price: {
        ...(min === undefined ? {} : { min: money(min, 'CNY') }),
        ...(max === undefined ? {} : { max: money(max, 'CNY') }),
      },
    });
    expect(mergeConstraints(range(100, undefined), range(undefined, 300))).toEqual(range(100, 300));
    expect(mergeConstraints(range(300, 500), range(undefined, 200))).toEqual(range(undefined, 200));
    expect(mergeConstraints(range(300, 500), range(50, 80))).toEqual(range(50, 80));
  });

  it('lets a facet go, its exclusions too', () => {
    const current: Constraints = {
      category: 'dress',
      colours: ['red'],
      exclude: { colours: ['blue'], pattern: 'plaid' },
    };
    expect(mergeConstraints(current, {}, { relaxed: ['colours'] })).toEqual({
      category: 'dress',
      exclude: { pattern: 'plaid' },
    });
  });
});
