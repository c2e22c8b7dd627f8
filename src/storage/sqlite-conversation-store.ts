import type { Transaction } from 'kysely';
import { sessionStateSchema } from '../domain/session.js';
import { applyEffect } from './apply-effect.js';
import type { Commit, ConversationStore } from './conversation-store.js';
import type { Database } from './database.js';
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
      const row = await db.selectFrom('conversation').selectAll().where('id', '=', conversationId).executeTakeFirst();
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
      const row = await db
        .selectFrom('outgoing')
        .select('payload')
        .where('conversation_id', '=', conversationId)
        .where('activity_id', '=', activityId)
        .executeTakeFirst();
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

async function write(transaction: Transaction<Schema>, commit: Commit, at: number): Promise<void> {
  const row = {
    session: JSON.stringify(commit.session),
    dialogs: JSON.stringify(commit.dialogs ?? null),
    updated_at: at,
    version: commit.expectedVersion + 1,
    ...(commit.userId === undefined ? {} : { user_id: commit.userId }),
  };
  const written =
    commit.expectedVersion === 0
      ? (
          await transaction
            .insertInto('conversation')
            .values({ id: commit.conversationId, user_id: null, ...row })
            .onConflict((on) => on.column('id').doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await transaction
            .updateTable('conversation')
            .set(row)
            .where('id', '=', commit.conversationId)
            .where('version', '=', commit.expectedVersion)
            .executeTakeFirst()
        ).numUpdatedRows;
  if (written !== 1n) throw new Superseded();
  // Before the answer is written: what is erased is everything but this turn.
  for (const effect of commit.effects ?? [])
    await applyEffect(transaction, effect, { ...commit, version: row.version, at });
  const outgoing = await transaction
    .insertInto('outgoing')
    .values({
      conversation_id: commit.conversationId,
      activity_id: commit.outgoing.inReplyTo,
      payload: JSON.stringify(commit.outgoing.payload ?? null),
      version: row.version,
      heard: commit.outgoing.heard?.slice(0, LONGEST_HEARD) ?? null,
    })
    .onConflict((on) => on.columns(['conversation_id', 'activity_id']).doNothing())
    .executeTakeFirst();
  if (outgoing.numInsertedOrUpdatedRows !== 1n) throw new Superseded();
  await transaction
    .deleteFrom('outgoing')
    .where('conversation_id', '=', commit.conversationId)
    .where('version', '<=', row.version - KEPT_ANSWERS)
    .execute();
}
