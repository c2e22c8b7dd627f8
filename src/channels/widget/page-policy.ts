/**
 * The content security policy of the chat page: scripts, styles and connections are ours alone, no eval, no
 * inline style. The widget asks the same of a shop's page: its script and connection, and pictures. Pictures
 * may come from any https address, because a merchant's feed names them.
 */
export function chatPagePolicy(base: string): string {
  const socket = base.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob: https:",
    `connect-src 'self' ${socket}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}
