import type { Sketch } from '../sketch.js';
import type { GarmentDrawing } from '../spec.js';
import { belt, bowTie, suspenders, tie } from './belts-and-ties.js';
import { boot } from './boots.js';
import { drawBottoms } from './bottoms.js';
import { drawDress } from './dresses.js';
import { eyewear } from './eyewear.js';
import { clutch, crossbody, handbag, tote } from './handbags.js';
import { beanie, cap, hat } from './headwear.js';
import { pump } from './heels.js';
import { gloves, socks, tights } from './hosiery.js';
import { bracelet, brooch, earrings, necklace, ring } from './jewellery.js';
import { laceUp } from './lace-ups.js';
import { drawHanfu, drawJumpsuit, drawOveralls, drawQipao } from './one-pieces.js';
import { drawOuterwear } from './outerwear.js';
import { scarf, shawl } from './scarves.js';
import {
  drawBikini,
  drawBra,
  drawPyjamas,
  drawSportsBra,
  drawSuit,
  drawSwimsuit,
  drawThermals,
  drawTracksuit,
} from './sets.js';
import { flat, openShoe } from './shoes-top.js';
import { drawSkirt } from './skirts.js';
import { beltBag, pouch, wallet } from './small-bags.js';
import { slipOn, sneaker, trainer } from './sneakers.js';
import { drawTop } from './tops.js';
import { backpack, duffel, laptopBag, suitcase } from './travel-bags.js';
import { hairAccessory, umbrella } from './umbrella-and-hair.js';
import { watch } from './watch.js';

export type Painter = (sketch: Sketch, spec: GarmentDrawing) => void;

const of = (painter: Painter, ...categories: string[]): [string, Painter][] =>
  categories.map((category) => [category, painter]);

const TOPS = ['tshirt', 'polo', 'shirt', 'blouse', 'tunic', 'tank_top', 'camisole', 'sweater', 'cardigan', 'hoodie'];
const LEGS = [
  'trousers',
  'dress_trousers',
  'chinos',
  'cargo_pants',
  'joggers',
  'leggings',
  'jeans',
  'capris',
  'shorts',
];
const COATS = ['trench_coat', 'coat', 'down_jacket', 'padded_jacket', 'parka', 'raincoat', 'bathrobe'];
const JACKETS = ['jacket', 'denim_jacket', 'leather_jacket', 'bomber_jacket', 'shell_jacket', 'blazer', 'vest'];

const PAINTERS: ReadonlyMap<string, Painter> = new Map([
  ...of(drawTop, ...TOPS, 'sweatshirt', 'jersey', 'undershirt'),
  ...of(drawBottoms, ...LEGS, 'swim_trunks', 'boxers'),
  ...of(drawSkirt, 'skirt'),
  ...of(drawDress, 'dress', 'gown', 'nightdress'),
  ...of(drawOuterwear, ...JACKETS, ...COATS, 'sun_protection_jacket'),
  ...of(drawJumpsuit, 'jumpsuit', 'romper'),
  ...of(drawOveralls, 'overalls'),
  ...of(drawQipao, 'qipao'),
  ...of(drawHanfu, 'hanfu'),
  ...of(drawSuit, 'suit'),
  ...of(drawTracksuit, 'tracksuit'),
  ...of(drawPyjamas, 'pyjamas', 'loungewear'),
  ...of(drawThermals, 'thermal_underwear'),
  ...of(drawSwimsuit, 'swimsuit', 'bodysuit'),
  ...of(drawBikini, 'bikini'),
  ...of(drawSportsBra, 'sports_bra'),
  ...of(drawBra, 'bra'),
  ...of(sneaker, 'sneakers'),
  ...of(trainer, 'sports_shoes'),
  ...of(slipOn, 'casual_shoes'),
  ...of(laceUp, 'formal_shoes'),
  ...of(pump, 'heels'),
  ...of(flat, 'flats', 'loafers'),
  ...of(boot, 'boots', 'ankle_boots'),
  ...of(openShoe, 'sandals', 'slippers', 'flip_flops'),
  ...of(tote, 'tote'),
  ...of(handbag, 'handbag'),
  ...of(crossbody, 'crossbody'),
  ...of(backpack, 'backpack'),
  ...of(clutch, 'clutch'),
  ...of(wallet, 'wallet'),
  ...of(suitcase, 'suitcase'),
  ...of(duffel, 'duffel_bag'),
  ...of(laptopBag, 'laptop_bag'),
  ...of(beltBag, 'belt_bag'),
  ...of(pouch, 'pouch'),
  ...of(cap, 'cap'),
  ...of(hat, 'hat'),
  ...of(beanie, 'beanie'),
  ...of(scarf, 'scarf'),
  ...of(shawl, 'shawl'),
  ...of(gloves, 'gloves'),
  ...of(belt, 'belt'),
  ...of(suspenders, 'suspenders'),
  ...of(tie, 'tie'),
  ...of(bowTie, 'bow_tie'),
  ...of(umbrella, 'umbrella'),
  ...of(hairAccessory, 'hair_accessory'),
  ...of(socks, 'socks'),
  ...of(tights, 'tights'),
  ...of(necklace, 'necklace', 'pendant'),
  ...of(earrings, 'earrings'),
  ...of(ring, 'ring'),
  ...of(bracelet, 'bracelet', 'bangle'),
  ...of(brooch, 'brooch'),
  ...of(watch, 'watch'),
  ...of(eyewear, 'sunglasses', 'glasses'),
]);

/** Who draws a category; undefined where the demo cannot. */
export function painterOf(category: string): Painter | undefined {
  return PAINTERS.get(category);
}
