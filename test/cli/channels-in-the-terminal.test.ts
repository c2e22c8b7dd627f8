import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MESSAGING_APPS } from '../../src/channels/channel-list.js';
import { SIMULATORS } from '../../src/channels/messaging/simulator/simulators.js';
import { openYida } from '../support/run-yida.js';

const program = openYida();
afterAll(() => program.remove());

beforeAll(async () => {
  const feed = join(program.work, 'feed.csv');
  writeFileSync(
    feed,
    [
      'id,title,price,color,product_type,gender',
      'd1,红色连衣裙,199 CNY,红色,连衣裙,women',
      'd2,蓝色连衣裙,259 CNY,蓝色,连衣裙,women',
      's1,白色衬衫,159 CNY,白色,衬衫,women',
    ].join('\n'),
  );
  expect((await program.run(['import', feed])).status).toBe(0);
}, 60_000);

describe('a simulated messaging app', () => {
  it('there is one for every app', () => {
    expect(Object.keys(SIMULATORS).sort()).toEqual(MESSAGING_APPS.map(({ name }) => name).sort());
  });

  it.each([
    ['en', 'a red dress', '¥199'],
    ['zh_CN.UTF-8', '红色连衣裙', '¥199'],
  ])(
    'talks in the terminal, whole round trip (%s)',
    async (LC_ALL, words, price) => {
      const run = await program.run(['simulate', 'telegram'], {
        environment: { LC_ALL },
        input: `${words}\n/press 1\n/nonsense\n/quit\n`,
      });
      expect(run.status).toBe(0);
      expect(run.stdout).toContain(price);
      expect(run.stdout).toContain('[1]');
      // The first button shows what is similar: the other dress.
      expect(run.stdout).toContain('¥259');
      expect(run.stdout.match(/\/photo/g)?.length).toBeGreaterThanOrEqual(2);
    },
    60_000,
  );

  it('says what it could not do', async () => {
    const run = await program.run(['simulate', 'whatsapp'], {
      input: '/press 99\n/press\n/photo nothing.jpg\n/quit\n',
    });
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('There is no button 99');
    expect(run.stdout).toContain('nothing.jpg cannot be read');
    expect(run.stdout.match(/\/photo <file>/g)?.length).toBe(1);
  }, 60_000);

  it('says which there are where it is asked for another', async () => {
    const run = await program.run(['simulate', 'pigeon']);
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('telegram');
  });
});

describe('the doctor', () => {
  it('says what is on, what is off and which variables are missing', async () => {
    const run = await program.run(['doctor']);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('widget: always on');
    expect(run.stdout).toContain('YIDA_TELEGRAM_TOKEN, YIDA_TELEGRAM_SECRET');
    expect(run.stdout).toContain('YIDA_PUBLIC_URL');
  });

  it('says where to find what is to be set', async () => {
    const run = await program.run(['doctor'], { environment: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(run.stdout).toContain('要开启，请设置：YIDA_UCP');
    expect(run.stdout.trimEnd().split('\n').at(-1)).toContain('docs/messaging.zh-CN.md');
  });

  it('says in the reader’s language what each setting is, and that an address without a certificate serves nobody', async () => {
    const environment = { LC_ALL: 'zh_CN.UTF-8', YIDA_WECHAT_APP_ID: 'wx1', YIDA_PUBLIC_URL: 'http://shop.example' };
    const { stdout } = await program.run(['doctor'], { environment });
    expect(stdout).toContain('填得不对：YIDA_WECHAT_APP_ID，应为公众号的 AppID');
    expect(stdout).toContain('缺少：YIDA_WECHAT_TOKEN，自己定的 Token');
    expect(stdout).toContain('平台只访问 https 地址');
    expect(stdout).not.toMatch(/needed beside|is not https/);
  });

  it('ends in peace where nobody reads on', async () => {
    const child = spawn(process.execPath, [program.main, 'doctor'], { env: program.environment, stdio: 'pipe' });
    child.stdout.once('data', () => child.stdout.destroy());
    const errors: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => errors.push(part));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([status, Buffer.concat(errors).toString()]).toEqual([0, '']);
  });

  it('names every fault and ends with 1', async () => {
    const environment = { YIDA_TELEGRAM_TOKEN: 'nonsense', PORT: 'x', YIDA_PUBLIC_URL: 'https://shop.example/' };
    const [words, json] = await Promise.all([
      program.run(['doctor'], { environment }),
      program.run(['doctor', '--json'], { environment }),
    ]);
    expect([words.status, json.status]).toEqual([1, 1]);
    expect(words.stdout).toContain(
      "not right: YIDA_TELEGRAM_TOKEN; it is the bot's token, 123456:ABC…, from @BotFather",
    );
    expect(words.stdout).toContain('not set: YIDA_TELEGRAM_SECRET, a secret of your own');
    expect(words.stdout.match(/YIDA_TELEGRAM_TOKEN/g)).toHaveLength(1);
    const { channels, faults } = JSON.parse(json.stdout) as {
      faults: string[];
      channels: { channel: string; state: string; address?: string }[];
    };
    expect(faults.some((fault) => fault.startsWith('PORT: '))).toBe(true);
    expect(channels.find(({ channel }) => channel === 'telegram')).toMatchObject({
      state: 'faulty',
      address: 'https://shop.example/messaging/telegram',
    });
  });
});

describe('the doctor asked to register', () => {
  it.each([
    ['pigeon', {}, 2, 'telegram'],
    ['telegram', {}, 1, 'YIDA_TELEGRAM_TOKEN, YIDA_TELEGRAM_SECRET'],
    ['widget', {}, 1, 'console'],
  ])('%s says why it does not', async (channel, environment, status, words) => {
    const run = await program.run(['doctor', '--register', channel], { environment });
    expect([run.status, `${run.stdout}${run.stderr}`]).toEqual([status, expect.stringContaining(words)]);
  });
});

describe('the tools of agents over standard input and output', () => {
  it('are found and answer the official client', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [program.main, 'mcp'], env: program.environment }),
    );
    try {
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name)).toContain('search_garments');
      const found = await client.callTool({ name: 'search_garments', arguments: { query: '红色连衣裙' } });
      expect(JSON.stringify(found)).toContain('d1');
    } finally {
      await client.close();
    }
  }, 60_000);
});
