import type { Selectable } from 'kysely';
import { localeSchema } from '../domain/locale.js';
import type { Database } from './database.js';
import { runSql } from './run-sql.js';
import type { Schema } from './schema.js';
import type { Watch, WatchStore } from './watch-store.js';

/** Watches in SQL, beside the conversations they were asked for in. */
export function createWatchStore(db: Database): WatchStore {
  return {
    async users(app, after, limit) {
      const rows = await db
        .selectFrom('watch')
        .select('user_id')
        .distinct()
        .where('app', '=', app)
        .where('user_id', '>', after)
        .orderBy('user_id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.user_id);
    },

    async ofUser(userId) {
      const rows = await db
        .selectFrom('watch')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(watchOf);
    },

    async update(userId, garmentId, { price, available, toldAt }) {
      await db
        .updateTable('watch')
        .set({
          price_minor: price?.minorUnits ?? null,
          currency: price?.currency ?? null,
          available: Number(available),
          ...(toldAt === undefined ? {} : { told_at: toldAt }),
        })
        .where('user_id', '=', userId)
        .where('garment_id', '=', garmentId)
        .execute();
    },

    async noteReach(app, conversation, userId, { address, heardAt }) {
      const { rows } = await runSql(db, 'select 1 from watch where user_id = ? limit 1', [userId]);
      if (rows.length === 0) return;
      const row = { user_id: userId, address: JSON.stringify(address), heard_at: heardAt };
      await db
        .insertInto('reach')
        .values({ app, conversation, ...row })
        .onConflict((on) => on.columns(['app', 'conversation']).doUpdateSet(row))
        .execute();
    },

    async reach(app, conversation) {
      const row = await db
        .selectFrom('reach')
        .select(['address', 'heard_at'])
        .where('app', '=', app)
        .where('conversation', '=', conversation)
        .executeTakeFirst();
      return row && { address: JSON.parse(row.address), heardAt: Number(row.heard_at) };
    },

    prune: (olderThan) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('watch').where('created_at', '<', olderThan).execute();
        await transaction
          .deleteFrom('reach')
          .where('user_id', 'not in', transaction.selectFrom('watch').select('user_id'))
          .execute();
      }),
  };
}

function watchOf(row: Selectable<Schema['watch']>): Watch {
  const { price_minor: minorUnits, currency } = row;
  return {
    userId: row.user_id,
    garmentId: row.garment_id,
    app: row.app,
    conversation: row.conversation,
    locale: localeSchema.parse(row.locale),
    price: minorUnits === null || currency === null ? undefined : { minorUnits: Number(minorUnits), currency },
    available: row.available === 1,
    size: row.size ?? undefined,
    toldAt: row.told_at === null ? undefined : Number(row.told_at),
  };
}
