import type { Migration } from './migration.js';

/** Messages of messaging apps until their answers were delivered, the ids already seen, and pressed-button codes. */
export const inbox: Migration = {
  version: 6,
  name: 'inbox',
  async up(schema) {
    await schema
      .createTable('inbox_seen')
      .addColumn('app', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('inbox_seen_once', ['app', 'message_id'])
      .execute();
    await schema.createIndex('inbox_seen_by_time').on('inbox_seen').column('at').execute();
    await schema
      .createTable('inbox_message')
      .addColumn('sequence', 'integer', (column) => column.primaryKey())
      .addColumn('app', 'text', (column) => column.notNull())
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('album', 'text')
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('parts', 'text')
      .addColumn('sent', 'integer', (column) => column.notNull())
      .addColumn('failed', 'integer', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addColumn('next_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('inbox_message_by_line')
      .on('inbox_message')
      .columns(['app', 'conversation', 'failed', 'sequence'])
      .execute();
    await schema
      .createIndex('inbox_message_by_time')
      .on('inbox_message')
      .columns(['app', 'failed', 'next_at'])
      .execute();
    await schema.createIndex('inbox_message_by_user').on('inbox_message').column('user_id').execute();
    await schema
      .createTable('button')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('button_by_time').on('button').column('at').execute();
  },
};
