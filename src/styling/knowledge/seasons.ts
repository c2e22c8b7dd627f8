/** How much a season's clothes should insulate outdoors in a temperate city, in clo, upper body and legs together. */
export interface SeasonKnowledge {
  readonly clo: readonly [low: number, high: number];
  /** Wants an outer layer, may have one, or has none. */
  readonly outer: 'wanted' | 'welcome' | 'none';
  readonly typicalCelsius: number;
}

export const SEASONS: Readonly<Record<string, SeasonKnowledge>> = {
  spring: { clo: [0.4, 1], outer: 'welcome', typicalCelsius: 16 },
  summer: { clo: [0.1, 0.55], outer: 'none', typicalCelsius: 28 },
  autumn: { clo: [0.5, 1.2], outer: 'welcome', typicalCelsius: 14 },
  winter: { clo: [0.9, 2.2], outer: 'wanted', typicalCelsius: 3 },
};

/** The season of a calendar month (0 = January) by the meteorological reckoning of the northern hemisphere. */
export const SEASON_OF_MONTH = [
  'winter',
  'winter',
  'spring',
  'spring',
  'spring',
  'summer',
  'summer',
  'summer',
  'autumn',
  'autumn',
  'autumn',
  'winter',
] as const;

/** Seasons one step away, the nearer in weather first. */
export const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  spring: ['autumn', 'summer', 'winter'],
  summer: ['spring', 'autumn', 'winter'],
  autumn: ['spring', 'winter', 'summer'],
  winter: ['autumn', 'spring', 'summer'],
};
