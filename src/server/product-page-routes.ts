import { Router } from 'express';
import { localeOf } from '../channels/access/request-locale.js';
import { baseOf } from '../channels/access/site.js';
import { withAbsoluteAddresses } from '../channels/rendering/absolute-address.js';
import { YidaFault } from '../domain/fault.js';
import type { AppDeps } from './app-deps.js';
import { onlyMethods } from './error-handler.js';
import { productPage } from './product-page.js';

/** GET /demo/garments/:id: the page a demo garment's `url` opens, in either language. */
export function productPageRoutes({ garments, wording, site }: AppDeps): Router {
  const router = Router();
  router.use('/demo/garments', onlyMethods('GET'));
  router.get('/demo/garments/:id', async (request, response) => {
    const garment = await garments.get(request.params.id);
    if (garment === undefined) throw new YidaFault('garment-not-found', 'no garment of this id');
    const base = baseOf(request, site);
    response
      .set({
        'Content-Security-Policy':
          // What the widget asks of any shop's page: its script, its connection, and pictures.
          `default-src 'none'; script-src 'self'; connect-src 'self' ${base.replace(/^http/, 'ws')}; style-src 'self'; img-src 'self' data: blob: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
        'Cache-Control': 'no-cache',
        Vary: 'Accept-Language',
      })
      .type('html')
      .send(productPage(withAbsoluteAddresses(garment, base), wording, localeOf(request)));
  });
  return router;
}
