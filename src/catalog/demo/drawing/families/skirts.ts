import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import type { Fold } from '../light.js';
import { acrossCentre, data, joined, mirrored, type Point, reversed, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { skirtFolds } from '../torso/body-folds.js';
import { buttonLook, buttonRow, placket, waistBelt } from '../torso/closures.js';
import { patchPocket } from '../torso/pockets.js';
import { tierLines } from '../torso/tiers.js';
import { type SkirtForm, skirtBelow } from './dresses.js';

const LENGTHS: Readonly<Record<string, number>> = {
  cropped: 360,
  short: 420,
  regular: 540,
  knee: 560,
  midi: 760,
  long: 920,
  floor: 1010,
};
const BAND = 40;

export function drawSkirt(sketch: Sketch, spec: GarmentDrawing): void {
  const child = spec.audience === 'kids' || spec.audience === 'girls';
  const size = child ? 0.68 : 1;
  const w = (child ? 142 : 172) + (spec.fit === 'plus_size' ? 34 : 0);
  const hip = w * 1.34;
  const length = (LENGTHS[spec.length ?? 'midi'] ?? 700) * size;
  const fit = spec.cut === 'tulle' ? 'a_line' : spec.fit;
  const form = skirtBelow(fit, [w + 6, BAND - 6], hip, length);
  if (spec.cut === 'mamian') {
    mamian(sketch, w, length);
    return;
  }
  underlayers(sketch, spec, w, hip, length);
  const half = joined(run([0, BAND - 6], [w + 6, BAND - 6]), form.side, form.hem.run);
  const folds: Fold[] = [
    ...skirtFolds(form.hem.valleys, w, BAND, form.hem.run.from[0], sketch.random, 1),
    ...(form.hem.valleys.length === 0 ? straightFolds(sketch, hip, length) : []),
  ];
  sketch.piece(data(joined(half, mirrored(reversed(half))), true), { folds: pleated(spec) ? [] : folds });
  body(sketch, spec, w, hip, length, form);
  waistband(sketch, spec, w);
}

function pleated(spec: GarmentDrawing): boolean {
  return spec.pattern === 'pleated' || spec.details.includes('pleated');
}

function straightFolds(sketch: Sketch, hip: number, length: number): Fold[] {
  return [1, -1].flatMap((side) => [
    {
      from: [side * hip * 0.9, 150] as const,
      to: [side * hip * 0.3, 190 + sketch.random.between(0, 30)] as const,
      width: side * 15,
      bend: 7,
      weight: 0.55,
    },
    {
      from: [side * hip * 0.5, length - 8] as const,
      to: [side * hip * 0.42, 230] as const,
      width: side * -24,
      bend: 7,
      weight: 0.55,
    },
  ]);
}

/** Tulle stands in several layers, each a little longer. */
function underlayers(sketch: Sketch, spec: GarmentDrawing, w: number, hip: number, length: number): void {
  if (spec.material !== 'tulle' && spec.cut !== 'tulle') return;
  const slip = skirtBelow('a_line', [w, BAND], hip, length * 0.8);
  const inner = joined(run([0, BAND], [w, BAND]), slip.side, slip.hem.run);
  sketch.piece(data(joined(inner, mirrored(reversed(inner))), true), {
    cloth: clothFrom([mix(sketch.cloth.colours[0], '#221c24', 0.12)]),
    casts: false,
    edge: 0,
  });
  const long = skirtBelow('a_line', [w, BAND], hip, length + 22);
  const outer = joined(run([0, BAND], [w, BAND]), long.side, long.hem.run);
  sketch.piece(data(joined(outer, mirrored(reversed(outer))), true), {
    folds: skirtFolds(long.hem.valleys, w, BAND, long.hem.run.from[0], sketch.random, 0.8),
  });
}

function body(sketch: Sketch, spec: GarmentDrawing, w: number, hip: number, length: number, form: SkirtForm): void {
  const [half, y] = form.hem.run.from;
  if (pleated(spec)) knifePleats(sketch, w, half, y, form.hem.run.from[1] + 10);
  if (spec.pattern === 'ruffled' || spec.details.includes('tiered')) tierLines(sketch, [w, BAND], [half, y], 3);
  const denim = spec.material === 'denim';
  const hem = data(acrossCentre(reversed(form.hem.run)));
  if (!pleated(spec) && spec.material !== 'tulle') {
    sketch.raw('<g transform="translate(0 -16)">');
    sketch.stitch(hem, denim ? '#c98f4e' : sketch.cloth.seam, 0.7);
    sketch.raw('</g>');
  }
  if (spec.details.includes('button_front')) {
    placket(sketch, BAND, y + 8, 34, sketch.cloth);
    buttonRow(
      sketch,
      0,
      BAND + 34,
      y - 60,
      Math.max(4, Math.round(y / 110)),
      denim ? { colour: '#b58a58', r: 9 } : buttonLook(sketch.cloth, 9),
    );
  }
  if (spec.details.includes('patch_pockets'))
    for (const side of [1, -1])
      patchPocket(sketch, side * hip * 0.5, BAND + 50, hip * 0.44, 110, denim ? { stitch: '#c98f4e' } : {});
  if (spec.details.includes('cargo'))
    for (const side of [1, -1]) patchPocket(sketch, side * hip * 0.66, BAND + 120, hip * 0.4, 130, { flap: true });
  if (spec.details.includes('wrap')) {
    const edge = data(run([w * 0.7, BAND], [w * 0.5, 220, w * 0.1, length * 0.6, w * 0.16, length]));
    sketch.drop(edge, 16);
    sketch.line(edge, { colour: sketch.cloth.edge, width: 2.8 });
  }
  if (spec.details.includes('slit')) {
    const at = hip * 0.4;
    sketch.raw(
      `<path d="M${at} ${length * 0.56}Q${at + 10} ${length * 0.8} ${at + 22} ${length + 12}H${at - 20}Q${at - 6} ${length * 0.8} ${at} ${length * 0.56}Z" fill="${sketch.cloth.inner}" stroke="${sketch.cloth.edge}" stroke-width="2.400"/>`,
    );
  }
  if (spec.pattern === 'sequin' || spec.details.includes('lace_hem'))
    sketch.line(hem, { colour: mix(sketch.cloth.colours[0], '#ffffff', 0.5), width: 16, dash: '0 17' });
}

/** Pleats pressed one over the next: each has a lit face and a shaded fold. */
function knifePleats(sketch: Sketch, w: number, half: number, y: number, low: number): void {
  const count = 20;
  for (let index = 0; index <= count; index += 1) {
    const share = (index / count) * 2 - 1;
    const top: Point = [share * (w + 2), BAND];
    const foot: Point = [share * half * 0.99, y + (low - y) * (1 - share ** 2)];
    const face = data(run(top, [foot[0], foot[1]]));
    sketch.line(face, { colour: '#1d1420', width: 9, opacity: sketch.cloth.shaded * 0.34 });
    sketch.raw(`<g transform="translate(8 0)">`);
    sketch.line(face, { colour: '#fff', width: 6, opacity: sketch.cloth.lit * 0.45 });
    sketch.raw('</g>');
    sketch.line(face, { width: 2, opacity: 0.85 });
  }
}

function waistband(sketch: Sketch, spec: GarmentDrawing, w: number): void {
  const elastic = spec.details.includes('elastic') || spec.material === 'tulle' || spec.material === 'knit';
  const back = data(run([-w, -3], [-w * 0.5, -17, w * 0.5, -17, w, -3], [w * 0.5, 9, -w * 0.5, 9, -w, -3]), true);
  sketch.piece(back, { cloth: clothFrom([sketch.cloth.inner]), volume: 1 });
  const outline = data(
    run(
      [-w, -4],
      [-w * 0.5, 9, w * 0.5, 9, w, -4],
      [w + 7, BAND - 2],
      [w * 0.5, BAND + 9, -w * 0.5, BAND + 9, -w - 7, BAND - 2],
    ),
    true,
  );
  sketch.drop(outline, 10);
  sketch.piece(outline, {
    cloth: elastic
      ? plain(sketch.cloth, sketch.cloth.colours[0], 'ribbed')
      : plain(sketch.cloth, sketch.cloth.colours[0], sketch.cloth.pattern === 'pleated' ? null : sketch.cloth.pattern),
    volume: 0.4,
  });
  if (spec.details.includes('leather_belt'))
    waistBelt(sketch, w + 3, BAND * 0.4, 28, clothFrom(['#6d4a33'], null, 'leather'), true);
  else if (!elastic)
    buttonRow(
      sketch,
      0,
      BAND * 0.55,
      BAND * 0.55,
      1,
      spec.material === 'denim' ? { colour: '#b58a58', r: 9 } : buttonLook(sketch.cloth, 7.5),
    );
}

/** The horse-face skirt: a flat brocaded panel between fine pleats, and a woven band along the hem. */
function mamian(sketch: Sketch, w: number, length: number): void {
  const half = w + 210;
  const outline = run(
    [0, 44],
    [w + 4, 44],
    [w + 60, length * 0.4, half - 30, length * 0.7, half, length - 18],
    [half * 0.6, length + 6, half * 0.3, length + 10, 0, length + 10],
  );
  const gold = sketch.cloth.colours[1] ?? '#d2af5c';
  const bandY = length - 150;
  const motif = [-0.8, -0.4, 0, 0.4, 0.8]
    .map(
      (share) =>
        `<g transform="translate(${Math.round(share * half)} ${bandY + 66})"><circle r="44" fill="none" stroke="${gold}" stroke-width="6"/><path d="M-26 8Q-22 -14 0 -12T26 8M-14 16Q0 2 14 16M0 -30V-18" stroke="${gold}" stroke-width="6" fill="none" stroke-linecap="round"/></g>`,
    )
    .join('');
  const inside = `<path d="M-600 ${bandY}H600M-600 ${bandY + 14}H600M-600 ${length - 18}H600" stroke="${gold}" stroke-width="6"/>${motif}`;
  sketch.piece(data(joined(outline, mirrored(reversed(outline))), true), { inside });
  for (let index = 1; index <= 8; index += 1) {
    for (const side of [1, -1]) {
      const share = 0.42 + (index / 8) * 0.57;
      sketch.line(
        data(
          run([side * w * share, 44], [side * half * (share - 0.04), length * 0.6, side * half * share, length - 12]),
        ),
        { colour: sketch.cloth.edge, width: 2.4, opacity: 0.7 },
      );
      sketch.line(
        data(
          run(
            [side * (w * share - 6), 44],
            [side * (half * (share - 0.04) - 8), length * 0.6, side * (half * share - 9), length - 12],
          ),
        ),
        { colour: '#1d1420', width: 9, opacity: 0.08 },
      );
    }
  }
  const panel = data(run([w * 0.36, 44], [half * 0.36, length + 6]));
  sketch.drop(panel, 14);
  sketch.line(panel, { colour: sketch.cloth.edge, width: 3 });
  const band = data(
    run([-w - 2, -8], [-w * 0.5, 4, w * 0.5, 4, w + 2, -8], [w + 8, 44], [w * 0.5, 56, -w * 0.5, 56, -w - 8, 44]),
    true,
  );
  sketch.drop(band, 10);
  sketch.piece(band, {
    cloth: clothFrom([mix(sketch.cloth.colours[0], '#fbf3e6', 0.72)], null, 'cotton'),
    volume: 0.5,
  });
  const tie = data(run([w * 0.7, 20], [w * 0.9, 110, w * 0.76, 180, w * 0.96, 260]));
  sketch.line(tie, { colour: mix(sketch.cloth.colours[0], '#fbf3e6', 0.55), width: 15 });
  sketch.line(tie, { colour: sketch.cloth.edge, width: 2, opacity: 0.5 });
}
