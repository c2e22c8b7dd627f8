import type { Transaction } from 'kysely';
import type { Effect } from '../domain/effect.js';
import { forgetShopper } from './forget-shopper.js';
import type { Schema } from './schema.js';
import { addOwnPiece, rowsOf } from './sqlite-wardrobe-store.js';

/** The turn an effect belongs to. */
interface OfTurn {
  readonly conversationId: string;
  readonly userId?: string;
  readonly version: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Writes one effect of a turn inside the turn's own transaction. */
export async function applyEffect(transaction: Transaction<Schema>, effect: Effect, turn: OfTurn): Promise<void> {
  const { conversationId, userId, at } = turn;
  switch (effect.kind) {
    case 'keep-profile': {
      if (userId === undefined) return;
      const body = JSON.stringify({ told: effect.told });
      await transaction
        .insertInto('profile')
        .values({ user_id: userId, body, updated_at: at })
        .onConflict((on) => on.column('user_id').doUpdateSet({ body, updated_at: at }))
        .execute();
      return;
    }
    case 'record-taste': {
      if (userId === undefined) return;
      const agreed = transaction.selectFrom('profile').select('user_id').where('user_id', '=', userId);
      if ((await agreed.executeTakeFirst()) === undefined) return;
      const events = effect.garmentIds.map((id) => ({ user_id: userId, verb: effect.verb, garment_id: id, at }));
      if (events.length > 0) await transaction.insertInto('shopper_event').values(events).execute();
      return;
    }
    case 'forget-user':
      if (userId !== undefined) await forgetShopper(transaction, userId, conversationId);
      await forgetConversation(transaction, conversationId);
      return;
    case 'forget-conversation':
      await forgetConversation(transaction, conversationId);
      return;
    case 'watch':
      if (userId !== undefined) await watch(transaction, effect, { conversationId, userId, at });
      return;
    case 'own-add':
      if (userId !== undefined) await addOwnPiece(transaction, userId, effect.modelId, effect.piece, at);
      return;
    case 'own-remove':
      if (userId === undefined || effect.ids.length === 0) return;
      await transaction
        .deleteFrom('own_piece')
        .where('user_id', '=', userId)
        .where('id', 'in', rowsOf(userId, effect.ids))
        .execute();
      return;
    case 'unwatch':
      if (userId === undefined) return;
      await transaction.deleteFrom('watch').where('user_id', '=', userId).execute();
      await transaction.deleteFrom('reach').where('user_id', '=', userId).execute();
      return;
    case 'hand-over':
      await transaction
        .insertInto('handover')
        .values({
          id: `${conversationId}/${turn.version}`,
          conversation_id: conversationId,
          user_id: userId ?? null,
          body: JSON.stringify(effect.handover),
          created_at: at,
          attempts: 0,
          next_at: at,
        })
        .execute();
  }
}

/** The newest of these stay: nobody follows more. */
const WATCHES = 50;

async function watch(
  transaction: Transaction<Schema>,
  { garments, locale }: Extract<Effect, { kind: 'watch' }>,
  { conversationId, userId, at }: { conversationId: string; userId: string; at: number },
): Promise<void> {
  const [app = '', ...rest] = conversationId.split(':');
  for (const { id, price, available, size } of garments) {
    const row = {
      app,
      conversation: rest.join(':'),
      locale,
      price_minor: price?.minorUnits ?? null,
      currency: price?.currency ?? null,
      available: Number(available),
      size: size ?? null,
      created_at: at,
    };
    await transaction
      .insertInto('watch')
      .values({ user_id: userId, garment_id: id, ...row, told_at: null })
      .onConflict((on) => on.columns(['user_id', 'garment_id']).doUpdateSet(row))
      .execute();
  }
  const surplus = transaction
    .selectFrom('watch')
    .select('garment_id')
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .limit(1_000)
    .offset(WATCHES);
  await transaction.deleteFrom('watch').where('user_id', '=', userId).where('garment_id', 'in', surplus).execute();
}

/** What was said in a conversation; its row and its places in the transcript stay, so that it can go on. */
async function forgetConversation(transaction: Transaction<Schema>, conversationId: string): Promise<void> {
  await transaction.deleteFrom('outgoing').where('conversation_id', '=', conversationId).execute();
  await transaction.deleteFrom('handover').where('conversation_id', '=', conversationId).execute();
  await transaction
    .deleteFrom('logged_activity')
    .where('conversation_id', '=', conversationId)
    .where('awaits_answer', '=', 0)
    .execute();
}
