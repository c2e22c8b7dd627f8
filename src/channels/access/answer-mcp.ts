import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { Request, Response } from 'express';

/** What of the SDK's two kinds of server a call needs. */
interface McpCallee {
  connect(transport: Transport): Promise<void>;
  close(): Promise<void>;
}

/** Answers one call over streamable HTTP without a session: server and transport live as long as the response. */
export async function answerMcp(server: McpCallee, request: Request, response: Response): Promise<void> {
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.on('close', () => {
    void transport.close();
    void server.close();
  });
  // The transport's own type leaves `onclose` optional in a way that exactOptionalPropertyTypes does not take.
  await server.connect(transport as Transport);
  await transport.handleRequest(request, response, request.body);
}
