import type { Logger } from 'pino';
import type { GarmentStore } from '../../../catalog/garment-store.js';
import { inStock } from '../../../domain/garment.js';
import type { Reply } from '../../../domain/reply.js';
import type { InboxMessage } from '../../../storage/inbox-store.js';
import type { Watch, WatchStore } from '../../../storage/watch-store.js';
import type { IncomingMessage, JsonObject, MessagingApp, Part } from './messaging-app.js';
import { newsOf, noticeReply, toldOf } from './notices.js';
import { isQuiet, type QuietHours } from './quiet-hours.js';

export interface NoticeDependencies {
  readonly app: Pick<MessagingApp, 'name' | 'windowMs' | 'noticeWindowMs'>;
  readonly watches: WatchStore;
  readonly garments: Pick<GarmentStore, 'getMany'>;
  readonly quiet: QuietHours;
  /** A reply as calls of the app. */
  readonly partsOf: (reply: Reply) => Promise<readonly Part[]>;
  /** Puts a finished answer into the inbox, which delivers it. */
  readonly deliver: (message: InboxMessage) => Promise<void>;
  readonly log: Pick<Logger, 'error'>;
  readonly ready: () => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface NoticeDesk {
  /** Looks through all watches once; resolves when what is news is in the inbox. */
  look(): Promise<void>;
  /** Looks now and then on its own; `close` stops it. */
  start(): void;
  close(): Promise<void>;
}

const EVERY_MS = 300_000;
/** One notice a day, however much there is to tell. */
const BETWEEN_MS = 24 * 3_600_000;
const USERS_AT_ONCE = 100;

/**
 * Compares what shoppers asked to hear of with the catalogue, and writes to them: outside the quiet hours, once a day at
 * most, and only while the platform lets a shop write first.
 */
export function createNoticeDesk(deps: NoticeDependencies): NoticeDesk {
  const { app, watches, now, log } = deps;
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const lookThrough = async (): Promise<void> => {
    if (!deps.ready() || isQuiet(now(), deps.quiet)) return;
    let after = '';
    for (;;) {
      const users = await watches.users(app.name, after, USERS_AT_ONCE);
      for (const user of users)
        await tell(user).catch((error: unknown) => log.error({ err: error, app: app.name }, 'a notice'));
      after = users.at(-1) ?? '';
      if (users.length < USERS_AT_ONCE) return;
    }
  };

  const tell = async (userId: string): Promise<void> => {
    const ours = (await watches.ofUser(userId)).filter((watch) => watch.app === app.name);
    const rows = await deps.garments.getMany(ours.map(({ garmentId }) => garmentId));
    const garments = new Map(rows.map((row) => [row.id, row]));
    const news = ours.flatMap((watch) => {
      const garment = garments.get(watch.garmentId);
      return (garment && newsOf(watch, garment)) ?? [];
    });
    for (const watch of ours) {
      const garment = garments.get(watch.garmentId);
      // Sold out since: from now on "back" is the news.
      if (garment && watch.available && !inStock(garment, watch.size))
        await watches.update(userId, watch.garmentId, { price: watch.price, available: false });
    }
    const [first] = news;
    if (first === undefined || toldLately(ours)) return;
    const { conversation, locale } = first.watch;
    const reach = await watches.reach(app.name, conversation);
    if (reach === undefined || now() - reach.heardAt > (app.noticeWindowMs ?? app.windowMs)) return;
    const at = now();
    await deps.deliver({
      app: app.name,
      id: `notice:${userId}:${at}`,
      // A line of its own: a notice that has to wait holds up no answer.
      conversation: `notice:${conversation}`,
      userId,
      body: {
        id: `notice:${at}`,
        conversation,
        user: userId,
        to: { ...(reach.address as JsonObject), notice: true },
      } satisfies IncomingMessage,
      parts: await deps.partsOf(noticeReply(news, locale)),
    });
    for (const { watch, garment } of toldOf(news)) {
      const price = garment.price ?? undefined;
      await watches.update(userId, watch.garmentId, { price, available: true, toldAt: at });
    }
  };

  const toldLately = (ours: readonly Watch[]): boolean =>
    ours.some(({ toldAt }) => toldAt !== undefined && now() - toldAt < BETWEEN_MS);

  const look = () => {
    looking ??= lookThrough()
      .catch((error: unknown) => log.error({ err: error, app: app.name }, 'notices'))
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  return {
    look,
    start() {
      timer = setInterval(() => void look(), EVERY_MS);
      timer.unref();
    },
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}
