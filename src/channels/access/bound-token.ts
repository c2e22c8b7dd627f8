import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token may be used for; `data` opens a copy of what is kept about its user. A stream's short-lived token stands in an address and opens nothing else. */
export type TokenUse = 'talk' | 'stream' | 'attachment' | 'data';

/** Who a token speaks for: one user in one conversation. */
export interface TokenBinding {
  readonly conversationId: string;
  readonly userId: string;
}

export type TokenVerdict =
  | { readonly kind: 'valid'; readonly binding: TokenBinding }
  | { readonly kind: 'expired' }
  | { readonly kind: 'refused' };

export interface BoundTokens {
  /** A signed token; `lifetime` in seconds. */
  issue(binding: TokenBinding, use: TokenUse, lifetime: number): string;
  verify(token: string, use: TokenUse): TokenVerdict;
}

const HEADER = encode({ alg: 'HS256', typ: 'JWT' });

/**
 * Tokens bound to one conversation and one user, as compact JWTs (RFC 7519, HS256): the Direct Line client
 * reads the `user` claim. Nothing is stored; another secret refuses every token made before.
 */
export function createBoundTokens(secret: string, now: () => number): BoundTokens {
  const sign = (input: string) => createHmac('sha256', secret).update(input).digest('base64url');
  return {
    issue({ conversationId, userId }, use, lifetime) {
      const issuedAt = Math.floor(now() / 1000);
      const payload = encode({ conv: conversationId, user: userId, use, iat: issuedAt, exp: issuedAt + lifetime });
      return `${HEADER}.${payload}.${sign(`${HEADER}.${payload}`)}`;
    },
    verify(token, use) {
      const [header, payload, signature, ...rest] = token.split('.');
      if (header !== HEADER || payload === undefined || signature === undefined || rest.length > 0) {
        return { kind: 'refused' };
      }
      const expected = Buffer.from(sign(`${header}.${payload}`));
      const given = Buffer.from(signature);
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) return { kind: 'refused' };
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
      if (claims.use !== use) return { kind: 'refused' };
      if (claims.exp * 1000 <= now()) return { kind: 'expired' };
      return { kind: 'valid', binding: { conversationId: claims.conv, userId: claims.user } };
    },
  };
}

/** True where two secrets are equal, in a time that tells nothing of either. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'yida').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
