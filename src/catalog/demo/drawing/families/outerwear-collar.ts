import { type Cloth, clothFrom, plain } from '../cloth.js';
import { brightness, mix } from '../colour.js';
import { data, run } from '../path.js';
import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { collarStand, hood, hoodCross, rollNeck, shirtCollar, standCollar } from '../torso/collars.js';
import { type LapelKind, lapels } from '../torso/lapels.js';
import type { Torso } from '../torso/measures.js';
import type { neckEdgeOf } from '../torso/neck-edge.js';
import { neckBand, neckInside } from '../torso/neck-finish.js';

export function liningCloth(sketch: Sketch, spec: GarmentDrawing): Cloth {
  const ground = sketch.cloth.colours[0];
  if (spec.material === 'sherpa' || spec.details.includes('sherpa_lining'))
    return clothFrom(['#efe4d2'], null, 'sherpa');
  // A black hood lined in black would be a hole.
  return clothFrom(
    [brightness(ground) < 0.3 ? mix(ground, '#ffffff', 0.16) : mix(ground, '#2a1f28', 0.34)],
    null,
    'satin',
  );
}

export function backOf(
  sketch: Sketch,
  spec: GarmentDrawing,
  torso: Torso,
  neck: ReturnType<typeof neckEdgeOf>,
  lining: Cloth,
): void {
  if (spec.neckline === 'hooded') {
    if (spec.details.includes('fur_trim')) furRim(sketch, torso);
    hood(sketch, torso, plain(sketch.cloth), lining);
    return;
  }
  if (spec.neckline === 'lapel') {
    collarStand(sketch, torso, plain(sketch.cloth), 48);
    neckInside(sketch, neck, { ...lining, inner: lining.colours[0] }, false);
    return;
  }
  neckInside(sketch, neck, { ...lining, inner: lining.colours[0] }, false);
  if (spec.neckline === 'turtleneck') return;
  collarStand(sketch, torso, lining, spec.neckline === 'shirt_collar' ? 46 : 56);
}

function furRim(sketch: Sketch, torso: Torso): void {
  const n = torso.neck;
  const top = -n * 2.1;
  const outline = data(
    run(
      [0, top - 26],
      [n * 1.4, top - 20, n * 2.2, top * 0.6, n * 2.02, 20],
      [n * 1.4, 90, -n * 1.4, 90, -n * 2.02, 20],
      [-n * 2.2, top * 0.6, -n * 1.4, top - 20, 0, top - 26],
    ),
    true,
  );
  sketch.piece(outline, { cloth: clothFrom(['#cbb394'], null, 'faux_fur') });
}

export function collarOf(
  sketch: Sketch,
  spec: GarmentDrawing,
  torso: Torso,
  breakY: number,
  neck: ReturnType<typeof neckEdgeOf>,
): void {
  const { details } = spec;
  switch (spec.neckline) {
    case 'lapel':
      lapelsOf(sketch, spec, torso, breakY);
      return;
    case 'shirt_collar':
    case 'polo_collar': {
      const cord = details.includes('cord_collar')
        ? clothFrom(['#8a6a48'], null, 'corduroy')
        : plain(sketch.cloth, sketch.cloth.colours[0], sketch.cloth.pattern);
      shirtCollar(sketch, torso, cord, { point: 1.1 });
      return;
    }
    case 'mandarin_collar':
      standCollar(
        sketch,
        torso,
        plain(sketch.cloth, sketch.cloth.colours[0], sketch.cloth.pattern === 'quilted' ? 'quilted' : null),
        66,
      );
      return;
    case 'turtleneck':
      rollNeck(sketch, torso, plain(sketch.cloth), 74, false);
      return;
    case 'hooded':
      hoodCross(sketch, torso, plain(sketch.cloth), details.includes('cords'));
      return;
    case 'collarless':
    case 'v_neck':
    case 'crew_neck':
      edgeOf(sketch, spec, torso, neck);
      return;
    default:
  }
}

function lapelsOf(sketch: Sketch, spec: GarmentDrawing, torso: Torso, breakY: number): void {
  const { details } = spec;
  const ground = sketch.cloth.colours[0];
  const named: readonly (readonly [string, LapelKind])[] = [
    ['shawl', 'shawl'],
    ['peak', 'peak'],
    ['wide_lapel', 'wide'],
  ];
  const kind = named.find(([detail]) => details.includes(detail))?.[1] ?? 'notch';
  if (details.includes('satin_lapel')) {
    const satin = clothFrom([mix(ground, '#000000', 0.2)], null, 'satin');
    lapels(sketch, torso, breakY, kind, satin, satin);
    return;
  }
  lapels(sketch, torso, breakY, kind, sketch.cloth, plain(sketch.cloth, ground, sketch.cloth.pattern));
}

/** A collarless edge: rib on bombers and track jackets, a binding elsewhere. */
function edgeOf(sketch: Sketch, spec: GarmentDrawing, torso: Torso, neck: ReturnType<typeof neckEdgeOf>): void {
  if (spec.category === 'bomber_jacket' || spec.cut === 'track') {
    standCollar(sketch, torso, plain(sketch.cloth, sketch.cloth.colours[0], 'ribbed'), 42);
    return;
  }
  const contrast = spec.details.includes('contrast_trim');
  const trim = contrast ? clothFrom([sketch.cloth.colours[1] ?? sketch.cloth.inner]) : plain(sketch.cloth);
  neckBand(sketch, neck, contrast ? 20 : 10, trim, false);
}
