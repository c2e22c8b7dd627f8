import type { Garment } from '../../../../domain/garment.js';
import type { PanelContext } from './context.js';
import { canTryOn } from './try-on-loader.js';

/** One thing that can be done with a garment from its card. */
export interface CardAction {
  readonly id: string;
  /** Message id of the button's words. */
  readonly label: string;
  /** False where it cannot be done with this garment; then the card has no such button. */
  readonly fits: (garment: Garment) => boolean;
  readonly run: (garment: Garment, panel: PanelContext) => void;
}

/** The buttons of a garment's card, in their order. What else can be done with a garment is one more entry. */
export const CARD_ACTIONS: readonly CardAction[] = [
  {
    id: 'outfit',
    label: 'card.action.outfit',
    fits: () => true,
    run: (garment, { say, words }) =>
      say({
        text: words.say('ui.panel.says-outfit', { title: words.facts(garment).title }),
        action: { verb: 'outfit', garmentId: garment.id },
      }),
  },
  {
    id: 'similar',
    label: 'card.action.similar',
    fits: () => true,
    run: (garment, { say, words }) =>
      say({
        text: words.say('ui.panel.says-similar', { title: words.facts(garment).title }),
        action: { verb: 'similar', garmentId: garment.id },
      }),
  },
  {
    id: 'try-on',
    label: 'card.action.try-on',
    fits: canTryOn,
    run: (garment, { tryOn }) => tryOn(garment),
  },
];
