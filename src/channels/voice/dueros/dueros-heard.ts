import type { Heard } from '../spoken-line.js';
import type { DuerosRequest } from './dueros-request.js';

/** Baidu's own intents that steer the telling. */
const STEERING: Readonly<Record<string, Heard>> = {
  'ai.dueros.common.default_intent': { kind: 'unheard' },
  'ai.dueros.common.next_intent': { kind: 'next' },
  'ai.dueros.common.continue_intent': { kind: 'next' },
  'ai.dueros.common.repeat_intent': { kind: 'repeat' },
  'ai.dueros.common.stop_intent': { kind: 'stop' },
  'ai.dueros.common.cancel_intent': { kind: 'stop' },
  'ai.dueros.common.quit_intent': { kind: 'stop' },
};

/**
 * What a DuerOS request says, or undefined where it expects no words (the session ended, a playback event). The words
 * as they were recognised are in every request, so that no slot has to be declared for them.
 */
export function heardByDueros({ request }: DuerosRequest): Heard | undefined {
  if (request.type === 'LaunchRequest') return { kind: 'launch' };
  if (request.type !== 'IntentRequest') return undefined;
  const text = request.query?.original?.trim() ?? '';
  const steering = STEERING[request.intents?.[0]?.name ?? ''];
  // The default intent means that no other fitted: the words are for the assistant.
  if (steering !== undefined && (steering.kind !== 'unheard' || text === '')) return steering;
  return text === '' ? { kind: 'unheard' } : { kind: 'words', text };
}
