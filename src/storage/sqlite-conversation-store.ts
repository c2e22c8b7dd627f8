import type { Transaction } from 'kysely';
import { sessionStateSchema } from '../domain/session.js';
import { applyEffect } from './apply-effect.js';
import type { Commit, ConversationStore } from './conversation-store.js';
import type { Database } from './database.js';
import { runSql } from './run-sql.js';
import type { Schema } from './schema.js';

/** Channels send an activity again within minutes; answers older than this many turns are not kept. */
const KEPT_ANSWERS = 50;

const LONGEST_HEARD = 500;

/** Thrown inside the transaction so that it rolls back; never leaves this file. */
class Superseded extends Error {}

/** Conversations in SQL. Every commit is one transaction; it is durable when the promise resolves. */
export function createConversationStore(
  db: Database,
  { now = Date.now }: { now?: () => number } = {},
): ConversationStore {
  return {
    async load(conversationId) {
      const { rows } = await runSql<Schema['conversation']>(db, 'select * from conversation where id = ?', [
        conversationId,
      ]);
      const [row] = rows;
      if (row === undefined) return undefined;
      return {
        version: row.version,
        userId: row.user_id ?? undefined,
        session: sessionStateSchema.parse(JSON.parse(row.session)),
        dialogs: JSON.parse(row.dialogs),
      };
    },

    async commit(commit) {
      try {
        await db.transaction().execute((transaction) => write(transaction, commit, now()));
        return 'committed';
      } catch (error) {
        if (error instanceof Superseded) return 'conflict';
        throw error;
      }
    },

    async answerTo(conversationId, activityId) {
      const { rows } = await runSql<Pick<Schema['outgoing'], 'payload'>>(
        db,
        'select payload from outgoing where conversation_id = ? and activity_id = ?',
        [conversationId, activityId],
      );
      const [row] = rows;
      return row && { conversationId, inReplyTo: activityId, payload: JSON.parse(row.payload) };
    },

    async transcript(conversationId) {
      const rows = await db
        .selectFrom('outgoing')
        .select(['activity_id', 'payload', 'heard'])
        .where('conversation_id', '=', conversationId)
        .orderBy('version')
        .execute();
      return rows.map((row) => ({
        conversationId,
        inReplyTo: row.activity_id,
        payload: JSON.parse(row.payload),
        ...(row.heard === null ? {} : { heard: row.heard }),
      }));
    },

    async conversationsOf(userId) {
      const rows = await db
        .selectFrom('conversation')
        .select(['id', 'session'])
        .where('user_id', '=', userId)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        conversationId: row.id,
        session: sessionStateSchema.parse(JSON.parse(row.session)),
      }));
    },

    async prune(olderThan) {
      const result = await db.deleteFrom('conversation').where('updated_at', '<', olderThan).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

async function write(
  transaction: Transaction<Schema>,
  { conversationId: id, userId, expectedVersion, session, dialogs, outgoing, effects = [] }: Commit,
  at: number,
): Promise<void> {
  const version = expectedVersion + 1;
  const tracker = JSON.stringify(session);
  const stack = JSON.stringify(dialogs ?? null);
  const user = userId ?? null;
  const turn =
    expectedVersion === 0
      ? runSql(
          transaction,
          `insert into conversation (id, version, user_id, session, dialogs, updated_at) values (?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing`,
          [id, version, user, tracker, stack, at],
        )
      : runSql(
          transaction,
          `update conversation set version = ?, user_id = coalesce(?, user_id), session = ?, dialogs = ?, updated_at = ?
            where id = ? and version = ?`,
          [version, user, tracker, stack, at, id, expectedVersion],
        );
  if ((await turn).numAffectedRows !== 1n) throw new Superseded();
  // Before the answer is written: what is erased is everything but this turn.
  const ofTurn = { conversationId: id, ...(userId === undefined ? {} : { userId }), version, at };
  for (const effect of effects) await applyEffect(transaction, effect, ofTurn);
  const heard = outgoing.heard?.slice(0, LONGEST_HEARD) ?? null;
  const answer = await runSql(
    transaction,
    `insert into outgoing (conversation_id, activity_id, payload, version, heard) values (?, ?, ?, ?, ?)
      on conflict (conversation_id, activity_id) do nothing`,
    [id, outgoing.inReplyTo, JSON.stringify(outgoing.payload ?? null), version, heard],
  );
  if (answer.numAffectedRows !== 1n) throw new Superseded();
  if (version > KEPT_ANSWERS)
    await runSql(transaction, 'delete from outgoing where conversation_id = ? and version <= ?', [
      id,
      version - KEPT_ANSWERS,
    ]);
}
