import { Router } from 'express';
import { apiCaller, requireUser } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { onlyMethods } from './error-handler.js';

/** GET and DELETE /api/users/:id/data: everything kept about a user, and its removal. */
export function userDataRoutes({ conversations, activityLog, tokens, site }: AppDeps): Router {
  const router = Router();
  const path = '/api/users/:id/data';
  router.use(path, onlyMethods('GET', 'DELETE'));

  router.get(path, async (request, response) => {
    const { id } = request.params;
    requireUser(apiCaller(request, tokens, site), id);
    const [kept, transcripts] = await Promise.all([conversations.conversationsOf(id), activityLog.conversationsOf(id)]);
    response
      .set({ 'Cache-Control': 'no-store', 'Content-Disposition': 'attachment; filename="yida-data.json"' })
      .json({ userId: id, conversations: kept, transcripts });
  });

  router.delete(path, async (request, response) => {
    const { id } = request.params;
    requireUser(apiCaller(request, tokens, site), id);
    const [erased, transcripts] = await Promise.all([conversations.forgetUser(id), activityLog.forgetUser(id)]);
    response.json({ userId: id, erased: { conversations: erased, transcripts } });
  });

  return router;
}
