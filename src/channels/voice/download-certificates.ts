import { YidaFault } from '../../domain/fault.js';
import type { GuardedFetch } from '../../encoding/guarded-fetch.js';

/** A chain is a few thousand bytes. */
const LONGEST = 64 * 1024;
const TIMEOUT_MS = 3_000;

/** Fetches a PEM chain through the guarded fetch, without redirects; anything but 200 is a bad-request. */
export function downloadCertificates(guardedFetch: GuardedFetch): (address: string) => Promise<Uint8Array> {
  return async (address) => {
    const { status, bytes } = await guardedFetch(address, {
      maxRedirects: 0,
      maxBytes: LONGEST,
      timeoutMs: TIMEOUT_MS,
    });
    if (status !== 200) throw new YidaFault('bad-request', `the certificates answered ${status}`);
    return bytes;
  };
}
