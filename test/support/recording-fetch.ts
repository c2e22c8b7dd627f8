import { createGuardedFetch, type GuardedFetch } from '../../src/encoding/guarded-fetch.js';

/** A request as it would leave this machine. */
export interface LeavingRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The guarded fetch over a network where every host is public and `answer` is all that any says. */
export function recordingFetch(
  answer: (request: LeavingRequest) => { status?: number; headers?: Record<string, string>; body?: string },
): { fetch: GuardedFetch; left: LeavingRequest[] } {
  const left: LeavingRequest[] = [];
  const fetch = createGuardedFetch({
    resolve: async () => ['93.184.215.14'],
    transport: async ({ url, headers, body }) => {
      const request = { url: url.href, headers, body: Buffer.from(body ?? '').toString('utf8') };
      left.push(request);
      const { status = 200, headers: given = {}, body: said = '' } = answer(request);
      return { status, headers: given, bytes: Buffer.from(said) };
    },
  });
  return { fetch, left };
}
