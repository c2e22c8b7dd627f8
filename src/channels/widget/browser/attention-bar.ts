import { element } from './element.js';

const PARTS = ['text', 'image', 'history'] as const;

/**
 * The shares of words, photo and taste in a reply's ranking, as one thin line with its figures. Nothing
 * where only one of them counted: there is nothing to weigh.
 */
export function attentionBar(
  shares: AttentionShares,
  texts: Readonly<Record<string, string>>,
  locale: string,
): object | undefined {
  const present = PARTS.filter((part) => shares[part] >= 0.005);
  if (present.length === 0) return undefined;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const figures = present.map((part) => `${texts[`ui.weights.${part}`] ?? part} ${percent.format(shares[part])}`);
  return element(
    'div',
    { className: 'yida-weights', role: 'img', 'aria-label': `${texts['ui.weights'] ?? ''}: ${figures.join(', ')}` },
    element(
      'span',
      { className: 'yida-weights-bar', 'aria-hidden': true },
      ...present.map((part) => element('i', { className: `yida-weights-${part}`, style: { flexGrow: shares[part] } })),
    ),
    element('span', { className: 'yida-weights-figures', 'aria-hidden': true }, figures.join(' · ')),
  );
}
