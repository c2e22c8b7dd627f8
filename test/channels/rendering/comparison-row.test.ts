import { describe, expect, it } from 'vitest';
import { comparisonRow } from '../../../src/channels/rendering/comparison-row.js';

describe('a line of a comparison', () => {
  it.each([
    ['Material: silk | wool', 2, { name: 'Material', cells: ['silk', 'wool'] }],
    ['材质：真丝 ｜ 羊毛 ｜ 棉', 3, { name: '材质', cells: ['真丝', '羊毛', '棉'] }],
    ['Sizes: XS, S, and M | one size', 2, { name: 'Sizes', cells: ['XS, S, and M', 'one size'] }],
  ])('%s is a row of %i garments', (line, garments, row) => {
    expect(comparisonRow(line, garments)).toEqual(row);
  });

  it.each([
    ['Here are the two side by side:', 2],
    ['Cheaper by ¥50: Red dress.', 2],
    ['Material: silk | wool', 0],
    ['Material: silk | wool', 3],
    ['Brand: A | B | C', 2],
  ])('%s is no row of %i garments', (line, garments) => {
    expect(comparisonRow(line, garments)).toBeUndefined();
  });
});
