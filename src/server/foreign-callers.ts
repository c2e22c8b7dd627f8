import type { RequestHandler } from 'express';
import { hostName, isLoopbackName } from '../channels/access/loopback.js';
import type { Site } from '../channels/access/site.js';
import { YidaFault } from '../domain/fault.js';

/**
 * Outside production we serve this machine alone: a request that names another host (DNS rebinding) or
 * comes from another site's page (cross-site request forgery) is refused.
 */
export function refuseForeignCallers(site: Site): RequestHandler {
  return (request, _response, next) => {
    next(
      isForeign(request.headers.host, request.headers.origin, site)
        ? new YidaFault('forbidden', 'a foreign Host or Origin')
        : undefined,
    );
  };
}

/** The same rule for a WebSocket upgrade, which express does not see. */
export function isForeign(host: string | undefined, origin: string | undefined, site: Site): boolean {
  if (site.production) return false;
  if (host === undefined || !isLoopbackName(hostName(`http://${host}`))) return true;
  return origin !== undefined && !site.allowedOrigins.includes(origin) && !isLoopbackName(hostName(origin));
}
