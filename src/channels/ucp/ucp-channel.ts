import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { nearestLocale } from '../../domain/locale.js';
import { answerMcp } from '../access/answer-mcp.js';
import { localeOf, statedLocale } from '../access/request-locale.js';
import { baseOf } from '../access/site.js';
import { onlyPost } from '../access/webhook-route.js';
import { type Channel, type ChannelDeps, channelKind } from '../channel.js';
import { type Negotiated, negotiate, profileInHeader, REFUSALS, type Refusal } from './negotiation.js';
import { createPlatformProfiles } from './platform-profiles.js';
import { SIGNATURE_REFUSALS, type SignatureRefusal, type SignedRequest } from './request-signature.js';
import { OPERATIONS, type OperationContext, tooMany } from './ucp-operations.js';
import { type Agreement, MCP_PATH, profilePath, REST_PATH, UCP_VERSIONS, ucpProfile } from './ucp-profile.js';
import { createUcpTools, profileInCall } from './ucp-tools.js';
import { VISUAL, visualPage, visualSchema } from './visual-extension.js';

const settings = z.object({ YIDA_UCP: z.enum(['0', '1', 'true', 'false']).optional() });

/**
 * The Universal Commerce Protocol's catalogue: `/.well-known/ucp` and, over REST below `/ucp/catalog` and over MCP at
 * `/ucp/mcp`, search, lookup and product, on with YIDA_UCP=1. Every call names its platform's profile, by which version
 * and capabilities are agreed on. What it shows is what the shop's own pages show, so anybody may ask; requests are
 * counted like the API's. Source: ucp.dev/2026-08-25/specification/shopping/catalog
 */
export const ucp = channelKind({
  name: 'ucp',
  setup: { variables: ['YIDA_UCP'], path: '/.well-known/ucp' },
  settings,
  create: ({ YIDA_UCP: on }, deps) => (on === '1' || on === 'true' ? createUcp(deps) : undefined),
});

/** JSON-RPC's codes for a failed negotiation and for a request that is none. */
const DISCOVERY_FAILED = -32001;
const NO_REQUEST = -32600;
const RETRY_AFTER_SECONDS = 1;
/** Bodies as they came, for as long as their requests: signatures are over the bytes. */
const bodies = new WeakMap<object, Buffer>();
const json = express.json({
  // A picture in base64 is a third longer than its bytes.
  limit: '16mb',
  verify: (request, _response, bytes) => {
    bodies.set(request, bytes);
  },
});

export function createUcp(deps: ChannelDeps): Channel {
  const { counter, wording, site } = deps;
  const profiles = createPlatformProfiles(deps.fetch);
  const router = Router();

  const contextOf = (request: Request, agreed: Agreement): OperationContext => ({
    counter,
    agreed,
    renderingIn: (language) => ({
      version: agreed.version,
      wording,
      base: baseOf(request, site),
      locale: nearestLocale(language) ?? localeOf(request),
      isAssumed: nearestLocale(language) === undefined && statedLocale(request) === undefined,
    }),
  });
  const negotiated = (profile: string | undefined, request: Request): Promise<Negotiated> =>
    negotiate(profile, asSigned(request, baseOf(request, site)), baseOf(request, site), profiles);
  /** What a refusal says, the same whichever way the request came; sets the status. */
  const refuse = (request: Request, response: Response, refused: Negotiated & { kind: 'refused' }) => {
    const { code, version = '' } = refused;
    response.status(isOfSignature(code) ? SIGNATURE_REFUSALS[code].status : REFUSALS[code]);
    if (code === 'busy') response.set('Retry-After', String(RETRY_AFTER_SECONDS));
    return {
      code: code === 'busy' ? 'profile_unreachable' : code,
      content: wording.text(localeOf(request), `ucp.${code}`, {
        version,
        supported: new Intl.ListFormat(localeOf(request)).format(UCP_VERSIONS),
      }),
      continue_url: `${baseOf(request, site)}/`,
    };
  };

  for (const version of UCP_VERSIONS)
    router.get(profilePath(version), (request, response) => {
      response.set('Cache-Control', 'public, max-age=3600').json(ucpProfile(baseOf(request, site), version));
    });
  router.get(VISUAL.schema, (request, response) => {
    response.json(visualSchema(baseOf(request, site)));
  });
  router.get(VISUAL.spec, (request, response) => {
    response.type('text/markdown').send(visualPage(baseOf(request, site)));
  });

  for (const operation of OPERATIONS) {
    const path = `${REST_PATH}${operation.path}`;
    router.post(path, json, async (request, response) => {
      const named = profileInHeader(request.get('ucp-agent'));
      const outcome = await negotiated(named, request);
      if (outcome.kind === 'refused') {
        response.json(refuse(request, response, outcome));
        return;
      }
      const answer = await operation.answer(request.body, contextOf(request, outcome));
      if (answer === undefined) response.status(400).json(tooMany(outcome));
      else response.json(answer);
    });
    router.all(path, onlyPost);
  }

  router.post(MCP_PATH, json, async (request, response) => {
    const { isCall, profile } = profileInCall(request.body);
    if (Array.isArray(request.body)) {
      // The protocol has no batches since 2025-06-18; one would get past the negotiation of its calls.
      response
        .status(400)
        .json({ jsonrpc: '2.0', id: null, error: { code: NO_REQUEST, message: 'one message a request' } });
      return;
    }
    const outcome = isCall ? await negotiated(profile, request) : undefined;
    if (outcome?.kind === 'refused') {
      const data = refuse(request, response, outcome);
      const retry = outcome.code === 'busy' ? { retry_after: RETRY_AFTER_SECONDS } : {};
      const code = isOfSignature(outcome.code) ? SIGNATURE_REFUSALS[outcome.code].rpc : DISCOVERY_FAILED;
      const error = { code, message: data.content, data: { ...data, ...retry } };
      response.json({ jsonrpc: '2.0', id: request.body.id ?? null, error });
      return;
    }
    const server = createUcpTools({
      version: deps.version,
      locale: localeOf(request),
      context: outcome && contextOf(request, outcome),
    });
    await answerMcp(server, request, response);
  });
  router.all(MCP_PATH, onlyPost);
  return { name: 'ucp', routes: router, close: async () => {} };
}

function isOfSignature(code: Refusal): code is SignatureRefusal {
  return code in SIGNATURE_REFUSALS;
}

/** The request at the address that its platform called, which a proxy may have changed. */
function asSigned(request: Request, base: string): SignedRequest {
  return {
    method: request.method,
    url: `${base}${request.originalUrl}`,
    headers: request.headers,
    body: bodies.get(request) ?? Buffer.alloc(0),
  };
}
