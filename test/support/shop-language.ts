import { type Language, openLanguage } from '../../src/language/open-language.js';
import type { UnderstandContext } from '../../src/language/understand.js';

let opened: Promise<Language> | undefined;

/** The real language room, opened once a test file. */
export function shopLanguage(): Promise<Language> {
  opened ??= openLanguage(new URL('../../locales/', import.meta.url));
  return opened;
}

/** A conversation that has not begun, in a shop that counts in yuan. */
export const FRESH: UnderstandContext = {
  locale: 'zh-CN',
  currency: 'CNY',
  brands: [],
  hasShown: false,
  hasPhoto: false,
  hasRequest: false,
};
/** A conversation that asked for something and was shown garments. */
export const SHOWN: UnderstandContext = { ...FRESH, hasShown: true, hasRequest: true };
