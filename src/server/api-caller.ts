import type { Request } from 'express';
import type { BoundTokens } from '../channels/access/bound-token.js';
import { bearerOf, isApiKey, type Site } from '../channels/access/site.js';
import { YidaFault } from '../domain/fault.js';

/** Who calls /api: the key's holder, a shopper with a token, or anybody on this machine in local mode. */
export type ApiCaller =
  | { readonly kind: 'key' }
  | { readonly kind: 'local' }
  | { readonly kind: 'shopper'; readonly userId: string; readonly conversationId: string };

/** Throws unauthorised in production without a credential, and anywhere for a wrong one. */
export function apiCaller(request: Request, tokens: BoundTokens, site: Site): ApiCaller {
  const credential = bearerOf(request);
  if (credential === undefined) {
    if (site.production) throw new YidaFault('unauthorised', 'no credential');
    return { kind: 'local' };
  }
  if (isApiKey(credential, site)) return { kind: 'key' };
  const verdict = tokens.verify(credential, 'talk');
  if (verdict.kind === 'expired') throw new YidaFault('token-expired', 'the token has expired');
  if (verdict.kind === 'refused') throw new YidaFault('unauthorised', 'neither the key nor a token of ours');
  return { kind: 'shopper', ...verdict.binding };
}

/** The user a request is for: a shopper is who the token says; others may name one. */
export function userOf(caller: ApiCaller, stated: string | undefined): string | undefined {
  return caller.kind === 'shopper' ? caller.userId : stated;
}

/** Lets a user's data be touched by that user, or by who may act for anybody. Throws forbidden otherwise. */
export function requireUser(caller: ApiCaller, userId: string): void {
  if (caller.kind === 'shopper' && caller.userId !== userId) {
    throw new YidaFault('forbidden', 'another user’s data');
  }
}
