/** For whom a pair is made: American and British numbers count differently for each. */
export type ShoeChart = 'women' | 'men';

/**
 * What is added to an adult's American or British shoe number for the European one. English sizes count barleycorns (a
 * third of an inch) of the last and European ones Paris points (two thirds of a centimetre); retailers' charts round
 * both to whole steps, and agree on these for the sizes that are sold (UK 6 is a foot of 245.5 mm, EU 39 one of
 * 246.6 mm: ISO/TS 19407:2015; the charts of whatbehind.com/shoe-size-chart-for-us-uk-eu-conversion and
 * shoerazzi.com/shoe-size-conversion-chart).
 */
const ADDED: Readonly<Record<ShoeChart, Readonly<Record<'US' | 'UK', number>>>> = {
  women: { US: 31, UK: 33 },
  men: { US: 33, UK: 34 },
};
/** European numbers that adults' shoes are made in. */
const SMALLEST = 34;
const LARGEST = 50;

/** A size as `canonicalSize` spells it, taken apart; undefined where it is no American or British number. */
export function foreignShoeSize(size: string): { system: 'US' | 'UK'; number: number } | undefined {
  const [, system, number] = /^(US|UK) (\d{1,2}(?:\.5)?)$/.exec(size) ?? [];
  return system === 'US' || system === 'UK' ? { system, number: Number(number) } : undefined;
}

/** The European number of an American or British shoe size; undefined where no adult's shoe has it. */
export function europeanShoeSize(size: string, chart: ShoeChart): string | undefined {
  const foreign = foreignShoeSize(size);
  if (!foreign) return undefined;
  const european = foreign.number + ADDED[chart][foreign.system];
  return european >= SMALLEST && european <= LARGEST ? String(european) : undefined;
}
