/** What of a posted activity decides where its answer goes. */
export interface Inbound {
  readonly deliveryMode?: unknown;
  readonly serviceUrl?: unknown;
}

/**
 * Where an unauthenticated caller's answer goes: into the HTTP response, unless the merchant allowed an
 * Emulator and the stated service is on this machine. No other stated address is ever called.
 */
export function answerWays(activity: Inbound, allowEmulator: boolean): 'in-response' | 'to-emulator' {
  if (!allowEmulator || activity.deliveryMode === 'expectReplies') return 'in-response';
  const { serviceUrl } = activity;
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return 'in-response';
  const { protocol, hostname } = new URL(serviceUrl);
  const local = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return local && protocol === 'http:' ? 'to-emulator' : 'in-response';
}
