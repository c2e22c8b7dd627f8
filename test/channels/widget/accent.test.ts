import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentColours } from '../../../src/channels/widget/browser/panel/accent.js';

/** WCAG contrast of two `#rrggbb` colours, written here a second time as the oracle. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('the shop’s colour', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

  it('stays readable, whatever the shop chooses: on its button, on light paper and on dark', () => {
    fc.assert(
      fc.property(colour, (wished) => {
        const colours = accentColours(wished);
        if (colours === undefined) throw new Error('refused a colour');
        expect(colours.fill).toBe(wished);
        expect(contrast(colours.onFill, colours.fill)).toBeGreaterThanOrEqual(4.5);
        for (const paper of ['#fbf8f3', '#f0e9de', '#fffdf9']) {
          expect(contrast(colours.onLight, paper)).toBeGreaterThanOrEqual(4.5);
        }
        for (const paper of ['#1d1a17', '#2c2722', '#26221e']) {
          expect(contrast(colours.onDark, paper)).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });

  it('takes the short form, and nothing that is no colour', () => {
    expect(accentColours('#08F')?.fill).toBe('#0088ff');
    for (const bad of [undefined, '', 'red', '#12', '#12345g', 'url(https://x.example)', '#fff;color:red']) {
      expect(accentColours(bad)).toBeUndefined();
    }
  });
});
