import type { Action } from '../../domain/action.js';
import { isUnconstrained } from '../../domain/constraints.js';
import type { Locale } from '../../domain/locale.js';
import type { Message } from '../../domain/reply.js';
import type { SessionState } from '../../domain/session.js';
import type { Intent, ShopperTurn, UnderstoodTurn } from '../../domain/turn.js';
import type { Scope } from '../scope.js';
import { type HeardPhoto, readPhotos } from './read-photos.js';

/** A turn after listening: what was said, seen and pressed, before the conversation is applied to it. */
export interface Heard {
  readonly locale: Locale;
  /** The words, trimmed and bounded; empty where there were none. */
  readonly text: string;
  readonly understood: UnderstoodTurn;
  readonly photo?: HeardPhoto;
  /** True where a photo came and none could be used. */
  readonly photoFailed: boolean;
  readonly fault?: string;
  /** A button; pressing "say" is heard as words. */
  readonly action?: Action & { verb: Exclude<Action['verb'], 'say'> };
  /** What must be said before the answer: a photo not used, a voice message not heard, words cut short. */
  readonly notices: readonly Message[];
}

/** Longest text understood, in characters; a shop request is far shorter, a pasted page is cut here. */
const LONGEST_TEXT = 500;

const VERB_INTENT: Readonly<Record<Exclude<Action['verb'], 'say'>, Intent>> = {
  similar: 'similar',
  outfit: 'outfit',
  open: 'explain',
  like: 'feedback',
  dislike: 'feedback',
};

/** Listens to one turn. Nothing the shopper sent is dropped silently: what is not used is a notice. */
export async function hear(turn: ShopperTurn, session: SessionState, scope: Scope): Promise<Heard> {
  const base = session.turn === 0 ? (turn.locale ?? session.locale) : session.locale;
  const button = pressed(turn.action);
  const said = turn.action?.verb === 'say' ? (turn.action.text ?? turn.text) : turn.text;
  const { text, cut } = bounded(button ? '' : (said ?? ''));
  const photos = await readPhotos(turn.photos, session.turn + 1, scope);
  const understood = text
    ? scope.understand(text, {
        locale: base,
        currency: scope.currency,
        brands: scope.brands,
        hasShown: session.shown.length > 0 || session.outfits.length > 0,
        hasPhoto: photos.photo !== undefined || session.photo !== null,
        hasRequest: hasRequest(session),
      })
    : silent(base, button ? VERB_INTENT[button.verb] : photos.photo ? 'photo-search' : 'unknown');
  return {
    locale: understood.language ?? (isGibberish(understood) ? base : understood.locale),
    text,
    understood,
    ...(photos.photo ? { photo: photos.photo } : {}),
    photoFailed: turn.photos.length > 0 && photos.photo === undefined,
    ...(photos.fault === undefined ? {} : { fault: photos.fault }),
    ...(button ? { action: button } : {}),
    notices: [
      ...(turn.unsupported ?? []).slice(0, 2).map((kind) => ({ id: `notice.unsupported-${kind}` })),
      ...photos.notices,
      ...(cut ? [{ id: 'notice.text-cut', values: { limit: LONGEST_TEXT } }] : []),
    ],
  };
}

/** A word or two that mean nothing to us say nothing about the language either. */
function isGibberish(understood: UnderstoodTurn): boolean {
  return understood.intent === 'unknown' && isUnconstrained(understood.constraints) && understood.tokens.length < 3;
}

/** True where something is being looked for already. */
export function hasRequest(session: SessionState): boolean {
  return (
    !isUnconstrained(session.constraints) ||
    session.keywords.length > 0 ||
    session.avoided !== undefined ||
    session.photoTurn !== undefined ||
    session.similarTo !== undefined
  );
}

function pressed(action: Action | undefined): Heard['action'] {
  return action && action.verb !== 'say' ? { ...action, verb: action.verb } : undefined;
}

/** Cut by characters, so that no emoji or surrogate pair is torn. */
function bounded(said: string): { text: string; cut: boolean } {
  const trimmed = said.slice(0, LONGEST_TEXT * 8).trim();
  const characters = [...trimmed];
  if (characters.length <= LONGEST_TEXT && said.length <= LONGEST_TEXT * 8) return { text: trimmed, cut: false };
  return { text: characters.slice(0, LONGEST_TEXT).join(''), cut: true };
}

function silent(locale: Locale, intent: Intent): UnderstoodTurn {
  return {
    locale,
    intent,
    confidence: intent === 'unknown' ? 0 : 1,
    tokens: [],
    constraints: {},
    references: [],
    critiques: [],
    relaxed: [],
    keywords: [],
  };
}
