import { createHash } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { type Database, unhurried } from './database.js';
import type { InboxMessage, InboxStore, WaitingMessage } from './inbox-store.js';
import type { Schema } from './schema.js';

/** The inbox in SQL, beside the conversations it feeds. */
export function createInboxStore(db: Database): InboxStore {
  return {
    commit({ received, finished }, at, albumWait) {
      const write = async (transaction: Transaction<Schema>) => {
        if (finished.length > 0)
          await transaction.deleteFrom('inbox_message').where('sequence', 'in', finished).execute();
        for (const message of received) {
          const seen = await transaction
            .insertInto('inbox_seen')
            .values({ app: message.app, message_id: message.id, at })
            .onConflict((on) => on.columns(['app', 'message_id']).doNothing())
            .returning('sequence')
            .executeTakeFirst();
          if (seen === undefined) continue;
          await transaction
            .insertInto('inbox_message')
            .values({
              ...rowOf(message),
              sequence: seen.sequence,
              received_at: at,
              next_at: at + waitOf(message, albumWait),
            })
            .execute();
        }
      };
      // What was answered may be answered again after a power cut; what was received must be there.
      return received.length === 0 ? unhurried(db, write) : db.transaction().execute(write);
    },

    async due(app, now, limit, busy) {
      const rows = await heads(db, app)
        .selectAll()
        .where('next_at', '<=', now)
        .orderBy('sequence')
        .limit(limit + busy.length)
        .execute();
      const taken = new Set(busy);
      return rows
        .map(messageOf)
        .filter(({ conversation }) => !taken.has(conversation))
        .slice(0, limit);
    },

    async album({ app, conversation, album, sequence }) {
      if (album === undefined) return [];
      const rows = await db
        .selectFrom('inbox_message')
        .selectAll()
        .where('app', '=', app)
        .where('conversation', '=', conversation)
        .where('failed', '=', 0)
        .where('album', '=', album)
        .where('sequence', '!=', sequence)
        .where('parts', 'is', null)
        .orderBy('sequence')
        .execute();
      return rows.map(messageOf);
    },

    postpone: ({ sequence, attempts, sent }, nextAt, progress) =>
      db.transaction().execute(async (transaction) => {
        // A call that was taken means that the platform is back: the next failure is a first one.
        const again = progress !== undefined && progress.sent > sent ? 1 : attempts + 1;
        await transaction
          .updateTable('inbox_message')
          .set({
            next_at: nextAt,
            attempts: again,
            ...(progress === undefined ? {} : { parts: JSON.stringify(progress.parts), sent: progress.sent }),
          })
          .where('sequence', '=', sequence)
          .execute();
        const others = (progress?.album ?? []).map((message) => message.sequence);
        if (others.length > 0) await transaction.deleteFrom('inbox_message').where('sequence', 'in', others).execute();
      }),

    async fail(sequence) {
      await db.updateTable('inbox_message').set({ failed: 1 }).where('sequence', '=', sequence).execute();
    },

    async nextAt(app) {
      const row = await heads(db, app)
        .select((column) => column.fn.min('next_at').as('next'))
        .executeTakeFirst();
      return row === undefined || row.next === null ? undefined : Number(row.next);
    },

    async counts(app) {
      const rows = await db
        .selectFrom('inbox_message')
        .select((column) => ['failed', column.fn.countAll().as('count')])
        .where('app', '=', app)
        .groupBy('failed')
        .execute();
      const count = (failed: number) => Number(rows.find((row) => row.failed === failed)?.count ?? 0);
      return { waiting: count(0), failed: count(1) };
    },

    async keepAction(action, at) {
      const text = JSON.stringify(action);
      // The same action has the same code, however often its card is shown.
      const code = createHash('sha256').update(text).digest('base64url').slice(0, 22);
      await db
        .insertInto('button')
        .values({ code, action: text, at })
        .onConflict((on) => on.column('code').doUpdateSet({ at }))
        .execute();
      return code;
    },

    async action(code) {
      const row = await db.selectFrom('button').select('action').where('code', '=', code).executeTakeFirst();
      return row && JSON.parse(row.action);
    },

    prune: (olderThan) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('inbox_message').where('received_at', '<', olderThan).execute();
        await transaction.deleteFrom('inbox_seen').where('at', '<', olderThan).execute();
        await transaction.deleteFrom('button').where('at', '<', olderThan).execute();
      }),
  };
}

/** The first waiting message of each conversation. */
function heads(db: Database, app: string) {
  return db
    .selectFrom('inbox_message as waiting')
    .where('app', '=', app)
    .where('failed', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('inbox_message as earlier')
            .select('earlier.sequence')
            .where('earlier.app', '=', app)
            .whereRef('earlier.conversation', '=', 'waiting.conversation')
            .where('earlier.failed', '=', 0)
            .whereRef('earlier.sequence', '<', 'waiting.sequence'),
        ),
      ),
    );
}

function waitOf({ album }: InboxMessage, albumWait: number): number {
  return album === undefined ? 0 : albumWait;
}

function rowOf({ app, id, conversation, userId, album, body, parts }: InboxMessage) {
  return {
    app,
    message_id: id,
    conversation,
    user_id: userId,
    album: album ?? null,
    body: JSON.stringify(body),
    parts: parts === undefined ? null : JSON.stringify(parts),
    sent: 0,
    failed: 0,
    attempts: 0,
  };
}

function messageOf(row: Selectable<Schema['inbox_message']>): WaitingMessage {
  return {
    sequence: row.sequence,
    app: row.app,
    id: row.message_id,
    conversation: row.conversation,
    userId: row.user_id,
    ...(row.album === null ? {} : { album: row.album }),
    body: JSON.parse(row.body),
    parts: row.parts === null ? undefined : JSON.parse(row.parts),
    sent: row.sent,
    attempts: row.attempts,
    receivedAt: Number(row.received_at),
  };
}
