import { renderItem } from '../channels/rendering/render-reply.js';
import { YidaFault } from '../domain/fault.js';
import type { RegisterCommand } from './command.js';
import { positiveInteger } from './option-values.js';
import { readSubject } from './subject.js';

export const registerSimilar: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('similar')
    .description(terminal.say('command.similar'))
    .argument('<photo|garment>')
    .option('--limit <n>', terminal.say('command.option.limit'), positiveInteger, 10)
    .option('--json', terminal.say('command.option.json'))
    .action(async (name: string, options: { limit: number; json?: boolean }) => {
      const { openApp, readConfig } = await import('./heavy-rooms.js');
      const app = await openApp(readConfig(environment), words);
      try {
        const subject = await readSubject(name, app);
        if ('garmentId' in subject && (await app.garments.get(subject.garmentId)) === undefined) {
          throw new YidaFault('garment-not-found', `no garment ${name}`, { values: { id: name } });
        }
        const { items } = await app.search({
          locale: terminal.locale,
          keywords: [],
          constraints: {},
          ...('garmentId' in subject ? { similarTo: subject.garmentId } : { photo: subject.photo }),
          liked: [],
          without: [],
          limit: options.limit,
        });
        const views = items.map((item) => renderItem(item, app.rendering, terminal.locale));
        if (options.json) terminal.printJson(views);
        else {
          for (const view of views) {
            const reasons = view.reasons.map((reason) => reason.text).join(' · ');
            terminal.print(
              [view.garment.id, view.score.toFixed(3), view.garment.title[terminal.locale], reasons].join('\t'),
            );
          }
        }
      } finally {
        await app.close();
      }
    });
};
