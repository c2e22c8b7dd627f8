import type { RequestHandler } from 'express';
import { YidaFault } from '../domain/fault.js';
import { apiCaller, userOf } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { check, readRequest } from './read-request.js';
import { eventsRequestSchema } from './request-schemas.js';

/** POST /api/events: takes what shoppers did; says how many were kept (none without a shopper's consent). */
export function eventsRoute(deps: AppDeps): RequestHandler {
  return async (request, response) => {
    const caller = apiCaller(request, deps.tokens, deps.site);
    const { fields } = await readRequest(request, response);
    const { userId: stated, events } = check(eventsRequestSchema, fields);
    const userId = userOf(caller, stated);
    if (userId === undefined) throw new YidaFault('bad-request', 'whose events?', { values: { why: 'userId' } });
    const now = Date.now();
    const kept = await deps.shoppers.record(
      userId,
      events.map(({ verb, garmentId, at }) => ({ verb, garmentId, at: Math.min(now, at ? Date.parse(at) : now) })),
    );
    response.status(202).json({ accepted: events.length, kept });
  };
}
