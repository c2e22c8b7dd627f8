import { clothFrom, plain } from '../cloth.js';
import { mix } from '../colour.js';
import { acrossCentre, data, flip, joined, mirrored, polygon, type Run, reversed, run } from '../path.js';
import { chestPrint } from '../prints/chest-print.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { bodyFolds } from '../torso/body-folds.js';
import { button, buttonLook, buttonRow, knotButton, placket, waistBelt, zip } from '../torso/closures.js';
import { collarStand, shirtCollar, standCollar } from '../torso/collars.js';
import { torsoOf } from '../torso/measures.js';
import { neckEdgeOf } from '../torso/neck-edge.js';
import { neckBand, neckInside, shoulderSeams, straps } from '../torso/neck-finish.js';
import { patchPocket } from '../torso/pockets.js';
import { shellOf, straightHem } from '../torso/shell.js';
import { sleeves } from '../torso/sleeves.js';
import { drawLegs, legsOf } from './legs.js';

/** Jumpsuits and rompers: a bodice on trousers. */
export function drawJumpsuit(sketch: Sketch, spec: GarmentDrawing): void {
  const torso = torsoOf({ ...spec, length: 'regular', fit: 'waisted' });
  const strapped = spec.sleeve === 'strappy';
  const neck = neckEdgeOf(spec.neckline, torso, strapped);
  const legs = legsOf(spec);
  const waistY = torso.waistY;
  const half = legs.waist + 6;
  if (neck.strapAt) straps(sketch, torso, neck.strapAt, 10, -20);
  else if (spec.neckline === 'shirt_collar') collarStand(sketch, torso, sketch.cloth, 44);
  else neckInside(sketch, neck);
  sleeves(
    sketch,
    torso,
    spec.sleeve,
    neck.shoulders ? [torso.shoulder, torso.slope] : [torso.chest * 0.95, torso.depth - 100],
    { cuff: spec.sleeve === 'long' ? 50 : undefined },
  );
  drawLegs(sketch, spec, legs, waistY - 10);
  const side = run(
    [torso.chest, torso.depth],
    [torso.chest - 14, torso.depth + 60, half + 4, waistY - 60, half, waistY + 10],
  );
  const shell = shellOf(torso, neck, side, straightHem(half, waistY + 10, 9).run);
  sketch.piece(shell.path, { folds: bodyFolds(torso, waistY + 60, sketch.random, 0.8) });
  chestPrint(sketch, spec, torso.depth - 20, torso.chest * 0.86);
  if (neck.shoulders) {
    shoulderSeams(sketch, torso, neck);
    const hole = data(shell.armhole);
    for (const path of [hole, flip(hole)]) sketch.line(path, { width: 2.4, opacity: 0.85 });
  }
  jumpsuitFront(sketch, spec, waistY, neck.edge.from[1]);
  if (spec.neckline === 'shirt_collar') shirtCollar(sketch, torso, sketch.cloth);
  else neckBand(sketch, neck, 10, plain(sketch.cloth), false);
  if (spec.details.includes('chest_flaps'))
    for (const at of [-1, 1]) patchPocket(sketch, at * torso.chest * 0.5, torso.depth - 20, 100, 110, { flap: true });
  if (spec.details.includes('belt'))
    waistBelt(sketch, half + 4, waistY, 40, plain(sketch.cloth), spec.details.includes('buckle'));
  else
    sketch.line(data(run([-half, waistY + 2], [-half * 0.4, waistY + 12, half * 0.4, waistY + 12, half, waistY + 2])), {
      width: 3,
    });
}

function jumpsuitFront(sketch: Sketch, spec: GarmentDrawing, waistY: number, top: number): void {
  if (spec.details.includes('zip')) zip(sketch, 0, top, waistY + 180, { metal: '#b9b9bd' });
  if (spec.details.includes('buttons')) {
    placket(sketch, top, waistY + 120, 32);
    buttonRow(sketch, 0, top + 26, waistY + 90, 6, buttonLook(sketch.cloth));
  }
}

/** Dungarees: a bib on two straps. */
export function drawOveralls(sketch: Sketch, spec: GarmentDrawing): void {
  const legs = legsOf(spec);
  const top = 330;
  const stitch = spec.material === 'denim' ? '#c98f4e' : sketch.cloth.seam;
  for (const side of [1, -1]) {
    const strap = polygon([side * 82, 96], [side * 126, 90], [side * 118, -110], [side * 76, -116]);
    sketch.piece(strap, { volume: 0.4 });
    const back = data(run([side * 100, -112], [side * 60, -20, side * 30, 60, side * 24, 120]));
    sketch.line(back, { colour: sketch.cloth.edge, width: 44, cap: 'butt' });
    sketch.line(back, { colour: sketch.cloth.inner, width: 39, cap: 'butt' });
  }
  drawLegs(sketch, spec, legs, top - 20);
  const half = legs.waist + 10;
  const bib = run(
    [0, 84],
    [126, 84],
    [140, 84],
    [150, 180, 170, 270, half, top - 20],
    [half + 6, top + 60],
    [half * 0.4, top + 74, 0, top + 74],
  );
  const path = data(joined(bib, mirrored(reversed(bib))), true);
  sketch.drop(path, 12);
  sketch.piece(path, { folds: [{ from: [-100, 110], to: [-130, top], width: 40, bend: 8, weight: 0.7, ridge: true }] });
  sketch.line(data(run([-half - 4, top + 8], [-half * 0.4, top + 20, half * 0.4, top + 20, half + 4, top + 8])), {
    width: 2.8,
  });
  sketch.stitch(data(run([-132, 100], [132, 100])), stitch);
  patchPocket(sketch, 0, 142, 168, 140, { stitch });
  for (const side of [1, -1]) {
    sketch.raw(
      `<rect x="${side * 104 - 25}" y="66" width="50" height="54" rx="9" fill="none" stroke="#8d7a56" stroke-width="10"/><rect x="${side * 104 - 25}" y="66" width="50" height="54" rx="9" fill="none" stroke="#cdb483" stroke-width="5"/>`,
    );
    button(sketch, side * 104, 112, { colour: '#b58a58', r: 11 });
    const pocket = data(
      run(
        [side * legs.waist * 0.4, top + 76],
        [side * legs.waist * 0.6, top + 150, side * legs.hip * 0.86, top + 170, side * legs.hip * 0.97, top + 160],
      ),
    );
    sketch.stitch(pocket, stitch);
  }
}

/** The qipao: stand collar, slanting front with knot buttons, piping, side slits. */
export function drawQipao(sketch: Sketch, spec: GarmentDrawing): void {
  const torso = torsoOf({ ...spec, length: 'regular', fit: 'waisted' });
  const neck = neckEdgeOf('mandarin_collar', torso, false);
  const length =
    ({ short: 840, knee: 960, midi: 1130, long: 1300 } as Readonly<Record<string, number>>)[spec.length ?? 'midi'] ??
    1130;
  const { waist, hip, waistY, depth, chest } = torso;
  const loose = spec.fit === 'loose' || spec.fit === 'a_line';
  const end = loose ? hip + 60 : hip * 0.92;
  const w = loose ? waist + 44 : waist - 6;
  const side = run(
    [chest, depth],
    [chest - 14, depth + 70, w, waistY - 70, w, waistY],
    [w + 2, waistY + 80, hip, waistY + 120, hip, waistY + 220],
    [hip - 2, waistY + 420, end + 4, length - 160, end, length],
  );
  const shell = shellOf(torso, neck, side, straightHem(end, length, 5).run);
  const trim = sketch.cloth.colours[1] ?? mix(sketch.cloth.colours[0], '#221c24', 0.5);
  collarStand(sketch, torso, plain(sketch.cloth), 52);
  sleeves(sketch, torso, spec.sleeve, shell.shoulder);
  sketch.piece(shell.path, { folds: bodyFolds(torso, waistY + 120, sketch.random, 0.7) });
  if (spec.details.includes('embroidered')) embroidery(sketch, length);
  for (const at of [1, -1]) {
    const slit = polygon([at * (end + 2), length + 2], [at * (end - 26), length + 4], [at * (hip - 3), waistY + 330]);
    sketch.piece(slit, { cloth: clothFrom([sketch.cloth.inner]), casts: false, edge: 2 });
    sketch.line(data(run([at * (hip - 4), waistY + 330], [at * (end - 26), length + 2])), { colour: trim, width: 7 });
  }
  sketch.line(data(acrossCentre(reversed(shell.hem))), { colour: trim, width: 8 });
  const hole = data(shell.armhole);
  for (const path of [hole, flip(hole)])
    sketch.line(path, spec.sleeve === 'sleeveless' ? { colour: trim, width: 9 } : { width: 2.4 });
  const slant = data(run([4, 58], [40, 130, 110, 176, chest - 26, depth - 10]));
  sketch.drop(slant, 12);
  sketch.line(slant, { colour: mix(trim, '#221c24', 0.3), width: 10 });
  sketch.line(slant, { colour: trim, width: 7 });
  standCollar(sketch, torso, sketch.cloth, 54);
  sketch.line(data(run([-8, 20], [-50, 0, -72, -20, -74, -50])), { colour: trim, width: 6 });
  sketch.line(data(run([8, 20], [50, 0, 72, -20, 74, -50])), { colour: trim, width: 6 });
  knotButton(sketch, 2, 48, trim, 8);
  knotButton(sketch, 88, 158, trim, 42);
  knotButton(sketch, chest - 40, depth + 6, trim, 24);
}

function embroidery(sketch: Sketch, length: number): void {
  const bloom = (x: number, y: number, r: number, fill: string): string =>
    `<g transform="translate(${x} ${y})" fill="${fill}">${[0, 60, 120, 180, 240, 300].map((turn) => `<ellipse cy="${-r * 0.66}" rx="${r * 0.42}" ry="${r * 0.62}" transform="rotate(${turn})"/>`).join('')}<circle r="${r * 0.3}" fill="#efd07a"/></g>`;
  const y = length - 330;
  sketch.raw(
    `<path d="M150 ${length - 20}Q60 ${y + 160} 90 ${y}Q100 ${y - 90} 40 ${y - 170}M84 ${y + 60}Q20 ${y + 30} -20 ${y + 60}" stroke="#8c7a52" stroke-width="6" fill="none" stroke-linecap="round"/>${bloom(92, y, 44, '#f3dfe0')}${bloom(40, y - 170, 32, '#eab8bb')}${bloom(-22, y + 62, 30, '#f3dfe0')}${bloom(120, y + 150, 38, '#eab8bb')}`,
  );
  sketch.raw(
    `<g transform="translate(-104 300)scale(.8)">${bloom(0, 0, 40, '#f3dfe0')}${bloom(40, 46, 26, '#eab8bb')}</g>`,
  );
}

/** Hanfu: a crossed collar, wide sleeves, and a pleated skirt tied high with long ribbons. */
export function drawHanfu(sketch: Sketch, spec: GarmentDrawing): void {
  const trim = sketch.cloth.colours[1] ?? '#d2af5c';
  const skirtHex = sketch.cloth.colours[2] ?? mix(sketch.cloth.colours[0], '#fbf3e6', 0.5);
  const sleeve = data(
    run(
      [150, 60],
      [260, 66, 380, 100, 470, 170],
      [486, 330, 470, 480, 430, 590],
      [360, 560, 290, 480, 240, 400],
      [220, 360, 206, 330, 196, 300],
    ),
    true,
  );
  for (const side of [1, -1] as const) {
    sketch.piece(side === 1 ? sleeve : flip(sleeve), {
      tilt: side * -40,
      folds: [
        { from: [side * 240, 150], to: [side * 380, 520], width: side * 44, bend: side * 10, weight: 0.8 },
        { from: [side * 330, 140], to: [side * 430, 500], width: side * 30, bend: side * 8, weight: 0.6, ridge: true },
      ],
    });
    const hem = run([side * 470, 170], [side * 486, 330, side * 470, 480, side * 430, 590]);
    sketch.line(data(hem), { colour: mix(trim, '#221c24', 0.3), width: 27, cap: 'butt' });
    sketch.line(data(hem), { colour: trim, width: 23, cap: 'butt' });
  }
  const bodyHalf: Run = run(
    [0, 330],
    [40, 200, 66, 90, 78, 6],
    [120, 20, 160, 44, 190, 62],
    [176, 160, 186, 240, 200, 300],
    [196, 330, 190, 350, 184, 372],
    [90, 380, 40, 380, 0, 380],
  );
  sketch.piece(
    data(run([-78, 6], [-40, 26, 40, 26, 78, 6], [60, 120, 30, 240, 0, 330], [-30, 240, -60, 120, -78, 6]), true),
    { cloth: plain(sketch.cloth, '#f7f1e6'), volume: 1.2 },
  );
  sketch.piece(data(joined(bodyHalf, mirrored(reversed(bodyHalf))), true), {
    folds: [
      { from: [190, 300], to: [90, 350], width: 20, bend: 8, weight: 0.7 },
      { from: [-190, 300], to: [-90, 350], width: -20, bend: -8, weight: 0.7 },
    ],
  });
  const left = run([82, 2], [66, 90, 20, 240, -70, 372]);
  const right = run([-82, 2], [-66, 90, -30, 200, 6, 268]);
  for (const line of [right, left]) {
    sketch.line(data(line), { colour: mix(trim, '#221c24', 0.3), width: 35, cap: 'butt' });
    sketch.line(data(line), { colour: trim, width: 31, cap: 'butt' });
    sketch.line(data(line), { colour: '#fff', width: 4, opacity: 0.35, cap: 'butt' });
  }
  const skirt = run([0, 350], [190, 350], [240, 560, 330, 900, 392, 1170], [300, 1200, 150, 1206, 0, 1206]);
  const skirtCloth = clothFrom(
    [skirtHex, ...sketch.cloth.colours.slice(1)],
    spec.details.includes('printed_skirt') ? 'chinese_motif' : null,
    spec.material,
  );
  const path = data(joined(skirt, mirrored(reversed(skirt))), true);
  sketch.drop(path, 14);
  sketch.piece(path, { cloth: { ...skirtCloth, hand: { ...skirtCloth.hand, cover: 1 } } });
  for (let index = -9; index <= 9; index += 1) {
    const pleat = data(
      run([index * 20, 366], [index * 28, 640, index * 37, 900, index * 42, 1196 - Math.abs(index) * 2]),
    );
    sketch.line(pleat, { colour: '#1d1420', width: 11, opacity: 0.07 });
    sketch.line(pleat, { colour: skirtCloth.seam, width: 2.2, opacity: 0.6 });
  }
  sketch.line(data(run([-386, 1146], [-150, 1182, 150, 1182, 386, 1146])), { colour: trim, width: 9, opacity: 0.85 });
  sketch.piece(polygon([-196, 338], [196, 338], [200, 404], [-200, 404]), {
    cloth: clothFrom([trim], 'jacquard', 'silk'),
    volume: 0.6,
  });
  for (const [x, length] of [
    [-26, 480],
    [30, 560],
  ] as const) {
    const ribbon = data(run([x, 372], [x * 1.6, 372 + length * 0.4, x * 0.6, 372 + length * 0.7, x * 2, 372 + length]));
    sketch.line(ribbon, { colour: mix(trim, '#221c24', 0.35), width: 25, cap: 'butt' });
    sketch.line(ribbon, { colour: mix(trim, '#ffffff', 0.12), width: 21, cap: 'butt' });
  }
  for (const side of [1, -1])
    sketch.raw(
      `<path d="M0 372C${side * 30} 330 ${side * 84} 340 ${side * 78} 376S${side * 24} 396 0 372Z" fill="${mix(trim, '#ffffff', 0.12)}" stroke="${mix(trim, '#221c24', 0.4)}" stroke-width="2.600"/>`,
    );
}
