import express, { type RequestHandler } from 'express';
import { YidaFault } from '../../domain/fault.js';

const LONGEST_BODY = '256kb';

/** The body's bytes as they came: signatures are over them. A missing body is an empty one. */
export function rawBody(): RequestHandler[] {
  return [
    express.raw({ type: () => true, limit: LONGEST_BODY }),
    (request, response, next) => {
      if (!Buffer.isBuffer(request.body)) request.body = Buffer.alloc(0);
      response.set('Cache-Control', 'no-store');
      next();
    },
  ];
}

/** For what is left of an address that has POST alone. */
export const onlyPost: RequestHandler = (request, response, next) => {
  response.set('Allow', 'POST');
  next(new YidaFault('method-not-allowed', `${request.path} has POST`));
};

/** Webhooks are posted; some platforms first ask with GET whether the address is ours. */
export const onlyGetAndPost: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'POST') {
    next();
    return;
  }
  response.set('Allow', 'GET, POST');
  next(new YidaFault('method-not-allowed', `${request.path} has GET and POST`));
};
