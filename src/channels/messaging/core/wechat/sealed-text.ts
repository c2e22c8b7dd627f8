import { createCipheriv, createDecipheriv } from 'node:crypto';
import { YidaFault } from '../../../../domain/fault.js';

/** What an Official Account or a WeCom app seals messages with. */
export interface Seal {
  /** The EncodingAESKey: 43 characters of base64 without their last "=". */
  readonly aesKey: string;
  /** For whom: the AppID, or the CorpID. */
  readonly receiver: string;
}

/** Bytes of PKCS#7 padding are counted to 32, not to the 16 of AES. */
const BLOCK = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

/**
 * The text in `sealed` (base64). Throws `unauthorised` where it was sealed with another key, for another receiver, or
 * is broken. Layout: 16 random bytes, the text's length in 4 bytes (big-endian), the text, the receiver, padding.
 * Source: developers.weixin.qq.com, 消息加解密说明; developer.work.weixin.qq.com/document/path/90968
 */
export function openSealed(sealed: string, { aesKey, receiver }: Seal): string {
  const opened = unpadded(decrypted(sealed, aesKey));
  const begin = RANDOM_BYTES + LENGTH_BYTES;
  if (opened === undefined || opened.length < begin) throw broken('is broken or was sealed with another key');
  const end = begin + opened.readUInt32BE(RANDOM_BYTES);
  if (end > opened.length) throw broken('is broken');
  if (opened.subarray(end).toString('utf8') !== receiver) throw broken('is for another receiver');
  return opened.subarray(begin, end).toString('utf8');
}

/** `text` sealed, as base64; `random` are 16 bytes that nobody can guess. */
export function sealText(text: string, { aesKey, receiver }: Seal, random: Uint8Array): string {
  const content = Buffer.from(text);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(content.length);
  const whole = Buffer.concat([random, length, content, Buffer.from(receiver)]);
  const padding = BLOCK - (whole.length % BLOCK);
  const key = keyOf(aesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([whole, Buffer.alloc(padding, padding)])),
    cipher.final(),
  ]).toString('base64');
}

function keyOf(aesKey: string): Buffer {
  return Buffer.from(`${aesKey}=`, 'base64');
}

function decrypted(sealed: string, aesKey: string): Buffer {
  const key = keyOf(aesKey);
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
  } catch (cause) {
    throw new YidaFault('unauthorised', 'the sealed message is broken', { cause });
  }
}

function unpadded(padded: Buffer): Buffer | undefined {
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > BLOCK || padding > padded.length) return undefined;
  const sound = padded.subarray(-padding).every((byte) => byte === padding);
  return sound ? padded.subarray(0, -padding) : undefined;
}

function broken(what: string): YidaFault {
  return new YidaFault('unauthorised', `the sealed message ${what}`);
}
