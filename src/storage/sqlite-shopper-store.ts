import { z } from 'zod';
import { ownPieceSchema } from '../domain/own-piece.js';
import { profileSchema } from '../domain/profile.js';
import type { Database } from './database.js';
import { forgetShopper } from './forget-shopper.js';
import type { ShopperEvent, ShopperStore } from './shopper-store.js';

/** Taste is what was liked lately; more is only more to protect. */
const KEPT_EVENTS = 500;
const verbSchema = z.enum(['view', 'open', 'like', 'dislike', 'cart', 'purchase']);

/** Shoppers in SQL, beside their conversations. */
export function createShopperStore(db: Database): ShopperStore {
  const profile: ShopperStore['profile'] = async (userId) => {
    const row = await db.selectFrom('profile').select('body').where('user_id', '=', userId).executeTakeFirst();
    return row && profileSchema.parse(JSON.parse(row.body));
  };
  return {
    profile,

    async record(userId, events) {
      if (events.length === 0 || (await profile(userId)) === undefined) return 0;
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('shopper_event')
          .values(events.map(({ verb, garmentId, at }) => ({ user_id: userId, verb, garment_id: garmentId, at })))
          .execute();
        // Those of the same moment stay together: of a batch that was recorded at once none is lost.
        const oldest = await transaction
          .selectFrom('shopper_event')
          .select('at')
          .where('user_id', '=', userId)
          .orderBy('at', 'desc')
          .offset(KEPT_EVENTS - 1)
          .limit(1)
          .executeTakeFirst();
        if (!oldest) return;
        await transaction
          .deleteFrom('shopper_event')
          .where('user_id', '=', userId)
          .where('at', '<', oldest.at)
          .execute();
      });
      return events.length;
    },

    async liked(userId, limit) {
      const rows = await db
        .selectFrom('shopper_event')
        .select(['verb', 'garment_id'])
        .where('user_id', '=', userId)
        .where('verb', 'in', ['like', 'dislike', 'cart', 'purchase'])
        .orderBy('at', 'desc')
        .limit(KEPT_EVENTS)
        .execute();
      const newest = new Map<string, string>();
      for (const { garment_id, verb } of rows) if (!newest.has(garment_id)) newest.set(garment_id, verb);
      return [...newest].flatMap(([id, verb]) => (verb === 'dislike' ? [] : [id])).slice(0, limit);
    },

    async wardrobe(userId) {
      const rows = await db
        .selectFrom('own_piece')
        .select('body')
        .where('user_id', '=', userId)
        .orderBy('created_at')
        .execute();
      return rows.map((row) => {
        const { embedding: _numbers, ...piece } = ownPieceSchema.parse(JSON.parse(row.body));
        return piece;
      });
    },

    async watched(userId) {
      const rows = await db
        .selectFrom('watch')
        .select(['garment_id', 'created_at'])
        .where('user_id', '=', userId)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map((row) => ({ garmentId: row.garment_id, at: Number(row.created_at) }));
    },

    async events(userId) {
      const rows = await db
        .selectFrom('shopper_event')
        .select(['verb', 'garment_id', 'at'])
        .where('user_id', '=', userId)
        .orderBy('at', 'desc')
        .execute();
      return rows.map(
        (row): ShopperEvent => ({
          verb: verbSchema.parse(row.verb),
          garmentId: row.garment_id,
          at: Number(row.at),
        }),
      );
    },

    forget: (userId) => db.transaction().execute((transaction) => forgetShopper(transaction, userId)),
  };
}
