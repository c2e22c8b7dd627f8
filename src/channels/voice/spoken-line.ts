import { LRUCache } from 'lru-cache';
import { withDeadline } from '../../../dialogs/deadline.js';
import type { TakeTurn, TurnRequest } from '../../../dialogs/take-turn.js';
import type { Action } from '../../domain/action.js';
import type { Locale } from '../../domain/locale.js';
import type { BoardAddress } from '../rendering/render-reply.js';
import { renderReply } from '../rendering/render-reply.js';
import type { ReplyView } from '../rendering/reply-view.js';
import { SPOKEN, speechOf } from '../rendering/speech.js';
import type { Wording } from '../rendering/wording.js';
import { type SpokenCommand, spokenCommand } from './spoken-commands.js';

/** What a platform heard: words, a touch on its screen, a command it knows itself, or nothing it could make out. */
export type Heard =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: SpokenCommand | 'launch' | 'unheard' };

export interface SpokenRequest {
  readonly conversationId: string;
  readonly userId?: string;
  /** The platform's id of this request; heard again, it is answered as before. */
  readonly activityId: string;
  readonly heard: Heard;
  /** The language of the platform's voice, which can speak no other; undefined where it speaks whatever it is given. */
  readonly voice?: Locale;
  /** Where this request's client reaches us, for pictures. */
  readonly base: string;
}

export interface SpokenAnswer {
  readonly locale: Locale;
  /** Plain sentences; one question at the end unless the talk ends. */
  readonly speech: string;
  /** Said where the shopper stays silent. */
  readonly reprompt: string;
  readonly ends: boolean;
  /** What is talked about, for a screen; absent for words about the talk itself. */
  readonly view?: ReplyView;
  /** Index of the first garment or outfit that is spoken of. */
  readonly from: number;
}

export type SpokenLine = (request: SpokenRequest) => Promise<SpokenAnswer>;

export interface SpokenLineDependencies {
  readonly takeTurn: TakeTurn;
  readonly wording: Wording;
  readonly boardAddress?: BoardAddress;
  /** An answer that takes longer, in milliseconds, is announced and told at "go on". */
  readonly answerWithinMs: number;
  readonly onFailure?: (error: unknown) => void;
}

/** Where the telling of a conversation stands. The reply itself is kept by the conversation, not here. */
interface Standing {
  readonly request: TurnRequest;
  readonly from: number;
  /** The platform's request that brought it here. */
  readonly heardAs: string;
  /** True where the shopper was told to wait. */
  readonly waiting: boolean;
}

const STANDINGS = 10_000;
const FORGOTTEN_MS = 30 * 60_000;
const LONGEST_HEARD = 2_000;

/**
 * A conversation by ear: one turn function behind it, at most three garments at a time, "next", "repeat", "stop".
 * A reply told before is asked for again by its activity, which is answered as it was, so nothing is kept twice.
 */
export function createSpokenLine(deps: SpokenLineDependencies): SpokenLine {
  const { wording } = deps;
  const standings = new LRUCache<string, Standing>({ max: STANDINGS, ttl: FORGOTTEN_MS });

  const about = (id: string, locale: Locale, ends = false): SpokenAnswer => ({
    locale,
    speech: wording.text(locale, id),
    reprompt: wording.text(locale, 'voice.reprompt'),
    ends,
    from: 0,
  });

  const tell = async (standing: Standing, { base, voice }: SpokenRequest): Promise<SpokenAnswer> => {
    const { conversationId, turn } = standing.request;
    const locale = voice ?? turn.locale ?? 'zh-CN';
    let answer: Awaited<ReturnType<TakeTurn>> | undefined;
    try {
      answer = await withDeadline(deps.takeTurn(standing.request), deps.answerWithinMs);
    } catch (error) {
      deps.onFailure?.(error);
      return about('voice.apology', locale);
    }
    standings.set(conversationId, { ...standing, waiting: answer === undefined });
    if (answer === undefined) return about('voice.still-looking', locale);
    const { boardAddress } = deps;
    const rendering = { wording, base, ...(boardAddress === undefined ? {} : { boardAddress }) };
    const view = renderReply(answer.reply, rendering, voice ?? answer.reply.locale);
    return told(view, standing.from, wording);
  };

  const ask = (request: SpokenRequest, turn: TurnRequest['turn']): Promise<SpokenAnswer> => {
    const { conversationId, userId, activityId, voice } = request;
    const asked: TurnRequest = {
      conversationId,
      activityId,
      ...(userId === undefined ? {} : { userId }),
      turn: { ...turn, ...(voice === undefined ? {} : { locale: voice }) },
    };
    return tell({ request: asked, from: 0, heardAs: activityId, waiting: false }, request);
  };

  const next = async (request: SpokenRequest, locale: Locale): Promise<SpokenAnswer> => {
    const standing = standings.get(request.conversationId);
    if (standing === undefined) return about('voice.nothing-yet', locale);
    const here = { ...standing, heardAs: request.activityId };
    if (standing.waiting) return tell(here, request);
    const before = await tell(standing, request);
    const from = standing.from + SPOKEN;
    const { view } = before;
    if (view !== undefined && from < Math.max(view.items.length, view.outfits.length)) {
      standings.set(request.conversationId, { ...here, from });
      return told(view, from, wording);
    }
    return ask(request, { text: wording.text(before.locale, 'voice.say.more'), photos: [] });
  };

  return async (request) => {
    const { conversationId, activityId } = request;
    const standing = standings.get(conversationId);
    const locale = request.voice ?? standing?.request.turn.locale ?? 'zh-CN';
    if (standing?.heardAs === activityId) return tell(standing, request);
    const heard = commanded(request.heard);
    switch (heard.kind) {
      case 'launch':
        return about('voice.welcome', locale);
      case 'help':
        return about('voice.help', locale);
      case 'unheard':
        return about('voice.unheard', locale);
      case 'stop':
        standings.delete(conversationId);
        return about('voice.goodbye', locale, true);
      case 'repeat':
        return standing === undefined
          ? about('voice.nothing-yet', locale)
          : tell({ ...standing, heardAs: activityId }, request);
      case 'next':
        return next(request, locale);
      case 'words':
        return ask(request, { text: heard.text, photos: [] });
      case 'action':
        return ask(request, { action: heard.action, photos: [] });
    }
  };
}

/** Words that are a command, as that command; no words at all, as nothing heard. */
function commanded(heard: Heard): Heard {
  if (heard.kind !== 'words') return heard;
  const text = heard.text.trim().slice(0, LONGEST_HEARD);
  if (text === '') return { kind: 'unheard' };
  const command = spokenCommand(text);
  return command === undefined ? { kind: 'words', text } : { kind: command };
}

function told(view: ReplyView, from: number, wording: Wording): SpokenAnswer {
  const { locale } = view;
  const speech = speechOf(view, wording, from);
  const asks = /[?？]\s*$/.test(speech);
  const closing = wording.text(locale, 'voice.closing');
  const lists = view.items.length > 0 || view.outfits.length > 0;
  return {
    locale,
    speech: asks ? speech : [speech, closing].filter(Boolean).join(locale === 'en' ? ' ' : ''),
    reprompt: wording.text(locale, lists ? 'voice.reprompt.list' : 'voice.reprompt'),
    ends: false,
    view,
    from,
  };
}
