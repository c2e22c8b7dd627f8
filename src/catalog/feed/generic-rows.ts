import { type FeedField, fieldColumns, headerCurrency } from './columns.js';
import type { FeedRecord, FeedRow } from './feed-row.js';

/**
 * Turns records into rows by their column names; made once for a feed's headers. Undefined where a record
 * only describes others. Readers remember what later rows refer to.
 */
export type RowReader = (record: FeedRecord) => FeedRow | undefined;

/** Rows of a feed with the usual column names, English or Chinese, Google Merchant's included. */
export function genericRows(headers: readonly string[]): RowReader {
  const columns = fieldColumns(headers);
  const priceColumn = columns.get('price')?.[0] ?? columns.get('salePrice')?.[0];
  const currency = priceColumn === undefined ? undefined : headerCurrency(priceColumn);
  return ({ line, values }) => {
    const cellsOf = (field: FeedField) =>
      (columns.get(field) ?? []).map((header) => (values[header] ?? '').trim()).filter(Boolean);
    const fields: Partial<Record<FeedField, string>> = {};
    for (const field of columns.keys()) {
      const [first] = cellsOf(field);
      if (first !== undefined) fields[field] = first;
    }
    return {
      line,
      fields,
      categories: cellsOf('category'),
      pictures: [...cellsOf('image'), ...cellsOf('moreImages')].flatMap(splitPictures),
      ...(currency === undefined ? {} : { headerCurrency: currency }),
    };
  };
}

/** A cell may name several pictures; a comma parts them unless it stands inside an address. */
export function splitPictures(cell: string): string[] {
  const text = /^\[.*\]$/s.test(cell) ? cell.slice(1, -1).replace(/["']/g, '') : cell;
  return text
    .split(/[\n|;；，]+|,\s*(?=https?:|\/)|,\s+|,(?=[^,]*\.(?:jpe?g|png|webp)\s*(?:,|$))/i)
    .map((part) => part.trim())
    .filter(Boolean);
}
