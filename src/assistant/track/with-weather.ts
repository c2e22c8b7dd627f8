import { type Constraints, statedIds } from '../../domain/constraints.js';
import type { Intent } from '../../domain/turn.js';
import { readCounterTalk } from '../../language/counter-talk.js';
import { qualityAsked } from '../../language/quality-questions.js';
import { readWeather, type WeatherTalk } from '../../language/weather-talk.js';
import { seasonFor } from '../../styling/season-now.js';
import type { TurnInHand } from '../answer.js';
import { hasRequest } from '../hear/hear.js';

/** What a sentence about the weather is taken for where nothing else in it is understood. */
const UNSETTLED: ReadonlySet<Intent> = new Set<Intent>([
  'unknown',
  'store-info',
  'feedback',
  'refine',
  'search',
  'cancel',
]);

/** What the weather is dressed for as; undefined where it only rains. */
function seasonOf({ celsius, feel }: WeatherTalk): string | undefined {
  if (celsius !== undefined) return seasonFor(celsius);
  if (feel === undefined) return undefined;
  return feel === 'hot' ? 'summer' : 'winter';
}

/** "Too hot for a coat": what else is worn in its place, for the milder half of the year; too cold, for the other. */
function keptWarmOrCool({ heard, scope }: TurnInHand, feel: 'hot' | 'cold'): Constraints | undefined {
  const { constraints } = heard.understood;
  const refused = statedIds(constraints.exclude, 'category');
  if (refused.length === 0 || statedIds(constraints, 'category').length > 0) return undefined;
  const roots = refused.map((id) => scope.vocabulary.lineage('category', id).at(-1) ?? id);
  return { category: [...new Set(roots)], seasons: feel === 'hot' ? ['spring', 'summer'] : ['autumn', 'winter'] };
}

/**
 * "It's going to be 5 degrees", 下雨怎么办: the season of that temperature, and rain for the outfits on the screen, as
 * wishes of this turn. Anything else passes through unchanged.
 */
export function withWeather(turn: TurnInHand): TurnInHand {
  const { heard, session } = turn;
  const { understood } = heard;
  if (heard.action || heard.photo || !heard.text) return turn;
  const weather = readWeather(heard.text);
  const asks = readCounterTalk(heard.text) === 'weather' || qualityAsked(heard.text) !== undefined;
  if (!weather || asks || (!UNSETTLED.has(understood.intent) && understood.intent !== 'outfit')) return turn;
  const dressed = session.dressing !== undefined && session.outfits.length > 0;
  const { constraints } = understood;
  const rains = weather.rain && (dressed || understood.intent === 'outfit');
  const occasions = statedIds(constraints, 'occasions');
  const season = seasonOf(weather);
  // "It's so cold today, show me coats" names what is wanted: coats.
  const named = statedIds(constraints, 'category').length + statedIds(constraints, 'seasons').length > 0;
  if ((season === undefined || (weather.celsius === undefined && named)) && !rains) return turn;
  const unfit = weather.feel === undefined ? undefined : keptWarmOrCool(turn, weather.feel);
  const wished = {
    ...constraints,
    ...(season === undefined ? {} : { seasons: [season] }),
    ...unfit,
    ...(rains && !occasions.includes('rainy_day') ? { occasions: [...occasions, 'rainy_day'] } : {}),
  };
  // With nothing to change yet, clothes for that weather are put together.
  const intent: Intent = understood.intent === 'outfit' || !(dressed || hasRequest(session)) ? 'outfit' : 'refine';
  return {
    ...turn,
    heard: {
      ...heard,
      understood: {
        ...understood,
        intent,
        confidence: 0.9,
        constraints: wished,
        keywords: [],
        critiques: understood.critiques.filter(({ facet }) => facet !== 'warmth'),
      },
    },
  };
}
