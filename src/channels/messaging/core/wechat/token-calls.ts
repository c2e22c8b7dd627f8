import { z } from 'zod';
import type { GuardedFetch } from '../../../../encoding/guarded-fetch.js';
import { createAccessToken } from '../access-token.js';
import type { Delivery } from '../messaging-app.js';
import { callPlatform, deliveryOf, type PlatformAnswer, type PlatformCall, PlatformRefusal } from '../platform-call.js';

/** An answer with the code that both platforms put into it; 0 where there is none, as with a picture's bytes. */
export interface CodedAnswer extends PlatformAnswer {
  readonly errcode: number;
  readonly errmsg: string;
}

export interface TokenCalls {
  /** Calls `path` (with its query) with the access token. Throws PlatformRefusal where no token can be had. */
  invoke(path: string, call?: Pick<PlatformCall, 'json' | 'maxBytes'>): Promise<CodedAnswer>;
}

const codeSchema = z.looseObject({ errcode: z.number().default(0), errmsg: z.string().default('') });
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** The token is not (or no longer) known: 40001 of WeChat, 40014, 41001, 42001 of both. */
const TOKEN_REFUSED: ReadonlySet<number> = new Set([40001, 40014, 41001, 42001]);
/** Busy, called too often, too many calls at a time; or from an address that the merchant has yet to allow. */
const NOT_NOW: ReadonlySet<number> = new Set([-1, 45009, 45011, 45033, 60020]);
/** Neither platform says when to come back. */
const SOONEST_MS = 2_000;

/** Calls of the API at `api` with a token that `borrow` lends. */
export function createTokenCalls(
  api: string,
  borrow: PlatformCall,
  { fetch, now }: { fetch: GuardedFetch; now: () => number },
): TokenCalls {
  const accessToken = createAccessToken(async () => {
    const answer = coded(await callPlatform(fetch, borrow));
    const lent = tokenSchema.safeParse(answer.body);
    if (answer.status === 200 && lent.success)
      return { token: lent.data.access_token, expiresIn: lent.data.expires_in };
    // Also wrong credentials wait: who puts them right finds no message lost.
    const delivery = deliveryOfCode(answer);
    throw new PlatformRefusal({ kind: 'later', afterMs: SOONEST_MS, why: `no access token: ${whyOf(delivery)}` });
  }, now);

  const once: TokenCalls['invoke'] = async (path, call) => {
    const token = await accessToken.get();
    const url = `${api}${path}${path.includes('?') ? '&' : '?'}access_token=${encodeURIComponent(token)}`;
    return coded(await callPlatform(fetch, { url, ...call }));
  };

  return {
    async invoke(path, call) {
      const first = await once(path, call);
      if (!TOKEN_REFUSED.has(first.errcode)) return first;
      accessToken.drop();
      return once(path, call);
    },
  };
}

/** What an answer says of a call; `reasons` put codes into words for the log. */
export function deliveryOfCode(answer: CodedAnswer, reasons: Readonly<Record<number, string>> = {}): Delivery {
  const { status, errcode, errmsg, body } = answer;
  if (status !== 200) return deliveryOf(answer);
  if (body === undefined) return { kind: 'later', why: 'an answer that is none of the platform' };
  if (errcode === 0) return { kind: 'sent' };
  const why = `errcode ${errcode}: ${reasons[errcode] ?? errmsg}`;
  return NOT_NOW.has(errcode) || TOKEN_REFUSED.has(errcode)
    ? { kind: 'later', why, afterMs: SOONEST_MS }
    : { kind: 'refused', why };
}

function whyOf(delivery: Delivery): string {
  return delivery.kind === 'sent' ? 'the answer has none' : delivery.why;
}

function coded(answer: PlatformAnswer): CodedAnswer {
  const parsed = codeSchema.safeParse(answer.body);
  return { ...answer, ...(parsed.success ? { errcode: parsed.data.errcode, errmsg: parsed.data.errmsg } : NO_CODE) };
}

const NO_CODE = { errcode: 0, errmsg: '' };
