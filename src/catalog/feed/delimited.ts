import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { YidaFault } from '../../domain/fault.js';
import type { FeedRecord, RowRemark } from './feed-row.js';

const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
const MAX_RECORD_BYTES = 1 << 20;

/** The delimiter that stands most often in the first line, outside of quotes; a comma where none does. */
export function sniffDelimiter(head: string): string {
  const line = head.replace(/^\s+/, '').split(/\r?\n|\r/)[0] ?? '';
  const plain = line.replace(/"(?:[^"]|"")*"/g, '""');
  const counted = DELIMITERS.map((mark) => ({ mark, count: plain.split(mark).length - 1 }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}

/**
 * Records of a CSV or TSV, quoted line breaks included, with the line each begins on. A record that cannot be
 * read is handed to `onRefused` and the next one is read; only a feed without a header is a fault.
 */
export async function* readDelimited(
  text: AsyncIterable<string>,
  onRefused: (remark: RowRemark) => void,
  delimiter?: string,
): AsyncGenerator<FeedRecord> {
  const { head, rest } = await peek(text);
  const separator = delimiter ?? sniffDelimiter(head);
  let headers: string[] | undefined;
  const parser = Readable.from(rest, { objectMode: true, encoding: 'utf8' }).pipe(
    parse({
      delimiter: separator,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: MAX_RECORD_BYTES,
      ...(separator === '\t' && !/(?:^|\t)"/.test(head) ? { quote: null } : {}),
    }),
  );
  let previousLine = 0;
  try {
    for await (const entry of parser) {
      const { record, info } = entry as { record: string[]; info: Info };
      // `info.lines` is where the record ends; it begins after the previous one and the empty lines between.
      const line = Math.max(previousLine + 1, info.lines - lineBreaks(record));
      previousLine = info.lines;
      if (headers === undefined) {
        headers = uniqueHeaders(record);
        continue;
      }
      if (record.every((cell) => cell === '')) continue;
      if (record.length > headers.length && record.slice(headers.length).some((cell) => cell !== '')) {
        onRefused({
          line,
          reason: { id: 'import.reason.columns', values: { found: record.length, expected: headers.length } },
        });
        continue;
      }
      yield { line, values: Object.fromEntries(headers.map((header, at) => [header, record[at] ?? ''])) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new YidaFault('feed-unreadable', `line ${error.lines ?? previousLine + 1}: ${error.message}`, {
      values: { line: Number(error.lines ?? previousLine + 1), why: error.message },
      cause: error,
    });
  }
  if (headers === undefined)
    throw new YidaFault('feed-unreadable', 'the feed is empty', { values: { line: 1, why: '' } });
}

function lineBreaks(record: readonly string[]): number {
  return record.reduce((total, cell) => total + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

/** Columns of the same name count: `image`, `image 2`. */
function uniqueHeaders(record: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return record.map((header) => {
    const count = (seen.get(header) ?? 0) + 1;
    seen.set(header, count);
    return count === 1 ? header : `${header} ${count}`;
  });
}

async function peek(text: AsyncIterable<string>): Promise<{ head: string; rest: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  let ended = false;
  while (head.length < 8_192 && !/[\r\n]/.test(head.trimStart())) {
    const next = await iterator.next();
    if (next.done) {
      ended = true;
      break;
    }
    head += next.value;
  }
  async function* rest(): AsyncGenerator<string> {
    yield head;
    while (!ended) {
      const next = await iterator.next();
      if (next.done) return;
      yield next.value;
    }
  }
  return { head, rest: rest() };
}
