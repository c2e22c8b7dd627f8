import { type Garment, inStock } from '../../../domain/garment.js';
import type { Locale } from '../../../domain/locale.js';
import type { Message, Reply } from '../../../domain/reply.js';
import type { UnderstoodTurn } from '../../../domain/turn.js';
import type { Watch } from '../../../storage/watch-store.js';

/** What there is to tell of a watched garment. */
export type News =
  | { readonly kind: 'drop'; readonly watch: Watch; readonly garment: Garment }
  | { readonly kind: 'back'; readonly watch: Watch; readonly garment: Garment };

/** Smaller reductions are no news. */
const WORTH_TELLING = 0.99;
const NOTHING_SAID: Omit<UnderstoodTurn, 'locale'> = {
  intent: 'unknown',
  confidence: 0,
  tokens: [],
  constraints: {},
  references: [],
  critiques: [],
  relaxed: [],
  keywords: [],
};
/** Garments of one notice. */
const TOLD_AT_ONCE = 3;

/** What is news about a garment since it was asked for or last told of; undefined where nothing is. */
export function newsOf(watch: Watch, garment: Garment): News | undefined {
  const available = inStock(garment, watch.size);
  if (!available) return undefined;
  if (!watch.available) return { kind: 'back', watch, garment };
  const { price: before } = watch;
  const { price } = garment;
  if (before === undefined || price === null || before.currency !== price.currency) return undefined;
  return price.minorUnits <= before.minorUnits * WORTH_TELLING ? { kind: 'drop', watch, garment } : undefined;
}

/** A notice as any reply: words, the garments' cards, and the one tap that stops it. */
export function noticeReply(news: readonly News[], locale: Locale): Reply {
  const told = news.slice(0, TOLD_AT_ONCE);
  return {
    locale,
    messages: [{ id: 'notice.lead' }, ...told.map(messageOf)],
    items: told.map(({ garment }) => ({ garment, score: 1, match: 'exact', scores: {}, reasons: [] })),
    outfits: [],
    suggestions: [{ title: { id: 'suggest.notify-stop' }, action: { verb: 'say' }, say: { id: 'say.notify-stop' } }],
    // A notice answers nothing that was said.
    understood: { ...NOTHING_SAID, locale },
    attention: null,
    relaxed: [],
    degraded: [],
  };
}

export function toldOf(news: readonly News[]): readonly News[] {
  return news.slice(0, TOLD_AT_ONCE);
}

function messageOf({ kind, watch, garment }: News): Message {
  const title = { kind: 'text', text: garment.title } as const;
  if (kind === 'drop' && watch.price !== undefined && garment.price !== null) {
    const was = { kind: 'money', money: watch.price } as const;
    return { id: 'notice.drop', values: { title, was, price: { kind: 'money', money: garment.price } } };
  }
  const sized =
    watch.size === undefined
      ? ''
      : ({ kind: 'message', message: { id: 'notice.back-in-size', values: { size: watch.size } } } as const);
  return { id: 'notice.back', values: { title, sized } };
}
