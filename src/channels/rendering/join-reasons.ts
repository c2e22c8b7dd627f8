import type { Locale } from '../../domain/locale.js';

/**
 * Reasons side by side, as one line that begins like a sentence; the Chinese middle dot wants no spaces.
 */
export function joinReasons(reasons: readonly string[], locale: Locale): string {
  if (locale !== 'en') return reasons.join('·');
  const line = reasons.join(' · ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
