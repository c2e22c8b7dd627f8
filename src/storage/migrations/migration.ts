import type { ColumnDataType, SchemaModule } from 'kysely';

/** Column types that the databases spell differently. */
export interface DialectTypes {
  readonly bytes: ColumnDataType;
}

/** One step of the schema; numbered without gaps, never edited once released. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (schema: SchemaModule, types: DialectTypes) => Promise<void>;
}
