import { XMLParser } from 'fast-xml-parser';
import type { FeedRecord, RowRemark } from './feed-row.js';

const MAX_ITEM = 1 << 20;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: true,
  // Only the five entities of XML itself: a feed's own could grow without end.
  processEntities: true,
  htmlEntities: true,
});

/**
 * Records of an RSS or Atom feed (Google Merchant's among them): an `item` or `entry` each, read one at a time
 * so that a feed may be larger than the memory. A tag that comes several times is one cell of several lines.
 */
export async function* readXmlItems(
  text: AsyncIterable<string>,
  onRefused: (remark: RowRemark) => void,
): AsyncGenerator<FeedRecord> {
  let buffer = '';
  let line = 1;
  for await (const chunk of text) {
    buffer += chunk;
    for (;;) {
      const item = nextItem(buffer);
      if (item === undefined) break;
      const begins = line + lineBreaks(buffer.slice(0, item.start));
      const record = parsedItem(buffer.slice(item.start, item.end));
      if (record === undefined) onRefused({ line: begins, reason: { id: 'import.reason.xml' } });
      else yield { line: begins, values: record };
      line = begins + lineBreaks(buffer.slice(item.start, item.end));
      buffer = buffer.slice(item.end);
    }
    if (buffer.length > MAX_ITEM) {
      const open = buffer.search(/<(?:item|entry)[\s>]/);
      const drop = open < 0 ? buffer.length - 20 : open + 5;
      if (open >= 0) onRefused({ line, reason: { id: 'import.reason.xml' } });
      line += lineBreaks(buffer.slice(0, drop));
      buffer = buffer.slice(drop);
    }
  }
}

function nextItem(buffer: string): { start: number; end: number } | undefined {
  const open = /<(item|entry)(?:\s[^<>]{0,1000})?>/.exec(buffer);
  if (open === null) return undefined;
  const close = `</${open[1]}>`;
  const end = buffer.indexOf(close, open.index);
  return end < 0 ? undefined : { start: open.index, end: end + close.length };
}

function parsedItem(xml: string): Record<string, string> | undefined {
  try {
    const parsed: unknown = parser.parse(xml);
    const item = isObject(parsed) ? (parsed.item ?? parsed.entry) : undefined;
    if (!isObject(item)) return undefined;
    const cells: Record<string, string> = {};
    for (const [tag, content] of Object.entries(item)) {
      const texts = (Array.isArray(content) ? content : [content]).map(textOf).filter((each) => each !== '');
      if (texts.length > 0) cells[tag] = texts.join('\n');
    }
    return cells;
  } catch {
    return undefined;
  }
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!isObject(content)) return '';
  // Atom's <link href="…"/> has its address in an attribute.
  return String(content['#text'] ?? content['@href'] ?? '');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
