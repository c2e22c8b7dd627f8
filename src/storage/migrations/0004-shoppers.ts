import type { Migration } from './migration.js';

/** What is kept of shoppers with their consent, what waits for the merchant's people, and what a turn was asked. */
export const shoppers: Migration = {
  version: 4,
  name: 'shoppers',
  async up(schema) {
    await schema
      .createTable('profile')
      .addColumn('user_id', 'text', (column) => column.primaryKey())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('shopper_event')
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('verb', 'text', (column) => column.notNull())
      .addColumn('garment_id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('shopper_event_by_user').on('shopper_event').columns(['user_id', 'at']).execute();
    await schema
      .createTable('handover')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text')
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('next_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('handover_by_time').on('handover').column('next_at').execute();
    await schema.createIndex('handover_by_conversation').on('handover').column('conversation_id').execute();
    await schema.alterTable('outgoing').addColumn('heard', 'text').execute();
  },
};
