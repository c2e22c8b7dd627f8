import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { data, polygon, type Run, roundedBox, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { laces, pair } from './shoe-pair.js';

/** Height of the shaft over the ground. */
function shaftOf({ category, details, audience }: GarmentDrawing): number {
  if (category === 'ankle_boots') return 400;
  if (details.includes('knee')) return 900;
  return audience === 'kids' ? 440 : 640;
}

/** Boots by shaft: ankle, mid, knee. */
export function boot(sketch: Sketch, spec: GarmentDrawing): void {
  const shaft = shaftOf(spec);
  const lift = spec.details.includes('block_heel') ? 96 : spec.details.includes('lug') ? 84 : 54;
  pair(sketch, 120, spec.details.includes('knee') ? -70 : -110, () => {
    const top = -shaft;
    const wide = spec.details.includes('knee') || spec.details.includes('rain') ? 30 : 0;
    const upper: Run = run(
      [-300, -lift],
      [-318, -lift - 70, -276, -lift - 116, -206, -lift - 130],
      [-130, -lift - 146, -60, -lift - 176, -26, -lift - 236],
      [-4, -lift - 300, -8 - wide * 0.6, top + 160, -16 - wide, top],
      [70, top - 12, 170, top - 12, 246 + wide, top + 2],
      [250 + wide, top + 180, 236, -lift - 260, 248, -lift - 160],
      [258, -lift - 100, 262, -lift - 40, 254, -lift],
    );
    if (spec.details.includes('block_heel'))
      sketch.piece(polygon([120, -lift - 4], [256, -lift - 4], [250, 0], [142, 0]), {
        cloth: clothFrom([mix(sketch.cloth.colours[0], '#1a1518', 0.4)], null, 'leather'),
        volume: 0.4,
      });
    sketch.piece(data(upper, true), { folds: bootFolds(spec, lift, top) });
    sketch.piece(
      data(
        run(
          [-16 - wide, top],
          [70, top - 12, 170, top - 12, 246 + wide, top + 2],
          [170, top + 22, 60, top + 22, -16 - wide, top],
        ),
        true,
      ),
      { cloth: clothFrom([mix(sketch.cloth.colours[0], '#221c24', 0.4)]), casts: false, volume: 0.8, edge: 2 },
    );
    bootDetail(sketch, spec, lift, top);
    const sole = clothFrom(
      [spec.details.includes('gum_sole') ? '#a9794c' : mix(sketch.cloth.colours[0], '#1a1518', 0.6)],
      null,
      'rubber',
    );
    const blockCut = spec.details.includes('block_heel');
    sketch.piece(
      blockCut
        ? data(
            run(
              [-308, -lift - 2],
              [-316, -lift + 30, -300, -20, -270, -6],
              [-120, 0, 0, -8, 60, -50],
              [100, -lift + 12, 124, -lift, 130, -lift - 6],
            ),
            true,
          )
        : data(
            run(
              [-308, -lift - 2],
              [-320, -30, -312, 0, -280, 0],
              [60, 0],
              [70, -14],
              [110, -14],
              [120, 0],
              [240, 0],
              [262, 0, 266, -24, 262, -lift - 2],
            ),
            true,
          ),
      { cloth: sole, volume: 0.4 },
    );
    if (spec.details.includes('lug'))
      sketch.line(data(run([-290, -6], [250, -6])), { colour: sole.edge, width: 20, dash: '16 10', cap: 'butt' });
  });
}

function bootFolds(
  spec: GarmentDrawing,
  lift: number,
  top: number,
): { from: [number, number]; to: [number, number]; width: number; bend: number; weight: number; ridge?: boolean }[] {
  const soft = spec.details.includes('rain') ? 0.3 : 0.8;
  return [
    { from: [-20, -lift - 220], to: [120, -lift - 200], width: -22, bend: -14, weight: soft },
    { from: [-14, -lift - 270], to: [100, -lift - 262], width: -18, bend: -10, weight: soft * 0.8 },
    { from: [240, -lift - 200], to: [120, -lift - 230], width: 20, bend: 10, weight: soft },
    { from: [60, top + 40], to: [70, -lift - 300], width: 60, bend: 6, weight: 0.9, ridge: true },
    { from: [-270, -lift - 90], to: [-130, -lift - 138], width: 26, bend: 12, weight: 0.9, ridge: true },
  ];
}

function bootDetail(sketch: Sketch, spec: GarmentDrawing, lift: number, top: number): void {
  const { details } = spec;
  if (details.includes('chelsea')) {
    const gore = data(
      run(
        [70, top + 4],
        [160, top + 4],
        [170, top + 90, 160, -lift - 170, 116, -lift - 140],
        [74, -lift - 170, 64, top + 90, 70, top + 4],
      ),
      true,
    );
    sketch.piece(gore, {
      cloth: plain(sketch.cloth, mix(sketch.cloth.colours[0], '#221c24', 0.3), 'ribbed'),
      casts: false,
      volume: 0.4,
    });
    sketch.line(data(run([246, top - 10], [262, top - 60, 292, top - 50, 270, top + 20])), {
      colour: sketch.cloth.edge,
      width: 12,
    });
  }
  if (details.includes('laced')) {
    const count = Math.max(4, Math.round((-top - lift - 160) / 60));
    const rows: [number, number, number, number][] = Array.from({ length: count }, (_unused, index) => {
      const y = -lift - 176 - index * ((-top - lift - 190) / count);
      const x = index === 0 ? -60 : index === 1 ? -30 : -12;
      return [x - 8, y - 8, x + 56, y + 18];
    });
    laces(sketch, rows, details.includes('rain') ? '#f2e6c8' : '#3a2d26');
    sketch.stitch(
      data(run([60, -lift - 150], [76, -lift - 240, 74, top + 160, 66, top + 14])),
      details.includes('lug') ? '#e3bd5c' : sketch.cloth.seam,
      0.8,
    );
  }
  if (details.includes('zip'))
    sketch.line(data(run([150, top + 10], [156, -lift - 60])), {
      colour: '#b9b9bd',
      width: 7,
      dash: '3 3',
      cap: 'butt',
    });
  if (details.includes('buckle'))
    sketch.raw(
      `<path d="M-30 ${-lift - 190}Q110 ${-lift - 150} 248 ${-lift - 190}" stroke="${sketch.cloth.edge}" stroke-width="30" fill="none"/><path d="M-30 ${-lift - 190}Q110 ${-lift - 150} 248 ${-lift - 190}" stroke="${sketch.cloth.colours[0]}" stroke-width="25" fill="none"/><path d="${roundedBox(130, -lift - 200, 46, 44, 7)}" fill="none" stroke="#c9a85c" stroke-width="8"/>`,
    );
  if (details.includes('fur_trim'))
    sketch.piece(roundedBox(-46, top - 36, 322, 78, 38), { cloth: clothFrom(['#e9dcc6'], null, 'faux_fur') });
  if (details.includes('rain'))
    sketch.line(data(run([-46, top + 46], [80, top + 58, 180, top + 58, 276, top + 48])), {
      colour: sketch.cloth.colours[1] ?? '#fbf8f1',
      width: 16,
    });
}
