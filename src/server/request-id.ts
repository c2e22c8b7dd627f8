import type { RequestHandler } from 'express';

declare global {
  namespace Express {
    interface Request {
      /** Names this request in the log and in the `X-Request-Id` of its response. */
      id: string;
    }
  }
}

/** Takes a sensible id from the proxy in front, or makes one. */
export function requestId(randomId: () => string): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id');
    request.id = given !== undefined && /^[\w.-]{1,64}$/.test(given) ? given : randomId();
    response.set('X-Request-Id', request.id);
    next();
  };
}
