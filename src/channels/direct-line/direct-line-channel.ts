import sharp from 'sharp';
import { z } from 'zod';
import { type Channel, type ChannelDeps, channelKind } from '../channel.js';
import { Conversations } from './conversations.js';
import { PhotoShelf } from './photo-shelf.js';
import { directLineRoutes } from './routes.js';
import { streamUpgrade } from './stream-upgrade.js';
import { Streams } from './streams.js';
import { TurnQueue } from './turn-queue.js';

/** Turns of one conversation that may wait; a person does not type faster than this is answered. */
const WAITING_TURNS = 20;

/** Direct Line 3.0, always on: the chat page and the widget stand on it. */
export const directLine = channelKind({
  name: 'direct-line',
  setup: { variables: [], path: '/v3/directline' },
  settings: z.object({}),
  create: (_settings, deps) => createDirectLine(deps),
});

export function createDirectLine(deps: ChannelDeps): Channel {
  const streams = new Streams(deps.activityLog);
  const shelf = new PhotoShelf(stripPicture);
  const queue = new TurnQueue(WAITING_TURNS);
  const conversations = new Conversations({ ...deps, streams, shelf, queue });
  const stream = streamUpgrade(streams, deps.tokens);
  return {
    name: 'direct-line',
    routes: directLineRoutes({ ...deps, conversations, shelf, queue }),
    upgrade: stream.upgrade,
    async start(base) {
      const count = await conversations.answerLeftovers(deps.site.publicUrl ?? base);
      if (count > 0) deps.log.info({ count }, 'answering what was heard before the last stop');
    },
    async close() {
      await queue.idle();
      stream.close();
    },
  };
}

/** A JPEG of the pixels alone, upright and small enough to show. */
async function stripPicture(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes, { limitInputPixels: 50_000_000, failOn: 'error' })
    .rotate()
    .resize({ width: 1024, height: 1024, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer();
}
