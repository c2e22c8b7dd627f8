import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { isLoopbackName } from '../channels/access/loopback.js';
import { bearerOf, isApiKey, type Site } from '../channels/access/site.js';
import { YidaFault } from '../domain/fault.js';
import { routeOf } from './request-log.js';

/** Seconds: a text turn aims under 40 ms, a photo turn under 120 ms. */
const BUCKETS = [0.005, 0.01, 0.02, 0.04, 0.08, 0.12, 0.25, 0.5, 1, 2.5, 10];

export interface Metrics {
  readonly registry: Registry;
  readonly observe: RequestHandler;
  readonly route: RequestHandler;
}

/** Prometheus figures of this process and of its requests by route. `clock` in milliseconds. */
export function createMetrics(site: Site, clock: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'yida_http_request_seconds',
    help: 'Seconds a request took, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    registry,
    observe(request, response, next) {
      const started = clock();
      response.on('finish', () => {
        const labels = { route: routeOf(request), method: request.method, status: String(response.statusCode) };
        seconds.observe(labels, (clock() - started) / 1000);
      });
      next();
    },
    async route(request, response) {
      // How busy a shop is is the merchant's business: in production the figures are for the key or this machine.
      if (site.production && !isApiKey(bearerOf(request), site) && !isLoopbackName(request.ip)) {
        throw new YidaFault('unauthorised', 'metrics need the key');
      }
      response.type(registry.contentType).send(await registry.metrics());
    },
  };
}
