import { Router } from 'express';
import { YidaFault } from '../domain/fault.js';
import { apiCaller, requireUser } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { onlyMethods } from './error-handler.js';

/**
 * GET and DELETE /api/users/:id/data: everything kept about a user, and its removal. A link with `?token=` that the
 * assistant gave the shopper opens the copy alone.
 */
export function userDataRoutes({ conversations, activityLog, shoppers, tokens, site }: AppDeps): Router {
  const router = Router();
  const path = '/api/users/:id/data';
  router.use(path, onlyMethods('GET', 'DELETE'));

  router.get(path, async (request, response) => {
    const { id } = request.params;
    const { token } = request.query;
    if (typeof token === 'string') {
      const verdict = tokens.verify(token, 'data');
      if (verdict.kind === 'expired') throw new YidaFault('token-expired', 'the link has expired');
      if (verdict.kind === 'refused' || verdict.binding.userId !== id)
        throw new YidaFault('unauthorised', 'not a link of ours');
    } else {
      requireUser(apiCaller(request, tokens, site), id);
    }
    const [profile, events, watched, wardrobe, kept, transcripts] = await Promise.all([
      shoppers.profile(id),
      shoppers.events(id),
      shoppers.watched(id),
      shoppers.wardrobe(id),
      conversations.conversationsOf(id),
      activityLog.conversationsOf(id),
    ]);
    response
      .set({ 'Cache-Control': 'no-store', 'Content-Disposition': 'attachment; filename="yida-data.json"' })
      .json({ userId: id, profile: profile ?? null, events, watched, wardrobe, conversations: kept, transcripts });
  });

  router.delete(path, async (request, response) => {
    const { id } = request.params;
    requireUser(apiCaller(request, tokens, site), id);
    response.json({ userId: id, erased: await shoppers.forget(id) });
  });

  return router;
}
