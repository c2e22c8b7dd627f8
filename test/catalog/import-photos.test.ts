import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importPhotos, type PhotoImportOptions } from '../../src/catalog/import-photos.js';
import { openPictureZip } from '../../src/catalog/pictures/picture-zip.js';
import { importBench, photoOf, TestFolder } from '../support/feed-import.js';
import { zipOf } from '../support/zip-file.js';

describe('importing bare photos', () => {
  let bench: Awaited<ReturnType<typeof importBench>>;
  let folder: TestFolder;
  beforeEach(async () => {
    bench = await importBench();
    folder = new TestFolder();
  });
  afterEach(async () => {
    folder[Symbol.dispose]();
    await bench.close();
  });
  const run = (source: string, options: Partial<PhotoImportOptions> = {}) =>
    importPhotos({ ...bench.deps, picturesFolder: `${folder.path}/copies`, ...options, source });

  it('makes a garment of each, with facets and both titles from what the model is sure of', async () => {
    folder.file('photos/summer/red 1.jpg', await photoOf('red'));
    folder.file('photos/blue.png', await photoOf('blue', 'png'));
    const report = await run(`${folder.path}/photos`);
    expect(report).toMatchObject({ read: 2, imported: 2, refused: [], photos: 2 });
    const red = await bench.store.get('summer-red-1');
    expect(red).toMatchObject({
      title: { 'zh-CN': '女士红色连衣裙', en: "Women's red dress" },
      category: 'dress',
      colours: ['red'],
      pattern: 'solid',
      audience: 'women',
      sleeve: null,
      price: null,
      sizes: [],
    });
    expect(existsSync(`${folder.path}/copies/${red?.images[0]?.split('/').at(-1)}`)).toBe(true);
    expect(await bench.store.provenance('summer-red-1')).toEqual({
      category: 'model',
      colours: 'model',
      pattern: 'model',
      audience: 'model',
    });
    expect(await bench.store.source()).toBe('photos');
  });

  it('refuses what shows no garment and what cannot be read, by name and reason, and leaves macOS’s and Windows’s own files alone', async () => {
    folder.file('p/dress.jpg', await photoOf('red'));
    folder.file('p/wall.jpg', await photoOf('#808080'));
    folder.file('p/broken.jpg', (await photoOf('red')).subarray(0, 300));
    folder.file('p/empty.png', new Uint8Array());
    folder.file('p/phone.heic', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000mif1heic')]));
    folder.file('p/.DS_Store', 'x');
    folder.file('p/._dress.jpg', 'x');
    folder.file('p/__MACOSX/dress.jpg', 'x');
    folder.file('p/Thumbs.db', 'x');
    folder.file('p/notes.txt', 'x');
    const report = await run(`${folder.path}/p`);
    expect(report).toMatchObject({ read: 5, imported: 1 });
    expect(report.refused.map(({ id, reason }) => [id, reason.id])).toEqual([
      ['broken.jpg', 'import.picture.unreadable'],
      ['empty.png', 'import.picture.empty'],
      ['phone.heic', 'import.picture.heic'],
      ['wall.jpg', 'import.reason.no-garment'],
    ]);
  });

  it('reads a zip, names in GBK included', async () => {
    const zip = folder.file(
      'photos.zip',
      zipOf([
        { name: '连衣裙/红色.jpg', nameEncoding: 'gb18030', data: await photoOf('red') },
        { name: '__MACOSX/._红色.jpg', data: Buffer.from('x') },
      ]),
    );
    expect(await run(zip)).toMatchObject({ read: 1, imported: 1, refused: [] });
    expect(await bench.store.get('连衣裙-红色')).toBeDefined();
  });

  it('refuses unsafe entries of a zip and reads the others', async () => {
    const red = await photoOf('red');
    const zip = folder.file(
      'photos.zip',
      zipOf([
        { name: '../outside.jpg', data: red },
        { name: '/etc/absolute.jpg', data: red },
        { name: 'C:\\windows.jpg', data: red },
        { name: 'a\\..\\..\\up.jpg', data: red },
        { name: 'bomb.jpg', data: Buffer.alloc(3 * 2 ** 20), deflate: true },
        { name: 'link.jpg', data: Buffer.from('/etc/passwd'), unixMode: 0xa1ff },
        { name: 'good.jpg', data: red },
        { name: 'good.jpg', data: red },
      ]),
    );
    const report = await run(zip);
    expect(report.imported).toBe(1);
    expect(report.refused.map(({ id, reason }) => [id, reason.id])).toEqual([
      ['../outside.jpg', 'import.reason.zip-path'],
      ['/etc/absolute.jpg', 'import.reason.zip-path'],
      ['C:/windows.jpg', 'import.reason.zip-path'],
      ['a/../../up.jpg', 'import.reason.zip-path'],
      ['bomb.jpg', 'import.reason.zip-size'],
      ['link.jpg', 'import.reason.zip-path'],
      ['good.jpg', 'import.reason.zip-twice'],
    ]);
    expect(existsSync(`${folder.path}/../outside.jpg`)).toBe(false);
  });

  it('refuses an archive with too many entries or too much in it before unpacking any', async () => {
    const red = await photoOf('red');
    const zip = folder.file('photos.zip', zipOf(['a.jpg', 'b.jpg', 'c.jpg'].map((name) => ({ name, data: red }))));
    const limits = { maxEntries: 10, maxTotalBytes: 2 ** 30, maxRatio: 100 };
    await expect(openPictureZip(zip, { ...limits, maxEntries: 2 })).rejects.toMatchObject({ code: 'too-large' });
    await expect(openPictureZip(zip, { ...limits, maxTotalBytes: red.length * 2 })).rejects.toMatchObject({
      code: 'too-large',
    });
    const source = await openPictureZip(zip, limits);
    expect(await source.read('b.jpg')).toEqual(red);
    await source.close();
  });

  it.each(['nothing', 'empty', 'text.zip'])('says so where there are no photos: %s', async (name) => {
    folder.file('empty/readme.txt', 'x');
    folder.file('text.zip', 'no zip');
    await expect(run(`${folder.path}/${name}`)).rejects.toMatchObject({ code: 'feed-unreadable' });
  });

  it('encodes only new photos when the folder grew', async () => {
    folder.file('p/a.jpg', await photoOf('red'));
    await run(`${folder.path}/p`);
    folder.file('p/b.jpg', await photoOf('blue'));
    expect(await run(`${folder.path}/p`)).toMatchObject({ imported: 1, unchanged: 1, photos: 1 });
  });

  it('changes nothing in a dry run', async () => {
    folder.file('p/a.jpg', await photoOf('red'));
    expect(await run(`${folder.path}/p`, { dryRun: true })).toMatchObject({ read: 1, imported: 1, dryRun: true });
    expect(await bench.store.count()).toBe(0);
    expect(existsSync(`${folder.path}/copies`)).toBe(false);
  });
});
