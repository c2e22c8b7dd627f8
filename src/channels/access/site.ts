import type { Request } from 'express';
import { sameSecret } from './bound-token.js';
import { hostName, isLoopbackName } from './loopback.js';

/** Where and how the service is reached, as every edge needs to know it. */
export interface Site {
  readonly production: boolean;
  readonly apiKey: string | undefined;
  /** Public address without a trailing slash. */
  readonly publicUrl: string | undefined;
  /** Origins besides our own whose pages may talk to us. */
  readonly allowedOrigins: readonly string[];
}

/** The address this request's client reaches us by, without a trailing slash. */
export function baseOf(request: Request, site: Site): string {
  return site.publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}

/** The credential of `Authorization: Bearer …`, if there is one. */
export function bearerOf(request: Request): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
}

export function isApiKey(credential: string | undefined, site: Site): boolean {
  return credential !== undefined && site.apiKey !== undefined && sameSecret(credential, site.apiKey);
}

/**
 * True where the request comes from a page of ours or of an allowed origin, as its browser says; outside
 * production any page of this machine is, so that a shop can be tried with the widget in it.
 */
export function isOwnOrAllowedOrigin(origin: string | undefined, base: string, site: Site): boolean {
  if (origin === undefined) return false;
  if (!site.production && isLoopbackName(hostName(origin))) return true;
  return origin === new URL(base).origin || site.allowedOrigins.includes(origin);
}
