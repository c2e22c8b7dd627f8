import { CompiledQuery, type Kysely, type QueryResult, type Transaction } from 'kysely';
import type { Schema } from './schema.js';

/**
 * Runs a statement that is written out, with its values for the question marks. For what every message passes through:
 * building and compiling a query anew costs more than running it.
 */
export function runSql<Row = never>(
  db: Kysely<Schema> | Transaction<Schema>,
  statement: string,
  values: readonly (string | number | null)[],
): Promise<QueryResult<Row>> {
  return db.executeQuery<Row>(CompiledQuery.raw(statement, [...values]));
}
