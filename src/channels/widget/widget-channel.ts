import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { YidaFault } from '../../domain/fault.js';
import { localeOf } from '../access/request-locale.js';
import { baseOf } from '../access/site.js';
import { type Channel, type ChannelDeps, channelKind } from '../channel.js';
import { chatPage } from './chat-page.js';
import { chatPagePolicy } from './page-policy.js';
import { widgetAssets } from './widget-assets.js';

/** `/widget.js`, which puts the talk on a shop's page, and the chat page at `/`, which is the same talk on its own. */
export const widget = channelKind({
  name: 'widget',
  setup: { variables: [], path: '/widget.js' },
  settings: z.object({}),
  create: (_settings, deps) => createWidget(deps),
});

export function createWidget({ wording, site, widgetFolder }: ChannelDeps): Channel {
  const assets = widgetAssets(widgetFolder);
  const router = Router();

  router.get('/', async (request, response) => {
    const [style, panel] = await Promise.all([assets.address('page.css'), assets.address('panel.js')]);
    response.removeHeader('X-Frame-Options');
    response
      .set({
        'Content-Security-Policy': chatPagePolicy(baseOf(request, site)),
        'Cache-Control': 'no-cache',
        Vary: 'Accept-Language',
      })
      .type('html')
      .send(chatPage({ locale: localeOf(request), addresses: { style, panel } }, wording.messages));
  });
  router.get('/chat/photo-not-kept.svg', (request, response) => sendAsset('photo-not-kept.svg', request, response));
  router.get('/widget.js', (request, response) => sendAsset('widget.js', request, response));
  router.get('/widget/:name', (request, response) => sendAsset(request.params.name, request, response));

  async function sendAsset(name: string, request: Request, response: Response): Promise<void> {
    if (!(await assets.send(name, request, response))) throw new YidaFault('not-found', 'no such file');
  }

  return { name: 'widget', routes: router, close: async () => {} };
}
