import { randomBytes } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { YidaFault } from '../../domain/fault.js';
import { localeOf } from '../access/request-locale.js';
import { baseOf } from '../access/site.js';
import { type Channel, type ChannelDeps, channelKind } from '../channel.js';
import { chatPage } from './chat-page.js';
import { chatPagePolicy } from './page-policy.js';
import { widgetAssets } from './widget-assets.js';

/** The chat page at `/`, the same in a frame at `/chat`, and `/widget.js`, which puts that frame on a shop's page. */
export const widget = channelKind({
  name: 'widget',
  settings: z.object({}),
  create: (_settings, deps) => createWidget(deps),
});

export function createWidget({ wording, site, widgetFolder }: ChannelDeps): Channel {
  const assets = widgetAssets(widgetFolder);
  const router = Router();

  const page = (embedded: boolean) => async (request: Request, response: Response) => {
    const nonce = randomBytes(16).toString('base64');
    const [style, webChat, script] = await Promise.all(['chat.css', 'webchat.js', 'chat.js'].map(assets.address));
    if (style === undefined || webChat === undefined || script === undefined) {
      throw new YidaFault('internal', 'the widget is not built');
    }
    // Locally any page of this machine may try the widget; elsewhere the merchant says which may.
    const framedBy = embedded
      ? [...site.allowedOrigins, ...(site.production ? [] : ['http://localhost:*', 'http://127.0.0.1:*'])]
      : [];
    response.removeHeader('X-Frame-Options');
    response
      .set({
        'Content-Security-Policy': chatPagePolicy({ nonce, base: baseOf(request, site), framedBy }),
        'Cache-Control': 'no-cache',
        Vary: 'Accept-Language',
      })
      .type('html')
      .send(
        chatPage(
          { locale: localeOf(request), nonce, embedded, addresses: { style, webChat, script } },
          wording.messages,
        ),
      );
  };

  router.get('/', page(false));
  router.get('/chat', page(true));
  router.get('/chat/photo-not-kept.svg', (request, response) => sendAsset('photo-not-kept.svg', request, response));
  router.get('/widget.js', (request, response) => sendAsset('widget.js', request, response));
  router.get('/widget/:name', (request, response) => sendAsset(request.params.name, request, response));

  async function sendAsset(name: string, request: Request, response: Response): Promise<void> {
    if (!(await assets.send(name, request, response))) throw new YidaFault('not-found', 'no such file');
  }

  return { name: 'widget', routes: router, close: async () => {} };
}
