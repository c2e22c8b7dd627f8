import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { drawBottoms } from './bottoms.js';
import { drawDress } from './dresses.js';
import { drawOuterwear } from './outerwear.js';
import { drawSkirt } from './skirts.js';
import { drawTop } from './tops.js';

export type Painter = (sketch: Sketch, spec: GarmentDrawing) => void;

const of = (painter: Painter, ...categories: string[]): [string, Painter][] =>
  categories.map((category) => [category, painter]);

const PAINTERS: ReadonlyMap<string, Painter> = new Map([
  ...of(
    drawTop,
    'tshirt',
    'polo',
    'shirt',
    'blouse',
    'tunic',
    'tank_top',
    'camisole',
    'sweater',
    'cardigan',
    'hoodie',
    'sweatshirt',
    'jersey',
    'undershirt',
  ),
  ...of(
    drawBottoms,
    'trousers',
    'dress_trousers',
    'chinos',
    'cargo_pants',
    'joggers',
    'leggings',
    'jeans',
    'capris',
    'shorts',
    'swim_trunks',
    'boxers',
  ),
  ...of(drawSkirt, 'skirt'),
  ...of(drawDress, 'dress', 'gown', 'nightdress'),
  ...of(
    drawOuterwear,
    'jacket',
    'denim_jacket',
    'leather_jacket',
    'bomber_jacket',
    'shell_jacket',
    'sun_protection_jacket',
    'blazer',
    'vest',
    'trench_coat',
    'coat',
    'down_jacket',
    'padded_jacket',
    'parka',
    'raincoat',
    'bathrobe',
  ),
]);

/** Categories the demo can draw. */
export const DRAWN_CATEGORIES: readonly string[] = [...PAINTERS.keys()];

/** Who draws a category; a plain top where nobody does. */
export function painterOf(category: string): Painter {
  return PAINTERS.get(category) ?? drawTop;
}
