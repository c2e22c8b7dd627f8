import type { Action } from '../../domain/action.js';
import type { Locale } from '../../domain/locale.js';
import type { Item, MessageValue, Outfit, Reason, Relaxation, Reply, Suggestion } from '../../domain/reply.js';
import { withAbsoluteAddresses } from './absolute-address.js';
import type {
  ItemView,
  OutfitView,
  PlainValue,
  ReasonView,
  RelaxedView,
  ReplyView,
  SuggestionView,
} from './reply-view.js';
import { speechOf } from './speech.js';
import type { Wording } from './wording.js';

/** Where an outfit's board picture can be fetched (a path or an address), or undefined where none is drawn. */
export type BoardAddress = (outfit: Outfit, locale: Locale) => string | undefined;

/** What rendering needs besides the reply. */
export interface Rendering {
  readonly wording: Wording;
  /** Put before paths of pictures and product pages: `http://127.0.0.1:3978`, no trailing slash. */
  readonly base: string;
  readonly boardAddress?: BoardAddress;
}

/** A reply in `locale` (its own by default). Words come from locales/, facts from the garments alone. */
export function renderReply(reply: Reply, rendering: Rendering, locale: Locale = reply.locale): ReplyView {
  const { wording } = rendering;
  const text = reply.messages.map((message) => wording.message(message, locale)).join('\n');
  const view = {
    locale,
    text,
    items: reply.items.map((item) => renderItem(item, rendering, locale)),
    outfits: reply.outfits.map((outfit) => renderOutfit(outfit, rendering, locale)),
    suggestions: reply.suggestions.map((suggestion) => renderSuggestion(suggestion, wording, locale)),
    understood: reply.understood,
    attention: reply.attention,
    relaxed: reply.relaxed.map((relaxation) => renderRelaxation(relaxation, wording, locale)),
    degraded: reply.degraded,
  };
  return { ...view, speech: speechOf(view, wording) };
}

export function renderItem(item: Item, rendering: Rendering, locale: Locale): ItemView {
  return {
    garment: withAbsoluteAddresses(item.garment, rendering.base),
    score: item.score,
    match: item.match,
    scores: item.scores,
    reasons: item.reasons.map((reason) => renderReason(reason, rendering.wording, locale)),
  };
}

export function renderOutfit(outfit: Outfit, rendering: Rendering, locale: Locale): OutfitView {
  const board = rendering.boardAddress?.(outfit, locale);
  return {
    garments: outfit.garments.map((garment) => withAbsoluteAddresses(garment, rendering.base)),
    total: outfit.total,
    score: outfit.score,
    reasons: outfit.reasons.map((reason) => renderReason(reason, rendering.wording, locale)),
    ...(board === undefined ? {} : { board: board.startsWith('/') ? `${rendering.base}${board}` : board }),
  };
}

export function renderRelaxation(relaxation: Relaxation, wording: Wording, locale: Locale): RelaxedView {
  return {
    facet: relaxation.facet,
    asked: plainValue(relaxation.asked, wording, locale),
    given: plainValue(relaxation.given, wording, locale),
    text: wording.message(relaxation.message, locale),
  };
}

function renderReason(reason: Reason, wording: Wording, locale: Locale): ReasonView {
  return { facet: reason.facet, id: reason.id, text: wording.message(reason.message, locale) };
}

function renderSuggestion(suggestion: Suggestion, wording: Wording, locale: Locale): SuggestionView {
  const title = wording.message(suggestion.title, locale);
  const said = suggestion.say === undefined ? suggestion.action.text : wording.message(suggestion.say, locale);
  const action: Action =
    suggestion.action.verb === 'say' ? { ...suggestion.action, text: said ?? title } : suggestion.action;
  return { title, action };
}

function plainValue(value: MessageValue, wording: Wording, locale: Locale): PlainValue {
  if (typeof value === 'string' || typeof value === 'number') return value;
  switch (value.kind) {
    case 'money':
      return value.money;
    case 'facet':
      return value.value.id;
    case 'list':
      return value.items.map((item) => plainValue(item, wording, locale));
    case 'text':
    case 'message':
      return wording.value(value, locale);
  }
}
