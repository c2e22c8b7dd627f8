import { describe, expect, it } from 'vitest';
import { createScreen } from '../../src/cli/simulated-screen.js';

describe('what a simulated app shows in the terminal', () => {
  const open = () => {
    const lines: string[] = [];
    const screen = createScreen({
      print: (line) => lines.push(line),
      say: (id, values) => `${id} ${values?.number ?? ''} ${values?.title ?? ''} ${values?.card ?? ''}`.trim(),
    });
    return { lines, ...screen };
  };
  const similar = { title: 'Similar', code: 's' };
  const outfit = { title: 'Outfit', code: 'o' };

  it('says which card of a carousel each button is of', () => {
    const { show, lines } = open();
    show({ pictures: ['a', 'b'], text: 'Two dresses', buttons: [similar, outfit, similar, outfit] });
    expect(lines.filter((line) => line.includes('button'))).toEqual([
      'simulate.button-of-card 1 Similar 1',
      'simulate.button-of-card 2 Outfit 1',
      'simulate.button-of-card 3 Similar 2',
      'simulate.button-of-card 4 Outfit 2',
    ]);
  });

  it('numbers the buttons of all messages on, and keeps them to be pressed', () => {
    const { show, lines, buttons } = open();
    show({ pictures: ['a'], buttons: [similar, outfit] });
    show({ pictures: [], text: 'What next?', buttons: [outfit] });
    expect(lines.filter((line) => line.startsWith('simulate.button'))).toEqual([
      'simulate.button 1 Similar',
      'simulate.button 2 Outfit',
      'simulate.button 3 Outfit',
    ]);
    expect(buttons).toEqual([similar, outfit, outfit]);
  });
});
