import type { Entry } from './talk.js';

export type Opinion = 'like' | 'dislike';

/** What the shopper last said of each garment, by garment id; the same after a reload, for it is read off the talk. */
export function opinionsIn(entries: readonly Entry[]): ReadonlyMap<string, Opinion> {
  const opinions = new Map<string, Opinion>();
  for (const entry of entries) {
    const action = entry.kind === 'said' ? entry.letter.action : undefined;
    if (action?.garmentId === undefined) continue;
    if (action.verb === 'like' || action.verb === 'dislike') opinions.set(action.garmentId, action.verb);
  }
  return opinions;
}
