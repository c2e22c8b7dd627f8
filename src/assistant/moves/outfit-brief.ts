import { statedIds } from '../../domain/constraints.js';
import { convert } from '../../domain/money.js';
import type { OutfitBrief, SessionState } from '../../domain/session.js';
import type { TurnInHand } from '../answer.js';
import { occasionAndRain } from '../track/outfit-weather.js';

/** What the words of a turn say of an outfit, apart from what it is built on. */
export function briefFor({ heard, scope }: TurnInHand, session: SessionState): OutfitBrief {
  const stated = heard.understood.constraints;
  const [season] = statedIds(stated, 'seasons');
  const [audience] = [...statedIds(stated, 'audience'), ...statedIds(session.constraints, 'audience')];
  const size = typeof stated.size === 'string' ? stated.size : session.told?.size;
  const budget = stated.price?.max && convert(stated.price.max, scope.currency, scope.rates);
  const avoid = statedIds(stated.exclude, 'colours');
  return {
    ...occasionAndRain(statedIds(stated, 'occasions'), undefined),
    ...(season === undefined ? {} : { season }),
    ...(audience === undefined ? {} : { audience }),
    ...(size === undefined ? {} : { size }),
    ...(budget ? { budget } : {}),
    ...(avoid.length > 0 ? { avoidColours: avoid } : {}),
  };
}
