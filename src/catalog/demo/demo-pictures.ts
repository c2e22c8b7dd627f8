import { demoGarments } from './demo-garments.js';
import { drawCutout } from './drawing/draw-garment.js';
import type { GarmentDrawing } from './drawing/spec.js';
import { renderGarment } from './render-garment.js';

/** Wide enough for a product page on a sharp screen. */
const WIDTH = 768;

/** The demo shop's drawings by garment id; undefined for garments of another catalogue. */
export interface DemoPictures {
  picture(id: string): Promise<{ readonly contentType: string; readonly bytes: Uint8Array } | undefined>;
  /** The garment alone, without its ground, as SVG. */
  cutout(id: string): string | undefined;
}

/** Specs are made at the first question: a merchant's own catalogue never asks. */
export function createDemoPictures(): DemoPictures {
  let specs: ReadonlyMap<string, GarmentDrawing> | undefined;
  const specOf = (id: string) => {
    specs ??= new Map(demoGarments().map(({ garment, spec }) => [garment.id, spec]));
    return specs.get(id);
  };
  return {
    async picture(id) {
      const spec = specOf(id);
      return spec && { contentType: 'image/webp', bytes: await renderGarment(spec, { width: WIDTH }) };
    },
    cutout(id) {
      const spec = specOf(id);
      return spec && drawCutout(spec);
    },
  };
}
