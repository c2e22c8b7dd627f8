/** One style as a buyer writes it down; each of its colourways becomes a garment, and they share a group. */
export interface StyleLine {
  readonly category: string;
  readonly cut: string;
  readonly audience: string;
  readonly pattern: string | null;
  readonly material: string | null;
  readonly sleeve: string | null;
  readonly neckline: string | null;
  readonly fit: string | null;
  readonly length: string | null;
  readonly details: readonly string[];
  /** Colourways: vocabulary ids, ground first. */
  readonly colourways: readonly (readonly string[])[];
  readonly seasons: readonly string[];
  readonly occasions: readonly string[];
  readonly styles: readonly string[];
  /** Middle of the shelf, in yuan. */
  readonly price: number;
}

const SEASONS: Readonly<Record<string, readonly string[]>> = {
  p: ['spring'],
  u: ['summer'],
  a: ['autumn'],
  w: ['winter'],
  '*': ['all_season'],
};

/**
 * Reads a buyer's sheet: a line a style, columns split by `|`:
 * category[:cut] | audience | pattern material sleeve neckline fit length | details | colourways | seasons | occasions | styles | price.
 * A dash is a facet that makes no sense there; colourways are split by commas, colours within one by `+`;
 * seasons are letters (p u a w, `*` for all). Throws a RangeError that names the line it cannot read.
 */
export function readSheet(sheet: string): StyleLine[] {
  return sheet
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readLine);
}

function readLine(line: string): StyleLine {
  const cells = line.split('|').map((cell) => cell.trim());
  const [
    kind = '',
    audience = '',
    facets = '',
    details = '',
    colours = '',
    seasons = '',
    occasions = '',
    styles = '',
    price = '',
  ] = cells;
  const [category = '', cut = ''] = kind.split(':');
  const facet = words(facets).map((word) => (word === '-' ? null : word));
  if (cells.length !== 9 || facet.length !== 6 || !(Number(price) > 0)) {
    throw new RangeError(`cannot read the style "${line}"`);
  }
  const [pattern = null, material = null, sleeve = null, neckline = null, fit = null, length = null] = facet;
  return {
    category,
    cut,
    audience,
    pattern,
    material,
    sleeve,
    neckline,
    fit,
    length,
    details: words(details),
    colourways: colours.split(',').map((way) => way.trim().split('+')),
    seasons: [...seasons].flatMap((letter) => SEASONS[letter] ?? []),
    occasions: words(occasions),
    styles: words(styles),
    price: Number(price),
  };
}

function words(cell: string): string[] {
  return cell.split(/\s+/).filter((word) => word !== '');
}
