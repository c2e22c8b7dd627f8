import { createHash } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { type Database, settled, unhurried } from './database.js';
import type { InboxMessage, InboxStore, WaitingMessage } from './inbox-store.js';
import { runSql } from './run-sql.js';
import type { Schema } from './schema.js';

/** The inbox in SQL, beside the conversations it feeds. */
export function createInboxStore(db: Database): InboxStore {
  return {
    commit: ({ received, finished }, at, albumWait) =>
      unhurried(db, async (transaction) => {
        if (finished.length > 0) await drop(transaction, finished);
        const fresh: WaitingMessage[] = [];
        for (let start = 0; start < received.length; start += ROWS_A_STATEMENT)
          fresh.push(...(await keep(transaction, received.slice(start, start + ROWS_A_STATEMENT), at, albumWait)));
        return fresh;
      }),

    settled: () => settled(db),

    async due(app, now, limit, busy) {
      const { rows } = await runSql<Row>(db, `select * from ${HEADS} and next_at <= ? order by sequence limit ?`, [
        ...[app, app],
        now,
        limit + busy.length,
      ]);
      const taken = new Set(busy);
      return rows
        .filter(({ conversation }) => !taken.has(conversation))
        .slice(0, limit)
        .map(messageOf);
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
      unhurried(db, async (transaction) => {
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
        if (others.length > 0) await drop(transaction, others);
      }),

    fail: (sequence) =>
      unhurried(db, async (transaction) => {
        await transaction.updateTable('inbox_message').set({ failed: 1 }).where('sequence', '=', sequence).execute();
      }),

    async nextAt(app) {
      const { rows } = await runSql<{ next: number | null }>(db, `select min(next_at) as next from ${HEADS}`, [
        ...[app, app],
      ]);
      const next = rows[0]?.next ?? null;
      return next === null ? undefined : Number(next);
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

    async keepActions(actions, at) {
      // The same action has the same code, however often its card is shown.
      const rows = actions.map((action) => {
        const text = JSON.stringify(action);
        return { code: createHash('sha256').update(text).digest('base64url').slice(0, 22), action: text, at };
      });
      if (rows.length > 0)
        await unhurried(db, (transaction) =>
          transaction
            .insertInto('button')
            .values(rows)
            .onConflict((on) => on.column('code').doUpdateSet({ at }))
            .execute(),
        );
      return rows.map(({ code }) => code);
    },

    async action(code) {
      const row = await db.selectFrom('button').select('action').where('code', '=', code).executeTakeFirst();
      return row && JSON.parse(row.action);
    },

    keepCard: (card, instead, { at, until }) =>
      unhurried(db, async (transaction) => {
        const row = { user_id: instead.userId, instead: JSON.stringify(instead), until };
        await transaction.deleteFrom('sent_card').where('until', '<', at).execute();
        await transaction
          .insertInto('sent_card')
          .values({ app: instead.app, card, ...row })
          .onConflict((on) => on.columns(['app', 'card']).doUpdateSet(row))
          .execute();
      }),

    async cardInstead(app, card, now) {
      const row = await db
        .selectFrom('sent_card')
        .select('instead')
        .where('app', '=', app)
        .where('card', '=', card)
        .where('until', '>=', now)
        .executeTakeFirst();
      return row && (JSON.parse(row.instead) as InboxMessage);
    },

    prune: (olderThan) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('inbox_message').where('received_at', '<', olderThan).execute();
        await transaction.deleteFrom('inbox_seen').where('at', '<', olderThan).execute();
        await transaction.deleteFrom('button').where('at', '<', olderThan).execute();
        await transaction.deleteFrom('sent_card').where('until', '<', olderThan).execute();
      }),
  };
}

type Row = Selectable<Schema['inbox_message']>;

/** SQLite binds 32,766 values a statement. */
const ROWS_A_STATEMENT = 500;

/** The first waiting message of each conversation of an app, which is to be named twice. */
const HEADS = `inbox_message as waiting where app = ? and failed = 0 and not exists (
  select 1 from inbox_message as earlier where earlier.app = ? and earlier.conversation = waiting.conversation
    and earlier.failed = 0 and earlier.sequence < waiting.sequence)`;

/** So many rows of so many values, as question marks. */
function marks(rows: number, values: number): string {
  const row = `(${Array(values).fill('?').join(', ')})`;
  return Array(rows).fill(row).join(', ');
}

async function drop(transaction: Transaction<Schema>, sequences: readonly number[]): Promise<void> {
  await runSql(transaction, `delete from inbox_message where sequence in ${marks(1, sequences.length)}`, sequences);
}

async function keep(
  transaction: Transaction<Schema>,
  received: readonly InboxMessage[],
  at: number,
  albumWait: number,
): Promise<WaitingMessage[]> {
  const { rows } = await runSql<{ app: string; message_id: string; sequence: number }>(
    transaction,
    `insert into inbox_seen (app, message_id, at) values ${marks(received.length, 3)}
      on conflict (app, message_id) do nothing returning app, message_id, sequence`,
    received.flatMap(({ app, id }) => [app, id, at]),
  );
  const fresh = rows.flatMap(({ app, message_id, sequence }): WaitingMessage[] => {
    const message = received.find((one) => one.app === app && one.id === message_id);
    return message === undefined
      ? []
      : [{ ...message, parts: message.parts, sequence, sent: 0, attempts: 0, receivedAt: at }];
  });
  if (fresh.length === 0) return fresh;
  await runSql(
    transaction,
    `insert into inbox_message (sequence, app, message_id, conversation, user_id, album, body, parts, received_at,
      next_at, sent, failed, attempts) select *, 0, 0, 0 from (values ${marks(fresh.length, 10)})`,
    fresh.flatMap(({ sequence, app, id, conversation, userId, album = null, body, parts }) => {
      const answer = parts === undefined ? null : JSON.stringify(parts);
      const nextAt = at + (album === null ? 0 : albumWait);
      return [sequence, app, id, conversation, userId, album, JSON.stringify(body), answer, at, nextAt];
    }),
  );
  await waitForTheAlbum(transaction, fresh, at + albumWait);
  return fresh.sort((one, other) => one.sequence - other.sequence);
}

/** A picture that came later puts off those of its album: over a slow network they come seconds apart. */
async function waitForTheAlbum(
  transaction: Transaction<Schema>,
  fresh: readonly WaitingMessage[],
  nextAt: number,
): Promise<void> {
  const albums = new Map(
    fresh.flatMap((message) =>
      message.album === undefined ? [] : [[`${message.app} ${message.conversation} ${message.album}`, message]],
    ),
  );
  for (const { app, conversation, album = '' } of albums.values())
    await transaction
      .updateTable('inbox_message')
      .set({ next_at: nextAt })
      .where('app', '=', app)
      .where('conversation', '=', conversation)
      .where('album', '=', album)
      .where('failed', '=', 0)
      .where('parts', 'is', null)
      .where('next_at', '<', nextAt)
      .execute();
}

function messageOf(row: Row): WaitingMessage {
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
