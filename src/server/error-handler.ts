import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { PROBLEM_TYPE, problemOf } from '../channels/access/problem.js';
import { localeOf } from '../channels/access/request-locale.js';
import type { Messages } from '../channels/rendering/message-catalogue.js';
import { type FaultCode, YidaFault } from '../domain/fault.js';

/** What the parsers of express say, in our codes. */
const PARSER_FAULTS: Readonly<Record<string, FaultCode>> = {
  'entity.parse.failed': 'bad-request',
  'entity.too.large': 'too-large',
  'encoding.unsupported': 'unsupported-media',
  'charset.unsupported': 'unsupported-media',
  'request.aborted': 'bad-request',
  'request.size.invalid': 'bad-request',
  'stream.encoding.set': 'internal',
};

/** Everything that was thrown, as problem details in the caller's language. Only our own failures are logged. */
export function errorHandler(messages: Messages, log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { code, values, status } = faultOf(error);
    const stated: unknown = request.body?.locale;
    const problem = problemOf(code, messages, localeOf(request, typeof stated === 'string' ? stated : undefined), {
      values,
      instance: request.originalUrl.split('?')[0] ?? '/',
      ...(status === undefined ? {} : { status }),
    });
    // Not being ready yet is a state, not a failure.
    if (problem.status >= 500 && code !== 'not-ready')
      log.error({ err: error, id: request.id, code }, 'a request failed');
    if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer');
    if (problem.status === 429 && !response.hasHeader('Retry-After')) response.set('Retry-After', '1');
    response.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  };
}

/** A path nobody serves. */
export const unknownPath: RequestHandler = (request) => {
  throw new YidaFault('not-found', `no route for ${request.method} ${request.path}`);
};

/** A method a known path does not have: says which it has. */
export function onlyMethods(...methods: string[]): RequestHandler {
  return (request, response, next) => {
    if (methods.includes(request.method) || (request.method === 'HEAD' && methods.includes('GET'))) {
      next();
      return;
    }
    response.set('Allow', methods.join(', '));
    next(new YidaFault('method-not-allowed', `${request.path} has ${methods.join(', ')}`));
  };
}

interface Seen {
  readonly code: FaultCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly status?: number;
}

function faultOf(error: unknown): Seen {
  if (error instanceof YidaFault) return { code: error.code, values: error.values };
  const { type, status } = (typeof error === 'object' && error !== null ? error : {}) as {
    type?: unknown;
    status?: unknown;
  };
  const code = typeof type === 'string' ? PARSER_FAULTS[type] : undefined;
  if (code !== undefined) return { code, values: { why: code === 'bad-request' ? 'JSON' : '' } };
  // express itself: a malformed address, for one.
  if (status === 400) return { code: 'bad-request', values: { why: '' } };
  return { code: 'internal', values: {} };
}
