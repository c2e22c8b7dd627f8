import express, { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { YidaFault } from '../../domain/fault.js';
import type { ActivityLog } from '../../storage/activity-log.js';
import { type IncomingActivity, incomingActivitySchema } from '../access/incoming-activity.js';
import { localeOf } from '../access/request-locale.js';
import { baseOf, bearerOf, isApiKey, isOwnOrAllowedOrigin } from '../access/site.js';
import { callerIn, callerOf, type Guard } from './authorise.js';
import type { Conversations } from './conversations.js';
import { delivered } from './outgoing-activity.js';
import type { PhotoShelf } from './photo-shelf.js';
import { readUpload } from './read-upload.js';
import type { Room } from './room.js';
import type { TurnQueue } from './turn-queue.js';

export const TOKEN_SECONDS = 3600;
/** How long an address of a stream may wait to be opened. */
const STREAM_SECONDS = 60;
/** A photo as a data URL is a third longer than its bytes; one well over the limit is still read, to be answered. */
const BODY_LIMIT = '32mb';

export interface RoutesDeps extends Guard {
  readonly conversations: Conversations;
  readonly activityLog: ActivityLog;
  readonly shelf: PhotoShelf;
  readonly queue: TurnQueue;
  readonly randomId: () => string;
}

const startSchema = z.looseObject({
  user: z.looseObject({ id: z.string().min(1).max(200).optional() }).nullish(),
  locale: z.string().max(60).nullish(),
});

/** Direct Line 3.0 over HTTP. Faults are thrown; the server words them. */
export function directLineRoutes(deps: RoutesDeps): Router {
  const { conversations, activityLog, shelf, tokens, site, randomId, queue } = deps;
  const router = Router();
  const json = express.json({ limit: BODY_LIMIT, type: () => true });

  const granted = (binding: { conversationId: string; userId: string }) => ({
    conversationId: binding.conversationId,
    token: tokens.issue(binding, 'talk', TOKEN_SECONDS),
    expires_in: TOKEN_SECONDS,
  });

  const streamUrl = (room: Room, watermark: string) => {
    const token = tokens.issue(room, 'stream', STREAM_SECONDS);
    const address = new URL(`${room.base}/v3/directline/conversations/${room.conversationId}/stream`);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    if (watermark !== '') address.searchParams.set('watermark', watermark);
    address.searchParams.set('t', token);
    return address.href;
  };

  /** The conversation of the address, entered by who may. Throws not-found where it has ended. */
  const roomOf = async (request: Request<{ id: string }>): Promise<Room> => {
    const { id } = request.params;
    const caller = callerIn(id, request, deps);
    const conversation = await activityLog.conversation(id);
    if (conversation?.ended || (conversation === undefined && caller.kind === 'key')) {
      throw new YidaFault('not-found', 'the conversation has ended or never began');
    }
    const userId = caller.kind === 'token' ? caller.userId : (conversation?.userId ?? '');
    const room = { conversationId: id, userId, base: baseOf(request, site) };
    if (conversation === undefined) await conversations.enter(room, localeOf(request));
    return room;
  };

  const hear = async (room: Room, activity: IncomingActivity, files: Parameters<Conversations['hear']>[2] = []) => {
    if (!queue.hasRoom(room.conversationId)) throw new YidaFault('rate-limited', 'too many turns are waiting');
    const id = await conversations.hear(room, activity, files);
    if (activity.type === 'endOfConversation') await activityLog.end(room.conversationId);
    return { id };
  };

  router.post('/v3/directline/tokens/generate', json, (request, response) => {
    const byKey = isApiKey(bearerOf(request), site);
    const ownPage = isOwnOrAllowedOrigin(request.get('origin'), baseOf(request, site), site);
    if (site.production && !byKey && !ownPage) {
      throw new YidaFault('unauthorised', 'in production a token needs the key, or a page of an allowed origin');
    }
    const stated = parse(startSchema, request.body ?? {}).user?.id;
    const believed = byKey || !site.production ? stated : undefined;
    response.json(granted({ conversationId: randomId(), userId: believed ?? `dl_${randomId()}` }));
  });

  router.post('/v3/directline/tokens/refresh', (request, response) => {
    const caller = callerOf(request, deps);
    if (caller.kind === 'key') throw new YidaFault('bad-request', 'a key has no token', { values: { why: 'token' } });
    response.json(granted(caller));
  });

  router.post('/v3/directline/conversations', json, async (request, response) => {
    const caller = callerOf(request, deps);
    const start = parse(startSchema, request.body ?? {});
    const binding =
      caller.kind === 'token' ? caller : { conversationId: randomId(), userId: start.user?.id ?? `dl_${randomId()}` };
    const room = { conversationId: binding.conversationId, userId: binding.userId, base: baseOf(request, site) };
    const opened = await conversations.enter(room, localeOf(request, start.locale ?? undefined));
    response.status(opened === 'opened' ? 201 : 200).json({ ...granted(room), streamUrl: streamUrl(room, '') });
  });

  router.get('/v3/directline/conversations/:id', async (request: Request<{ id: string }>, response) => {
    const room = await roomOf(request);
    response.json({ ...granted(room), streamUrl: streamUrl(room, watermarkOf(request)) });
  });

  router.get('/v3/directline/conversations/:id/activities', async (request: Request<{ id: string }>, response) => {
    const room = await roomOf(request);
    const from = Number(watermarkOf(request) || 0);
    const entries = await activityLog.after(room.conversationId, from);
    response.set('Cache-Control', 'no-store').json({
      activities: entries.map((entry) => delivered(room.conversationId, entry)),
      watermark: String(entries.at(-1)?.sequence ?? from),
    });
  });

  router.post(
    '/v3/directline/conversations/:id/activities',
    checkFirst(deps),
    json,
    async (request: Request<{ id: string }>, response) => {
      const room = await roomOf(request);
      response.json(await hear(room, parse(incomingActivitySchema, request.body)));
    },
  );

  router.post(
    '/v3/directline/conversations/:id/upload',
    checkFirst(deps),
    async (request: Request<{ id: string }>, response) => {
      const upload = await readUpload(request);
      const room = await roomOf(request);
      const activity = upload.activity === undefined ? { type: 'message' } : parseJson(upload.activity);
      response.json(await hear(room, parse(incomingActivitySchema, activity), upload.files));
    },
  );

  router.get(
    '/v3/directline/conversations/:id/attachments/:photo',
    async (request: Request<{ id: string; photo: string }>, response) => {
      const { id, photo } = request.params;
      const token = typeof request.query.t === 'string' ? request.query.t : '';
      const verdict = tokens.verify(token, 'attachment');
      if (verdict.kind !== 'valid') throw new YidaFault('unauthorised', 'a photo needs its conversation’s token');
      if (verdict.binding.conversationId !== id) throw new YidaFault('forbidden', 'another conversation’s photo');
      const bytes = await shelf.read(photo, id);
      if (bytes === undefined) throw new YidaFault('not-found', 'the photo is gone');
      response.set({ 'Content-Type': 'image/jpeg', 'Cache-Control': 'no-store' }).send(Buffer.from(bytes));
    },
  );

  router.get('/v3/directline/session/getsessionid', (request, response) => {
    callerOf(request, deps);
    response.json({ sessionId: randomId() });
  });

  return router;
}

/** Nobody uploads megabytes before it is known that they may. */
function checkFirst(guard: Guard): RequestHandler<{ id: string }> {
  return (request, _response, next) => {
    callerIn(request.params.id, request as Request, guard);
    next();
  };
}

function watermarkOf(request: Request<{ id: string }>): string {
  const { watermark } = request.query;
  return typeof watermark === 'string' && /^\d{1,15}$/.test(watermark) ? watermark : '';
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const why = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ');
  throw new YidaFault('bad-request', why, { values: { why } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new YidaFault('bad-request', 'the activity is not JSON', { values: { why: 'activity' }, cause });
  }
}
