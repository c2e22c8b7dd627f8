import { LRUCache } from 'lru-cache';
import type { GuardedFetch } from '../../../encoding/guarded-fetch.js';
import { callPlatform, PlatformRefusal } from './platform-call.js';

/** Pictures of garments are shown time and again, and uploaded once. */
const KEPT = 2_000;

/**
 * For platforms that show only pictures they were handed: what the platform calls the picture at an address, or
 * undefined where the picture cannot be had or `upload` does not take it (it gives undefined). A picture that failed is
 * tried again the next time. Rejects with the PlatformRefusal that `upload` throws where the platform takes nothing now.
 */
export function createPictureKeys(
  fetch: GuardedFetch,
  maxBytes: number,
  upload: (bytes: Uint8Array) => Promise<string | undefined>,
): (address: string) => Promise<string | undefined> {
  const keys = new LRUCache<string, string>({ max: KEPT });
  return async (address) => {
    const known = keys.get(address);
    if (known !== undefined) return known;
    try {
      const { status, bytes } = await callPlatform(fetch, { url: address, maxBytes });
      const key = status === 200 ? await upload(bytes) : undefined;
      if (key !== undefined) keys.set(address, key);
      return key;
    } catch (error) {
      if (error instanceof PlatformRefusal) throw error;
      return undefined;
    }
  };
}
