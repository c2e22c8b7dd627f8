import type { Transaction } from 'kysely';
import type { Schema } from './schema.js';

/** How many rows of each kind were erased. */
export interface Forgotten {
  readonly conversations: number;
  readonly transcripts: number;
  readonly profile: number;
  readonly events: number;
  readonly handovers: number;
  /** Messages whose answers could not be delivered; what is being answered goes with its delivery. */
  readonly undelivered: number;
  /** Garments to be told of, and where to write. */
  readonly watches: number;
  /** Own pieces of the wardrobe. */
  readonly wardrobe: number;
}

/** Erases everything kept about a user; `but` is a conversation that is going on and loses only what was said. */
export async function forgetShopper(
  transaction: Transaction<Schema>,
  userId: string,
  but?: string,
): Promise<Forgotten> {
  const others = transaction.deleteFrom('conversation').where('user_id', '=', userId);
  const transcripts = transaction.deleteFrom('logged_conversation').where('user_id', '=', userId);
  const count = async (query: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }) =>
    Number((await query.executeTakeFirst()).numDeletedRows);
  await transaction.deleteFrom('reach').where('user_id', '=', userId).execute();
  await transaction.deleteFrom('sent_card').where('user_id', '=', userId).execute();
  return {
    conversations: await count(but === undefined ? others : others.where('id', '!=', but)),
    transcripts: await count(but === undefined ? transcripts : transcripts.where('id', '!=', but)),
    profile: await count(transaction.deleteFrom('profile').where('user_id', '=', userId)),
    events: await count(transaction.deleteFrom('shopper_event').where('user_id', '=', userId)),
    handovers: await count(transaction.deleteFrom('handover').where('user_id', '=', userId)),
    wardrobe: await count(transaction.deleteFrom('own_piece').where('user_id', '=', userId)),
    watches: await count(transaction.deleteFrom('watch').where('user_id', '=', userId)),
    undelivered: await count(
      transaction.deleteFrom('inbox_message').where('user_id', '=', userId).where('failed', '=', 1),
    ),
  };
}
