import type { Garment } from '../../domain/garment.js';
import { type DemoGarment, demoGarments } from './demo-garments.js';
import { drawCutout } from './drawing/draw-garment.js';
import { PALETTE } from './drawing/palette.js';

export type Likened = Pick<Garment, 'category' | 'colours' | 'pattern'>;

/** Neither of them says that a garment was made for a child. */
const GROWN_UP = new Set(['women', 'men', 'unisex', null]);
const MOST_COLOURS = 3;
const UNTOLD = 'light_grey';

/** How a garment might look of which only kind, colours and pattern are known; SVG, undefined for a kind never drawn. */
export function createDrawnLikeness(): (garment: Likened) => string | undefined {
  let drawn: readonly DemoGarment[] | undefined;
  return ({ category, colours, pattern }) => {
    drawn ??= demoGarments().filter(({ garment }) => GROWN_UP.has(garment.audience));
    const kind = drawn.filter(({ spec }) => spec.category === category);
    const template = plainest(kind, pattern);
    if (template === undefined) return undefined;
    const known = colours.filter((colour) => PALETTE[colour] !== undefined).slice(0, MOST_COLOURS);
    return drawCutout({
      ...template.spec,
      colours: known.length > 0 ? known : [UNTOLD],
      pattern: pattern ?? 'solid',
    });
  };
}

/** The first that has the pattern already, else the first plain one, else any. */
function plainest(garments: readonly DemoGarment[], pattern: string | null): DemoGarment | undefined {
  const having = (wanted: string | null) => garments.find(({ spec }) => spec.pattern === wanted);
  return (pattern === null ? undefined : having(pattern)) ?? having('solid') ?? having(null) ?? garments[0];
}
