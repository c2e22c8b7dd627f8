import type { Action } from '../../domain/action.js';
import type { CardAttachment } from './card-elements.js';
import { garmentCard } from './garment-card.js';
import { garmentHeroCard, outfitHeroCard } from './hero-card.js';
import { outfitCard } from './outfit-card.js';
import { plainText } from './plain-text.js';
import type { ReplyView, SuggestionView } from './reply-view.js';
import type { Wording } from './wording.js';

/** What a Bot Framework channel can show, best first. */
export type CardForm = 'adaptive' | 'hero' | 'text';

/** A carousel longer than this is not swiped through. */
const SHOWN = 10;

/** The part of a Bot Framework activity that a reply decides; ids, times and addresses are the channel's. */
export interface ReplyActivity {
  readonly type: 'message';
  readonly locale: string;
  readonly text: string;
  /** Feed text may look like markup: it is never read as markdown. */
  readonly textFormat: 'plain';
  readonly speak?: string;
  readonly inputHint: 'expectingInput';
  readonly attachmentLayout?: 'carousel' | 'list';
  readonly attachments?: readonly CardAttachment[];
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly SuggestedAction[] };
}

export interface SuggestedAction {
  readonly type: 'imBack' | 'messageBack';
  readonly title: string;
  readonly value: unknown;
  readonly text?: string;
  readonly displayText?: string;
}

/**
 * A reply as activities in the form a channel can show. Garments and outfits come in activities of their
 * own, so that each is one carousel; suggestions hang on the last, where clients look for them.
 */
export function replyActivities(view: ReplyView, wording: Wording, form: CardForm): ReplyActivity[] {
  const { locale } = view;
  const base = { type: 'message', locale, textFormat: 'plain', inputHint: 'expectingInput' } as const;
  if (form === 'text') return [{ ...base, text: plainText(view, wording, { addresses: true }), speak: view.speech }];
  const items = view.items
    .slice(0, SHOWN)
    .map((item) => (form === 'adaptive' ? garmentCard : garmentHeroCard)(item, wording, locale));
  const outfits = view.outfits
    .slice(0, SHOWN)
    .map((outfit, index) => (form === 'adaptive' ? outfitCard : outfitHeroCard)(outfit, index + 1, wording, locale));
  const groups = [items, outfits].filter((cards) => cards.length > 0);
  const activities: ReplyActivity[] = (groups.length === 0 ? [[]] : groups).map((cards, index) => ({
    ...base,
    text: index === 0 ? view.text : '',
    ...(index === 0 ? { speak: view.speech } : {}),
    ...(cards.length === 0 ? {} : { attachmentLayout: 'carousel' as const, attachments: cards }),
  }));
  const last = activities.at(-1);
  if (last === undefined || view.suggestions.length === 0) return activities;
  const suggestedActions = { to: [], actions: view.suggestions.map(suggestedAction) };
  return [...activities.slice(0, -1), { ...last, suggestedActions }];
}

/** What pressing a suggestion sends: words as the shopper's own message, anything else with its action. */
function suggestedAction({ title, action }: SuggestionView): SuggestedAction {
  if (action.verb === 'say') return { type: 'imBack', title, value: action.text ?? title };
  const value: { yida: Action } = { yida: action };
  // Web Chat hides a message without text, and then nobody sees what was pressed.
  return { type: 'messageBack', title, value, text: title, displayText: title };
}
