import express, { type Request, Router } from 'express';
import { z } from 'zod';
import { YidaFault } from '../../domain/fault.js';
import { answerMcp } from '../access/answer-mcp.js';
import { localeOf } from '../access/request-locale.js';
import { baseOf, bearerOf, isApiKey, type Site } from '../access/site.js';
import { type Channel, type ChannelDeps, channelKind } from '../channel.js';
import { createShopServer } from './shop-server.js';

/**
 * `/mcp`: the shop's tools for agents over streamable HTTP (Model Context Protocol, 2025-03-26 and later), without
 * sessions: every request stands alone, so any process can answer it. In production it takes YIDA_API_KEY as a bearer
 * token.
 */
export const mcp = channelKind({
  name: 'mcp',
  setup: { variables: [], path: '/mcp' },
  settings: z.object({}),
  create: (_settings, deps) => createMcp(deps),
});

export function createMcp(deps: ChannelDeps): Channel {
  const router = Router();
  // A photo in base64 is a third longer than its bytes.
  router.post('/mcp', express.json({ limit: '32mb' }), async (request, response) => {
    mayCall(request, deps.site);
    const { wording, boardAddress } = deps;
    const server = createShopServer({
      counter: deps.counter,
      shoppers: deps.shoppers,
      rendering: { wording, base: baseOf(request, deps.site), ...(boardAddress ? { boardAddress } : {}) },
      locale: localeOf(request),
      version: deps.version,
      onFailure: (tool, fault) => deps.log.error({ err: fault, tool }, 'a tool failed'),
    });
    await answerMcp(server, request, response);
  });
  // Without sessions there is no stream to listen to and none to end.
  router.all('/mcp', (request, response, next) => {
    mayCall(request, deps.site);
    response.set('Allow', 'POST');
    next(new YidaFault('method-not-allowed', '/mcp has POST'));
  });
  return { name: 'mcp', routes: router, close: async () => {} };
}

function mayCall(request: Request, site: Site): void {
  const credential = bearerOf(request);
  if (isApiKey(credential, site) || (credential === undefined && !site.production)) return;
  throw new YidaFault('unauthorised', 'the key is needed');
}
