import type { Locale } from '../../domain/locale.js';
import { escapeHtml } from '../rendering/escape-html.js';
import type { Messages } from '../rendering/message-catalogue.js';

export interface ChatPage {
  readonly locale: Locale;
  readonly addresses: { readonly style: string; readonly panel: string };
}

/** The chat page: the widget, filling a page of its own. */
export function chatPage({ locale, addresses }: ChatPage, messages: Messages): string {
  const say = (id: string) => escapeHtml(messages.format(locale, id));
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${say('ui.tagline')}">
<title>${say('ui.title')}</title>
<link rel="icon" href="/widget/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${addresses.style}">
<link rel="modulepreload" href="${addresses.panel}">
</head>
<body>
<div id="talk"></div>
<noscript><p>${say('ui.no-script')}</p></noscript>
<script src="/widget.js" data-locale="${locale}" data-into="#talk" defer></script>
</body>
</html>
`;
}
