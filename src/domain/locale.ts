import { z } from 'zod';

/** The two languages Yida speaks; equal in every respect. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const localeSchema = z.enum(LOCALES);

/** One text in both languages. */
export const localisedTextSchema = z.object({ 'zh-CN': z.string(), en: z.string() });
export type LocalisedText = z.infer<typeof localisedTextSchema>;

/**
 * The nearest language we speak for a BCP 47 tag (`zh-TW` -> `zh-CN`, `en-GB` -> `en`), or undefined
 * where the tag names another language.
 */
export function nearestLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (language === 'zh') return 'zh-CN';
  if (language === 'en') return 'en';
  return undefined;
}
