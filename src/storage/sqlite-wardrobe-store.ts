import type { Transaction } from 'kysely';
import { type OwnPiece, ownPieceSchema } from '../domain/own-piece.js';
import type { Database } from './database.js';
import type { Schema } from './schema.js';
import { MOST_OWN_PIECES, type WardrobeStore } from './wardrobe-store.js';

/** Own pieces in SQL, beside the profiles that allow them. */
export function createWardrobeStore(db: Database): WardrobeStore {
  return {
    async ofUser(userId, modelId) {
      const rows = await db
        .selectFrom('own_piece')
        .select(['body', 'model_id'])
        .where('user_id', '=', userId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => {
        const piece = ownPieceSchema.parse(JSON.parse(row.body));
        return row.model_id === modelId ? piece : { ...piece, embedding: '' };
      });
    },

    add: (userId, modelId, piece, at) =>
      db.transaction().execute((transaction) => addOwnPiece(transaction, userId, modelId, piece, at)),

    async remove(userId, ids) {
      if (ids.length === 0) return 0;
      const gone = await db
        .deleteFrom('own_piece')
        .where('user_id', '=', userId)
        .where('id', 'in', rowsOf(userId, ids))
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
}

/**
 * The rows that may hold these pieces of a user: a piece is named by what its photo showed, and two people may own the
 * same; rows of before that was seen have the piece's own id.
 */
export function rowsOf(userId: string, ids: readonly string[]): string[] {
  return ids.flatMap((id) => [`${userId} ${id}`, id]);
}

/** Keeps a piece inside a transaction; false where the user has not agreed to be remembered. */
export async function addOwnPiece(
  transaction: Transaction<Schema>,
  userId: string,
  modelId: string,
  piece: OwnPiece,
  at: number,
): Promise<boolean> {
  const agreed = transaction.selectFrom('profile').select('user_id').where('user_id', '=', userId);
  if ((await agreed.executeTakeFirst()) === undefined) return false;
  const rows = rowsOf(userId, [piece.id]);
  const [row = piece.id] = rows;
  const owned = transaction.selectFrom('own_piece').select('id').where('user_id', '=', userId).where('id', 'in', rows);
  if ((await owned.executeTakeFirst()) !== undefined) return true;
  await transaction
    .insertInto('own_piece')
    .values({ id: row, user_id: userId, model_id: modelId, body: JSON.stringify(piece), created_at: at })
    .onConflict((on) => on.column('id').doNothing())
    .execute();
  const surplus = transaction
    .selectFrom('own_piece')
    .select('id')
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1_000)
    .offset(MOST_OWN_PIECES);
  await transaction.deleteFrom('own_piece').where('id', 'in', surplus).execute();
  return true;
}
