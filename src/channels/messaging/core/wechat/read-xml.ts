import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { YidaFault } from '../../../../domain/fault.js';

/** The fields of a message, each as it was written: ids have more digits than a number holds. */
export type XmlFields = Readonly<Record<string, string | undefined>>;

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  // What is written with an entity stays as it is: none is ever expanded.
  processEntities: false,
});
const documentSchema = z.object({ xml: z.record(z.string(), z.unknown()) });

/**
 * The fields right below `<xml>`; what is nested is left out. Throws `bad-request` where the text is no such
 * document, or declares a document type: the platforms have none, and entities are declared there.
 */
export function readXml(text: string): XmlFields {
  const parsed = documentSchema.safeParse(/<!DOCTYPE/i.test(text) ? undefined : parse(text));
  if (!parsed.success) throw new YidaFault('bad-request', 'no XML message');
  return Object.fromEntries(Object.entries(parsed.data.xml).filter(isField));
}

function isField(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

function parse(text: string): unknown {
  try {
    return parser.parse(text);
  } catch {
    return undefined;
  }
}
