import type { Garment } from '../../../../domain/garment.js';
import type { Pixels } from './lay-picture.js';
import { type PictureAnchors, pictureAnchors } from './picture-anchors.js';
import { type PlaceableKind, placeableKind } from './placeable-kinds.js';

/** A garment alone, in its own size and in halves of it, so that it stays clean where it is drawn small. */
export interface CutOut {
  readonly levels: readonly Pixels[];
  readonly width: number;
  readonly height: number;
  readonly kind: PlaceableKind;
  readonly anchors: PictureAnchors;
  readonly fit: string | null;
}

const LEVELS = 4;

/** A garment's cut-out from the service; `none` where the service has none of it, `away` where it cannot be reached. */
export async function loadCutOut(garment: Garment, home: string): Promise<CutOut | 'none' | 'away'> {
  const kind = placeableKind(garment);
  if (kind === undefined) return 'none';
  try {
    const response = await fetch(`${home}/cut-outs/${base64Url(garment.id)}.webp`);
    if (!response.ok) return response.status === 404 ? 'none' : 'away';
    const bitmap = await createImageBitmap(await response.blob());
    const levels = halved(bitmap);
    bitmap.close();
    const [full] = levels;
    if (full === undefined) return 'none';
    const alpha = new Uint8Array(full.width * full.height);
    for (let at = 0; at < alpha.length; at++) alpha[at] = full.data[at * 4 + 3] ?? 0;
    const { width, height } = full;
    const anchors = pictureAnchors({ alpha, width, height }, kind, garment.sleeve, garment.neckline);
    return { levels, width: full.width, height: full.height, kind, anchors, fit: garment.fit };
  } catch {
    return 'away';
  }
}

function halved(bitmap: ImageBitmap): Pixels[] {
  const levels: Pixels[] = [];
  let from: CanvasImageSource = bitmap;
  for (let level = 0; level < LEVELS; level++) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, bitmap.width >> level);
    canvas.height = Math.max(1, bitmap.height >> level);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (pen === null) break;
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(from, 0, 0, canvas.width, canvas.height);
    levels.push(pen.getImageData(0, 0, canvas.width, canvas.height));
    from = canvas;
  }
  return levels;
}

/** An id as a part of an address, whatever characters a feed put into it. */
function base64Url(id: string): string {
  const bytes = new TextEncoder().encode(id);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
