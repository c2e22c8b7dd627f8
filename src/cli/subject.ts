import { readFile, stat } from 'node:fs/promises';
import type { Model } from '../app.js';
import { YidaFault } from '../domain/fault.js';
import type { PhotoEncoding } from '../encoding/encoder.js';

/** What `similar` and `outfit` start from: a garment of the catalogue, or a photo. */
export type Subject = { readonly garmentId: string } | { readonly photo: PhotoEncoding };

/** A path to a file is a photo; anything else names a garment. Throws photo-* faults for a file that is none. */
export async function readSubject(name: string, model: Model): Promise<Subject> {
  const file = await stat(name).catch(() => undefined);
  if (file === undefined) return { garmentId: name };
  if (!file.isFile()) throw new YidaFault('photo-unreadable', `${name} is not a file`);
  const [photo] = await model.encoder.encodePhotos([await model.decodePhoto(await readFile(name))]);
  if (photo === undefined) throw new YidaFault('photo-unreadable', `${name} could not be encoded`);
  return { photo };
}
