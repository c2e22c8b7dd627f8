import type { CallHandlers } from '../encoding/thread-calls.js';
import { IndexCore, type IndexSettings } from './index-core.js';
import type { IndexStatus, SyncReport, VectorHit } from './vector-index.js';

/** What the index thread answers. */
export type IndexCalls = {
  open: { input: IndexSettings; output: IndexStatus };
  search: { input: { query: Float32Array; limit: number; within: Uint32Array | undefined }; output: VectorHit[] };
  begin: { input: { version: string; rows: Uint32Array }; output: Uint32Array };
  add: { input: { rows: Uint32Array; vectors: Float32Array }; output: undefined };
  finish: { input: undefined; output: SyncReport };
  status: { input: undefined; output: IndexStatus };
  settled: { input: undefined; output: undefined };
  close: { input: undefined; output: undefined };
};

/** The calls over one core, which `open` makes. */
export function indexHandlers(): CallHandlers<IndexCalls> {
  let core: IndexCore | undefined;
  const opened = (): IndexCore => {
    if (!core) throw new Error('the index was not opened');
    return core;
  };
  return {
    open(settings) {
      core = new IndexCore(settings);
      return core.status();
    },
    search: ({ query, limit, within }) => opened().search(query, limit, within),
    begin: ({ version, rows }) => opened().begin(version, rows),
    add: ({ rows, vectors }) => void opened().add(rows, vectors),
    finish: () => opened().finish(),
    status: () => opened().status(),
    settled: async () => void (await opened().settled()),
    close: () => void core?.close(),
  };
}
