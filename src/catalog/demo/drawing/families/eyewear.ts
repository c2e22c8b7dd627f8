import { mix } from '../colour.js';
import { dye } from '../palette.js';
import { data, ellipse, roundedBox, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { wire } from './gems.js';

export function eyewear(sketch: Sketch, spec: GarmentDrawing): void {
  const dark = spec.category === 'sunglasses';
  const frame = sketch.cloth.colours[0];
  const thin = spec.material === 'stainless_steel';
  const width = thin ? 13 : 30;
  const lens = dark ? dye(spec.colours[1] ?? 'charcoal', null) : '#dfeaf0';
  const shape = (x: number): string => {
    switch (spec.cut) {
      case 'round':
        return ellipse(x, 0, 148, 146);
      case 'cat':
        return data(
          run(
            [x - Math.sign(x) * 160, -60],
            [x, -130, x + Math.sign(x) * 130, -150, x + Math.sign(x) * 206, -140],
            [x + Math.sign(x) * 196, 20, x + Math.sign(x) * 120, 120, x, 116],
            [x - Math.sign(x) * 110, 112, x - Math.sign(x) * 162, 30, x - Math.sign(x) * 160, -60],
          ),
          true,
        );
      case 'aviator':
        return data(
          run(
            [x - Math.sign(x) * 146, -104],
            [x, -134, x + Math.sign(x) * 120, -128, x + Math.sign(x) * 172, -104],
            [x + Math.sign(x) * 192, 40, x + Math.sign(x) * 90, 160, x - Math.sign(x) * 6, 156],
            [x - Math.sign(x) * 110, 150, x - Math.sign(x) * 166, 30, x - Math.sign(x) * 146, -104],
          ),
          true,
        );
      default:
        return roundedBox(x - 164, -112, 328, 226, 60);
    }
  };
  for (const side of [-1, 1]) {
    const temple = data(
      run(
        [side * 350, -84],
        [side * 380, -200, side * 300, -330, side * 250, -380],
        [side * 230, -400, side * 210, -390, side * 196, -370],
      ),
    );
    sketch.line(temple, { colour: mix(frame, '#221c24', 0.45), width: width * 0.9 });
    sketch.line(temple, { colour: mix(frame, '#221c24', 0.16), width: width * 0.9 - 5 });
    sketch.castsAlong(temple, width * 0.8);
  }
  for (const x of [-192, 192]) {
    const rim = shape(x);
    sketch.casts(rim);
    const id = sketch.name();
    sketch.define(
      `<linearGradient id="${id}" x1="0" y1="0" x2=".4" y2="1"><stop offset="0" stop-color="${mix(lens, '#1a1518', dark ? 0.5 : 0)}"/><stop offset="1" stop-color="${mix(lens, '#ffffff', dark ? 0.12 : 0.4)}"/></linearGradient>`,
    );
    sketch.raw(
      `<path d="${rim}" fill="url(#${id})" opacity="${dark ? 0.94 : 0.5}"/><path d="M${x - 90} 50L${x - 10} -96M${x - 50} 70L${x + 40} -90" stroke="#fff" stroke-width="13" opacity="${dark ? 0.22 : 0.6}" stroke-linecap="round"/>`,
    );
    sketch.line(rim, { colour: mix(frame, '#221c24', 0.5), width: width + 5 });
    sketch.line(rim, { colour: frame, width });
    sketch.line(rim, { colour: '#fff', width: width * 0.2, opacity: 0.4 });
  }
  const bridge = data(run([-52, -44], [-26, -82, 26, -82, 52, -44]));
  sketch.line(bridge, { colour: mix(frame, '#221c24', 0.5), width: width + 3 });
  sketch.line(bridge, { colour: frame, width: width - 2 });
  if (spec.cut === 'aviator') wire(sketch, data(run([-70, -116], [70, -116])), 9, frame);
}
