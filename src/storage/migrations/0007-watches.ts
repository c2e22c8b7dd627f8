import type { Migration } from './migration.js';

/** Garments a shopper asked to hear of, and where the shopper can be written to. */
export const watches: Migration = {
  version: 7,
  name: 'watches',
  async up(schema) {
    await schema
      .createTable('watch')
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('garment_id', 'text', (column) => column.notNull())
      .addColumn('app', 'text', (column) => column.notNull())
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('price_minor', 'bigint')
      .addColumn('currency', 'text')
      .addColumn('available', 'integer', (column) => column.notNull())
      .addColumn('size', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('told_at', 'bigint')
      .addPrimaryKeyConstraint('watch_key', ['user_id', 'garment_id'])
      .execute();
    await schema.createIndex('watch_by_app').on('watch').columns(['app', 'user_id', 'garment_id']).execute();
    await schema
      .createTable('reach')
      .addColumn('app', 'text', (column) => column.notNull())
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('heard_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('reach_key', ['app', 'conversation'])
      .execute();
    await schema.createIndex('reach_by_user').on('reach').column('user_id').execute();
  },
};
