import PQueue from 'p-queue';
import { YidaFault } from '../../../domain/fault.js';
import type { FetchAnswer, FetchRequest, GuardedFetch } from '../../../encoding/guarded-fetch.js';

/** Where an engine is, and what opens it. */
export interface EngineAddress {
  readonly url: string;
  readonly key: string | undefined;
}

export type EngineCall = (request: Pick<FetchRequest, 'body' | 'headers' | 'maxBytes'>) => Promise<FetchAnswer>;

/** An engine on this machine has the same processor as we have: two at a time, and few that wait. */
const AT_ONCE = 2;
const WAITING = 16;
const TIMEOUT_MS = 30_000;

/**
 * Posts to an engine, in turn. Rejects with YidaFault speech-engine where it is out of reach or has a fault of its own,
 * rate-limited where too many wait.
 */
export function createEngineCall({ url, key }: EngineAddress, fetch: GuardedFetch): EngineCall {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const secret =
    key === undefined
      ? {}
      : { credentials: { headers: { Authorization: `Bearer ${key}` }, hosts: [new URL(url).hostname] } };
  const post: EngineCall = async (request) => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        ...request,
        ...secret,
        maxRedirects: 0,
        timeoutMs: TIMEOUT_MS,
      });
      if (answer.status >= 500 || answer.status === 401 || answer.status === 403 || answer.status === 404)
        throw new YidaFault('speech-engine', `the engine answered ${answer.status}`);
      return answer;
    } catch (cause) {
      if (cause instanceof YidaFault && cause.code === 'speech-engine') throw cause;
      throw new YidaFault('speech-engine', 'the engine is out of reach', { cause });
    }
  };
  return (request) => {
    if (queue.size >= WAITING) return Promise.reject(new YidaFault('rate-limited', 'too many wait for the engine'));
    return queue.add(() => post(request));
  };
}
