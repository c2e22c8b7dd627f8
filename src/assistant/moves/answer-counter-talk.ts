import type { CounterTalk } from '../../language/counter-talk.js';
import type { Move } from '../answer.js';
import { atMost, say } from '../say/suggest.js';
import { aside } from './answer-talk.js';

const SAID: Readonly<Record<CounterTalk, string>> = {
  thanks: 'reply.thanks',
  bye: 'reply.bye',
  here: 'reply.greeting-back',
  who: 'reply.about-me',
  scolds: 'reply.sorry',
  weather: 'reply.weather',
  pets: 'reply.pets',
};

/** What is said beside the matter is answered in a sentence, and the list on the screen stays. */
export const answerCounterTalk =
  (talk: CounterTalk): Move =>
  async (turn) => {
    const greets = talk === 'here' && turn.session.shown.length === 0;
    const answer = aside(turn, talk, greets ? 'reply.greeting' : SAID[talk]);
    if (talk !== 'scolds') return answer;
    const shown = turn.session.shown.length > 0;
    return {
      ...answer,
      suggestions: atMost([...(shown ? [say('more'), say('undo')] : []), say('restart'), say('person')]),
    };
  };
