import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/assistant/scope.js';
import type { Locale } from '../../src/domain/locale.js';
import { openLanguage } from '../../src/language/open-language.js';
import { messageIds, smallShopScope, Talk } from '../support/small-shop.js';

const { understand } = await openLanguage(new URL('../../locales/', import.meta.url));
const talkIn = async (locale: Locale, overrides: Partial<Scope> = {}) => {
  const talk = new Talk(await smallShopScope({}, { understand, notifies: true, ...overrides }));
  return { talk, say: (text: string) => talk.turn({ text, locale }) };
};

const WORDS = {
  'zh-CN': {
    find: '红色连衣裙',
    second: '第二件降价了告诉我',
    open: '降价了告诉我',
    place: '第一件',
    stop: '停止提醒',
    like: '我喜欢第一件',
  },
  en: {
    find: 'a dress',
    second: 'tell me when the second one drops',
    open: 'tell me when it gets cheaper',
    place: 'the first one',
    stop: 'stop notices',
    like: 'I like the first one',
  },
} as const;

describe.each(['zh-CN', 'en'] as const)('being told of a garment (%s)', (locale) => {
  const words = WORDS[locale];

  it('is asked for in words, and is for the garment pointed at alone', async () => {
    const { talk, say } = await talkIn(locale);
    await say(words.find);
    const { shown } = talk.session;
    const result = await say(words.second);
    expect(messageIds(result)).toEqual(['notice.will-tell']);
    expect(result.effects).toEqual([
      { kind: 'watch', locale, garments: [{ id: shown[1], price: expect.anything(), available: true }] },
    ]);
    expect(talk.session.shown).toEqual(shown);
  });

  it('asks which of several, and hears the answer', async () => {
    const { talk, say } = await talkIn(locale);
    await say(words.find);
    const [first] = talk.session.shown;
    const asked = await say(words.open);
    if (talk.session.shown.length === 1) return;
    expect(messageIds(asked)).toEqual(['question.notify']);
    expect(asked.effects).toEqual([]);
    const answered = await say(words.place);
    expect(answered.effects).toMatchObject([{ kind: 'watch', garments: [{ id: first }] }]);
  });

  it('hears a bare number as the answer', async () => {
    const { talk, say } = await talkIn(locale);
    await say(words.find);
    const [, second] = talk.session.shown;
    await say(words.open);
    expect((await say('2')).effects).toMatchObject([{ kind: 'watch', garments: [{ id: second }] }]);
  });

  it('ends at one word', async () => {
    const { say } = await talkIn(locale);
    await say(words.find);
    await say(words.second);
    const result = await say(words.stop);
    expect(messageIds(result)).toEqual(['notice.stopped']);
    expect(result.effects).toEqual([{ kind: 'unwatch' }]);
  });

  it('is offered at a like where the shop can write first, and nowhere else', async () => {
    const offered = async (overrides: Partial<Scope>) => {
      const { say } = await talkIn(locale, overrides);
      await say(words.find);
      const { reply } = await say(words.like);
      return reply.suggestions.some(({ title }) => title.id === 'suggest.notify');
    };
    expect(await offered({})).toBe(true);
    expect(await offered({ notifies: false })).toBe(false);
  });

  it('is not promised where the shop cannot write first', async () => {
    const { say } = await talkIn(locale, { notifies: false });
    await say(words.find);
    const result = await say(words.second);
    expect([messageIds(result), result.effects]).toEqual([['notice.cannot'], []]);
  });

  it('needs something to be told of', async () => {
    const { say } = await talkIn(locale);
    expect(messageIds(await say(words.open))).toEqual(['notice.nothing']);
  });
});
