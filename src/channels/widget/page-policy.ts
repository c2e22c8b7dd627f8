/**
 * SHA-256 of nothing: lets a style element in that is empty. The part of Web Chat that scrolls makes one
 * without the nonce and fills it rule by rule, which no policy concerns; an empty element harms nobody.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The content security policy of the chat pages: scripts, styles and connections are ours alone, no eval.
 * Web Chat styles itself through <style> elements that carry the nonce. Pictures may come from any https
 * address, because a merchant's feed names them.
 */
export function chatPagePolicy(options: { nonce: string; base: string; framedBy: readonly string[] }): string {
  const socket = options.base.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${options.nonce}' ${EMPTY_STYLE}`,
    "img-src 'self' data: blob: https:",
    // Photos chosen by the shopper are read back from their blob: addresses before they are sent.
    `connect-src 'self' ${socket} blob: data:`,
    "font-src 'self' data:",
    'worker-src blob:',
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${options.framedBy.length === 0 ? "'self'" : ["'self'", ...options.framedBy].join(' ')}`,
  ].join('; ');
}
