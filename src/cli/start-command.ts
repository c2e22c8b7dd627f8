import type { RegisterCommand } from './command.js';
import { fillEmptyCatalogue } from './fill-empty-catalogue.js';

/** Serves until it is told to stop; listens before the catalogue is there, so that /healthz answers at once. */
export const registerStart: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('start')
    .description(terminal.say('command.start'))
    .action(async () => {
      const { openApp, readConfig, serve } = await import('./heavy-rooms.js');
      const app = await openApp(readConfig(environment), words);
      const service = await serve(app);
      await fillEmptyCatalogue(app, terminal);
      service.announceReady();
      terminal.print(terminal.say('start.ready', { url: `${service.address}/` }));
      await new Promise<void>((stop) => {
        process.once('SIGTERM', stop);
        process.once('SIGINT', stop);
      });
      terminal.note(terminal.say('start.stopping'));
      await service.close();
      await app.close();
    });
};
