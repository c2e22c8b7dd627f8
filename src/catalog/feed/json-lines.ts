import type { FeedRecord, RowRemark } from './feed-row.js';

const MAX_LINE = 1 << 20;

/**
 * Records of a JSONL feed: an object a line. Nested values become cells: `{"title":{"en":…}}` is the column
 * `title.en`, a list of words one cell, and variants of a product stay JSON for `expandVariants`.
 */
export async function* readJsonLines(
  text: AsyncIterable<string>,
  onRefused: (remark: RowRemark) => void,
): AsyncGenerator<FeedRecord> {
  let line = 0;
  for await (const raw of lines(text)) {
    line += 1;
    const trimmed = raw.trim().replace(/^\[$|^\]$|,$/g, '');
    if (trimmed === '') continue;
    const parsed = parsedObject(trimmed);
    if (parsed === undefined) {
      onRefused({ line, reason: { id: 'import.reason.json' } });
      continue;
    }
    yield* expandVariants(line, parsed);
  }
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const pieces = (rest + chunk).split(/\r?\n/);
    rest = pieces.pop() ?? '';
    yield* pieces;
    // A file without line breaks is no JSONL; it is not collected without end.
    if (rest.length > MAX_LINE) {
      yield rest;
      rest = '';
    }
  }
  if (rest !== '') yield rest;
}

function parsedObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A product with `variants`, `sizes` or `hasVariant` objects is a record a variant. */
function* expandVariants(line: number, product: Record<string, unknown>): Generator<FeedRecord> {
  for (const key of ['variants', 'hasVariant', 'sizes', 'skus']) {
    const variants = product[key];
    if (!Array.isArray(variants) || variants.length === 0 || !variants.every(isObject)) continue;
    const { [key]: _, ...shared } = product;
    const group = shared.item_group_id ?? shared.groupId ?? shared.id;
    for (const variant of variants) {
      const { id, price, ...own } = variant;
      yield {
        line,
        values: cells({
          ...shared,
          ...own,
          ...(price === undefined || price === null ? {} : { price }),
          ...(group === undefined ? {} : { item_group_id: group }),
          sku: own.sku ?? id ?? shared.sku,
        }),
      };
    }
    return;
  }
  yield { line, values: cells(product) };
}

function cells(object: Record<string, unknown>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(object)) addCell(found, key, value);
  return found;
}

function addCell(found: Record<string, string>, key: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    found[key] = value.filter((item) => !isObject(item)).join('\n');
  } else if (isObject(value)) {
    const { minorUnits, currency } = value;
    if (typeof minorUnits === 'number' && typeof currency === 'string') {
      found[key] = `${currency} ${(minorUnits / 100).toFixed(2)}`;
    } else if (('amount' in value || 'value' in value) && typeof currency === 'string') {
      found[key] = `${currency} ${String(value.amount ?? value.value)}`;
    } else {
      for (const [inner, content] of Object.entries(value)) addCell(found, `${key}.${inner}`, content);
    }
  } else found[key] = String(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
