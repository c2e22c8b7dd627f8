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

  it('is spoken to in the language of the terminal', async () => {
    const run = await program.run(['simulate', 'messenger'], {
      environment: { LC_ALL: 'en' },
      input: 'hello\n/quit\n',
    });
    expect(run.stdout).not.toMatch(/\p{Script=Han}/u);
  }, 60_000);

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
    expect(stdout).toContain('填得不对：YIDA_WECHAT_APP_ID，应为：公众号的 AppID');
    expect(stdout).toContain('缺少：YIDA_WECHAT_TOKEN，自己定的 Token');
    expect(stdout).toContain('平台只访问 https 地址');
    expect(stdout).not.toMatch(/needed beside|is not https/);
  });

  it('says of a half-set channel what is set and what is not, and calls nothing of it wrong', async () => {
    const environment = { YIDA_WECHAT_APP_ID: 'wx0123456789abcdef', MicrosoftAppType: 'SingleTenant' };
    const { status, stdout } = await program.run(['doctor'], { environment });
    expect(status).toBe(1);
    expect(stdout).toContain('wechat: half set, the start would stop\n  set: YIDA_WECHAT_APP_ID\n  not set: ');
    expect(stdout).not.toContain('not right');
    const json = await program.run(['doctor', '--json'], { environment });
    const { channels } = JSON.parse(json.stdout) as { channels: { channel: string; state: string; right: string[] }[] };
    expect(channels.find(({ channel }) => channel === 'wechat')).toMatchObject({
      state: 'incomplete',
      right: ['YIDA_WECHAT_APP_ID'],
    });
  });

  it('names what is no setting, with the one that may be meant', async () => {
    const environment = { YIDA_TELEGRAM_TOKN: '1', YIDA_FROBNICATE: '1' };
    const [english, chinese, json] = await Promise.all([
      program.run(['doctor'], { environment }),
      program.run(['doctor'], { environment: { ...environment, LC_ALL: 'zh_CN.UTF-8' } }),
      program.run(['doctor', '--json'], { environment }),
    ]);
    expect(english.stdout).toContain('not a setting: YIDA_TELEGRAM_TOKN; is YIDA_TELEGRAM_TOKEN meant?');
    expect(english.stdout).toContain('not a setting: YIDA_FROBNICATE; nothing reads it');
    expect(chinese.stdout).toContain('没有这个设置：YIDA_TELEGRAM_TOKN，是不是想写 YIDA_TELEGRAM_TOKEN？');
    // What is mistyped stops nothing.
    expect([english.status, chinese.status]).toEqual([0, 0]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      unknown: [{ name: 'YIDA_FROBNICATE' }, { name: 'YIDA_TELEGRAM_TOKN', nearest: 'YIDA_TELEGRAM_TOKEN' }],
    });
  });

  it('writes lists in Chinese as Chinese does', async () => {
    const { stdout } = await program.run(['doctor'], { environment: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(stdout).toContain('要开启，请设置：YIDA_TELEGRAM_TOKEN、YIDA_TELEGRAM_SECRET');
  });

  it('says what is wrong with the service’s own settings in the reader’s language', async () => {
    const environment = {
      LC_ALL: 'zh_CN.UTF-8',
      LOG_LEVEL: 'loud',
      YIDA_QUIET_HOURS: '25-3',
      YIDA_LINE_LANGUAGE: 'fr',
    };
    const { stdout } = await program.run(['doctor'], { environment });
    expect(stdout).toContain('填得不对：LOG_LEVEL，应为：silent');
    expect(stdout).toContain('填得不对：YIDA_QUIET_HOURS，应为：');
    expect(stdout).toContain('填得不对：YIDA_LINE_LANGUAGE，应为：zh-CN 或 en');
    expect(stdout).not.toMatch(/[Ii]nvalid|expected/);
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
      "not right: YIDA_TELEGRAM_TOKEN; it should be the bot's token, 123456:ABC…, from @BotFather",
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
