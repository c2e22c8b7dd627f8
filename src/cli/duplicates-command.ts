import { duplicateGroups } from '../insights/duplicate-groups.js';
import type { RegisterCommand } from './command.js';

export const registerDuplicates: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('duplicates')
    .description(terminal.say('command.duplicates'))
    .option('--json', terminal.say('command.option.json'))
    .action(async (options: { json?: boolean }) => {
      const { openApp, readConfig } = await import('./heavy-rooms.js');
      const app = await openApp(readConfig(environment), words);
      try {
        const groups = await duplicateGroups(app);
        if (options.json) {
          terminal.printJson(groups.map((group) => ({ garments: group.map(({ id, title }) => ({ id, title })) })));
          return;
        }
        if (groups.length === 0) terminal.print(terminal.say('duplicates.none'));
        for (const [index, group] of groups.entries()) {
          const ids = group.map((garment) => garment.id).join(' ');
          terminal.print(terminal.say('duplicates.group', { position: index + 1, ids }));
        }
      } finally {
        await app.close();
      }
    });
};
