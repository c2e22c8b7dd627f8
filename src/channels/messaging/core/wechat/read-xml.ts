import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { YidaFault } from '../../../../domain/fault.js';

/**
 * The fields of a message, each as it was written: ids have more digits than a number holds. What is nested has the names
 * on its way, with dots between.
 */
export type XmlFields = Readonly<Record<string, string | undefined>>;

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  // What is written with an entity stays as it is: none is ever expanded.
  processEntities: false,
});
const documentSchema = z.object({ xml: z.record(z.string(), z.unknown()) });

/** As deep as the platforms nest anything that is read: a card's selection. */
const DEPTH = 4;

/**
 * The fields below `<xml>`; of what is there twice, none. Throws `bad-request` where the text is no such document, or
 * declares a document type: the platforms have none, and entities are declared there.
 */
export function readXml(text: string): XmlFields {
  const parsed = documentSchema.safeParse(/<!DOCTYPE/i.test(text) ? undefined : parse(text));
  if (!parsed.success) throw new YidaFault('bad-request', 'no XML message');
  return Object.fromEntries(fieldsOf(parsed.data.xml, '', DEPTH));
}

function fieldsOf(nested: object, way: string, depth: number): [string, string][] {
  return Object.entries(nested).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[`${way}${name}`, value] as [string, string]];
    const isNested = typeof value === 'object' && value !== null && !Array.isArray(value) && depth > 1;
    return isNested ? fieldsOf(value, `${way}${name}.`, depth - 1) : [];
  });
}

function parse(text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    return undefined;
  }
}
