import type { Migration } from './migration.js';

/** Transcripts of channels whose clients fetch what was said, by watermark. */
export const activities: Migration = {
  version: 3,
  name: 'activities',
  async up(schema) {
    await schema
      .createTable('logged_conversation')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('locale', 'text')
      .addColumn('ended', 'integer', (column) => column.notNull())
      .addColumn('last_sequence', 'integer', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('logged_conversation_by_user').on('logged_conversation').column('user_id').execute();
    await schema.createIndex('logged_conversation_by_age').on('logged_conversation').column('updated_at').execute();
    await schema
      .createTable('logged_activity')
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('logged_conversation.id').onDelete('cascade'),
      )
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('client_id', 'text')
      .addColumn('awaits_answer', 'integer', (column) => column.notNull())
      .addColumn('activity', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('logged_activity_key', ['conversation_id', 'sequence'])
      .execute();
    await schema
      .createIndex('logged_activity_by_client')
      .unique()
      .on('logged_activity')
      .columns(['conversation_id', 'client_id'])
      .execute();
    await schema.createIndex('logged_activity_waiting').on('logged_activity').column('awaits_answer').execute();
  },
};
