export type PageLocale = 'zh-CN' | 'en';

/** What the server wrote into the page. */
export interface PageSettings {
  readonly locale: PageLocale;
  readonly embedded: boolean;
  readonly texts: Readonly<Record<PageLocale, Readonly<Record<string, string>>>>;
}

export function readPageSettings(page: Document): PageSettings {
  return JSON.parse(page.getElementById('settings')?.textContent ?? '{}') as PageSettings;
}

const CHOSEN = 'yida-locale';

/** The language the shopper chose on this device, else the page's. */
export function chosenLocale(settings: PageSettings, storage: Storage, address: URL): PageLocale {
  // A language in the address was asked for just now.
  if (address.searchParams.has('locale')) return settings.locale;
  const chosen = storage.getItem(CHOSEN);
  return chosen === 'zh-CN' || chosen === 'en' ? chosen : settings.locale;
}

export function rememberLocale(locale: PageLocale, storage: Storage): void {
  storage.setItem(CHOSEN, locale);
}
