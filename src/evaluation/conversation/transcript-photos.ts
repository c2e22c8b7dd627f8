import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoGarments } from '../../catalog/demo/demo-garments.js';
import { renderGarment } from '../../catalog/demo/render-garment.js';
import { YidaFault } from '../../domain/fault.js';

/** As wide as a shopper's photo is looked at. */
const WIDTH = 512;

/**
 * The photo that a turn names: the first drawing of the demo of that kind and colour ("dress red"), or a file of
 * `folder`. Rejects with YidaFault photo-missing where it is neither.
 */
export async function transcriptPhoto(name: string, folder: string): Promise<Uint8Array> {
  const [kind, colour] = name.split(' ');
  const drawn = demoGarments().find(
    ({ garment }) => garment.category === kind && colour !== undefined && garment.colours[0] === colour,
  );
  if (drawn) return renderGarment(drawn.spec, { width: WIDTH, format: 'jpeg' });
  return readFile(join(folder, name)).catch((cause: unknown) => {
    throw new YidaFault('photo-missing', name, { cause });
  });
}
