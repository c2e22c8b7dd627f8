import { SEASON_OF_MONTH, SEASONS } from './knowledge/seasons.js';

/** The season at `instant` in the northern hemisphere (the southern by half a year's shift). */
export function seasonNow(instant: Date, hemisphere: 'north' | 'south' = 'north'): string {
  const month = (instant.getUTCMonth() + (hemisphere === 'south' ? 6 : 0)) % 12;
  return SEASON_OF_MONTH[month] ?? 'spring';
}

/** The season whose clothes suit an outdoor temperature. */
export function seasonFor(celsius: number): string {
  if (celsius >= 23) return 'summer';
  if (celsius < 8) return 'winter';
  return celsius >= 15 ? 'spring' : 'autumn';
}

/** Every season, or undefined where the id names none ("all_season" included). */
export function isSeason(id: string | undefined): id is string {
  return id !== undefined && SEASONS[id] !== undefined;
}

/** True where a garment that lists `seasons` may be worn in `season`; a garment that lists none may. */
export function wearableIn(seasons: readonly string[], season: string): boolean {
  return seasons.length === 0 || seasons.includes('all_season') || seasons.includes(season);
}
