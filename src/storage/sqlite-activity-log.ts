import type { Transaction } from 'kysely';
import type { ActivityJson, ActivityLog } from './activity-log.js';
import type { Database } from './database.js';
import type { Schema } from './schema.js';

/** What a client can fetch again after it was away; older activities of a conversation are dropped. */
const KEPT = 200;

interface NewRow {
  readonly activity: ActivityJson;
  readonly clientId?: string | undefined;
  readonly awaitsAnswer: boolean;
}

/** Transcripts in SQL. What a promise resolved to is durable. */
export function createActivityLog(db: Database, { now = Date.now, kept = KEPT } = {}): ActivityLog {
  return {
    async open({ id, userId, locale }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('logged_conversation')
        .values({ id, user_id: userId, locale: locale ?? null, ended: 0, last_sequence: 0, updated_at: now() })
        .onConflict((on) => on.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n ? 'opened' : 'known';
    },

    async conversation(id) {
      const row = await db.selectFrom('logged_conversation').selectAll().where('id', '=', id).executeTakeFirst();
      return row && { id, userId: row.user_id, locale: row.locale ?? undefined, ended: row.ended === 1 };
    },

    async end(id) {
      await db.updateTable('logged_conversation').set({ ended: 1 }).where('id', '=', id).execute();
    },

    hear: (conversationId, activity, { clientId, awaitsAnswer }) =>
      db.transaction().execute(async (transaction) => {
        const known = clientId === undefined ? undefined : await sequenceOf(transaction, conversationId, clientId);
        if (known !== undefined) return { sequence: known, duplicate: true };
        const rows = [{ activity, clientId, awaitsAnswer }];
        const [sequence] = await append(transaction, { conversationId, rows, answers: undefined, now: now(), kept });
        return { sequence: sequence ?? 0, duplicate: false };
      }),

    say: (conversationId, activities, answers) =>
      db.transaction().execute((transaction) => {
        const rows = activities.map((activity) => ({ activity, awaitsAnswer: false }));
        return append(transaction, { conversationId, rows, answers, now: now(), kept });
      }),

    async after(conversationId, sequence) {
      const rows = await db
        .selectFrom('logged_activity')
        .select(['sequence', 'activity'])
        .where('conversation_id', '=', conversationId)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .execute();
      return rows.map((row) => ({ sequence: row.sequence, activity: JSON.parse(row.activity) }));
    },

    async unanswered() {
      const rows = await db
        .selectFrom('logged_activity')
        .select(['conversation_id', 'sequence', 'activity'])
        .where('awaits_answer', '=', 1)
        .orderBy('conversation_id')
        .orderBy('sequence')
        .execute();
      return rows.map((row) => ({
        conversationId: row.conversation_id,
        sequence: row.sequence,
        activity: JSON.parse(row.activity),
      }));
    },

    async conversationsOf(userId) {
      const rows = await db
        .selectFrom('logged_activity')
        .innerJoin('logged_conversation', 'logged_conversation.id', 'logged_activity.conversation_id')
        .select(['conversation_id', 'activity'])
        .where('user_id', '=', userId)
        .orderBy('conversation_id')
        .orderBy('sequence')
        .execute();
      const byConversation = new Map<string, ActivityJson[]>();
      for (const row of rows) {
        const said = byConversation.get(row.conversation_id) ?? [];
        said.push(JSON.parse(row.activity));
        byConversation.set(row.conversation_id, said);
      }
      return [...byConversation].map(([conversationId, activities]) => ({ conversationId, activities }));
    },

    async prune(olderThan) {
      const { numDeletedRows } = await db
        .deleteFrom('logged_conversation')
        .where('updated_at', '<', olderThan)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

async function sequenceOf(
  db: Transaction<Schema>,
  conversationId: string,
  clientId: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('logged_activity')
    .select('sequence')
    .where('conversation_id', '=', conversationId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row?.sequence;
}

interface Append {
  readonly conversationId: string;
  readonly rows: readonly NewRow[];
  readonly answers: number | undefined;
  readonly now: number;
  readonly kept: number;
}

async function append(db: Transaction<Schema>, { conversationId, rows, answers, now, kept }: Append) {
  // The update comes first: it takes the write lock, and with it the next sequences are ours alone.
  const conversation = await db
    .updateTable('logged_conversation')
    .set((change) => ({ last_sequence: change('last_sequence', '+', rows.length), updated_at: now }))
    .where('id', '=', conversationId)
    .returning('last_sequence')
    .executeTakeFirst();
  // Forgotten while its turn ran: there is nobody to tell.
  if (conversation === undefined) return [];
  const first = conversation.last_sequence - rows.length + 1;
  const sequences = rows.map((_, index) => first + index);
  if (rows.length > 0) {
    await db
      .insertInto('logged_activity')
      .values(
        rows.map((row, index) => ({
          conversation_id: conversationId,
          sequence: first + index,
          client_id: row.clientId ?? null,
          awaits_answer: row.awaitsAnswer ? 1 : 0,
          activity: JSON.stringify(row.activity),
        })),
      )
      .execute();
  }
  if (answers !== undefined) {
    await db
      .updateTable('logged_activity')
      .set({ awaits_answer: 0 })
      .where('conversation_id', '=', conversationId)
      .where('sequence', '=', answers)
      .execute();
  }
  await db
    .deleteFrom('logged_activity')
    .where('conversation_id', '=', conversationId)
    .where('sequence', '<=', conversation.last_sequence - kept)
    .where('awaits_answer', '=', 0)
    .execute();
  return sequences;
}
