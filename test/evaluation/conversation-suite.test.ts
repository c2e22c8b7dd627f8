import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../src/assistant/scope.js';
import type { Constraints } from '../../src/domain/constraints.js';
import { money } from '../../src/domain/money.js';
import { brokenLimits } from '../../src/evaluation/conversation/broken-limits.js';
import { evaluateConversations } from '../../src/evaluation/conversation/conversation-suite.js';
import {
  isToldIn,
  parseTranscripts,
  readTranscripts,
  type Transcript,
} from '../../src/evaluation/conversation/transcript.js';
import { transcriptPhoto } from '../../src/evaluation/conversation/transcript-photos.js';
import { garment, RATES, vocabulary } from '../support/search-shop.js';
import { photoOf, smallShopScope } from '../support/small-shop.js';

const yuan = (amount: number) => ({ max: money(amount, 'CNY') });
let scope: Scope;
beforeAll(async () => {
  scope = await smallShopScope({
    'a red dress': { intent: 'search', constraints: { category: 'dress', colours: ['red'] } },
    'under 400': { intent: 'refine', constraints: { price: yuan(400) } },
  });
});
let ticks = 0;
const measured = (transcripts: readonly Transcript[], given: Partial<Scope> = {}) =>
  evaluateConversations(transcripts, 'en', {
    scope: () => ({ ...scope, ...given }),
    photo: async (name) => photoOf(name).bytes,
    clock: () => ticks++,
  });

const RED_DRESS: Constraints = { category: 'dress', colours: ['red'] };
const told = (second: Transcript['turns'][number]): Transcript => ({
  name: 'a red dress under 400',
  turns: [{ en: 'a red dress', intent: 'search', constraints: RED_DRESS }, second],
});

describe('the conversation suite', () => {
  it('finds nothing wrong with a conversation that goes as it should', async () => {
    const figures = await measured([
      told({ en: 'under 400', intent: 'refine', constraints: { ...RED_DRESS, price: yuan(400) } }),
    ]);
    expect(figures).toEqual({
      conversations: 1,
      turns: 2,
      intent: { accuracy: 1, n: 2 },
      jointGoal: { accuracy: 1, n: 2 },
      slots: { precision: 1, recall: 1, f1: 1, n: 5 },
      violations: { cards: expect.any(Number), budget: 0, size: 0, stock: 0, exclusions: 0 },
      apologies: 0,
      latencyMs: { p50: 1, p95: 1 },
      failures: [],
    });
    expect(figures.violations.cards).toBeGreaterThan(0);
  });

  it('names the turn that went wrong, and what of it', async () => {
    const figures = await measured([
      told({ en: 'under 400', intent: 'search', constraints: { ...RED_DRESS, size: 'M' } }),
    ]);
    expect(figures).toMatchObject({
      intent: { accuracy: 0.5, n: 2 },
      jointGoal: { accuracy: 0.5, n: 2 },
      slots: { precision: 4 / 5, recall: 4 / 5, n: 5 },
    });
    expect(figures.slots.f1).toBeCloseTo(0.8);
    expect(figures.failures).toEqual([
      {
        transcript: 'a red dress under 400',
        turn: 2,
        said: 'under 400',
        intent: { expected: 'search', actual: 'refine' },
        missing: ['size=M'],
        unexpected: ['price.max=400 CNY'],
        // Nobody said size M: of what was shown, this one has none left.
        violations: ['dress-red-cheap: size'],
      },
    ]);
    expect(figures.violations.size).toBe(1);
  });

  it('holds cards against what the shopper meant, also where the assistant took it for something else', async () => {
    const figures = await measured([told({ en: 'under 400', constraints: { ...RED_DRESS, price: yuan(200) } })]);
    const cards = figures.failures.flatMap(({ violations }) => violations);
    expect(cards).toContain('dress-red: budget');
    expect(cards).not.toContain('dress-red-cheap: budget');
    expect(figures.violations).toMatchObject({ budget: cards.length, size: 0, stock: 0, exclusions: 0 });
  });

  it('asks of a turn that states some of what holds only for that', async () => {
    const figures = await measured([told({ en: 'under 400', facet: { category: 'dress' } })]);
    expect(figures.jointGoal).toEqual({ accuracy: 1, n: 1 });
    expect(figures.slots).toEqual({ precision: 1, recall: 1, f1: 1, n: 3 });
    expect(figures.failures).toEqual([]);
  });

  it('counts a turn that was answered with an apology', async () => {
    const figures = await measured([told({ en: 'under 400' })], {
      understand: () => {
        throw new Error('out of order');
      },
    });
    expect(figures.apologies).toBe(2);
    expect(figures.failures.map(({ apology }) => apology)).toEqual([true, true]);
  });
});

describe('a limit', () => {
  const tools = { vocabulary, rates: RATES };
  const broken = (given: Parameters<typeof garment>[1], ...sets: Constraints[]) =>
    brokenLimits(garment('one', given), sets, [], tools);

  it('is broken by a price beyond it, in any currency with a rate, and by none at all', () => {
    expect(broken({ yuan: 400 }, { price: yuan(400) })).toEqual([]);
    expect(broken({ yuan: 401 }, { price: yuan(400) })).toEqual(['budget']);
    expect(broken({ yuan: 73 }, { price: { max: money(10, 'USD') } })).toEqual(['budget']);
    expect(broken({ yuan: 100 }, { price: { min: money(200, 'CNY') } })).toEqual(['budget']);
    expect(broken({ yuan: null }, { price: yuan(400) })).toEqual(['budget']);
  });

  it('is broken by a size that is sold out, whose own price counts where it is there', () => {
    const sizes = [
      { size: 'M', stock: 0 },
      { size: 'L', stock: 1, price: money(500, 'CNY') },
    ];
    expect(broken({ sizes }, { size: 'M' })).toEqual(['size']);
    expect(broken({ sizes, yuan: 300 }, { size: 'L', price: yuan(400) })).toEqual(['budget']);
    expect(broken({ sizes: [{ size: 'M', stock: 0 }] }, {})).toEqual(['stock']);
  });

  it('is broken by what was excluded, kinds of it and brands included', () => {
    expect(broken({ colours: ['red'] }, { exclude: { colours: ['red'] } })).toEqual(['exclusions']);
    expect(broken({ category: 'jeans' }, { exclude: { category: 'bottom' } })).toEqual(['exclusions']);
    expect(broken({ category: 'jeans' }, { exclude: { category: 'skirt' } })).toEqual([]);
    expect(broken({ brand: 'Aster' }, { exclude: { brand: 'aster' } })).toEqual(['exclusions']);
  });

  it('of one of several wishes has to hold, and one that is said to give way does not', () => {
    expect(broken({ yuan: 500 }, { price: yuan(400) }, { category: 'jeans' })).toEqual([]);
    const gaveWay = [{ facet: 'price' as const, message: { id: 'relax.price' } }];
    expect(brokenLimits(garment('one', { yuan: 500 }), [{ price: yuan(400) }], gaveWay as never, tools)).toEqual([]);
  });
});

describe('transcripts', () => {
  const work = mkdtemp(join(tmpdir(), 'yida-transcripts-'));
  afterAll(async () => rm(await work, { recursive: true, force: true }));

  it('are read from a file or from all of a folder', async () => {
    const folder = await work;
    const line = (name: string) => JSON.stringify([{ name, turns: [{ en: 'hello', intent: 'greeting' }] }]);
    await writeFile(join(folder, 'b.json'), line('b'));
    await writeFile(join(folder, 'a.json'), line('a'));
    await writeFile(join(folder, 'notes.txt'), 'none');
    expect((await readTranscripts(folder)).transcripts.map(({ name }) => name)).toEqual(['a', 'b']);
    expect((await readTranscripts(join(folder, 'b.json'))).transcripts.map(({ name }) => name)).toEqual(['b']);
  });

  it.each([
    ['{', 't.json: JSON'],
    ['[{"name":"n","turns":[]}]', 't.json: 0.turns'],
    ['[{"name":"n","turns":[{"en":"hi","intent":"chat"}]}]', 't.json: 0.turns.0.intent'],
    ['[{"name":"n","turns":[{"en":"hi","expects":{}}]}]', 't.json: 0.turns.0'],
  ])('that are none are refused with the place: %s', (json, place) => {
    try {
      parseTranscripts(json, 't.json');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'bad-request', values: { why: expect.stringContaining(place) } });
    }
  });

  it('are told in a language that has words for every turn but those of a photo alone', () => {
    const of = (...turns: Transcript['turns']): Transcript => ({ name: 'n', turns });
    expect(isToldIn('en', of({ en: 'hello' }, { photo: 'dress red' }))).toBe(true);
    expect(isToldIn('zh-CN', of({ en: 'hello' }, { photo: 'dress red' }))).toBe(false);
    expect(isToldIn('zh-CN', of({ photo: 'dress red', en: 'this in blue' }))).toBe(false);
  });

  it('name photos by kind and colour, drawn from the demo, or by file', async () => {
    const folder = await work;
    await writeFile(join(folder, 'mine.jpg'), 'bytes');
    expect(Buffer.from(await transcriptPhoto('dress red', folder)).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(Buffer.from(await transcriptPhoto('mine.jpg', folder)).toString()).toBe('bytes');
    await expect(transcriptPhoto('nowhere.jpg', folder)).rejects.toMatchObject({ code: 'photo-missing' });
  });
});
