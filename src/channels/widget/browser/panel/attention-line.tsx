import type { JSX } from 'preact';
import type { AttentionWeights } from '../../../../domain/reply.js';
import { usePanel } from './context.js';

const PARTS = ['text', 'image', 'history'] as const;

/**
 * The shares of words, photo and taste in a reply's ranking, as one thin line with its figures. Nothing
 * where words alone counted: that goes without saying.
 */
export function AttentionLine({ shares }: { readonly shares: AttentionWeights }): JSX.Element | null {
  const { words } = usePanel();
  const present = PARTS.filter((part) => shares[part] >= 0.005);
  if (present.every((part) => part === 'text')) return null;
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent', maximumFractionDigits: 0 });
  const figures = present.map((part) => `${words.say(`ui.weights.${part}`)} ${percent.format(shares[part])}`);
  return (
    <div class="weights" role="img" aria-label={`${words.say('ui.weights')}: ${figures.join(', ')}`}>
      <span class="bar" aria-hidden="true">
        {present.map((part) => (
          <i key={part} class={part} style={{ flexGrow: shares[part] }} />
        ))}
      </span>
      <span aria-hidden="true">{figures.join(' · ')}</span>
    </div>
  );
}
