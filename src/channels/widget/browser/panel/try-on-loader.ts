import type { Garment } from '../../../../domain/garment.js';
import type { openTryOn, TryOnOptions } from '../try-on/open-try-on.js';
import { placeableKind } from '../try-on/placeable-kinds.js';
import type { Entry } from './talk.js';

/** File name of the try-on's script, put in by the build. */
declare const TRY_ON_FILE: string;

/** As many garments as are looked through in a row. */
const OFFERED = 12;

/** True where a garment can be laid over a photo: its kind has a place on a body, and it has a picture. */
export function canTryOn(garment: Garment): boolean {
  return placeableKind(garment) !== undefined && garment.images.length > 0;
}

/** What of a talk can be tried on: `first`, then the rest from the latest answer back, each once. */
export function triedOnIn(entries: readonly Entry[], first: Garment): Garment[] {
  const garments = new Map([[first.id, first]]);
  for (const entry of [...entries].reverse()) {
    if (entry.kind !== 'answered') continue;
    const shown = [
      ...entry.reply.items.map(({ garment }) => garment),
      ...entry.reply.outfits.flatMap((outfit) => outfit.garments),
    ];
    for (const garment of shown) if (canTryOn(garment) && !garments.has(garment.id)) garments.set(garment.id, garment);
  }
  return [...garments.values()].slice(0, OFFERED);
}

/** Fetches the try-on, which nobody loads who does not ask for it, and opens it. */
export async function startTryOn(options: TryOnOptions): Promise<void> {
  const script = (await import(`${options.home}/widget/${TRY_ON_FILE}`)) as { openTryOn: typeof openTryOn };
  script.openTryOn(options);
}
