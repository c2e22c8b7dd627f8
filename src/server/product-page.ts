import { escapeHtml } from '../channels/rendering/escape-html.js';
import { garmentFacts } from '../channels/rendering/garment-facts.js';
import type { Wording } from '../channels/rendering/wording.js';
import type { Facet } from '../domain/facet.js';
import type { Garment } from '../domain/garment.js';
import type { Locale } from '../domain/locale.js';

/** What the page tells, in this order; what the row lacks is left out. */
const TOLD: readonly Facet[] = [
  'category',
  'colours',
  'material',
  'pattern',
  'sleeve',
  'neckline',
  'fit',
  'length',
  'seasons',
  'occasions',
  'audience',
];

/** A garment's page in one language, with a way to the other and back to the talk. */
export function productPage(garment: Garment, wording: Wording, locale: Locale): string {
  const say = (id: string) => escapeHtml(wording.text(locale, id));
  const facts = garmentFacts(garment, wording, locale);
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
  const title = escapeHtml(wording.localised(garment.title, locale));
  const description = wording.localised(garment.description, locale);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${say('ui.name')}</title>
<link rel="icon" href="/widget/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/widget/product.css">
</head>
<body>
<header class="bar">
<a class="name" href="/?locale=${locale}">${say('ui.name')}</a>
<a class="language" href="?locale=${other}" hreflang="${other}" lang="${other}">${escapeHtml(wording.text(other, 'ui.language-name'))}</a>
</header>
<main class="product">
<div class="pictures">${pictures(garment, title)}</div>
<div class="told">
${garment.brand === null ? '' : `<p class="brand">${escapeHtml(garment.brand)}</p>`}
<h1>${title}</h1>
<p class="price">${escapeHtml(facts.price)}${facts.was === undefined ? '' : ` <s>${escapeHtml(facts.was)}</s>`}</p>
${sizes(garment, wording, locale)}
${description === '' ? '' : `<p class="description">${escapeHtml(description)}</p>`}
<dl>${details(garment, wording, locale)}</dl>
<a class="back" href="/?locale=${locale}">${say('ui.product.back')}</a>
</div>
</main>
<footer>${say('ui.product.demo')}</footer>
<script src="/widget.js" data-locale="${locale}" data-garment="${escapeHtml(garment.id)}" defer></script>
</body>
</html>
`;
}

function pictures(garment: Garment, title: string): string {
  return garment.images
    .map((image, index) => `<img src="${escapeHtml(image)}" alt="${title}"${index === 0 ? '' : ' loading="lazy"'}>`)
    .join('');
}

function sizes(garment: Garment, wording: Wording, locale: Locale): string {
  if (garment.sizes.length === 0) return '';
  const rows = garment.sizes.map(({ size, stock }) => {
    const gone = stock === 0;
    const said = gone ? wording.text(locale, 'card.sold-out') : wording.text(locale, 'ui.product.in-stock');
    return `<li${gone ? ' class="gone"' : ''}><span aria-hidden="true">${escapeHtml(size)}</span><span class="quiet">${escapeHtml(`${size}: ${said}`)}</span></li>`;
  });
  return `<ul class="sizes" aria-label="${escapeHtml(wording.text(locale, 'ui.product.sizes'))}">${rows.join('')}</ul>`;
}

function details(garment: Garment, wording: Wording, locale: Locale): string {
  return TOLD.flatMap((facet) => {
    const value = garment[facet];
    const ids = value === null ? [] : typeof value === 'string' ? [value] : value;
    if (ids.length === 0) return [];
    const names = ids.map((id) => wording.facetName(facet, id, locale)).join(locale === 'en' ? ', ' : '、');
    return [
      `<div><dt>${escapeHtml(wording.text(locale, `ui.facet.${facet}`))}</dt><dd>${escapeHtml(names)}</dd></div>`,
    ];
  }).join('');
}
