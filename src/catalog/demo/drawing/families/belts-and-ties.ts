import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, ellipse, flip, polygon, roundedBox, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';

/** A belt in a loose coil, the buckle in front. */
export function belt(sketch: Sketch, spec: GarmentDrawing): void {
  const w = spec.details.includes('wide') ? 84 : spec.details.includes('thin') ? 38 : 58;
  const buckle = spec.details.includes('silver_metal') ? '#b9bbc0' : '#c9a85c';
  const rings = [
    [-4, 0, 360, 176],
    [14, 30, 300, 138],
  ] as const;
  for (const [cx, cy, rx, ry] of rings) {
    const line = ellipse(cx, cy, rx, ry);
    sketch.castsAlong(line, w);
    sketch.line(line, { colour: '#1d1420', width: w + 22, opacity: 0.08 });
    sketch.line(line, { colour: sketch.cloth.edge, width: w + 5 });
    sketch.line(line, {
      colour: rx > 320 ? sketch.cloth.colours[0] : mix(sketch.cloth.colours[0], '#221c24', 0.14),
      width: w,
    });
    sketch.line(ellipse(cx, cy - w * 0.2, rx, ry), {
      colour: '#fff',
      width: w * 0.16,
      opacity: 0.1 + sketch.cloth.hand.gloss * 0.12,
    });
    if (spec.material === 'canvas')
      sketch.line(line, { colour: sketch.cloth.seam, width: w - 4, dash: '3 7', opacity: 0.5, cap: 'butt' });
    else {
      sketch.line(ellipse(cx, cy, rx - w * 0.36, ry - w * 0.36), {
        colour: sketch.cloth.seam,
        width: 2.6,
        dash: '9 6',
        opacity: 0.8,
      });
      sketch.line(ellipse(cx, cy, rx + w * 0.36, ry + w * 0.36), {
        colour: sketch.cloth.seam,
        width: 2.6,
        dash: '9 6',
        opacity: 0.8,
      });
    }
  }
  const tail = data(
    run(
      [-40, 170 - w * 0.5],
      [90, 172 - w * 0.5, 210, 214 - w * 0.5, 330, 282 - w * 0.5],
      [366, 290, 360, 300 + w * 0.4, 316, 282 + w * 0.5],
      [200, 226 + w * 0.5, 90, 176 + w * 0.5, -40, 176 + w * 0.5],
    ),
    true,
  );
  sketch.drop(tail, 16);
  sketch.piece(tail, { volume: 0.6 });
  for (const [x, y] of [
    [150, 196],
    [204, 218],
    [258, 244],
  ] as const)
    sketch.raw(`<ellipse cx="${x}" cy="${y}" rx="7" ry="8" fill="${sketch.cloth.inner}"/>`);
  const h = w + 44;
  const shape = spec.details.includes('round_buckle')
    ? ellipse(-70, 172, h * 0.62, h * 0.58)
    : roundedBox(-70 - h * 0.52, 172 - h * 0.5, h * 1.04, h, 16);
  sketch.line(shape, { colour: mix(buckle, '#221c24', 0.45), width: 24 });
  sketch.line(shape, { colour: buckle, width: 17 });
  sketch.line(shape, { colour: '#fff', width: 4, opacity: 0.5 });
  sketch.raw(
    `<path d="M-66 172H${-70 + h * 0.5}" stroke="${mix(buckle, '#221c24', 0.4)}" stroke-width="15" stroke-linecap="round"/><path d="M-66 171H${-70 + h * 0.5}" stroke="${buckle}" stroke-width="9" stroke-linecap="round"/>`,
  );
  sketch.casts(roundedBox(-70 - h * 0.6, 172 - h * 0.6, h * 1.2, h * 1.2, 16));
}

export function suspenders(sketch: Sketch): void {
  const straps: [number, number, number, number][] = [
    [-210, -400, 190, 420],
    [210, -400, -190, 420],
  ];
  for (const [x1, y1, x2, y2] of straps) {
    const line = data(run([x1, y1], [x1 * 0.7, y1 * 0.3, x2 * 0.4, 60, x2, y2]));
    sketch.castsAlong(line, 50);
    sketch.line(line, { colour: '#1d1420', width: 66, opacity: 0.1 });
    sketch.line(line, { colour: sketch.cloth.edge, width: 52, cap: 'butt' });
    sketch.line(line, { colour: sketch.cloth.colours[0], width: 47, cap: 'butt' });
    if (sketch.cloth.colours[1]) sketch.line(line, { colour: sketch.cloth.colours[1], width: 15, cap: 'butt' });
    sketch.line(line, { colour: '#fff', width: 6, opacity: 0.12, cap: 'butt' });
  }
  sketch.piece(polygon([0, -10], [66, 62], [0, 134], [-66, 62]), {
    cloth: clothFrom(['#7a5136'], null, 'leather'),
    volume: 0.6,
  });
  for (const [x, y, turn] of [
    [-210, -410, 8],
    [210, -410, -8],
    [-190, 430, -10],
    [190, 430, 10],
  ] as const) {
    sketch.raw(
      `<g transform="translate(${x} ${y})rotate(${turn})"><path d="${roundedBox(-34, -46, 68, 92, 12)}" fill="#c3c5c9" stroke="#6e7076" stroke-width="4"/><path d="M-20 -16h40M-20 6h40" stroke="#8f9197" stroke-width="6"/></g>`,
    );
  }
}

export function tie(sketch: Sketch): void {
  const back = data(
    run([20, 60], [70, 300, 96, 470, 104, 590], [64, 640], [28, 590], [24, 400, 8, 200, -12, 70]),
    true,
  );
  sketch.piece(back, {
    cloth: plain(sketch.cloth, mix(sketch.cloth.colours[0], '#221c24', 0.12), sketch.cloth.pattern),
    tilt: 6,
    volume: 0.8,
  });
  const blade = data(
    run([-46, 40], [-86, 260, -124, 480, -136, 720], [-34, 830], [60, 722], [62, 480, 52, 260, 46, 40]),
    true,
  );
  sketch.drop(blade, 18);
  sketch.piece(blade, {
    tilt: 34,
    volume: 1.1,
    folds: [
      { from: [-50, 80], to: [-96, 700], width: 54, bend: 8, weight: 0.9, ridge: true },
      { from: [10, 70], to: [8, 420], width: 20, bend: 4, weight: 0.6 },
    ],
  });
  const knot = data(
    run(
      [-86, -70],
      [-40, -92, 40, -92, 86, -70],
      [70, -10, 56, 30, 46, 62],
      [20, 76, -20, 76, -46, 62],
      [-56, 30, -70, -10, -86, -70],
    ),
    true,
  );
  sketch.drop(knot, 14);
  sketch.piece(knot, {
    tilt: -30,
    volume: 1.1,
    folds: [{ from: [-40, -70], to: [-12, 60], width: 26, bend: 6, weight: 0.9 }],
  });
}

export function bowTie(sketch: Sketch): void {
  const wing = run([20, 0], [90, -70, 180, -124, 300, -134], [330, -60, 330, 60, 300, 134], [180, 124, 90, 70, 20, 0]);
  for (const side of [1, -1] as const) {
    const path = data(wing, true);
    sketch.piece(side === 1 ? path : flip(path), {
      tilt: side * 12,
      volume: 1.1,
      folds: [
        { from: [side * 40, -4], to: [side * 250, -60], width: side * 34, bend: side * 6, weight: 1 },
        { from: [side * 40, 8], to: [side * 240, 66], width: side * -30, bend: side * -6, weight: 0.9 },
      ],
    });
  }
  const knot = roundedBox(-50, -62, 100, 124, 26);
  sketch.drop(knot, 14);
  sketch.piece(knot, { volume: 1.2, folds: [{ from: [-16, -56], to: [-12, 54], width: 22, weight: 0.9 }] });
}
