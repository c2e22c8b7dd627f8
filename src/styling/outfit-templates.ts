import { CATEGORIES } from './knowledge/categories.js';
import { SEASONS } from './knowledge/seasons.js';
import { HEATED } from './knowledge/sport-occasions.js';
import type { Slot } from './outfit-composer.js';
import type { Piece } from './piece.js';
import type { Brief } from './piece-suitability.js';

/** The slots to fill beside the fixed pieces. `complete` is 1 where the wearer is dressed, less where not. */
export interface OutfitTemplate {
  readonly slots: readonly Slot[];
  readonly complete: number;
  /** What has to be worn and cannot be had: a template that lacks nothing goes before any that does. */
  readonly lacks: readonly Slot[];
}

/** DESIGN: an outfit has two to four pieces, the anchor included. */
export const MOST_PIECES = 4;

/**
 * The ways to complete the fixed pieces: dressed from torso to feet first, then one piece that the season
 * or the occasion asks for. `filled` says whether a slot has any candidate, of one-pieces those worn over a top
 * or those worn by themselves.
 */
export function outfitTemplates(
  fixed: readonly Piece[],
  brief: Brief,
  filled: (slot: Slot, overTop?: boolean) => boolean,
): OutfitTemplate[] {
  const room = MOST_PIECES - fixed.length;
  if (room <= 0) return [{ slots: [], complete: 1, lacks: [] }];
  const taken = new Set(fixed.map((piece) => piece.kind.slot));
  const templates: OutfitTemplate[] = [];
  for (const core of cores(fixed, taken)) {
    const overTop = core.includes('top');
    const body = core.filter((slot) => filled(slot, overTop) && !taken.has(slot));
    const lacks = core.filter((slot) => !filled(slot, overTop));
    const missing = core.length - body.length;
    const slots = body.slice(0, room);
    const bare = 1 - 0.12 * (missing + Math.max(0, body.length - room));
    const worn = [...fixed.map((piece) => piece.kind.slot), ...slots];
    const complete = bare - (slots.length < room && wantsCoat(worn, brief) && filled('outer') ? 0.15 : 0);
    if (slots.length + fixed.length >= 2) templates.push({ slots, complete, lacks });
    if (slots.length >= room) continue;
    for (const [rank, extra] of completions(worn, brief)
      .filter((slot) => filled(slot))
      .slice(0, 3)
      .entries()) {
      const finished = wantsCoat([...worn, extra], brief) ? complete : bare;
      templates.push({ slots: [...slots, extra], complete: finished + 0.2 - 0.02 * rank, lacks });
    }
  }
  return distinct(brief.rain ? againstRain(templates, fixed) : templates);
}

/** In the rain only ways that keep it off, where one of them leaves nobody barer than the others would. */
function againstRain(templates: readonly OutfitTemplate[], fixed: readonly Piece[]): readonly OutfitTemplate[] {
  const keepsOff = (slots: readonly Slot[]) => slots.includes('outer') || slots.includes('umbrella');
  if (keepsOff(fixed.map(({ kind }) => kind.slot))) return templates;
  const dry = templates.filter(({ slots }) => keepsOff(slots));
  const least = (of: readonly OutfitTemplate[]) => Math.min(...of.map(bareness));
  return least(dry) <= least(templates) ? dry : templates;
}

const INDOORS = new Set(['home', 'swimming', ...HEATED]);

/** The coat of the way there is no part of what one trains in. */
const STAYS_IN_THE_LOCKER = new Set(['outer', 'scarf', 'gloves', 'sunglasses', 'hat', 'necklace', 'earrings', 'belt']);

function inTheLocker(slot: Slot, { occasion, rain }: Brief): boolean {
  return occasion !== undefined && HEATED.has(occasion) && !rain && STAYS_IN_THE_LOCKER.has(slot);
}

/** True in the cold or the rain, out of doors, while nothing keeps the weather off. */
function wantsCoat(worn: readonly Slot[], { season, occasion, rain }: Brief): boolean {
  if (rain && !worn.includes('outer') && !worn.includes('umbrella')) return true;
  const cold = season !== undefined && SEASONS[season]?.outer === 'wanted';
  return cold && !worn.includes('outer') && !(occasion !== undefined && INDOORS.has(occasion));
}

/** What still has to be worn so that torso, legs and feet are covered. */
function cores(fixed: readonly Piece[], taken: ReadonlySet<Slot>): Slot[][] {
  const feet = taken.has('footwear') ? [] : ['footwear'];
  const whole = fixed.find((piece) => piece.kind.slot === 'onepiece');
  if (whole) return whole.kind.takesBase && !taken.has('top') ? [['top', ...feet]] : [[...feet]];
  const aloneMid = fixed.some((piece) => piece.kind.standsAlone);
  const legs = taken.has('bottom') ? [] : ['bottom'];
  if (aloneMid) return [[...legs, ...feet]];
  const separates = taken.has('top') ? [[...legs, ...feet]] : [['top', ...legs, ...feet]];
  // A sweater worn by itself stands in for the top.
  if (!taken.has('top') && !taken.has('mid')) separates.push(['mid', ...legs, ...feet]);
  const dressed = taken.has('top') || taken.has('bottom');
  // A suit or dungarees have something under them; the search takes those alone where there is a top.
  return dressed ? separates : [...separates, ['onepiece', ...feet], ['onepiece', 'top', ...feet]];
}

/** How far from dressed a template leaves its wearer: legs and torso by one count each, a one-piece by both. */
export function bareness({ lacks }: OutfitTemplate): number {
  return lacks.reduce((sum, slot) => sum + (slot === 'onepiece' ? 2 : 1), 0);
}

/** Slots that finish an outfit, most fitting first. */
function completions(worn: readonly Slot[], brief: Brief): Slot[] {
  const season = brief.season === undefined ? undefined : SEASONS[brief.season];
  // Nobody carries a bag round the house.
  if (brief.occasion === 'home') return worn.includes('onepiece') || worn.includes('mid') ? [] : ['mid'];
  const wanted: Slot[] = [];
  if (brief.rain) wanted.push('outer', 'umbrella');
  if (season?.outer === 'wanted') wanted.push('outer', 'mid');
  wanted.push(...(brief.occasionKnowledge?.completes ?? []));
  if (season?.outer === 'welcome') wanted.push('outer', 'bag', 'mid');
  else wanted.push('bag', ...(season?.outer === 'none' ? ['hat', 'sunglasses'] : ['scarf', 'outer']));
  wanted.push('necklace', 'earrings', 'watch', 'belt');
  const inside = worn.includes('onepiece') ? new Set<Slot>(['tie']) : new Set<Slot>();
  const hot = season?.outer === 'none' && !brief.rain;
  return [...new Set(wanted)].filter(
    (slot) =>
      !worn.includes(slot) &&
      !inside.has(slot) &&
      !inTheLocker(slot, brief) &&
      !worn.some((other) => samePlace(slot, other)) &&
      !(slot === 'tie' && brief.wearer !== 'men' && brief.wearer !== 'boys') &&
      !(hot && (slot === 'outer' || slot === 'mid') && !(brief.occasionKnowledge?.completes ?? []).includes(slot)),
  );
}

/** A scarf and a necklace, a cap and a hat: slots of their own, yet one place of the body. */
function samePlace(first: Slot, second: Slot): boolean {
  const place = CATEGORIES[first]?.covers.filter((part) => part !== 'torso' && part !== 'legs' && part !== 'feet');
  return place?.some((part) => CATEGORIES[second]?.covers.includes(part)) ?? false;
}

function distinct(templates: readonly OutfitTemplate[]): OutfitTemplate[] {
  const seen = new Set<string>();
  return templates.filter(({ slots }) => {
    const key = [...slots].sort().join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
