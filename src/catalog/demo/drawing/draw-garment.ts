import { randomFrom } from '../random.js';
import { clothOf } from './cloth.js';
import { painterOf } from './families/painters.js';
import { cutOut, framed } from './frame.js';
import { Sketch } from './sketch.js';
import type { GarmentDrawing } from './spec.js';

function sketched(spec: GarmentDrawing): Sketch {
  const sketch = new Sketch(clothOf(spec.colours, spec.pattern, spec.material), randomFrom(spec.seed));
  painterOf(spec.category)(sketch, spec);
  return sketch;
}

/** The garment's picture as SVG: laid flat on warm paper, 960 by 1200. */
export function drawGarment(spec: GarmentDrawing): string {
  return framed(sketched(spec));
}

/** The garment alone on a transparent ground in a tight box, for outfit boards. */
export function drawCutout(spec: GarmentDrawing): string {
  return cutOut(sketched(spec));
}
