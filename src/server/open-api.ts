import { z } from 'zod';
import { garmentSchema } from '../domain/garment.js';
import { listQuerySchema, similarQuerySchema } from './garments-route.js';
import {
  eventsRequestSchema,
  outfitsRequestSchema,
  searchRequestSchema,
  tagRequestSchema,
  turnRequestSchema,
  withImage,
} from './request-schemas.js';
import {
  garmentPageSchema,
  itemsResponseSchema,
  outfitsResponseSchema,
  problemSchema,
  searchResponseSchema,
  tagResponseSchema,
  turnResponseSchema,
} from './response-schemas.js';

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly body?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly answers?: z.ZodType;
  readonly status?: number;
}

const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/turns',
    summary: 'One turn of a conversation.',
    body: withImage(turnRequestSchema),
    answers: turnResponseSchema,
  },
  {
    method: 'post',
    path: '/api/search',
    summary: 'Search by words, photo, filters, or all of them.',
    body: withImage(searchRequestSchema),
    answers: searchResponseSchema,
  },
  {
    method: 'get',
    path: '/api/garments',
    summary: 'The catalogue, page by page, filtered by facet ids.',
    query: listQuerySchema,
    answers: garmentPageSchema,
  },
  { method: 'get', path: '/api/garments/{id}', summary: 'One garment.', answers: garmentSchema },
  {
    method: 'get',
    path: '/api/garments/{id}/similar',
    summary: 'Garments like this one.',
    query: similarQuerySchema,
    answers: itemsResponseSchema,
  },
  {
    method: 'post',
    path: '/api/outfits',
    summary: 'Outfits around a garment, a photo or an occasion.',
    body: withImage(outfitsRequestSchema),
    answers: outfitsResponseSchema,
  },
  {
    method: 'post',
    path: '/api/tag',
    summary: 'What a photo shows, with confidences.',
    body: withImage(tagRequestSchema),
    answers: tagResponseSchema,
  },
  { method: 'post', path: '/api/events', summary: 'What a shopper did.', body: eventsRequestSchema, status: 202 },
  { method: 'get', path: '/api/users/{id}/data', summary: 'Everything kept about a user.' },
  { method: 'get', path: '/api/users/{id}/wardrobe', summary: 'A shopper’s own pieces.' },
  { method: 'post', path: '/api/users/{id}/wardrobe', summary: 'Adds an own piece from a photo, which is not kept.' },
  { method: 'delete', path: '/api/users/{id}/wardrobe/{piece}', summary: 'Removes an own piece.' },
  { method: 'delete', path: '/api/users/{id}/data', summary: 'Erases everything kept about a user.' },
  { method: 'get', path: '/healthz', summary: 'Alive.' },
  { method: 'get', path: '/readyz', summary: 'Ready to answer.' },
];

/** The REST API as OpenAPI 3.1, from the very schemas that check its requests. */
export function openApi(version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Yida', version, license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'YIDA_API_KEY or a token bound to a conversation.' },
      },
      schemas: { Problem: schemaOf(problemSchema) },
    },
    security: [{ bearer: [] }, {}],
  };
}

function describe({ path, summary, body, query, answers, status = 200 }: Operation): Json {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const asked = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType),
  }));
  const parameters = [...named, ...asked];
  return {
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : { requestBody: { content: contents(schemaOf(body), 'application/json', 'multipart/form-data') } }),
    responses: {
      [status]: {
        description: summary,
        ...(answers === undefined ? {} : { content: contents(schemaOf(answers, 'output'), 'application/json') }),
      },
      default: {
        description: 'Problem details (RFC 9457).',
        content: contents({ $ref: '#/components/schemas/Problem' }, 'application/problem+json'),
      },
    },
  };
}

function contents(schema: Json, ...types: string[]): Json {
  return Object.fromEntries(types.map((type) => [type, { schema }]));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
