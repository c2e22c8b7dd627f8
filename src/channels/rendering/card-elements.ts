import type { Action } from '../../domain/action.js';

/** A JSON object of an Adaptive Card. */
export type CardElement = Readonly<Record<string, unknown>>;

/**
 * Adaptive Cards at 1.3: below what Teams (1.5) and Web Chat (1.6) render. Feed text goes into text runs of
 * a RichTextBlock, which no host reads as markdown, so a title that is markup or a link stays inert.
 */
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
export const HERO_TYPE = 'application/vnd.microsoft.card.hero';

export interface CardAttachment {
  readonly contentType: string;
  readonly content: CardElement;
}

export interface RunStyle {
  readonly weight?: 'Bolder' | 'Lighter';
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly isSubtle?: boolean;
  readonly color?: 'Accent' | 'Attention' | 'Good';
  readonly strikethrough?: boolean;
}

/** One line of runs, each text with its style. */
export function line(runs: readonly (readonly [text: string, style?: RunStyle])[], spacing = 'Small'): CardElement {
  return {
    type: 'RichTextBlock',
    spacing,
    inlines: runs.map(([text, style]) => ({ type: 'TextRun', text, ...style })),
  };
}

/** A button that comes back to us as `{ yida: action }`. */
export function submit(title: string, action: Action): CardElement {
  return { type: 'Action.Submit', title, data: { yida: action } };
}

/** A button that opens an address; it carries the action too, for a host page that follows what is opened. */
export function openAddress(title: string, url: string, action: Action): CardElement {
  return { type: 'Action.OpenUrl', title, url, data: { yida: action } };
}

export function adaptiveCard(parts: {
  body: readonly CardElement[];
  actions: readonly CardElement[];
  lang: string;
  speak: string;
  fallbackText: string;
}): CardAttachment {
  return {
    contentType: CARD_TYPE,
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.3',
      lang: parts.lang,
      fallbackText: parts.fallbackText,
      speak: parts.speak,
      body: parts.body,
      actions: parts.actions,
    },
  };
}
