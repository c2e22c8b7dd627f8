import { Router } from 'express';
import { YidaFault } from '../domain/fault.js';
import type { AppDeps } from './app-deps.js';
import { onlyMethods } from './error-handler.js';

/** GET /healthz (the process answers) and /readyz (models loaded, first catalogue imported). */
export function healthRoutes({ ready, garments, encoder, version }: AppDeps): Router {
  const router = Router();
  router.use(['/healthz', '/readyz'], onlyMethods('GET'));
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'alive', version });
  });
  router.get('/readyz', async (_request, response) => {
    if (!ready()) {
      response.set('Retry-After', '2');
      throw new YidaFault('not-ready', 'the models or the first catalogue are not there yet');
    }
    response
      .set('Cache-Control', 'no-store')
      .json({ status: 'ready', garments: await garments.count(), model: encoder.modelId });
  });
  return router;
}
