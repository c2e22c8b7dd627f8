import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
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

function hostName(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/g, '') : undefined;
}

export function isLoopbackName(name: string | undefined): boolean {
  if (name === undefined) return false;
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  if (name === '::1' || name === '::ffff:127.0.0.1') return true;
  return isIP(name) === 4 && name.startsWith('127.');
}
