import { Worker } from 'node:worker_threads';
import type { SimulatedWebhook } from '../../src/channels/messaging/simulator/platform-simulator.js';

/** Posts webhooks from a thread of its own, so that what it costs a platform to post is not measured with the service. */
export interface Poster {
  /** Milliseconds from the post to its acknowledgement. Rejects where that is none. */
  post(webhook: SimulatedWebhook): Promise<number>;
  close(): Promise<void>;
}

const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { Agent, request } = require('node:http');
const agent = new Agent({ keepAlive: true });
parentPort.on('message', ({ id, path, headers, body }) => {
  const began = performance.now();
  const end = (status) => parentPort.postMessage({ id, status, took: performance.now() - began });
  const sent = request(workerData + path, { method: 'POST', agent, headers }, (response) => {
    response.resume().on('end', () => end(response.statusCode));
  });
  sent.on('error', (error) => end(error.message)).end(body);
});
`;

interface Answer {
  readonly id: number;
  readonly status: number | string;
  readonly took: number;
}

export function openPoster(url: string): Poster {
  const thread = new Worker(THREAD, { eval: true, workerData: url });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  thread.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return {
    post: ({ path, headers, body }) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, ({ status, took }) => {
          if (status === 200) resolve(took);
          else reject(new Error(`refused with ${status}`));
        });
        thread.postMessage({ id: last, path, headers, body });
      }),
    async close() {
      await thread.terminate();
    },
  };
}
