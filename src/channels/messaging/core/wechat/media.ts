import { YidaFault } from '../../../../domain/fault.js';
import type { GuardedFetch } from '../../../../encoding/guarded-fetch.js';
import { PHOTO_BYTES } from '../../../access/photo-limit.js';
import type { JsonObject } from '../messaging-app.js';
import { callPlatform } from '../platform-call.js';
import type { XmlFields } from './read-xml.js';
import type { TokenCalls } from './token-calls.js';

/** How a photo is fetched: by its id, or at the address that came with it. */
export function mediaIn({ MediaId: media, PicUrl: url }: XmlFields): JsonObject {
  return { ...(media === undefined ? {} : { media }), ...(url === undefined ? {} : { url }) };
}

/**
 * The bytes of a photo; at its address where the platform does not hand out its id (unverified accounts). Rejects with
 * YidaFault photo-unreachable where neither can be had.
 */
export async function fetchMedia(
  { media, url }: JsonObject,
  { invoke, fetch }: TokenCalls & { fetch: GuardedFetch },
): Promise<Uint8Array> {
  const found = media === undefined ? undefined : await byId(String(media), invoke).catch(() => undefined);
  if (found !== undefined) return found;
  if (url === undefined) throw new YidaFault('photo-unreachable', 'the platform does not hand out the photo');
  const answer = await callPlatform(fetch, { url: secureAddress(String(url)), maxBytes: PHOTO_BYTES + 1 });
  if (answer.status !== 200) throw new YidaFault('photo-unreachable', `the photo's address answered ${answer.status}`);
  return answer.bytes;
}

async function byId(id: string, invoke: TokenCalls['invoke']): Promise<Uint8Array | undefined> {
  const path = `/cgi-bin/media/get?media_id=${encodeURIComponent(id)}`;
  const { status, errcode, bytes } = await invoke(path, { maxBytes: PHOTO_BYTES + 1 });
  return status === 200 && errcode === 0 && bytes.length > 0 ? bytes : undefined;
}

/** Addresses of pictures come with http; the platforms' hosts have https too. */
function secureAddress(address: string): string {
  return address.replace(/^http:(?=\/\/[^/]+\.(?:qpic|qlogo)\.cn\/)/, 'https:');
}
