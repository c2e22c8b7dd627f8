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

  it('keeps the try-on in files of its own, loaded by who asks for it: its script, the pose network and its weights', async () => {
    const [panel, tryOn, pose] = await Promise.all([built('panel.js'), built('try-on.js'), built('pose.js')]);
    expect(gzipSync(tryOn).length).toBeLessThan(25 * 1024);
    expect(gzipSync(pose).length).toBeLessThan(150 * 1024);
    expect((await built('pose.bin')).length).toBeLessThan(5 * 1024 * 1024);
    // The one names the next by its hash, so that each may be kept for ever.
    expect(panel.includes(files['try-on.js'] ?? '?')).toBe(true);
    for (const name of ['pose.js', 'pose.json', 'pose.bin']) expect(tryOn.includes(files[name] ?? '?')).toBe(true);
    expect(panel.includes('tensor')).toBe(false);
  });

  it('needs no eval and no inline style, and names no address of anybody else', async () => {
    for (const name of ['widget.js', 'panel.js', 'try-on.js', 'pose.js']) {
      const code = (await built(name)).toString('utf8');
      expect(code.match(/\beval\(|new Function\(|insertAdjacentHTML|document\.write/g) ?? []).toEqual([]);
      // What the pose network's runtime says to programmers in its error messages is asked for by nothing.
      if (name === 'pose.js') continue;
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
      const own = Object.keys(texts).filter((id) => /^ui\.(panel|try-on)\./.test(id));
      const composed = ['ui.panel.says-like', 'ui.panel.says-dislike'];
      expect(own.filter((id) => !shown.has(id) && !composed.includes(id))).toEqual([]);
    }
  });
});
