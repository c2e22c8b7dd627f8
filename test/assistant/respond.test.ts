import { describe, expect, it } from 'vitest';
import { money } from '../../src/domain/money.js';
import type { UnderstoodTurn } from '../../src/domain/turn.js';
import {
  brokenPhoto,
  messageIds,
  photoOf,
  type Script,
  shownIds,
  smallShopScope,
  Talk,
} from '../support/small-shop.js';

const cny = (amount: number) => money(amount, 'CNY');
const wish = (constraints: UnderstoodTurn['constraints']): Partial<UnderstoodTurn> => ({
  intent: 'search',
  constraints,
});
const refine = (part: Partial<UnderstoodTurn>): Partial<UnderstoodTurn> => ({ intent: 'refine', ...part });

const SCRIPT: Script = {
  'red dress': wish({ category: 'dress', colours: ['red'] }),
  'v-neck dress': wish({ category: 'dress', neckline: 'v_neck' }),
  dress: wish({ category: 'dress' }),
  jeans: wish({ category: 'jeans' }),
  sneakers: wish({ category: 'sneakers' }),
  'hello, a red dress': { intent: 'greeting', constraints: { category: 'dress', colours: ['red'] } },
  'under 300': refine({ constraints: { price: { max: cny(300) } } }),
  'under 40 pounds': refine({ constraints: { price: { max: money(40, 'GBP') } } }),
  'under 40 dollars': refine({ constraints: { price: { max: money(40, 'USD') } } }),
  '280': {},
  'in black': refine({ constraints: { colours: ['black'] } }),
  'long sleeves': refine({ constraints: { sleeve: 'long' } }),
  'size M': refine({ constraints: { size: 'M' } }),
  'no red': refine({ constraints: { exclude: { colours: ['red'] } } }),
  'any colour': refine({ relaxed: ['colours'] }),
  'blue too': refine({ constraints: { colours: ['blue'] }, adds: true }),
  cheaper: refine({ critiques: [{ facet: 'price', direction: 'less' }] }),
  'the first but cheaper': refine({
    critiques: [{ facet: 'price', direction: 'less' }],
    references: [{ kind: 'ordinal', index: 1 }],
  }),
  longer: refine({ critiques: [{ facet: 'length', direction: 'more' }] }),
  'more formal': refine({ critiques: [{ facet: 'formality', direction: 'more' }] }),
  others: refine({ critiques: [{ facet: 'variety', direction: 'more' }] }),
  'this in red': { intent: 'refine', constraints: { colours: ['red'] }, references: [{ kind: 'photo' }] },
  'find this': { intent: 'photo-search', references: [{ kind: 'photo' }] },
  'find this in red': { intent: 'photo-search', constraints: { colours: ['red'] }, references: [{ kind: 'photo' }] },
  'what goes with the second': { intent: 'outfit', references: [{ kind: 'ordinal', index: 2 }] },
  'what goes with this': { intent: 'outfit', references: [{ kind: 'photo' }] },
  'an outfit': { intent: 'outfit' },
  'for work': { intent: 'refine', constraints: { occasions: ['work'] } },
  'the tenth': { intent: 'similar', references: [{ kind: 'ordinal', index: 10 }] },
  'the first': { intent: 'refine', references: [{ kind: 'ordinal', index: 1 }] },
  'compare the first two': {
    intent: 'compare',
    references: [
      { kind: 'ordinal', index: 1 },
      { kind: 'ordinal', index: 2 },
    ],
  },
  'why the second': { intent: 'explain', references: [{ kind: 'ordinal', index: 2 }] },
  'i like the second': { intent: 'feedback', positive: true, references: [{ kind: 'ordinal', index: 2 }] },
  'not the first': { intent: 'feedback', positive: false, references: [{ kind: 'ordinal', index: 1 }] },
  undo: { intent: 'undo' },
  'start over': { intent: 'restart' },
  'never mind': { intent: 'cancel' },
  help: { intent: 'help' },
  hello: { intent: 'greeting' },
  'i wear M': { intent: 'profile', constraints: { size: 'M' }, profile: { size: 'M' } },
  'when do you open': { intent: 'store-info' },
  'show me something': { intent: 'search' },
  说中文: { intent: 'change-language', language: 'zh-CN', locale: 'zh-CN' },
};

const talk = async (...overrides: Parameters<typeof smallShopScope>[1][]) =>
  new Talk(await smallShopScope(SCRIPT, Object.assign({}, ...overrides)));

describe('search and refinement', () => {
  it('shows what was asked for, and remembers it', async () => {
    const shop = await talk();
    const found = await shop.turn('red dress');
    expect(found.reply.items.length).toBeGreaterThan(1);
    expect(
      shownIds(found)
        .slice(0, 3)
        .every((id) => id.startsWith('dress-red')),
    ).toBe(true);
    expect(shop.session.constraints).toEqual({ category: 'dress', colours: ['red'] });
    expect(shop.session.shown).toEqual(shownIds(found));
  });

  it('keeps the earlier budget when the shopper only changes the colour', async () => {
    const shop = await talk();
    await shop.turn('red dress');
    await shop.turn('under 300');
    const { reply } = await shop.turn('in black');
    expect(reply.understood.constraints).toEqual({ category: 'dress', colours: ['black'], price: { max: cny(300) } });
  });

  it('adds a colour where the shopper says so, and lets one go', async () => {
    const shop = await talk();
    await shop.turn('red dress');
    await shop.turn('blue too');
    expect(shop.session.constraints.colours).toEqual(['red', 'blue']);
    await shop.turn('any colour');
    expect(shop.session.constraints.colours).toBeUndefined();
  });

  it('never shows what was excluded, and lifts the wish it contradicts', async () => {
    const shop = await talk();
    await shop.turn('dress');
    const result = await shop.turn('no red');
    expect(shownIds(result).some((id) => id.includes('red'))).toBe(false);
  });

  it('answers the wish inside a greeting', async () => {
    const shop = await talk();
    const result = await shop.turn('hello, a red dress');
    expect(result.reply.items.length).toBeGreaterThan(0);
    expect(shop.session.constraints.colours).toEqual(['red']);
  });

  it('says what gave way where nothing fits', async () => {
    const shop = await talk();
    await shop.turn('sneakers');
    const result = await shop.turn('in black');
    expect(messageIds(result)).toEqual(expect.arrayContaining(['reply.nearest', 'relax.colours']));
    expect(result.reply.relaxed[0]?.facet).toBe('colours');
  });

  it('shows favourites and asks once what is wanted where nothing was said', async () => {
    const shop = await talk();
    const first = await shop.turn('show me something');
    expect(messageIds(first)).toContain('question.what');
    expect(first.reply.items.length).toBeGreaterThan(0);
    const second = await shop.turn('show me something');
    expect(messageIds(second)).not.toContain('question.what');
  });

  it('brings others than those seen, and says when there are no more', async () => {
    const shop = await talk({ limit: 3 });
    const first = await shop.turn('dress');
    const second = await shop.turn('others');
    expect(second.trace.move).toBe('more');
    expect(shownIds(second).filter((id) => shownIds(first).includes(id))).toEqual([]);
    await shop.turn('others');
    expect(messageIds(await shop.turn('others'))).toEqual(['reply.no-more']);
  });
});

describe('a change of topic', () => {
  it('drops the neckline and keeps the size and the budget, and says so', async () => {
    const shop = await talk();
    await shop.turn('v-neck dress');
    await shop.turn('size M');
    await shop.turn('under 300');
    const result = await shop.turn('jeans');
    expect(shop.session.constraints).toEqual({ category: 'jeans', size: 'M', price: { max: cny(300) } });
    expect(messageIds(result)).toContain('notice.kept');
  });

  it('drops a clothes size on shoes, and has it again back among clothes', async () => {
    const shop = await talk();
    await shop.turn('dress');
    await shop.turn('size M');
    await shop.turn('sneakers');
    expect(shop.session.constraints).toEqual({ category: 'sneakers' });
    await shop.turn('jeans');
    expect(shop.session.constraints).toEqual({ category: 'jeans', size: 'M' });
  });

  it('keeps the budget as stated, not as "cheaper" narrowed it', async () => {
    const shop = await talk();
    await shop.turn('dress');
    await shop.turn('cheaper');
    expect(shop.session.constraints.price?.max).toBeDefined();
    await shop.turn('jeans');
    expect(shop.session.constraints).toEqual({ category: 'jeans' });
  });
});

describe('critiques', () => {
  it('goes below the middle of what was shown', async () => {
    const shop = await talk();
    const before = await shop.turn('dress');
    const prices = before.reply.items.flatMap(({ garment }) => garment.price?.minorUnits ?? []).sort((a, b) => a - b);
    const middle = prices[Math.floor((prices.length - 1) / 2)] ?? 0;
    const after = await shop.turn('cheaper');
    expect(after.reply.items.length).toBeGreaterThan(0);
    for (const { garment } of after.reply.items) expect(garment.price?.minorUnits).toBeLessThan(middle);
  });

  it('stays inside the stated budget, and says when nothing is cheaper', async () => {
    const shop = await talk();
    await shop.turn('red dress');
    let last = await shop.turn('under 300');
    for (let times = 0; times < 8; times++) last = await shop.turn('cheaper');
    expect(messageIds(last)).toContain('reply.no-cheaper');
    expect(shop.session.constraints.price).toEqual({ max: cny(300) });
    for (const { garment } of last.reply.items) expect(garment.price?.minorUnits).toBeLessThanOrEqual(30_000);
  });

  it('goes below the garment pointed at', async () => {
    const shop = await talk();
    const before = await shop.turn('jeans');
    const first = before.reply.items[0]?.garment;
    const after = await shop.turn('the first but cheaper');
    for (const { garment } of after.reply.items) {
      if (after.reply.relaxed.length === 0 && !messageIds(after).includes('reply.no-cheaper')) {
        expect(garment.price?.minorUnits).toBeLessThan(first?.price?.minorUnits ?? 0);
      }
    }
    expect(shop.session.similarTo).toBe(first?.id);
  });

  it('takes a step along the lengths and the occasions', async () => {
    const shop = await talk();
    await shop.turn('dress');
    await shop.turn('longer');
    expect(['midi', 'long', 'floor']).toContain(shop.session.constraints.length);
    await shop.turn('more formal');
    expect(shop.session.constraints.occasions).toEqual(['work']);
  });
});

describe('photos', () => {
  it('searches by a photo alone and asks nothing', async () => {
    const shop = await talk();
    const result = await shop.turn({ photos: [photoOf('dress red')] });
    expect(result.trace.intent).toBe('photo-search');
    expect(messageIds(result)[0]).toMatch(/^reply\.(photo|nearest)/);
    expect(shop.session.photo?.category).toBe('dress');
    expect(shop.session.pending).toBeNull();
  });

  it('refines the photo with the words that follow it', async () => {
    const shop = await talk();
    await shop.turn({ photos: [photoOf('dress blue')] });
    const result = await shop.turn('this in red');
    expect(shop.session.photoTurn).toBe(1);
    expect(shop.session.constraints.colours).toEqual(['red']);
    expect(result.reply.items[0]?.garment.colours).toEqual(['red']);
  });

  it('takes a photo and its words in one message', async () => {
    const shop = await talk();
    const result = await shop.turn({ text: 'this in red', photos: [photoOf('dress blue')] });
    expect(result.reply.items[0]?.garment.id).toMatch(/^dress-red/);
  });

  it('waits for the photo that words announce, and applies them to it', async () => {
    const shop = await talk();
    expect(messageIds(await shop.turn('find this in red'))).toEqual(['question.photo']);
    const interrupted = await shop.turn('help');
    expect(messageIds(interrupted)).toEqual(['reply.help', 'resume.photo']);
    await shop.turn({ photos: [photoOf('dress blue')] });
    expect(shop.session.constraints.colours).toEqual(['red']);
    expect(shop.session.photoTurn).toBe(3);
    expect(shop.session.pending).toBeNull();
  });

  it('uses the first of two photos and says so', async () => {
    const shop = await talk();
    const result = await shop.turn({ photos: [photoOf('dress red'), photoOf('jeans blue')] });
    expect(result.reply.messages[0]).toEqual({ id: 'notice.photo-first', values: { count: 2 } });
    expect(shop.session.photo?.category).toBe('dress');
  });

  it('uses the readable one where the first cannot be opened', async () => {
    const shop = await talk();
    const result = await shop.turn({ photos: [brokenPhoto('photo-unreadable'), photoOf('jeans blue')] });
    expect(result.reply.messages[0]?.id).toBe('notice.photo-usable');
    expect(shop.session.photo?.category).toBe('jeans');
  });

  it.each([
    'photo-empty',
    'photo-unreadable',
    'photo-too-large',
    'photo-heic',
    'photo-format',
    'photo-too-small',
  ] as const)('explains %s and leaves the conversation as it was', async (code) => {
    const shop = await talk();
    await shop.turn('red dress');
    const before = shop.session;
    const result = await shop.turn({ photos: [brokenPhoto(code)] });
    expect(messageIds(result)).toEqual([`fault.${code}`]);
    expect(result.trace.fault).toBe(code);
    expect(shop.session).toEqual({ ...before, turn: 2, intent: 'unknown' });
  });

  it('says that a photo shows no garment', async () => {
    const shop = await talk();
    expect(messageIds(await shop.turn({ photos: [photoOf('a cat')] }))).toEqual(['notice.photo-not-garment']);
  });

  it('answers words that stand alone beside a photo that cannot be used', async () => {
    const shop = await talk();
    const result = await shop.turn({ text: 'red dress', photos: [brokenPhoto('photo-heic')] });
    expect(messageIds(result)[0]).toBe('fault.photo-heic');
    expect(shownIds(result)[0]).toMatch(/^dress-red/);
  });

  it('keeps words about a photo that cannot be used for the next one', async () => {
    const shop = await talk();
    await shop.turn({ text: 'this in red', photos: [brokenPhoto('photo-unreadable')] });
    await shop.turn({ photos: [photoOf('dress blue')] });
    expect(shop.session.constraints.colours).toEqual(['red']);
  });
});

describe('garments that were shown', () => {
  it('dresses the second one', async () => {
    const shop = await talk();
    const list = await shop.turn('red dress');
    const result = await shop.turn('what goes with the second');
    expect(result.reply.outfits.length).toBeGreaterThan(0);
    const second = shownIds(list)[1];
    for (const outfit of result.reply.outfits) expect(outfit.garments.map(({ id }) => id)).toContain(second);
    expect(result.reply.understood.references).toEqual([{ kind: 'ordinal', index: 2, garmentId: second }]);
  });

  it('dresses an own garment from its photo', async () => {
    const shop = await talk();
    const result = await shop.turn({ text: 'what goes with this', photos: [photoOf('jeans blue')] });
    expect(messageIds(result)[0]).toBe('reply.outfits-photo');
    expect(result.reply.outfits.length).toBeGreaterThan(0);
  });

  it('asks what to dress, once, and takes an occasion for an answer', async () => {
    const shop = await talk();
    expect(messageIds(await shop.turn('an outfit'))).toEqual(['question.outfit-anchor']);
    const result = await shop.turn('for work');
    expect(result.trace.move).toBe('outfit');
    expect(result.reply.outfits.length).toBeGreaterThan(0);
  });

  it('asks which one where the place is not on the list, and takes a bare number', async () => {
    const shop = await talk({ limit: 4 });
    const list = await shop.turn('dress');
    expect(messageIds(await shop.turn('the tenth'))).toEqual(['question.which']);
    const result = await shop.turn('2');
    expect(result.trace.move).toBe('similar');
    expect(shop.session.similarTo).toBe(shownIds(list)[1]);
  });

  it('compares two by what differs', async () => {
    const shop = await talk();
    const list = await shop.turn('dress');
    const result = await shop.turn('compare the first two');
    expect(shownIds(result)).toEqual(shownIds(list).slice(0, 2));
    expect(messageIds(result)[0]).toBe('compare.lead');
    expect(messageIds(result)).toContain('compare.two');
  });

  it('explains with the reasons it was shown for', async () => {
    const shop = await talk();
    const list = await shop.turn('red dress');
    const result = await shop.turn('why the second');
    const given = list.reply.items[1]?.reasons.map(({ message }) => message).slice(0, 3) ?? [];
    expect(result.reply.messages.slice(1).map(({ values }) => values?.reason)).toEqual(
      given.map((message) => ({ kind: 'message', message })),
    );
  });

  it('says what a garment costs and which sizes there are', async () => {
    const shop = await talk();
    await shop.turn('red dress');
    expect(messageIds(await shop.turn('the first'))).toEqual(['about.price', 'about.sizes']);
  });
});

describe('likes and dislikes', () => {
  it('gives likes to later searches, and takes the disliked off the list', async () => {
    const queries: unknown[] = [];
    const scope = await smallShopScope(SCRIPT);
    const shop = new Talk({
      ...scope,
      search: (query) => {
        queries.push(query.liked);
        return scope.search(query);
      },
    });
    const list = await shop.turn('dress');
    await shop.turn('i like the second');
    const after = await shop.turn('not the first');
    expect(shownIds(after)).not.toContain(shownIds(list)[0]);
    expect(queries.at(-1)).toEqual([shownIds(list)[1]]);
  });
});

describe('going back', () => {
  it('undoes one step at a time', async () => {
    const shop = await talk();
    const first = await shop.turn('red dress');
    await shop.turn('under 300');
    await shop.turn('in black');
    await shop.turn('undo');
    expect(shop.session.constraints).toEqual({ category: 'dress', colours: ['red'], price: { max: cny(300) } });
    const back = await shop.turn('undo');
    expect(shownIds(back)).toEqual(shownIds(first));
    await shop.turn('undo');
    expect(messageIds(await shop.turn('undo'))).toEqual(['reply.nothing-to-undo']);
  });

  it('undoes back to a photo', async () => {
    const shop = await talk();
    await shop.turn({ photos: [photoOf('dress red')] });
    await shop.turn('jeans');
    expect(shop.session.photoTurn).toBeUndefined();
    await shop.turn('undo');
    expect(shop.session.photoTurn).toBe(1);
  });

  it('starts over, and can take that back', async () => {
    const shop = await talk();
    await shop.turn('red dress');
    await shop.turn('start over');
    expect(shop.session.constraints).toEqual({});
    expect(shop.session.shown).toEqual([]);
    await shop.turn('undo');
    expect(shop.session.constraints).toEqual({ category: 'dress', colours: ['red'] });
  });
});

describe('a budget in another currency', () => {
  it('says that it has no rate and asks, then takes the answer', async () => {
    const shop = await talk();
    await shop.turn('dress');
    const asked = await shop.turn('under 40 pounds');
    expect(asked.reply.messages).toEqual([{ id: 'question.currency', values: { stated: 'GBP', currency: 'CNY' } }]);
    expect(asked.reply.items).toEqual([]);
    const result = await shop.turn('280');
    expect(shop.session.constraints).toEqual({ category: 'dress', price: { max: cny(280) } });
    for (const { garment } of result.reply.items) expect(garment.price?.minorUnits).toBeLessThanOrEqual(28_000);
  });

  it('converts where a rate is configured, and keeps what was stated', async () => {
    const shop = await talk();
    await shop.turn('dress');
    const result = await shop.turn('under 40 dollars');
    expect(shop.session.constraints.price).toEqual({ max: money(40, 'USD') });
    for (const { garment } of result.reply.items) expect(garment.price?.minorUnits).toBeLessThanOrEqual(28_800);
  });
});

describe('buttons', () => {
  it('answers every verb', async () => {
    const shop = await talk();
    await shop.turn('dress');
    const press = (verb: 'similar' | 'outfit' | 'open' | 'like' | 'dislike') =>
      shop.turn({ action: { verb, garmentId: 'dress-blue' } });
    expect((await press('open')).trace.move).toBe('describe');
    expect((await press('like')).trace.move).toBe('like');
    expect((await press('outfit')).reply.outfits.length).toBeGreaterThan(0);
    expect((await press('similar')).reply.items.map(({ garment }) => garment.id)).not.toContain('dress-blue');
    expect((await press('dislike')).trace.move).toBe('dislike');
  });

  it('answers one whose garment is no longer on the screen, and one whose garment is gone', async () => {
    const shop = await talk();
    await shop.turn('dress');
    const unseen = await shop.turn({ action: { verb: 'outfit', garmentId: 'jeans-blue' } });
    expect(unseen.reply.outfits.length).toBeGreaterThan(0);
    const gone = await shop.turn({ action: { verb: 'similar', garmentId: 'no-such' } });
    expect(messageIds(gone)).toEqual(['reply.garment-gone']);
  });

  it('says that a garment is sold out', async () => {
    const shop = await talk();
    const result = await shop.turn({ action: { verb: 'open', garmentId: 'dress-gone' } });
    expect(messageIds(result)).toContain('about.sold-out');
  });

  it('hears a suggestion as words', async () => {
    const shop = await talk();
    await shop.turn({ action: { verb: 'say', text: 'red dress' } });
    expect(shop.session.constraints.colours).toEqual(['red']);
  });
});

describe('talk', () => {
  it('answers store questions from the FAQ alone, and otherwise says it does not know', async () => {
    const answer = { 'zh-CN': '十点', en: 'At ten' };
    const known = await talk({ faq: () => [answer] });
    expect((await known.turn('when do you open')).reply.messages).toEqual([
      { id: 'reply.store-info', values: { answer: { kind: 'text', text: answer } } },
    ]);
    const unknown = await talk();
    expect(messageIds(await unknown.turn('when do you open'))).toEqual(['reply.store-info-unknown']);
  });

  it('uses a size that was told', async () => {
    const shop = await talk();
    await shop.turn('i wear M');
    const result = await shop.turn('red dress');
    expect(shop.session.constraints.size).toBe('M');
    expect(shownIds(result)).not.toContain('dress-red-cheap');
  });

  it('drops the question that waits on "never mind"', async () => {
    const shop = await talk();
    await shop.turn('an outfit');
    expect(messageIds(await shop.turn('never mind'))).toEqual(['reply.cancelled']);
    expect(shop.session.pending).toBeNull();
  });

  it('goes on in the language asked for', async () => {
    const shop = await talk();
    await shop.turn('red dress');
    const result = await shop.turn('说中文');
    expect(result.reply.locale).toBe('zh-CN');
    expect(result.reply.items.length).toBeGreaterThan(0);
    expect((await shop.turn({ photos: [photoOf('dress red')] })).reply.locale).toBe('zh-CN');
  });
});

describe('messages that say nothing', () => {
  it.each([
    ['an empty message', { text: '  ' }, 'reply.empty'],
    ['nothing at all', {}, 'reply.empty'],
    ['emoji alone', { text: '👗✨' }, 'reply.emoji'],
    ['signs alone', { text: '#￥%……' }, 'reply.unknown'],
    ['a voice message', { unsupported: ['voice'] as const }, 'notice.unsupported-voice'],
    ['a sticker', { unsupported: ['sticker'] as const }, 'notice.unsupported-sticker'],
    ['a photo out of reach', { unsupported: ['unreachable-photo'] as const }, 'notice.unsupported-unreachable-photo'],
    ['words it does not know', { text: 'qwertz' }, 'reply.unknown'],
  ])('answers %s and keeps the request', async (_what, turn, id) => {
    const shop = await talk();
    await shop.turn('red dress');
    const { constraints, shown } = shop.session;
    const result = await shop.turn(turn);
    expect(messageIds(result)).toEqual([id]);
    expect(shop.session).toMatchObject({ constraints, shown });
  });

  it('reads the beginning of ten thousand characters and says so', async () => {
    const heard: string[] = [];
    const scope = await smallShopScope();
    const shop = new Talk({
      ...scope,
      understand: (text, context) => {
        heard.push(text);
        return scope.understand(text, context);
      },
    });
    const result = await shop.turn('裙👗'.repeat(5000));
    expect(messageIds(result)).toContain('notice.text-cut');
    expect([...(heard[0] ?? '')]).toHaveLength(500);
  });
});

describe('when something fails', () => {
  it('apologises, offers the words again and loses nothing', async () => {
    const scope = await smallShopScope(SCRIPT);
    let broken = false;
    const shop = new Talk({
      ...scope,
      search: (query) => (broken ? Promise.reject(new Error('down')) : scope.search(query)),
    });
    await shop.turn('red dress');
    const before = shop.session;
    broken = true;
    const result = await shop.turn('in black');
    expect(messageIds(result)).toEqual(['reply.apology']);
    expect(result.reply.suggestions[0]?.action).toEqual({ verb: 'say', text: 'in black' });
    expect(shop.session).toMatchObject({ constraints: before.constraints, shown: before.shown });
    broken = false;
    await shop.turn('in black');
    expect(shop.session.constraints.colours).toEqual(['black']);
  });

  it('says what did not run', async () => {
    const scope = await smallShopScope(SCRIPT);
    const shop = new Talk({
      ...scope,
      search: async (query) => ({ ...(await scope.search(query)), degraded: ['vector'] }),
    });
    const result = await shop.turn('red dress');
    expect(messageIds(result)).toContain('degraded.vector');
    expect(result.reply.degraded).toEqual(['vector']);
  });
});
