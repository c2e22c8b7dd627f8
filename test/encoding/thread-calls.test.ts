import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callThread } from '../../src/encoding/thread-calls.js';
import { builtThread } from '../support/built-thread.js';
import type { SampleCalls } from '../support/sample-thread.js';

describe('calls into a thread', () => {
  let thread: { spawn: () => Worker; remove: () => void };
  beforeAll(async () => {
    thread = await builtThread(new URL('../support/sample-thread.ts', import.meta.url));
  });
  afterAll(() => thread.remove());

  it('come back with their values, many at a time', async () => {
    const client = callThread<SampleCalls>(thread.spawn);
    const sums = await Promise.all([1, 2, 3].map((value) => client.call('add', Float32Array.of(value, value))));
    expect(sums).toEqual([2, 4, 6]);
    await client.close();
  });

  it('bring the faults of the thread back as they were', async () => {
    const client = callThread<SampleCalls>(thread.spawn);
    await expect(client.call('refuse', 'weights')).rejects.toMatchObject({
      code: 'model-corrupt',
      message: 'weights is damaged',
      values: { file: 'weights' },
    });
    await client.close();
  });

  it('wait for the preparation, which a thread that died and started again gets too', async () => {
    const client = callThread<SampleCalls>(thread.spawn, (call) => call('set', 100));
    expect(await client.call('add', Float32Array.of(1))).toBe(101);
    await expect(client.call('die', undefined)).rejects.toMatchObject({ code: 'internal' });
    expect(await client.call('add', Float32Array.of(1))).toBe(101);
    await client.close();
  });

  it('report a preparation that failed at the call that needed it', async () => {
    const client = callThread<SampleCalls>(thread.spawn, (call) => call('refuse', 'model'));
    await expect(client.call('add', Float32Array.of(1))).rejects.toMatchObject({ code: 'model-corrupt' });
    await client.close();
  });

  it('are refused once the thread was closed', async () => {
    const client = callThread<SampleCalls>(thread.spawn);
    await client.close();
    await expect(client.call('add', new Float32Array())).rejects.toMatchObject({ code: 'not-ready' });
  });
});
