import { YidaFault } from '../../../domain/fault.js';
import type { FetchAnswer, GuardedFetch } from '../../../encoding/guarded-fetch.js';
import type { Delivery } from './messaging-app.js';
import { readJson } from './read-json.js';

/** One request to a platform's API. */
export interface PlatformCall {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as multipart/form-data, where there is no `json`. */
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that only the platform's own hosts may see. */
  readonly secret?: { readonly headers: Readonly<Record<string, string>>; readonly hosts: readonly string[] };
  readonly maxBytes?: number;
}

export interface PlatformAnswer {
  readonly status: number;
  /** The answer read as JSON; undefined where it is none. */
  readonly body: unknown;
  readonly bytes: Uint8Array;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfterMs?: number;
}

const TIMEOUT_MS = 10_000;

/** Calls a platform. Rejects with the guarded fetch's faults where the network fails or the address is refused. */
export async function callPlatform(fetch: GuardedFetch, call: PlatformCall): Promise<PlatformAnswer> {
  const content = await contentOf(call);
  const answer = await fetch(call.url, {
    method: call.method ?? (content === undefined ? 'GET' : 'POST'),
    ...(content === undefined ? {} : { body: content.body }),
    headers: { ...(content === undefined ? {} : { 'Content-Type': content.type }), ...call.headers },
    ...(call.secret === undefined ? {} : { credentials: call.secret }),
    ...(call.maxBytes === undefined ? {} : { maxBytes: call.maxBytes }),
    timeoutMs: TIMEOUT_MS,
    // A secret may stand in the address itself: nothing is handed on to where an answer points.
    maxRedirects: 0,
  });
  const retryAfterMs = retryAfter(answer);
  return {
    status: answer.status,
    body: readJson(answer.bytes),
    bytes: answer.bytes,
    headers: answer.headers,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

async function contentOf({
  json,
  form,
}: PlatformCall): Promise<{ type: string; body: string | Uint8Array } | undefined> {
  if (json !== undefined) return { type: 'application/json; charset=utf-8', body: JSON.stringify(json) };
  if (form === undefined) return undefined;
  // Node's own writer of multipart bodies, with a boundary that stands in no file.
  const written = new Response(form);
  return {
    type: written.headers.get('content-type') ?? 'multipart/form-data',
    body: new Uint8Array(await written.arrayBuffer()),
  };
}

/** What an HTTP status says of a call: taken, not now, or never. */
export function deliveryOf({ status, retryAfterMs }: PlatformAnswer, why = `status ${status}`): Delivery {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'later', why, ...(retryAfterMs === undefined ? {} : { afterMs: retryAfterMs }) };
  return { kind: 'refused', why };
}

/** Thrown where a call could not even be made (no access token): what becomes of the delivery. */
export class PlatformRefusal extends YidaFault {
  readonly delivery: Exclude<Delivery, { kind: 'sent' }>;

  constructor(delivery: Exclude<Delivery, { kind: 'sent' }>) {
    super('internal', delivery.why);
    this.name = 'PlatformRefusal';
    this.delivery = delivery;
  }
}

/** A call's failure before there was an answer: an outage is tried again, a refused address never. */
export function deliveryOfFailure(error: unknown): Delivery {
  if (error instanceof PlatformRefusal) return error.delivery;
  const why = error instanceof Error ? error.message : String(error);
  return error instanceof YidaFault && error.code === 'address-refused'
    ? { kind: 'refused', why }
    : { kind: 'later', why };
}

function retryAfter({ headers }: FetchAnswer): number | undefined {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && headers['retry-after'] !== undefined && seconds >= 0 ? seconds * 1000 : undefined;
}
