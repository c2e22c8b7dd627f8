import { LOCALES, type Locale } from '../../domain/locale.js';
import { escapeHtml } from '../rendering/escape-html.js';
import type { Messages } from '../rendering/message-catalogue.js';

/** The texts of the page itself; what the assistant says comes over Direct Line. */
export const PAGE_TEXTS = [
  'ui.name',
  'ui.title',
  'ui.tagline',
  'ui.language-name',
  'ui.switch-language',
  'ui.new-talk',
  'ui.input',
  'ui.said',
  'ui.send-photo',
  'ui.photo-privacy',
  'ui.attached',
  'ui.detach',
  'ui.weights',
  'ui.weights.text',
  'ui.weights.image',
  'ui.weights.history',
  'ui.offline',
  'ui.loading',
  'ui.no-script',
] as const;

export interface ChatPage {
  readonly locale: Locale;
  readonly nonce: string;
  /** Inside a frame of a shop: no page around the talk. */
  readonly embedded: boolean;
  readonly addresses: { readonly style: string; readonly webChat: string; readonly script: string };
}

/** The chat page. It works in either language without being loaded again, so it carries the texts of both. */
export function chatPage({ locale, nonce, embedded, addresses }: ChatPage, messages: Messages): string {
  const say = (id: (typeof PAGE_TEXTS)[number], of: Locale = locale) => escapeHtml(messages.format(of, id));
  const texts = Object.fromEntries(
    LOCALES.map((of) => [of, Object.fromEntries(PAGE_TEXTS.map((id) => [id, messages.format(of, id)]))]),
  );
  const settings = JSON.stringify({ locale, embedded, texts }).replaceAll('<', '\\u003c');
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
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
</head>
<body class="${embedded ? 'embedded' : 'page'}" data-nonce="${nonce}">
<div class="shell">
<header>
<div class="masthead">
<h1 id="name">${say('ui.name')}</h1>
<p id="tagline">${say('ui.tagline')}</p>
</div>
<div class="tools">
<button type="button" id="new-talk" class="tool">${say('ui.new-talk')}</button>
<button type="button" id="language" class="tool" lang="${other}" aria-label="${say('ui.switch-language')}">${say('ui.language-name', other)}</button>
</div>
</header>
<main id="talk" aria-busy="true"><p class="loading">${say('ui.loading')}</p></main>
<footer>
<div id="attached" hidden><img alt="" id="attached-photo"><span id="attached-words" role="status">${say('ui.attached')}</span><button type="button" id="detach" class="tool">${say('ui.detach')}</button></div>
<p id="privacy">${say('ui.photo-privacy')}</p>
</footer>
</div>
<noscript><p class="notice">${say('ui.no-script')}</p></noscript>
<p id="notice" class="notice" role="status" hidden></p>
<script type="application/json" id="settings">${settings}</script>
<script src="${addresses.webChat}" defer></script>
<script src="${addresses.script}" defer></script>
</body>
</html>
`;
}
