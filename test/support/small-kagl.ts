import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const COLOURS: Readonly<Record<string, string>> = { Red: '#ff0000', Green: '#00ff00', Blue: '#0000ff' };

/** CRC-32 as zip files want it. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A zip of stored (uncompressed) files. */
export function storedZip(files: readonly { name: string; bytes: Uint8Array }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, label, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), common, tail, label]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/**
 * A data folder of the documented format with 36 products of three colours and three kinds, all but the first
 * six unseen, one broken row, and photos filled with the product's colour.
 */
export async function writeSmallKagl(data: string): Promise<void> {
  await mkdir(join(data, 'kagl'), { recursive: true });
  const kinds = ['Tshirts', 'Dresses', 'Jeans'];
  const rows = Array.from({ length: 36 }, (_, at) => {
    const colour = Object.keys(COLOURS)[at % 3] ?? '';
    return {
      id: String(1000 + at),
      split: at < 6 ? 'train' : 'val',
      title: `Brand ${colour} ${kinds[Math.floor(at / 12)]}`,
      category1: 'Apparel',
      category2: 'Topwear',
      category3: kinds[Math.floor(at / 12)],
      colour,
      season: 'Summer',
      usage: 'Casual',
    };
  });
  await writeFile(
    join(data, 'kagl', 'labels.jsonl'),
    `${rows.map((row) => JSON.stringify(row)).join('\n')}\n{"id": broken\n`,
  );
  const files = await Promise.all(
    rows.map(async ({ id, colour }) => ({
      name: `${id}.jpg`,
      bytes: await sharp({ create: { width: 60, height: 80, channels: 3, background: COLOURS[colour] ?? '#888' } })
        .jpeg()
        .toBuffer(),
    })),
  );
  await writeFile(join(data, 'kagl', 'images-60x80.zip'), storedZip(files));
}
