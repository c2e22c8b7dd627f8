import type { RegisterCommand } from './command.js';

/** Serves the shop's tools to one agent over standard input and output (Model Context Protocol). */
export const registerMcp: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('mcp')
    .description(terminal.say('command.mcp'))
    .action(async () => {
      const { createShopServer, openApp, readConfig, StdioServerTransport } = await import('./heavy-rooms.js');
      const app = await openApp(readConfig(environment), words);
      // Standard output belongs to the protocol; the progress of a first import is not shown.
      await app.importDemoIfNeeded(() => {});
      const server = createShopServer({
        counter: app.counter,
        shoppers: app.shoppers,
        rendering: app.rendering,
        locale: terminal.locale,
        version: words.version,
        onFailure: (tool, fault) => app.log.error({ err: fault, tool }, 'a tool failed'),
      });
      const ended = new Promise<void>((resolve) => {
        server.server.onclose = resolve;
        process.stdin.on('close', resolve);
      });
      await server.connect(new StdioServerTransport());
      await ended;
      await app.close();
    });
};
