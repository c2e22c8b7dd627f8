import { describe, expect, it } from 'vitest';
import type { Scope } from '../../src/assistant/scope.js';
import type { Effect } from '../../src/domain/effect.js';
import type { Locale } from '../../src/domain/locale.js';
import type { Told } from '../../src/domain/profile.js';
import { openLanguage } from '../../src/language/open-language.js';
import { messageIds, shownIds, smallShopScope, Talk } from '../support/small-shop.js';

const { understand } = await openLanguage(new URL('../../locales/', import.meta.url));
const known = (told?: Told): Partial<Scope> => ({
  user: { dataAddress: () => 'https://shop.example/mine', ...(told ? { profile: { told } } : {}) },
});
/** A talk in a language that collects what each turn changed beyond it. */
async function talkIn(locale: Locale, overrides: Partial<Scope> = {}) {
  const talk = new Talk(await smallShopScope({}, { understand, ...overrides }));
  const effects: Effect[] = [];
  return {
    talk,
    effects,
    say: async (text: string) => {
      const result = await talk.turn({ text, locale });
      effects.push(...result.effects);
      return result;
    },
  };
}

const WORDS = {
  'zh-CN': {
    size: '我穿M码',
    remember: '记住我的喜好',
    correct: '其实我穿L码',
    height: '我身高165，体重55公斤',
    which: '一米六五、110斤穿什么码',
    trousers: '想要30码的牛仔裤',
    hate: '我讨厌红色',
    love: '我最喜欢的颜色是蓝色',
    usual: '我平时买衣服预算300以内',
    dress: '想要一条连衣裙',
    red: '红色连衣裙',
    yes: '好的，记住吧',
    no: '不用了',
    mine: '我的资料',
    forget: '忘掉我的身高',
    export: '导出我的数据',
    erase: '删除我的数据',
    sure: '确定',
    other: '给我妈买条M码的连衣裙',
  },
  en: {
    remember: 'remember what I like',
    size: 'I wear size M',
    correct: 'actually I wear L',
    height: "I'm 165 cm and weigh 55 kg",
    which: "I'm 165 cm and 55 kg, what size should I get?",
    trousers: 'I want jeans in size 30',
    hate: 'I hate red',
    love: 'my favourite colour is blue',
    usual: 'I usually spend under 300',
    dress: 'I want a dress',
    red: 'a red dress',
    yes: 'yes please',
    no: 'no thanks',
    mine: 'my profile',
    forget: 'forget my height',
    export: 'export my data',
    erase: 'delete all my data',
    sure: 'yes, delete it',
    other: 'a dress in M for my mum',
  },
} as const;

describe.each(['zh-CN', 'en'] as const)('what a shopper tells about themselves, in %s', (locale) => {
  const words = WORDS[locale];

  it('is kept beyond the conversation only once they agreed, asked a single time', async () => {
    const { say, effects } = await talkIn(locale, known());
    expect(messageIds(await say(words.size))).toContain('question.keep');
    expect(effects).toEqual([]);
    expect(messageIds(await say(words.yes))).toEqual(['profile.saved']);
    expect(effects).toEqual([{ kind: 'keep-profile', told: { size: 'M' } }]);
    const corrected = await say(words.correct);
    expect(messageIds(corrected)).not.toContain('question.keep');
    expect(effects.at(-1)).toEqual({ kind: 'keep-profile', told: { size: 'L' } });
  });

  it('is asked about where they wish to be remembered, before they told anything', async () => {
    const { say, effects, talk } = await talkIn(locale, known());
    expect(messageIds(await say(words.remember))).toEqual(['profile.will-note', 'question.keep']);
    expect(effects).toEqual([]);
    expect(messageIds(await say(words.yes))).toEqual(['profile.saved']);
    expect(talk.session.consent).toBe('given');
  });

  it('is not promised to be kept where nobody knows who they are', async () => {
    const { say } = await talkIn(locale);
    expect(messageIds(await say(words.remember))).toEqual(['profile.will-note', 'profile.kept']);
  });

  it('stays in the conversation where they would rather not, and is not asked about again', async () => {
    const { say, effects, talk } = await talkIn(locale, known());
    await say(words.size);
    expect(messageIds(await say(words.no))).toEqual(['profile.not-saved']);
    expect(messageIds(await say(words.height))).not.toContain('question.keep');
    expect(effects).toEqual([]);
    expect(talk.session.told).toMatchObject({ size: 'M', heightCm: 165, weightKg: 55 });
  });

  it('is never asked to be kept where nobody knows who they are', async () => {
    const { say, effects } = await talkIn(locale);
    expect(messageIds(await say(words.size))).not.toContain('question.keep');
    expect(effects).toEqual([]);
  });

  it('goes on with the search where the question is passed over', async () => {
    const { say, effects } = await talkIn(locale, known());
    await say(words.size);
    const found = await say(words.dress);
    expect(shownIds(found).length).toBeGreaterThan(0);
    expect(effects).toEqual([]);
  });

  it('is used from the first list of the next conversation on, and said', async () => {
    const { say, talk } = await talkIn(locale, known({ size: 'M', dislikedColours: ['red'] }));
    const found = await say(words.dress);
    expect(talk.session.constraints).toMatchObject({ size: 'M', exclude: { colours: ['red'] } });
    expect(messageIds(found)).toContain('notice.kept');
    expect(found.reply.items.every(({ garment }) => !garment.colours.includes('red'))).toBe(true);
  });

  it('is noted in passing too, and kept of those who agreed', async () => {
    const { say, effects, talk } = await talkIn(locale, known({ size: 'M' }));
    await say(words.dress);
    await say(words.hate);
    expect(talk.session.told?.dislikedColours).toEqual(['red']);
    expect(effects).toEqual([{ kind: 'keep-profile', told: { size: 'M', dislikedColours: ['red'] } }]);
  });

  it('tells trousers sized by a number from clothes sized by a letter', async () => {
    const { say, talk } = await talkIn(locale, known({ size: 'M' }));
    await say(words.trousers);
    expect(talk.session.told).toMatchObject({ size: 'M', bottomSize: '30' });
    await say(words.dress);
    expect(talk.session.constraints.size).toBe('M');
  });

  it('makes no size up from height and weight', async () => {
    const { say } = await talkIn(locale, known());
    expect(messageIds(await say(words.which))).toContain('profile.size-unknown');
  });

  it('gives way to what they ask for by name', async () => {
    const { say, talk } = await talkIn(locale, known({ dislikedColours: ['red'] }));
    await say(words.red);
    expect(talk.session.constraints.colours).toEqual(['red']);
    expect(talk.session.constraints.exclude?.colours ?? []).not.toContain('red');
  });

  it('leaves the running list as soon as a colour is hated', async () => {
    const { say } = await talkIn(locale, known());
    await say(words.dress);
    const after = await say(words.hate);
    expect(after.reply.items.length).toBeGreaterThan(0);
    expect(after.reply.items.every(({ garment }) => !garment.colours.includes('red'))).toBe(true);
  });

  it('is tastes and habits too, shown when asked for', async () => {
    const { say, talk } = await talkIn(locale, known());
    for (const sentence of [words.love, words.hate, words.usual]) await say(sentence);
    expect(talk.session.told).toMatchObject({ likedColours: ['blue'], dislikedColours: ['red'] });
    expect(talk.session.told?.usualPrice?.max).toEqual({ minorUnits: 30_000, currency: 'CNY' });
    expect(messageIds(await say(words.mine))).toEqual(
      expect.arrayContaining(['profile.liked-colours', 'profile.disliked-colours', 'profile.budget']),
    );
  });

  it('is forgotten item by item', async () => {
    const { say, effects, talk } = await talkIn(locale, known({ size: 'M', heightCm: 165 }));
    const forgotten = await say(words.forget);
    expect(messageIds(forgotten)).toEqual(['profile.forgotten']);
    expect(effects).toEqual([{ kind: 'keep-profile', told: { size: 'M' } }]);
    expect(talk.session.told).toEqual({ size: 'M' });
    expect(messageIds(await say(words.forget))).toEqual(['profile.not-known']);
  });

  it('is not what they say of somebody else', async () => {
    const { say, talk } = await talkIn(locale, known());
    await say(words.other);
    expect(talk.session.told?.size).toBeUndefined();
    expect(talk.session.constraints.size).toBe('M');
  });

  it('is what they liked too, kept of those who agreed and known on the next visit', async () => {
    const like = { action: { verb: 'like' as const, garmentId: 'dress-blue' }, locale };
    const { say, talk } = await talkIn(locale, known());
    await say(words.dress);
    expect((await talk.turn(like)).effects).toEqual([]);
    const { say: agreed, talk: again } = await talkIn(locale, {
      user: { profile: { told: {} }, liked: ['dress-red'] },
    });
    await agreed(words.dress);
    expect(again.session.liked).toEqual(['dress-red']);
    expect((await again.turn(like)).effects).toEqual([
      { kind: 'record-taste', verb: 'like', garmentIds: ['dress-blue'] },
    ]);
  });

  it('is not the size of whoever they shop for', async () => {
    const { say, talk } = await talkIn(locale, known({ size: 'XS' }));
    await say(locale === 'en' ? 'a dress for my mum' : '给我妈挑条连衣裙');
    expect(talk.session.constraints.size).toBeUndefined();
    expect(talk.session.told?.size).toBe('XS');
  });

  it('can be taken home, by a link or openly where nothing is kept', async () => {
    const { say } = await talkIn(locale, known());
    expect((await say(words.export)).reply.messages).toEqual([
      { id: 'privacy.export', values: { address: 'https://shop.example/mine' } },
    ]);
    const { say: unknown } = await talkIn(locale);
    expect(messageIds(await unknown(words.export))).toEqual(['privacy.export-here']);
  });

  it('is erased only after a yes, and then all of it', async () => {
    const { say, effects, talk } = await talkIn(locale, known({ size: 'M' }));
    await say(words.dress);
    expect(messageIds(await say(words.erase))).toEqual(['question.erase']);
    expect(messageIds(await say(words.no))).toEqual(['privacy.not-erased']);
    expect(effects).toEqual([]);
    await say(words.erase);
    expect(messageIds(await say(words.sure))).toEqual(['privacy.erased']);
    expect(effects).toEqual([{ kind: 'forget-user' }]);
    expect(talk.session).toMatchObject({ constraints: {}, shown: [], past: [] });
    expect(talk.session.told).toBeUndefined();
  });

  it('goes to the shop’s people with the talk where they take such', async () => {
    const { say, effects, talk } = await talkIn(locale, { ...known(), takesHandovers: true });
    await say(words.dress);
    const person = await say(locale === 'en' ? 'talk to a person' : '转人工');
    expect(messageIds(person)[0]).toBe('reply.handed-over');
    expect(effects).toMatchObject([
      { kind: 'hand-over', handover: { locale, constraints: { category: 'dress' }, shown: talk.session.shown } },
    ]);
  });
});
