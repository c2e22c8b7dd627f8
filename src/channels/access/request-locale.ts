import type { Request } from 'express';
import { type Locale, nearestLocale } from '../../domain/locale.js';

/** The language to answer a request in: its `locale` query, then Accept-Language by weight, then Chinese. */
export function localeOf(request: Request, stated?: string): Locale {
  return nearestLocale(stated) ?? statedLocale(request) ?? 'zh-CN';
}

/** The language that a request asks for; undefined where it asks for none of ours. */
export function statedLocale(request: Request): Locale | undefined {
  const query = typeof request.query.locale === 'string' ? request.query.locale : undefined;
  return nearestLocale(query) ?? acceptedLocale(request.get('accept-language'));
}

/** The language of ours that an Accept-Language header prefers; undefined where it names neither. */
export function acceptedLocale(header: string | undefined): Locale | undefined {
  const wishes = (header ?? '').split(',').map((wish, index) => {
    const [tag, ...parameters] = wish.split(';');
    const quality = Number(/^q=([\d.]+)$/.exec(parameters.map((part) => part.trim()).join())?.[1] ?? 1);
    return { locale: nearestLocale(tag), quality: Number.isNaN(quality) ? 0 : quality, index };
  });
  return wishes
    .filter((wish) => wish.locale !== undefined && wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)[0]?.locale;
}
