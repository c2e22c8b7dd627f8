import type { RequestHandler } from 'express';
import { localeOf } from '../channels/access/request-locale.js';
import { baseOf } from '../channels/access/site.js';
import { renderReply } from '../channels/rendering/render-reply.js';
import { YidaFault } from '../domain/fault.js';
import type { ShopperTurn } from '../domain/turn.js';
import { type ApiCaller, apiCaller, userOf } from './api-caller.js';
import type { AppDeps } from './app-deps.js';
import { check, readRequest } from './read-request.js';
import { turnRequestSchema } from './request-schemas.js';

/** Longer texts are cut: the answer to 20,000 characters is that this is too long. */
const LONGEST_TEXT = 20_000;

/** POST /api/turns: one turn of a conversation; a photo that cannot be used is answered, not refused. */
export function turnsRoute(deps: AppDeps): RequestHandler {
  const { takeTurn, tokens, site, wording, boardAddress, randomId } = deps;
  return async (request, response) => {
    const caller = apiCaller(request, tokens, site);
    const { fields, photos } = await readRequest(request, response);
    const asked = check(turnRequestSchema, fields);
    const conversationId = conversationOf(caller, asked.conversationId) ?? randomId();
    const userId = userOf(caller, asked.userId);
    const turn: ShopperTurn = {
      photos: photos.map((bytes) => ({ bytes })),
      locale: asked.locale ?? localeOf(request),
      ...(asked.text === undefined ? {} : { text: asked.text.slice(0, LONGEST_TEXT) }),
      ...(asked.action === undefined ? {} : { action: asked.action }),
    };
    const answer = await takeTurn({
      conversationId,
      activityId: asked.activityId ?? randomId(),
      turn,
      ...(userId === undefined ? {} : { userId }),
    });
    const rendering = { wording, base: baseOf(request, site), ...(boardAddress === undefined ? {} : { boardAddress }) };
    response.json({ conversationId: answer.conversationId, reply: renderReply(answer.reply, rendering) });
  };
}

/** A shopper's token is bound to one conversation; others may name one, or get a new one. */
function conversationOf(caller: ApiCaller, stated: string | undefined): string | undefined {
  if (caller.kind !== 'shopper') return stated;
  if (stated !== undefined && stated !== caller.conversationId) {
    throw new YidaFault('forbidden', 'the token is bound to another conversation');
  }
  return caller.conversationId;
}
