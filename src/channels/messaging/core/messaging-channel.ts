import { type Request, Router } from 'express';
import type { InboxMessage } from '../../../storage/inbox-store.js';
import { onlyGetAndPost, rawBody } from '../../access/webhook-route.js';
import type { Channel, ChannelDeps } from '../../channel.js';
import { renderReply } from '../../rendering/render-reply.js';
import { type AnswerDependencies, answerMessage, apologise, partsOf } from './answer-message.js';
import { createInboxWriter } from './inbox-writer.js';
import type { IncomingMessage, MessagingApp, WebhookRequest } from './messaging-app.js';
import { createMessagingDesk } from './messaging-desk.js';
import { createNoticeDesk } from './notice-desk.js';
import { pictureAddress } from './picture-address.js';
import { createSentCards } from './sent-cards.js';

/** How long things are waited for, in milliseconds. */
export interface MessagingTiming {
  /** For the further pictures of an album. */
  readonly albumWaitMs: number;
  /** Before a call that failed is made again; doubled at every further failure. */
  readonly firstWaitMs: number;
}

const TIMING: MessagingTiming = { albumWaitMs: 1_200, firstWaitMs: 1_000 };

/** Where a platform posts to. */
export function webhookPath(app: string): string {
  return `/messaging/${app}`;
}

/** A messaging app as a channel: verify, keep, acknowledge; then answer from the inbox. */
export function createMessagingChannel(app: MessagingApp, deps: ChannelDeps, timing = TIMING): Channel {
  const { inbox, log, now, site, wording, boardAddress, takeTurn } = deps;
  let base = site.publicUrl ?? '';
  const answering = (): AnswerDependencies => ({
    app,
    takeTurn,
    inbox,
    wording,
    ...(boardAddress === undefined ? {} : { boardAddress }),
    ...(deps.speech.recogniser === undefined ? {} : { recogniser: deps.speech.recogniser }),
    base,
    pictureAt: (address) => {
      const { callsLoopback } = deps;
      return pictureAddress(address, { base, callsLoopback, withoutWebp: app.withoutWebp === true });
    },
    now,
  });
  const cards = createSentCards(app.name, inbox, now);
  const writer = createInboxWriter(inbox, { now, albumWaitMs: timing.albumWaitMs });
  const desk = createMessagingDesk({
    app,
    inbox,
    async finished(sequences) {
      await writer.write({ finished: sequences });
    },
    answer: (waiting, album) => answerMessage(waiting, album, answering()),
    async answered(waiting) {
      const { to: address } = waiting.body as IncomingMessage;
      const reach = { address, heardAt: waiting.receivedAt };
      await deps.watches.noteReach(app.name, waiting.conversation, waiting.userId, reach);
    },
    taken: cards.note,
    apology: (waiting) => apologise(waiting, answering()),
    log,
    ready: deps.ready,
    now,
    firstWaitMs: timing.firstWaitMs,
  });
  const notices = createNoticeDesk({
    ...deps,
    app,
    partsOf: (reply) => partsOf(renderReply(reply, answering()), answering()),
    async deliver(message) {
      desk.received(await writer.write({ received: [message] }));
    },
  });
  const router = Router();
  const path = webhookPath(app.name);
  const receive = async (request: Request) => {
    const { acknowledgement, held, messages, reports = [] } = app.receive(webhookRequest(request));
    for (const { message, why } of reports)
      log.error({ app: app.name, message, why }, 'the platform reports that something was not delivered');
    const instead = await Promise.all(reports.map((report) => cards.instead(report)));
    const received = [
      ...messages.map((message) => kept(app.name, message)),
      ...instead.flatMap((message) => message ?? []),
    ];
    if (received.length > 0) {
      // It is worked on at once; acknowledged it is when no power cut can take it any more.
      desk.received(await writer.write({ received }));
      if (messages.some(({ album }) => album !== undefined)) desk.wake(timing.albumWaitMs);
      await inbox.settled();
    }
    return held ?? acknowledgement;
  };
  router.all(path, onlyGetAndPost, ...rawBody(), async (request, response) => {
    const acknowledgement = await receive(request);
    response.type(acknowledgement?.type ?? 'text/plain').send(acknowledgement?.body ?? '');
  });
  return {
    name: app.name,
    notifies: (app.noticeWindowMs ?? app.windowMs) > 0,
    routes: router,
    async start(listeningAt) {
      base = site.publicUrl ?? listeningAt;
      desk.wake();
      notices.start();
    },
    async close() {
      await notices.close();
      await desk.close();
    },
  };
}

function kept(app: string, message: IncomingMessage): InboxMessage {
  const { id, conversation, user, album } = message;
  return {
    app,
    id,
    conversation,
    userId: `${app}:${user}`,
    ...(album === undefined ? {} : { album }),
    body: message,
  };
}

function webhookRequest(request: Request): WebhookRequest {
  const query = Object.fromEntries(
    Object.entries(request.query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return {
    method: request.method === 'GET' ? 'GET' : 'POST',
    query,
    header: (name) => request.get(name),
    body: request.body,
  };
}
