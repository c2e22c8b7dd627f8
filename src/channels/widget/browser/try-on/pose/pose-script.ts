import { type Network, openNetwork, type PoseFiles } from './pose-network.js';

export { openNetwork };

/** What the page sends to the worker, and what comes back; `id` tells the answers apart. */
export type ToWorker = { readonly files: PoseFiles } | { readonly id: number; readonly square: Uint8ClampedArray };
export type FromWorker =
  | { readonly ready: true }
  | { readonly id: number; readonly found: Float32Array }
  | { readonly id?: number; readonly failed: string };

// One file is both: a module that the page imports, and the script of a worker, where there is no document. A worker
// gets its network from the page, because the policy that its file is served under lets it fetch nothing.
if (typeof document === 'undefined') {
  let network: Promise<Network> | undefined;
  const answer = (message: FromWorker) => postMessage(message);
  addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
    try {
      if ('files' in data) {
        network = openNetwork(data.files, () => undefined);
        await network;
        answer({ ready: true });
      } else {
        const find = await network;
        if (find === undefined) throw new Error('no network yet');
        answer({ id: data.id, found: await find(data.square) });
      }
    } catch (error) {
      answer({ ...('id' in data && { id: data.id }), failed: String(error) });
    }
  });
}
