import type { Request } from 'express';
import { YidaFault } from '../../domain/fault.js';
import type { BoundTokens, TokenBinding } from '../access/bound-token.js';
import { bearerOf, isApiKey, type Site } from '../access/site.js';

/** Who calls: the bearer of a token for one conversation, or the merchant's server with the key. */
export type Caller = ({ readonly kind: 'token' } & TokenBinding) | { readonly kind: 'key' };

export interface Guard {
  readonly tokens: BoundTokens;
  readonly site: Site;
}

/** The caller of a Direct Line request. Throws unauthorised without a valid token, token-expired for an old one. */
export function callerOf(request: Request, { tokens, site }: Guard): Caller {
  const credential = bearerOf(request);
  if (credential === undefined) throw new YidaFault('unauthorised', 'no bearer token');
  if (isApiKey(credential, site)) return { kind: 'key' };
  const verdict = tokens.verify(credential, 'talk');
  if (verdict.kind === 'expired') throw new YidaFault('token-expired', 'the token has expired');
  if (verdict.kind === 'refused') throw new YidaFault('unauthorised', 'the token is not ours');
  return { kind: 'token', ...verdict.binding };
}

/** The caller, where it may enter the conversation of this address. Throws forbidden for another's. */
export function callerIn(conversationId: string, request: Request, guard: Guard): Caller {
  const caller = callerOf(request, guard);
  if (caller.kind === 'token' && caller.conversationId !== conversationId) {
    throw new YidaFault('forbidden', 'the token is bound to another conversation');
  }
  return caller;
}
