import type { PanelSettings } from './panel-settings.js';

/** What the shop wrote on the script tag. */
export interface TagSettings extends Omit<PanelSettings, 'form' | 'tell' | 'onClose' | 'onLocale'> {
  readonly side: 'left' | 'right';
  /** Distance from the page's edges, in CSS pixels. */
  readonly offset: number;
  /** The garment whose page this is. */
  readonly garment: string | undefined;
  /** Selector of an element to fill with the talk, instead of a button at the corner. */
  readonly into: string | undefined;
}

/** Reads `data-…` of the script tag; what is missing or no good falls back to what suits most shops. */
export function readSettings(script: HTMLScriptElement | null, page: Document): TagSettings {
  const data = script?.dataset ?? {};
  const home = new URL(script?.src || page.location.href).origin;
  const offset = Number(data.offset ?? 20);
  return {
    home,
    locale: localeOf(data.locale ?? data.language, page),
    localeAsked: home === page.location.origin && new URLSearchParams(page.location.search).has('locale'),
    theme: data.theme === 'light' || data.theme === 'dark' ? data.theme : 'auto',
    accent: data.accent,
    font: data.font,
    greeting: data.greeting || undefined,
    userToken: data.userToken || undefined,
    side: data.position === 'left' ? 'left' : 'right',
    offset: Number.isFinite(offset) && offset >= 0 && offset <= 400 ? offset : 20,
    garment: data.garment || undefined,
    into: data.into || undefined,
  };
}

function localeOf(stated: string | undefined, page: Document): 'zh-CN' | 'en' {
  for (const wished of [stated, page.documentElement.lang, navigator.language]) {
    if (/^zh\b/i.test(wished ?? '')) return 'zh-CN';
    if (/^en\b/i.test(wished ?? '')) return 'en';
  }
  return 'en';
}
