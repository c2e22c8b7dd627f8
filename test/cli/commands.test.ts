import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { terminalLocale } from '../../src/cli/terminal.js';
import { openYida } from '../support/run-yida.js';

const program = openYida();
const { work } = program;
const yida = (args: string[], environment: Record<string, string> = {}) => program.run(args, { environment });
afterAll(() => program.remove());

/** A plain red picture of a garment's proportions. */
async function picture(name: string): Promise<string> {
  const file = join(work, name);
  await sharp({ create: { width: 96, height: 128, channels: 3, background: '#b02020' } })
    .jpeg()
    .toFile(file);
  return file;
}

describe('the command line', () => {
  it('speaks the language of the shell', async () => {
    expect(terminalLocale({ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' })).toBe('zh-CN');
    expect(terminalLocale({ LANG: 'en_GB.UTF-8' })).toBe('en');
    expect(terminalLocale({ LANG: 'de_DE.UTF-8' })).toBe('en');
    const [zh, en] = await Promise.all([yida(['--help'], { LC_ALL: 'zh_CN.UTF-8' }), yida(['--help'])]);
    expect([zh.status, en.status]).toEqual([0, 0]);
    expect(zh.stdout).toContain('导入商品表');
    expect(en.stdout).toContain('import a product feed');
  });

  it.each([
    [['wear']],
    [['import']],
    [['embed', '--out', 'v.npy']],
    [['embed', '--texts', 'a', '--images', 'b', '--out', 'v.npy']],
    [['evaluate', 'everything']],
    [['rank', '--texts', 'a', '--images', 'b', '--out', 'r', '--top', '0']],
  ])('ends with 2 where it is used wrongly: %j', async (args) => {
    const run = await yida(args);
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).not.toBe('');
  });

  it('ends with 1 and says each fault of the settings on a line of its own', async () => {
    const run = await yida(['start'], { PORT: 'x', HOST: '0.0.0.0' });
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^PORT: /m);
    expect(run.stderr).toMatch(/^HOST: /m);
    expect(run.stderr).not.toMatch(/^ +at /m);
  });

  it('ends with 1, one line and no stack where a file is missing or the model is', async () => {
    const faults = await Promise.all([
      yida(['import', join(work, 'nowhere.csv')]),
      yida(['tag', join(work, 'nowhere.jpg')]),
      yida(['tag', await picture('one.jpg')], { YIDA_MODEL: join(work, 'no-model') }),
    ]);
    for (const run of faults) {
      expect(run.status).toBe(1);
      expect(run.stdout).toBe('');
      expect(run.stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('prints JSON alone with --json', async () => {
    const run = await yida(['tag', await picture('two.jpg'), '--json']);
    expect(run.status).toBe(0);
    const [tagged] = JSON.parse(run.stdout) as { photo: string; garment: boolean; tags: object }[];
    expect(tagged).toMatchObject({ photo: 'two.jpg', garment: expect.any(Boolean), tags: expect.any(Object) });
  });

  it('embeds each line of a text file as one unit vector, with the lines beside it', async () => {
    const texts = join(work, 'texts.txt');
    const out = join(work, 'v.npy');
    writeFileSync(texts, '红色连衣裙\na red dress\n');
    expect((await yida(['embed', '--texts', texts, '--out', out])).status).toBe(0);
    const bytes = readFileSync(out);
    const header = bytes.subarray(10, 10 + bytes.readUInt16LE(8)).toString('latin1');
    expect(bytes.subarray(1, 6).toString('latin1')).toBe('NUMPY');
    expect(header).toMatch(/'descr': '<f4'.*'shape': \(2, 256\)/);
    const start = 10 + bytes.readUInt16LE(8);
    const first = Array.from({ length: 256 }, (_, at) => bytes.readFloatLE(start + 4 * at));
    expect(first.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 3);
    expect(readFileSync(join(work, 'v.names.txt'), 'utf8')).toBe('红色连衣裙\na red dress\n');
  });

  it('holds conversations over a feed, and lists the turns that went wrong', async () => {
    const feed = join(work, 'shop.csv');
    writeFileSync(
      feed,
      'id,title,title_zh,category,colour,price,currency,size,stock\n' +
        'd1,Red dress,红色连衣裙,dress,red,199,CNY,M,3\n' +
        'd2,Long red dress,红色长连衣裙,dress,red,459,CNY,M,2\n',
    );
    const file = join(work, 'told.json');
    const max = { minorUnits: 30_000, currency: 'CNY' };
    const holds = { category: 'dress', colours: ['red'], price: { max } };
    const words = { 'zh-CN': '红色连衣裙，三百以内', en: 'a red dress under 300' };
    const good = { name: 'good', turns: [{ ...words, intent: 'search', constraints: holds }] };
    const bad = { name: 'bad', turns: [{ ...words, constraints: { ...holds, colours: ['blue'] } }] };
    writeFileSync(file, JSON.stringify([good, bad]));
    const run = await yida(['evaluate', 'conversation', '--data', file, '--catalog', feed, '--json']);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    const failure = { transcript: 'bad', turn: 1, missing: ['colours=blue'], unexpected: ['colours=red'] };
    const expected = {
      conversations: 2,
      turns: 2,
      intent: { accuracy: 1, n: 1 },
      jointGoal: { accuracy: 0.5, n: 2 },
      violations: { cards: 2, budget: 0, size: 0, stock: 0, exclusions: 0 },
      apologies: 0,
      failures: [failure],
    };
    expect(JSON.parse(run.stdout)).toMatchObject({ 'zh-CN': expected, en: expected });
  });

  it('says which place of a file of transcripts is wrong', async () => {
    const file = join(work, 'broken.json');
    writeFileSync(file, '[{"name":"n","turns":[{"en":"hi","intent":"chat"}]}]');
    const run = await yida(['evaluate', 'conversation', '--data', file]);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('broken.json: 0.turns.0.intent');
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});
