import { actionSchema } from '../../../domain/action.js';
import type { Locale } from '../../../domain/locale.js';
import type { Wording } from '../../rendering/wording.js';
import type { Heard } from '../spoken-line.js';
import type { AlexaRequest } from './alexa-request.js';

/** Amazon's own intents that steer the telling. */
const STEERING: Readonly<Record<string, Heard>> = {
  'AMAZON.NextIntent': { kind: 'next' },
  'AMAZON.MoreIntent': { kind: 'next' },
  'AMAZON.ResumeIntent': { kind: 'next' },
  'AMAZON.RepeatIntent': { kind: 'repeat' },
  'AMAZON.StopIntent': { kind: 'stop' },
  'AMAZON.CancelIntent': { kind: 'stop' },
  'AMAZON.PauseIntent': { kind: 'stop' },
  'AMAZON.NavigateHomeIntent': { kind: 'launch' },
  'AMAZON.HelpIntent': { kind: 'help' },
  'AMAZON.FallbackIntent': { kind: 'unheard' },
};
/** Amazon's own intents that are words to the assistant, by message id. */
const SAYING: Readonly<Record<string, string>> = {
  'AMAZON.YesIntent': 'voice.say.yes',
  'AMAZON.NoIntent': 'voice.say.no',
  'AMAZON.PreviousIntent': 'voice.say.back',
  'AMAZON.StartOverIntent': 'voice.say.restart',
};
const TOUCH = 'Alexa.Presentation.APL.UserEvent';

/** What an Alexa request says, or undefined where it expects no words (the session ended, a playback event). */
export function heardByAlexa({ request }: AlexaRequest, wording: Wording, locale: Locale): Heard | undefined {
  if (request.type === 'LaunchRequest') return { kind: 'launch' };
  if (request.type === TOUCH) {
    const [verb, garmentId] = request.arguments ?? [];
    const touched = actionSchema.safeParse({ verb, garmentId });
    return touched.success ? { kind: 'action', action: touched.data } : { kind: 'unheard' };
  }
  if (request.type !== 'IntentRequest' || request.intent === undefined) return undefined;
  const { name, slots } = request.intent;
  const steering = STEERING[name];
  if (steering !== undefined) return steering;
  const saying = SAYING[name];
  if (saying !== undefined) return { kind: 'words', text: wording.text(locale, saying) };
  const text = Object.values(slots ?? {}).flatMap(({ value }) => value ?? []);
  return text.length === 0 ? { kind: 'unheard' } : { kind: 'words', text: text.join(' ') };
}
