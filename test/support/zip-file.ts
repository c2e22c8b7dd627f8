import { crc32, deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';

export interface ZipEntrySpec {
  readonly name: string;
  readonly nameEncoding?: 'utf-8' | 'gb18030';
  readonly data: Buffer;
  readonly deflate?: boolean;
  readonly unixMode?: number;
}

/** A zip of exactly these entries, unsafe names and all, which no packer would write. */
export function zipOf(entries: readonly ZipEntrySpec[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = iconv.encode(entry.name, entry.nameEncoding ?? 'utf-8');
    const packed = entry.deflate ? deflateRawSync(entry.data) : entry.data;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(entry.nameEncoding === 'gb18030' ? 0 : 0x800, 2);
    shared.writeUInt16LE(entry.deflate ? 8 : 0, 4);
    shared.writeUInt32LE(crc32(entry.data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(entry.data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.unixMode ?? 0) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\x03\x04'), shared, name, packed);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), shared, rest, name);
    offset += 30 + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, listing, Buffer.from('PK\x05\x06'), end]);
}
