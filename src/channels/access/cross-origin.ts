import type { RequestHandler } from 'express';
import { baseOf, isOwnOrAllowedOrigin, type Site } from './site.js';

/** Lets pages of allowed origins call us (CORS); our own need no leave, and others get none. */
export function crossOrigin(site: Site): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('origin');
    response.vary('Origin');
    if (isOwnOrAllowedOrigin(origin, baseOf(request, site), site)) {
      response.set({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': 'GET, POST, DELETE',
        'Access-Control-Allow-Headers':
          'Authorization, Content-Type, Accept, Accept-Language, X-Requested-With, X-Ms-Bot-Agent',
        'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id',
        'Access-Control-Max-Age': '600',
      });
    }
    if (request.method === 'OPTIONS') response.sendStatus(204);
    else next();
  };
}
