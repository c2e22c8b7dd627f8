import { randomFrom } from '../random.js';
import { clothOf } from './cloth.js';
import { painterOf } from './families/painters.js';
import { cutOut, framed } from './frame.js';
import { Sketch } from './sketch.js';
import type { GarmentDrawing } from './spec.js';

/** Stripes that run down the cloth, as tailors and shirtmakers cut them. */
const LENGTHWISE = new Set(['shirt', 'dress_trousers', 'trousers', 'suit', 'blazer', 'pyjamas', 'boxers']);
const SMALL_CHECKS = new Set(['girls', 'boys', 'kids']);
/** Cloth that is woven where knitwear of the same fibre is knitted. */
const KNITTED = new Set(['sweater', 'cardigan', 'scarf', 'beanie', 'gloves', 'socks', 'slippers', 'shawl']);

/** The print as this category wears it. */
function printOf({ pattern, category, audience, material }: GarmentDrawing): string | null {
  if (pattern === 'stripes' && LENGTHWISE.has(category)) return 'pinstripes';
  if (pattern === 'plaid' && (material === 'cotton' || (audience !== null && SMALL_CHECKS.has(audience))))
    return 'gingham';
  return pattern;
}

/** The cloth's surface as this category shows it: cashmere coats are felted, cashmere jumpers knitted. */
function surfaceOf({ material, category }: GarmentDrawing): string | null {
  if (material === 'wool' && KNITTED.has(category)) return 'knit';
  return material === 'cashmere' && !KNITTED.has(category) ? 'wool' : material;
}

function sketched(spec: GarmentDrawing): Sketch {
  const sketch = new Sketch(clothOf(spec.colours, printOf(spec), surfaceOf(spec)), randomFrom(spec.seed));
  const paint = painterOf(spec.category);
  if (!paint) throw new RangeError(`the demo cannot draw a ${spec.category}`);
  paint(sketch, spec);
  return sketch;
}

/** The garment's picture as SVG: laid flat on warm paper, 960 by 1200. Throws a RangeError on a category it cannot draw. */
export function drawGarment(spec: GarmentDrawing): string {
  return framed(sketched(spec));
}

/** The garment alone on a transparent ground in a tight box, for outfit boards. */
export function drawCutout(spec: GarmentDrawing): string {
  return cutOut(sketched(spec));
}
