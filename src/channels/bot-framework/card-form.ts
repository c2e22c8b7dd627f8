import type { CardForm } from '../rendering/reply-activities.js';

/** Channels that show Adaptive Cards, those that show hero cards, and those with text alone. */
const FORMS: Readonly<Record<string, CardForm>> = {
  msteams: 'adaptive',
  webchat: 'adaptive',
  directline: 'adaptive',
  emulator: 'adaptive',
  cortana: 'adaptive',
  outlook: 'adaptive',
  facebook: 'hero',
  slack: 'hero',
  telegram: 'hero',
  line: 'hero',
  kik: 'hero',
  groupme: 'hero',
  sms: 'text',
  email: 'text',
  alexa: 'text',
};

/** The best form a Bot Framework channel can show; an unknown one gets cards that every client can fall back from. */
export function cardFormOf(channelId: string): CardForm {
  return FORMS[channelId] ?? 'hero';
}
