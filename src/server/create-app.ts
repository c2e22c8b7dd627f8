import express, { type Express } from 'express';
import { crossOrigin } from '../channels/access/cross-origin.js';
import { YidaFault } from '../domain/fault.js';
import type { AppDeps } from './app-deps.js';
import { errorHandler, onlyMethods, unknownPath } from './error-handler.js';
import { eventsRoute } from './events-route.js';
import { refuseForeignCallers } from './foreign-callers.js';
import { garmentRoutes } from './garments-route.js';
import { healthRoutes } from './health-routes.js';
import { createMetrics } from './metrics.js';
import { openApi } from './open-api.js';
import { outfitsRoute } from './outfits-route.js';
import { pictureRoutes } from './picture-routes.js';
import { productPageRoutes } from './product-page-routes.js';
import { limitRate } from './rate-limits.js';
import { requestId } from './request-id.js';
import { requestLog } from './request-log.js';
import { searchRoute } from './search-route.js';
import { securityHeaders } from './security-headers.js';
import { tagRoute } from './tag-route.js';
import { turnsRoute } from './turns-route.js';
import { userDataRoutes } from './user-data-route.js';
import { wardrobeRoutes } from './wardrobe-routes.js';

/**
 * The express app: security first, then health, pictures, the REST API and every channel's routes. What no
 * route answers, and whatever is thrown, becomes problem details.
 */
export function createApp(deps: AppDeps): Express {
  const { site, log, clock } = deps;
  const app = express();
  const metrics = createMetrics(site, clock);
  app.disable('x-powered-by');
  app.set('etag', 'strong');
  if (deps.trustProxy !== undefined) app.set('trust proxy', deps.trustProxy);

  app.use(requestId(deps.randomId), requestLog(log, clock), metrics.observe, securityHeaders());
  app.use(healthRoutes(deps));
  app.use(refuseForeignCallers(site));
  app.all('/metrics', onlyMethods('GET'), metrics.route);
  app.use(pictureRoutes(deps.pictures, deps.pictureFolder));
  app.use(productPageRoutes(deps));
  app.use(['/api', '/v3'], crossOrigin(site));
  // A voice platform calls for all its users from a few addresses: what it sends is signed, not counted.
  app.use(['/api', '/v3', '/mcp', '/ucp'], limitRate(site, { perMinute: deps.requestsPerMinute }));
  app.use(['/api', '/v3', '/mcp', '/voice', '/ucp'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    if (deps.ready()) next();
    else {
      response.set('Retry-After', '2');
      next(new YidaFault('not-ready', 'the models or the first catalogue are not there yet'));
    }
  });
  app.all('/openapi.json', onlyMethods('GET'), (_request, response) => {
    response.json(openApi(deps.version));
  });
  app.all('/api/turns', onlyMethods('POST'), turnsRoute(deps));
  app.all('/api/search', onlyMethods('POST'), searchRoute(deps));
  app.all('/api/outfits', onlyMethods('POST'), outfitsRoute(deps));
  app.all('/api/tag', onlyMethods('POST'), tagRoute(deps));
  app.all('/api/events', onlyMethods('POST'), eventsRoute(deps));
  app.use(garmentRoutes(deps), userDataRoutes(deps), wardrobeRoutes(deps));
  for (const channel of deps.channels) if (channel.routes !== undefined) app.use(channel.routes);
  app.use(unknownPath, errorHandler(deps.wording.messages, log));
  return app;
}
