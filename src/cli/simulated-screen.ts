import type { Shown } from '../channels/messaging/simulator/platform-simulator.js';
import type { Terminal } from './terminal.js';

export type ShownButton = Shown['buttons'][number];

/** Prints what a person sees, its buttons numbered on, so that each can be pressed. */
export function createScreen(terminal: Pick<Terminal, 'print' | 'say'>): {
  readonly buttons: readonly ShownButton[];
  readonly show: (shown: Shown) => void;
} {
  const buttons: ShownButton[] = [];
  return {
    buttons,
    show(shown) {
      for (const address of shown.pictures) terminal.print(terminal.say('simulate.picture', { address }));
      if (shown.text !== undefined) terminal.print(shown.text);
      const aCard = buttonsACard(shown);
      for (const [index, button] of shown.buttons.entries()) {
        buttons.push(button);
        const { title, link: address = '' } = button;
        const card = aCard === undefined ? '' : String(Math.floor(index / aCard) + 1);
        const of = button.link !== undefined ? 'link' : card === '' ? 'button' : 'button-of-card';
        terminal.print(terminal.say(`simulate.${of}`, { number: buttons.length, title, address, card }));
      }
      terminal.print('');
    },
  };
}

/** How many buttons each card of a carousel has, undefined where it is none: all its cards have as many. */
function buttonsACard({ pictures, buttons }: Shown): number | undefined {
  const each = buttons.length / pictures.length;
  return pictures.length > 1 && Number.isInteger(each) && each > 0 ? each : undefined;
}
