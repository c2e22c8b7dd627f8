import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import iconv from 'iconv-lite';
import { YidaFault } from '../../domain/fault.js';
import { readDelimited } from './delimited.js';
import type { FeedRecord, FeedRow, RowRemark } from './feed-row.js';
import { genericRows, type RowReader } from './generic-rows.js';
import { readJsonLines } from './json-lines.js';
import { isShopify, shopifyRows } from './shopify-rows.js';
import { detectEncoding, type FeedEncoding, readText } from './text-encoding.js';
import { isWooCommerce, wooCommerceRows } from './woocommerce-rows.js';
import { readXmlItems } from './xml-items.js';

export type FeedFormat = 'csv' | 'tsv' | 'jsonl' | 'xml';

/** A feed that can be read from its start as often as needed. */
export interface OpenFeed {
  readonly format: FeedFormat;
  readonly encoding: FeedEncoding;
  /** Every row, in order; what is no row at all goes to `onRefused`. */
  rows(onRefused: (remark: RowRemark) => void): AsyncGenerator<FeedRow>;
}

/** Opens a feed, whatever its format and encoding; `feed-unreadable` where there is nothing to read. */
export async function openFeed(file: string): Promise<OpenFeed> {
  const head = await readHead(file);
  const encoding = await detectEncoding(file);
  const format = formatOf(file, iconv.decode(head, encoding));
  const readers = new Map<string, RowReader>();
  return {
    format,
    encoding,
    async *rows(onRefused) {
      for await (const record of recordsOf(format, readText(file, encoding), onRefused)) {
        const headers = Object.keys(record.values);
        const signature = headers.join('\n');
        // Readers outlive a reading: a later one knows the parents that the first one met too late.
        const reader = readers.get(signature) ?? readerFor(headers);
        readers.set(signature, reader);
        const row = reader(record);
        if (row !== undefined) yield row;
      }
    },
  };
}

async function readHead(file: string): Promise<Buffer> {
  try {
    if (!(await stat(file)).isFile()) throw new Error('it is not a file');
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_096), 0, 4_096, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new YidaFault('feed-unreadable', `cannot read the feed ${file}: ${why}`, { values: { line: 0, why }, cause });
  }
}

/** By what the file holds; its name decides only between the delimited formats. */
function formatOf(file: string, head: string): FeedFormat {
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('<')) return 'xml';
  if (start.startsWith('{') || /^\[\s*\{/.test(start)) return 'jsonl';
  return ['.tsv', '.tab'].includes(extname(file).toLowerCase()) && start.split(/[\r\n]/)[0]?.includes('\t')
    ? 'tsv'
    : 'csv';
}

function recordsOf(
  format: FeedFormat,
  text: AsyncIterable<string>,
  onRefused: (remark: RowRemark) => void,
): AsyncGenerator<FeedRecord> {
  if (format === 'jsonl') return readJsonLines(text, onRefused);
  if (format === 'xml') return readXmlItems(text, onRefused);
  return readDelimited(text, onRefused, format === 'tsv' ? '\t' : undefined);
}

function readerFor(headers: readonly string[]): RowReader {
  if (isShopify(headers)) return shopifyRows(headers);
  if (isWooCommerce(headers)) return wooCommerceRows(headers);
  return genericRows(headers);
}
