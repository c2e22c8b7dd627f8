import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { isLoopbackName } from '../channels/access/loopback.js';
import { bearerOf, isApiKey, type Site } from '../channels/access/site.js';
import { YidaFault } from '../domain/fault.js';

export interface RateSettings {
  /** Requests a minute of one address. */
  readonly perMinute: number;
}

/**
 * Requests a minute by address (a /64 for IPv6). This machine itself is free in local mode, the merchant's
 * own server with its key always. A refusal says when to come back.
 */
export function limitRate(site: Site, { perMinute }: RateSettings): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    skip: (request) => (!site.production && isLoopbackName(request.ip)) || isApiKey(bearerOf(request), site),
    handler: (_request, _response, next) => {
      next(new YidaFault('rate-limited', 'too many requests from one address'));
    },
  });
}
