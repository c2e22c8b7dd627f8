import type { Database } from './database.js';
import type { HandoverStore } from './handover-store.js';

/** Handovers in SQL, beside the conversations they are about. */
export function createHandoverStore(db: Database): HandoverStore {
  return {
    async due(now, limit) {
      const rows = await db
        .selectFrom('handover')
        .selectAll()
        .where('next_at', '<=', now)
        .orderBy('created_at')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        conversationId: row.conversation_id,
        userId: row.user_id ?? undefined,
        handover: JSON.parse(row.body),
        createdAt: Number(row.created_at),
        attempts: row.attempts,
      }));
    },

    async remove(id) {
      await db.deleteFrom('handover').where('id', '=', id).execute();
    },

    async postpone(id, nextAt) {
      await db
        .updateTable('handover')
        .set((change) => ({ attempts: change('attempts', '+', 1), next_at: nextAt }))
        .where('id', '=', id)
        .execute();
    },
  };
}
