import { clothFrom } from '../cloth.js';
import { mix } from '../colour.js';
import { data, ellipse, roundedBox, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';

export function watch(sketch: Sketch, spec: GarmentDrawing): void {
  const metal = spec.details.includes('gold_metal') ? '#cfa955' : '#bfc3c8';
  const steel = spec.material === 'stainless_steel';
  const bandCloth = steel ? clothFrom([metal], null, 'patent_leather') : sketch.cloth;
  for (const side of [-1, 1]) {
    const strap = data(
      run(
        [-92, side * 130],
        [92, side * 130],
        [84, side * 300, 72, side * 420, 66, side * 520],
        [40, side * 546, -40, side * 546, -66, side * 520],
        [-72, side * 420, -84, side * 300, -92, side * 130],
      ),
      true,
    );
    sketch.piece(strap, { cloth: bandCloth });
    if (steel) {
      for (let y = 170; y < 530; y += 38)
        sketch.line(data(run([-90 + y * 0.04, side * y], [90 - y * 0.04, side * y])), {
          colour: mix(metal, '#221c24', 0.4),
          width: 4,
        });
      sketch.line(data(run([-30, side * 150], [-26, side * 520])), { colour: mix(metal, '#221c24', 0.3), width: 3 });
      sketch.line(data(run([30, side * 150], [26, side * 520])), { colour: mix(metal, '#221c24', 0.3), width: 3 });
    } else {
      sketch.stitch(data(run([-72, side * 170], [-56, side * 500])), sketch.cloth.seam);
      sketch.stitch(data(run([72, side * 170], [56, side * 500])), sketch.cloth.seam);
      if (side === 1)
        for (const y of [330, 372, 414, 456]) sketch.raw(`<circle cy="${y}" r="8" fill="${sketch.cloth.inner}"/>`);
    }
  }
  const square = spec.cut === 'square';
  const outline = square ? roundedBox(-150, -176, 300, 352, 46) : ellipse(0, 0, 182);
  sketch.piece(roundedBox(172, -26, 34, 52, 8), { cloth: clothFrom([metal], null, 'patent_leather') });
  sketch.piece(outline, { cloth: clothFrom([metal], null, 'patent_leather'), volume: 1 });
  const face = spec.details.includes('dark_dial') ? '#2e3440' : '#f8f5ee';
  const ink = spec.details.includes('dark_dial') ? '#e9e4d8' : '#3a3438';
  sketch.raw(
    `<path d="${square ? roundedBox(-122, -148, 244, 296, 32) : ellipse(0, 0, 150)}" fill="${face}" stroke="${mix(metal, '#221c24', 0.35)}" stroke-width="4"/>`,
  );
  const marks = Array.from(
    { length: 12 },
    (_unused, hour) =>
      `<path d="M0 -132V${hour % 3 === 0 ? -106 : -118}" transform="rotate(${hour * 30})${square ? 'scale(.82 .98)' : ''}" stroke="${ink}" stroke-width="${hour % 3 === 0 ? 9 : 5}" stroke-linecap="round"/>`,
  ).join('');
  sketch.raw(
    `${marks}<path d="M0 0L-62 -46" stroke="${ink}" stroke-width="11" stroke-linecap="round"/><path d="M0 0L58 -88" stroke="${ink}" stroke-width="7" stroke-linecap="round"/><path d="M0 20L0 -112" transform="rotate(140)" stroke="#b6493f" stroke-width="3.500"/><circle r="10" fill="${ink}"/>`,
  );
  if (spec.cut === 'sport')
    sketch.raw(
      `<circle cx="-56" cy="40" r="30" fill="none" stroke="${ink}" stroke-width="4"/><circle cx="56" cy="40" r="30" fill="none" stroke="${ink}" stroke-width="4"/>`,
    );
}
