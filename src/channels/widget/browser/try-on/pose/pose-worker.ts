import type { Network, PoseFiles } from './pose-network.js';
import type { FromWorker, ToWorker } from './pose-script.js';

/**
 * The network in a worker. Rejected where the browser or the page's policy refuses one: a worker's script must be of
 * the page's own origin, which it is on the chat page and where a shop serves Yida under its own name.
 */
export function networkInWorker(script: string, files: PoseFiles): Promise<Network> {
  if (new URL(script).origin !== location.origin) return Promise.reject(new Error('another origin'));
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { type: 'module' });
    const waiting = new Map<number, { done: (found: Float32Array) => void; fail: (error: Error) => void }>();
    const send = (message: ToWorker) => worker.postMessage(message);
    let gone: Error | undefined;
    const give = (error: Error) => {
      gone = error;
      worker.terminate();
      reject(error);
      for (const { fail } of waiting.values()) fail(error);
      waiting.clear();
    };
    let ids = 0;
    const find: Network = (square) =>
      new Promise((done, fail) => {
        if (gone !== undefined) return fail(gone);
        const id = ++ids;
        waiting.set(id, { done, fail });
        send({ id, square });
      });
    worker.onerror = (event) => {
      event.preventDefault();
      give(new Error(event.message || 'no worker'));
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if ('ready' in data) return resolve(find);
      if (data.id === undefined) return give(new Error('failed' in data ? data.failed : 'no network'));
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ('found' in data) asked?.done(data.found);
      else asked?.fail(new Error(data.failed));
    };
    send({ files });
  });
}
