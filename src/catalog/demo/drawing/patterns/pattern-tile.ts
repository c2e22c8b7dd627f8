import type { Random } from '../../random.js';
import type { Cloth } from '../cloth.js';
import { abstract, chineseMotif, floral, paisley, tropical } from './blossoms.js';
import { camouflage, jacquard, leopard, patchwork, polkaDots, sequins, snake, tieDye, zebra } from './printed.js';
import type { Tile } from './tile.js';
import {
  argyle,
  cableKnit,
  ethnicPrint,
  geometric,
  gingham,
  herringbone,
  houndstooth,
  openwork,
  pinstripes,
  plaid,
  quilted,
  ribbed,
  stripes,
} from './woven.js';

const TILES: Readonly<Record<string, (cloth: Cloth, random: Random) => Tile>> = {
  stripes,
  pinstripes,
  plaid,
  gingham,
  houndstooth,
  argyle,
  herringbone,
  geometric,
  ethnic_print: ethnicPrint,
  ribbed,
  cable_knit: cableKnit,
  quilted,
  cutout: openwork,
  polka_dot: polkaDots,
  floral,
  tropical,
  animal: leopard,
  leopard,
  zebra,
  snake,
  camouflage,
  abstract,
  paisley,
  chinese_motif: chineseMotif,
  jacquard,
  sequin: sequins,
  tie_dye: tieDye,
  patchwork,
};

/** The repeat of a cloth's print; undefined where the pattern is sewn on, placed once, or absent. */
export function patternTile(cloth: Cloth, random: Random): Tile | undefined {
  return cloth.pattern === null ? undefined : TILES[cloth.pattern]?.(cloth, random);
}
