import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFaqAnswers } from '../../../src/assistant/store-questions/answer-from-faq.js';
import { readFaq, type StoreTopic } from '../../../src/assistant/store-questions/faq.js';
import { readTopicCues } from '../../../src/assistant/store-questions/store-topics.js';
import { openLanguage } from '../../../src/language/open-language.js';

const locales = fileURLToPath(new URL('../../../locales/', import.meta.url));
const { splitForIndex } = await openLanguage(pathToFileURL(locales));
const cues = await readTopicCues(join(locales, 'store-topics.json'));
const demo = await readFaq(join(locales, 'demo-faq.json'));
const answers = createFaqAnswers(demo, cues, splitForIndex);
const topicsOf = (question: string) =>
  answers(question).map((answer) => demo.entries.find((entry) => entry.answer === answer)?.topic);

describe('store questions', () => {
  it.each<[StoreTopic, string, string]>([
    ['shipping', '下单之后几天到', 'how long does delivery take'],
    ['shipping', '满多少包邮', 'is postage free'],
    ['returns', '不合适能退吗', 'can I send it back if it does not fit'],
    ['returns', '想换个大一码的，怎么换码', 'I need to exchange it for a bigger one'],
    ['discounts', '现在有什么优惠', 'any discounts at the moment'],
    ['order-status', '我的包裹还没到', 'where is my order'],
    ['opening-hours', '客服几点上班', 'what are your opening hours'],
    ['size-charts', '有尺码表吗', 'do you have a size chart'],
    ['payment', '可以用花呗吗', 'can I pay with a credit card'],
    ['care', '这个能机洗吗', 'can I wash it in the machine'],
  ])('are answered by topic: %s', (topic, chinese, english) => {
    expect(topicsOf(chinese)).toEqual([topic]);
    expect(topicsOf(english)).toEqual([topic]);
  });

  it('get an answer each where a message asks two', () => {
    expect(topicsOf('多久能到，不喜欢可以退吗')).toEqual(['shipping', 'returns']);
    expect(topicsOf('How long is shipping and can I return it?')).toEqual(['shipping', 'returns']);
  });

  it('are read in traditional characters too', () => {
    expect(topicsOf('運費多少')).toEqual(['shipping']);
  });

  it('get no answer where the merchant gave none', () => {
    for (const question of ['你们老板是谁', '可以开发票吗', 'who owns the shop', 'do you do alterations', '', '？？'])
      expect(answers(question)).toEqual([]);
  });

  it('are answered by the merchant’s own wordings where no topic word is said', () => {
    const answer = { 'zh-CN': '可以，请提前一天说。', en: 'Yes, with a day’s notice.' };
    const own = createFaqAnswers(
      { entries: [{ topic: 'other', questions: { 'zh-CN': ['能带狗进店吗'], en: ['are dogs allowed'] }, answer }] },
      cues,
      splitForIndex,
    );
    expect(own('能带狗进去吗')).toEqual([answer]);
    expect(own('are dogs allowed inside')).toEqual([answer]);
    expect(own('are cats welcome')).toEqual([]);
  });
});

describe('a FAQ file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yida-faq-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const written = async (text: string) => {
    const file = join(folder, 'faq.json');
    await writeFile(file, text);
    return readFaq(file);
  };

  it('is refused with every fault in one message', async () => {
    const broken = { entries: [{ topic: 'weather', answer: { en: 'Sunny' } }, { topic: 'care' }] };
    await expect(written(JSON.stringify(broken))).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringMatching(/entries\.0\.topic[\s\S]*entries\.0\.answer\.zh-CN[\s\S]*entries\.1\.answer/),
    });
  });

  it('is refused where it is not JSON or not there', async () => {
    await expect(written('{')).rejects.toMatchObject({ message: expect.stringContaining('is not JSON') });
    await expect(readFaq(join(folder, 'none.json'))).rejects.toMatchObject({
      message: expect.stringContaining('cannot be read'),
    });
  });
});
