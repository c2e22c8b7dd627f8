import type { Migration } from './migration.js';

/** Conversations with a version for optimistic writes, and the outbox that doubles as the record of answered activities. */
export const conversations: Migration = {
  version: 1,
  name: 'conversations',
  async up(schema) {
    await schema
      .createTable('conversation')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('user_id', 'text')
      .addColumn('session', 'text', (column) => column.notNull())
      .addColumn('dialogs', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('conversation_by_user').on('conversation').column('user_id').execute();
    await schema.createIndex('conversation_by_age').on('conversation').column('updated_at').execute();
    await schema
      .createTable('outgoing')
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('conversation.id').onDelete('cascade'),
      )
      .addColumn('activity_id', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('outgoing_key', ['conversation_id', 'activity_id'])
      .execute();
  },
};
