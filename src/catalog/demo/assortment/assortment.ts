import { ACCESSORIES } from './accessories-sheet.js';
import { BOTTOMS } from './bottoms-sheet.js';
import { DRESSES } from './dresses-sheet.js';
import { FOOTWEAR } from './footwear-sheet.js';
import { OCCASION_WEAR } from './occasions-sheet.js';
import { ONE_PIECES } from './one-pieces-sheet.js';
import { OUTERWEAR } from './outerwear-sheet.js';
import type { StyleLine } from './sheet.js';
import { TOPS } from './tops-sheet.js';

/** Everything the demo shop carries, in the order of its departments. */
export const ASSORTMENT: readonly StyleLine[] = [
  ...TOPS,
  ...BOTTOMS,
  ...OUTERWEAR,
  ...DRESSES,
  ...ONE_PIECES,
  ...FOOTWEAR,
  ...ACCESSORIES,
  ...OCCASION_WEAR,
];
