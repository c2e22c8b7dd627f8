import type { Migration } from './migration.js';

/** Own pieces of shoppers who agreed to be remembered. */
export const wardrobe: Migration = {
  version: 5,
  name: 'wardrobe',
  async up(schema) {
    await schema
      .createTable('own_piece')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('model_id', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('own_piece_by_user').on('own_piece').columns(['user_id', 'created_at']).execute();
  },
};
