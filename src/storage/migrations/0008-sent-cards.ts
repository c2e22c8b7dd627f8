import type { Migration } from './migration.js';

/** What is sent instead of a card that a platform took and may yet say it could not show. */
export const sentCards: Migration = {
  version: 8,
  name: 'sent-cards',
  async up(schema) {
    await schema
      .createTable('sent_card')
      .addColumn('app', 'text', (column) => column.notNull())
      .addColumn('card', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('instead', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('sent_card_key', ['app', 'card'])
      .execute();
    await schema.createIndex('sent_card_by_time').on('sent_card').column('until').execute();
    await schema.createIndex('sent_card_by_user').on('sent_card').column('user_id').execute();
  },
};
