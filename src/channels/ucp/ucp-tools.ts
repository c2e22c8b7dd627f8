import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { YidaFault } from '../../domain/fault.js';
import type { Locale } from '../../domain/locale.js';
import { detailOf, OPERATIONS, type Operation, type OperationContext } from './ucp-operations.js';
import { LOOKUP_BATCH } from './ucp-requests.js';

export interface UcpToolsDependencies {
  readonly version: string;
  readonly locale: Locale;
  /** Undefined where the request calls no tool: then nothing was negotiated. */
  readonly context: OperationContext | undefined;
}

/** The platform's profile in a call of a tool, as the protocol's binding puts it. */
const callSchema = z.looseObject({
  method: z.literal('tools/call'),
  params: z.looseObject({
    arguments: z.looseObject({ meta: z.looseObject({ 'ucp-agent': z.looseObject({ profile: z.string() }) }) }),
  }),
});

/** Whether a message calls a tool, and the platform's profile that it names. */
export function profileInCall(message: unknown): { readonly isCall: boolean; readonly profile?: string } {
  const isCall =
    typeof message === 'object' && message !== null && 'method' in message && message.method === 'tools/call';
  const parsed = callSchema.safeParse(message);
  return parsed.success ? { isCall, profile: parsed.data.params.arguments.meta['ucp-agent'].profile } : { isCall };
}

/**
 * The catalogue's calls as tools of the Model Context Protocol; a mistake in a call is a JSON-RPC error, what came of
 * it a result. Source: ucp.dev/2026-08-25/specification/shopping/catalog/mcp
 */
export function createUcpTools({ version, locale, context }: UcpToolsDependencies): Server {
  const server = new Server({ name: 'yida-ucp', version }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: OPERATIONS.map(toolOf) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const operation = OPERATIONS.find(({ name }) => name === params.name);
    if (operation === undefined || context === undefined)
      throw new McpError(ErrorCode.InvalidParams, `there is no tool ${params.name}`);
    const structuredContent = await answer(operation, params.arguments?.catalog, context, locale);
    return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] };
  });
  return server;
}

async function answer(
  operation: Operation,
  catalogue: unknown,
  context: OperationContext,
  locale: Locale,
): Promise<Record<string, unknown>> {
  try {
    const answered = await operation.answer(catalogue ?? {}, context);
    if (answered === undefined)
      throw new McpError(ErrorCode.InvalidParams, `catalog.ids: ${LOOKUP_BATCH}`, { code: 'request_too_large' });
    return { ...answered };
  } catch (error) {
    if (!(error instanceof YidaFault) || error.status >= 500) throw error;
    throw new McpError(ErrorCode.InvalidParams, detailOf(error, locale, context.renderingIn(undefined)), {
      code: error.code.replaceAll('-', '_'),
    });
  }
}

function toolOf({ name, description, request }: Operation): Tool {
  const { $schema: _dialect, ...catalog } = z.toJSONSchema(request);
  return {
    name,
    description,
    inputSchema: {
      type: 'object',
      properties: {
        meta: {
          type: 'object',
          description: 'Who asks: the address of the platform’s profile.',
          properties: {
            'ucp-agent': { type: 'object', properties: { profile: { type: 'string' } }, required: ['profile'] },
          },
          required: ['ucp-agent'],
        },
        catalog,
      },
      required: ['meta', 'catalog'],
    },
    outputSchema: { type: 'object', properties: { ucp: { type: 'object' } }, required: ['ucp'] },
    annotations: { readOnlyHint: true, openWorldHint: false },
  };
}
