const DATA_URL = /^data:([a-z0-9.+-]+\/[a-z0-9.+-]+)?(?:;[a-z0-9=_-]+)*?(;base64)?,/i;

export interface DataUrl {
  readonly contentType: string | undefined;
  readonly bytes: Uint8Array;
}

/** Bytes of a `data:` address, or undefined where the text is none. */
export function parseDataUrl(text: string): DataUrl | undefined {
  const match = DATA_URL.exec(text.slice(0, 200));
  if (match === null) return undefined;
  const body = text.slice(match[0].length);
  const bytes = match[2] === undefined ? Buffer.from(decodeQuietly(body), 'latin1') : Buffer.from(body, 'base64');
  return { contentType: match[1]?.toLowerCase(), bytes };
}

function decodeQuietly(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The bytes of a data URL or base64; text that is neither stays as it is, and the decoder calls it no picture. */
export function decodeImage(text: string): Uint8Array {
  const inline = parseDataUrl(text);
  if (inline !== undefined) return inline.bytes;
  const isBase64 = !/[^A-Za-z0-9+/_=\s-]/.test(text);
  return Buffer.from(text, isBase64 ? 'base64' : 'utf8');
}
