import type { Migration } from './migration.js';

/**
 * The catalogue. Heavy, immutable data (text, vectors, tokens, postings) is written under new row numbers
 * while the old ones serve; `catalogue` alone says which are visible, so publishing an import is one small
 * transaction whatever its size.
 */
export const catalogue: Migration = {
  version: 2,
  name: 'catalogue',
  async up(schema, types) {
    await schema
      .createTable('catalogue_fact')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('import_batch')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('beat_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('garment')
      .addColumn('row', 'integer', (column) => column.primaryKey())
      .addColumn('batch', 'integer', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('brand', 'text')
      .addColumn('group_id', 'text')
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('content_hash', 'text', (column) => column.notNull())
      .addColumn('photo_hash', 'text')
      .addColumn('provenance', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('garment_by_batch').on('garment').column('batch').execute();
    await schema
      .createTable('offer')
      .addColumn('row', 'integer', (column) => column.primaryKey())
      .addColumn('price_minor', 'bigint')
      .addColumn('currency', 'text')
      .addColumn('list_minor', 'bigint')
      .addColumn('list_currency', 'text')
      .addColumn('sizes', 'text', (column) => column.notNull())
      .addColumn('changed', 'integer', (column) => column.notNull())
      .execute();
    await schema.createIndex('offer_by_change').on('offer').column('changed').execute();
    await schema
      .createTable('catalogue')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('row', 'integer', (column) => column.notNull().unique())
      .execute();
    for (const table of ['garment_vector', 'garment_token']) {
      await schema
        .createTable(table)
        .addColumn('row', 'integer', (column) => column.primaryKey())
        .addColumn('data', types.bytes, (column) => column.notNull())
        .execute();
    }
    await schema
      .createTable('segment')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('batch', 'integer', (column) => column.notNull())
      .addColumn('first_row', 'integer', (column) => column.notNull())
      .addColumn('last_row', 'integer', (column) => column.notNull())
      .addColumn('documents', 'integer', (column) => column.notNull())
      .addColumn('published', 'integer', (column) => column.notNull())
      .execute();
    await schema
      .createTable('posting')
      .addColumn('term', 'text', (column) => column.notNull())
      .addColumn('segment', 'integer', (column) => column.notNull())
      .addColumn('rows', types.bytes, (column) => column.notNull())
      .addColumn('weights', types.bytes)
      .addPrimaryKeyConstraint('posting_key', ['term', 'segment'])
      .execute();
  },
};
