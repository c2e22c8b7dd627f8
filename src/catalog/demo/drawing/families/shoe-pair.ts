import { type Cloth, clothFrom } from '../cloth.js';
import { brightness, mix } from '../colour.js';
import { data, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';

/** Shoes from the side, toe to the left, twenty-five units a centimetre, the ground at y 0. */

/** The pair: the other shoe a little behind. */
export function pair(sketch: Sketch, dx: number, dy: number, paint: () => void): void {
  sketch.at(dx, dy, paint);
  paint();
}

export function laces(
  sketch: Sketch,
  points: readonly (readonly [number, number, number, number])[],
  colour: string,
): void {
  for (const [x1, y1, x2, y2] of points) {
    const lace = data(run([x1, y1], [(x1 + x2) / 2 - 6, (y1 + y2) / 2 - 12, x2, y2]));
    sketch.line(lace, { colour: mix(colour, '#221c24', 0.35), width: 15 });
    sketch.line(lace, { colour, width: 11 });
  }
}

function soleCloth(spec: GarmentDrawing, hex = '#f6f2ea'): Cloth {
  const named = spec.details.includes('gum_sole') ? '#b98a5c' : spec.details.includes('dark_sole') ? '#34323a' : hex;
  return clothFrom([named], null, 'rubber');
}

function laceColour(sketch: Sketch): string {
  return brightness(sketch.cloth.colours[0]) < 0.3 ? '#d9d5cd' : '#fbf9f4';
}

/** One crossing of the lace, lying across the eyelet band, `lean` degrees from level. */
export function lace(sketch: Sketch, x: number, y: number, lean: number): void {
  const colour = laceColour(sketch);
  sketch.raw(
    `<g transform="translate(${Math.round(x)} ${Math.round(y)})rotate(${lean})"><circle cx="36" cy="2" r="8" fill="${sketch.cloth.edge}" opacity=".6"/><path d="M-22 -4Q8 -13 36 1" stroke="${mix(colour, '#221c24', 0.4)}" stroke-width="16" fill="none" stroke-linecap="round"/><path d="M-22 -4Q8 -13 36 1" stroke="${colour}" stroke-width="12.500" fill="none" stroke-linecap="round"/></g>`,
  );
}

export function tongue(sketch: Sketch, high: boolean): void {
  const shape = high
    ? run(
        [20, -380],
        [40, -450, 44, -500, 52, -542],
        [80, -560, 118, -556, 140, -536],
        [130, -490, 120, -440, 110, -380],
      )
    : run(
        [-30, -290],
        [0, -326, 22, -366, 40, -378],
        [74, -392, 108, -374, 116, -344],
        [112, -320, 104, -300, 90, -280],
      );
  sketch.piece(data(shape, true), { volume: 0.6 });
}

/** The far side of the ankle opening, padded, seen over the near edge. Paint before the upper. */
export function collarLining(sketch: Sketch, high = false): void {
  const lining = clothFrom([mix(sketch.cloth.colours[0], '#8d8378', 0.34)]);
  const far = high
    ? run([66, -484], [120, -528, 250, -532, 318, -492], [260, -470, 120, -470, 66, -484])
    : run(
        [84, -306],
        [120, -318, 200, -312, 268, -310],
        [300, -310, 322, -306, 328, -286],
        [280, -236, 130, -220, 84, -306],
      );
  sketch.piece(data(far, true), { cloth: lining, volume: 0.8, edge: 2 });
}

export function cupsole(sketch: Sketch, spec: GarmentDrawing): void {
  const sole = soleCloth(spec);
  const height = spec.details.includes('platform') ? 104 : 62;
  sketch.piece(
    data(
      run(
        [-352, -height + 8],
        [-360, -30, -352, 0, -322, 0],
        [306, 0],
        [340, 0, 350, -20, 348, -height - 2],
        [200, -height + 10, -160, -height + 16, -352, -height + 8],
      ),
      true,
    ),
    { cloth: sole, volume: 0.5 },
  );
  sketch.line(data(run([-346, -15], [-200, -11, 200, -11, 344, -15])), { colour: sole.edge, width: 3, opacity: 0.5 });
  sketch.stitch(
    data(run([-346, -height + 19], [-160, -height + 26, 200, -height + 21, 344, -height + 11])),
    sole.seam,
    0.8,
  );
}
