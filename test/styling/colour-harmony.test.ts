import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourIndex, colourRelation, harmonyAt } from '../../src/styling/colour-harmony.js';
import { COLOURS } from '../../src/styling/knowledge/colours.js';
import { projectVocabulary } from '../support/in-memory-catalogue.js';

describe('colour harmony', () => {
  it('finds navy and beige a safe contrast', () => {
    expect(colourRelation('navy', 'beige')).toMatchObject({ kind: 'neutral-contrast' });
    expect(colourRelation('navy', 'beige').score).toBeGreaterThan(0.9);
  });

  it('finds two neons a clash, far below any neutral pair', () => {
    const neon = colourRelation('lime', 'magenta');
    expect(neon.kind).toBe('clash');
    expect(neon.score).toBeLessThan(0.25);
    expect(neon.score).toBeLessThan(colourRelation('black', 'navy').score);
  });

  it('lets a neutral carry an accent, and less gladly a neon one', () => {
    expect(colourRelation('grey', 'light_pink').kind).toBe('neutral-accent');
    expect(colourRelation('white', 'lime').score).toBeLessThan(colourRelation('white', 'dark_green').score);
  });

  it('tells tone on tone from neighbours and from opposites', () => {
    expect(colourRelation('dark_green', 'mint').kind).toBe('tonal');
    expect(colourRelation('rust', 'mustard').kind).toBe('analogous');
    expect(colourRelation('light_blue', 'coral').kind).toBe('complementary');
  });

  it('prefers muted opposites to saturated ones', () => {
    expect(colourRelation('light_blue', 'peach').score).toBeGreaterThan(
      colourRelation('royal_blue', 'orange').score + 0.2,
    );
  });

  it('is symmetric and within 0 to 1 for every pair of the vocabulary, by id and by index', () => {
    const ids = projectVocabulary()
      .entries('colours')
      .map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.constantFrom(...ids), (a, b) => {
        const { score } = colourRelation(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(colourRelation(b, a)).toEqual(colourRelation(a, b));
        expect(harmonyAt(colourIndex(a), colourIndex(b))).toBeCloseTo(score, 6);
      }),
    );
  });

  it('places every colour of the vocabulary but those that are no one colour', () => {
    const missing = projectVocabulary()
      .entries('colours')
      .map(({ id }) => id)
      .filter((id) => COLOURS[id] === undefined);
    expect(missing).toEqual(['multicolour', 'transparent']);
  });
});
