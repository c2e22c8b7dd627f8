import type { Garment } from '../../domain/garment.js';
import { ASSORTMENT } from './assortment/assortment.js';
import type { StyleLine } from './assortment/sheet.js';
import { brandOf } from './brands.js';
import type { GarmentDrawing } from './drawing/spec.js';
import { pricesOf, shelfPrice } from './prices.js';
import { type Random, randomFrom, seedOf } from './random.js';
import { stocked } from './sizes.js';
import { descriptionOf } from './words/descriptions.js';
import { nounOf } from './words/nouns.js';
import { titleOf } from './words/titles.js';

export interface DemoOptions {
  /** The same seed makes the same shop, to the last stock count. */
  readonly seed?: number;
  /** Put before picture and page addresses (`https://shop.example`); none by default, so they are relative. */
  readonly publicBase?: string;
}

/** A row of the demo catalogue and all that its picture depends on. */
export interface DemoGarment {
  readonly garment: Garment;
  readonly spec: GarmentDrawing;
}

/** Colours that count towards the row: the ground and at most two more. */
const ROW_COLOURS = 3;

/**
 * The demo shop: an invented, drawn, licence-free catalogue in both languages, priced in CNY.
 * Colourways of one style share a `groupId`.
 */
export function demoGarments(options: DemoOptions = {}): DemoGarment[] {
  const seed = options.seed ?? 1;
  const counts = new Map<string, number>();
  return ASSORTMENT.flatMap((line, index) => {
    const number = (counts.get(line.category) ?? 0) + 1;
    counts.set(line.category, number);
    const group = `${line.category.replaceAll('_', '-')}-${String(number).padStart(2, '0')}`;
    return styleGarments(line, group, randomFrom(`${seed}/${group}`), options.publicBase ?? '', seed + index);
  });
}

function styleGarments(line: StyleLine, group: string, random: Random, base: string, seed: number): DemoGarment[] {
  const noun = nounOf(line);
  const brand = brandOf(line, random);
  const shelf = shelfPrice(line.price, brand.tier, random);
  const wording = random.int(0, 1 << 30);
  return line.colourways.map((colours) => {
    const id = `${group}-${(colours[0] ?? 'plain').replaceAll('_', '-')}`;
    const own = randomFrom(`${seed}/${id}`);
    const unique =
      line.colourways.filter((other) => other[0] === colours[0]).length > 1
        ? [id, ...(colours[1] ? [colours[1].replaceAll('_', '-')] : [])].join('-')
        : id;
    const garment: Garment = {
      id: unique,
      title: titleOf(line, colours, noun, randomFrom(wording)),
      description: descriptionOf(line, noun, randomFrom(wording + 1)),
      category: line.category,
      colours: colours.slice(0, ROW_COLOURS),
      pattern: line.pattern,
      material: line.material,
      sleeve: line.sleeve,
      neckline: line.neckline,
      fit: line.fit,
      length: line.length,
      seasons: [...line.seasons],
      occasions: [...line.occasions],
      styles: [...line.styles],
      audience: line.audience,
      brand: brand.name,
      ...pricesOf(shelf, own),
      ...(line.colourways.length > 1 ? { groupId: group } : {}),
      sizes: stocked(line, unique, own),
      images: [`${base}/demo/images/${unique}.webp`],
      url: `${base}/demo/garments/${unique}`,
    };
    return { garment, spec: drawingOf(line, colours, seedOf(`${group}`) % 9973) };
  });
}

function drawingOf(line: StyleLine, colours: readonly string[], seed: number): GarmentDrawing {
  const { category, cut, audience, pattern, material, sleeve, neckline, fit, length, details } = line;
  return { category, cut, colours, pattern, material, sleeve, neckline, fit, length, audience, details, seed };
}
