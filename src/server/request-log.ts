import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** One line a request: what and how long, never what was said, by whom, or with which token. */
export function requestLog(log: Logger, now: () => number): RequestHandler {
  return (request, response, next) => {
    const started = now();
    response.on('finish', () => {
      const line = {
        id: request.id,
        method: request.method,
        route: routeOf(request),
        status: response.statusCode,
        ms: Math.round((now() - started) * 10) / 10,
      };
      log.debug(line, 'request');
    });
    next();
  };
}

/** The route's pattern (`/api/garments/:id`), so that ids of users and conversations stay out. */
export function routeOf(request: Parameters<RequestHandler>[0]): string {
  const route: unknown = request.route?.path;
  return typeof route === 'string' ? route : 'unmatched';
}
