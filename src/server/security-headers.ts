import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The headers of everything that is not a page: nothing may be loaded or framed. Pages set a policy of
 * their own, with a nonce for their scripts.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    // Pictures are shown in messaging apps and shops of other origins; each route that must not be says so.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}
