import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { createMessages, loadMessages } from '../../../src/channels/rendering/message-catalogue.js';
import { FAULTS } from '../../../src/domain/fault.js';
import { LOCALES } from '../../../src/domain/locale.js';

async function folderWith(files: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yida-locales-'));
  for (const locale of LOCALES) {
    await mkdir(join(folder, locale));
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, locale, name), JSON.stringify(content));
    }
  }
  return folder;
}

/** The names of a message's arguments. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap((option) => argumentsOf(option.value))
        : [];
    return [element.value, ...inner];
  });
}

describe('messages', () => {
  it('merge all files of a language', async () => {
    const folder = await folderWith({ 'a.json': { 'a.one': '1' }, 'b.json': { 'b.two': '{n, number}' } });
    const messages = await loadMessages(folder);
    expect(messages.format('en', 'b.two', { n: 2 })).toBe('2');
    expect(messages.ids('zh-CN')).toEqual(['a.one', 'b.two']);
    await rm(folder, { recursive: true });
  });

  it('refuse an id that two files give, and a value that is not text, naming the file', async () => {
    const twice = await folderWith({ 'a.json': { same: '1' }, 'b.json': { same: '2' } });
    await expect(loadMessages(twice)).rejects.toThrow(/b\.json: same is given twice/);
    const number = await folderWith({ 'a.json': { same: 1 } });
    await expect(loadMessages(number)).rejects.toThrow(/a\.json: same is not text/);
    await Promise.all([twice, number].map((folder) => rm(folder, { recursive: true })));
  });

  it('leave markup in messages and values as it is, and show a missing id rather than fail', () => {
    const messages = createMessages({ 'zh-CN': {}, en: { greet: '<b>{name}</b>' } });
    expect(messages.format('en', 'greet', { name: '<i>{x}' })).toBe('<b><i>{x}</b>');
    expect(messages.format('zh-CN', 'greet')).toBe('greet');
  });
});

describe('the locales folder', () => {
  it('has the same ids with the same arguments in both languages', async () => {
    const messages = await loadMessages('locales');
    expect(messages.ids('en').sort()).toEqual(messages.ids('zh-CN').sort());
    const texts = await Promise.all(LOCALES.map((locale) => readAll(locale)));
    for (const [id, text] of Object.entries(texts[0] ?? {})) {
      const [zh, en] = [text, texts[1]?.[id] ?? ''].map((message) =>
        [...new Set(argumentsOf(parse(message, { ignoreTag: true })))].sort(),
      );
      expect(zh, id).toEqual(en);
    }
  });

  it('words every fault of the table', async () => {
    const messages = await loadMessages('locales');
    for (const { message } of Object.values(FAULTS)) {
      for (const locale of LOCALES) expect(messages.has(locale, message), `${locale} ${message}`).toBe(true);
    }
  });
});

async function readAll(locale: string): Promise<Record<string, string>> {
  const names = (await readdir(join('locales', locale))).filter((name) => name.endsWith('.json'));
  const parts = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join('locales', locale, name), 'utf8'))),
  );
  return Object.assign({}, ...parts);
}
