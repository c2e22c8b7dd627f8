import { openApp, serve } from '../app.js';
import { readConfig } from '../config.js';
import type { RegisterCommand } from './command.js';
import { fillEmptyCatalogue } from './open-with-catalogue.js';

/** Serves until it is told to stop; listens before the catalogue is there, so that /healthz answers at once. */
export const registerStart: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('start')
    .description(terminal.say('command.start'))
    .action(async () => {
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
