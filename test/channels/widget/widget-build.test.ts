import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/domain/locale.js';
import { buildWidgetForTest } from '../../support/build-widget.js';

const BROWSER = 'src/channels/widget/browser';

describe('the widget as it is built', () => {
  let folder: string;
  let files: Readonly<Record<string, string>>;

  beforeAll(async () => {
    folder = await buildWidgetForTest();
    ({ files } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const built = (name: string) => readFile(join(folder, files[name] ?? ''));

  it('is under 60 KB gzipped before it is opened, and under 60 KB with all that opening loads', async () => {
    const [loader, panel] = await Promise.all([built('widget.js'), built('panel.js')]);
    expect(gzipSync(loader).length).toBeLessThan(60 * 1024);
    expect(gzipSync(loader).length + gzipSync(panel).length).toBeLessThan(60 * 1024);
  });

  it('needs no eval and no inline style, and names no address of anybody else', async () => {
    for (const name of ['widget.js', 'panel.js']) {
      const code = (await built(name)).toString('utf8');
      expect(code.match(/\beval\(|new Function\(|insertAdjacentHTML|document\.write/g) ?? []).toEqual([]);
      const addresses = [...code.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => address);
      expect(addresses.filter((address) => address !== 'http://www.w3.org')).toEqual([]);
    }
  });

  it('has in both languages every text it shows, and shows every text of its own', async () => {
    const sources = await readdir(BROWSER, { recursive: true });
    const code = (
      await Promise.all(
        sources.filter((name) => /\.tsx?$/.test(name)).map((name) => readFile(join(BROWSER, name), 'utf8')),
      )
    ).join('\n');
    const shown = new Set([...code.matchAll(/['`]((?:ui|card)\.[\w.-]+[\w])['`]/g)].map(([, id]) => id));
    for (const locale of LOCALES) {
      const texts: Record<string, string> = JSON.parse(await readFile(`locales/${locale}/ui.json`, 'utf8'));
      expect([...shown].filter((id) => texts[id ?? ''] === undefined)).toEqual([]);
      const own = Object.keys(texts).filter((id) => id.startsWith('ui.panel.'));
      const composed = ['ui.panel.says-like', 'ui.panel.says-dislike'];
      expect(own.filter((id) => !shown.has(id) && !composed.includes(id))).toEqual([]);
    }
  });
});
