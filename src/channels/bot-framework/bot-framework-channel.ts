import express, { type RequestHandler, Router } from 'express';
import { YidaFault } from '../../domain/fault.js';
import { baseOf } from '../access/site.js';
import { type Channel, type ChannelDeps, channelKind } from '../channel.js';
import { answerWays, type Inbound } from './answer-way.js';
import type { Bot } from './bot.js';
import { type BotFrameworkSettings, botFrameworkSettings } from './settings.js';

/** `POST /api/messages`: Teams and every other channel of the Bot Framework; in production only with credentials. */
export const botFramework = channelKind({
  name: 'bot-framework',
  setup: { variables: ['MicrosoftAppId', 'MicrosoftAppPassword'], path: '/api/messages' },
  settings: botFrameworkSettings,
  create: createBotFramework,
});

export function createBotFramework(settings: BotFrameworkSettings, deps: ChannelDeps): Channel | undefined {
  if (deps.site.production && settings.MicrosoftAppId === undefined) return undefined;
  let bot: Promise<Bot> | undefined;
  // botbuilder is loaded with the first message: it weighs more than all the rest of the edge.
  const openBot = () => {
    bot ??= import('./bot.js').then(({ createBot }) => createBot(settings, deps));
    return bot;
  };
  const router = Router();
  router.post('/api/messages', express.json({ limit: '24mb' }), guardAnswers(settings), async (request, response) => {
    await (await openBot()).process(request, response, baseOf(request, deps.site));
  });
  router.all('/api/messages', (request, response) => {
    response.set('Allow', 'POST');
    throw new YidaFault('method-not-allowed', `${request.method} /api/messages`);
  });
  return {
    name: 'bot-framework',
    routes: router,
    async close() {
      await (await bot)?.idle();
    },
  };
}

/**
 * Without an app id the adapter believes anybody, and would send its answer wherever the request says.
 * Then answers go back in the response; with the flag also to an Emulator on this machine.
 */
function guardAnswers(settings: BotFrameworkSettings): RequestHandler {
  return (request, _response, next) => {
    if (settings.MicrosoftAppId !== undefined) {
      next();
      return;
    }
    const activity = request.body as Inbound;
    const way = answerWays(activity, settings.YIDA_ALLOW_EMULATOR);
    // The body stands for the activity from here on; the adapter needs a service address and must not use it.
    if (way === 'in-response') {
      request.body = { ...activity, deliveryMode: 'expectReplies', serviceUrl: 'https://in-response.invalid' };
    }
    next();
  };
}
