import { renderOutfit, renderRelaxation } from '../channels/rendering/render-reply.js';
import { YidaFault } from '../domain/fault.js';
import type { RegisterCommand } from './command.js';
import { positiveInteger } from './option-values.js';
import { readSubject } from './subject.js';

export const registerOutfit: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('outfit')
    .description(terminal.say('command.outfit'))
    .argument('<garment|photo>')
    .option('--limit <n>', terminal.say('command.option.limit'), positiveInteger, 3)
    .option('--json', terminal.say('command.option.json'))
    .action(async (name: string, options: { limit: number; json?: boolean }) => {
      const { openApp, readConfig } = await import('./heavy-rooms.js');
      const app = await openApp(readConfig(environment), words);
      try {
        const subject = await readSubject(name, app);
        if ('garmentId' in subject && (await app.garments.get(subject.garmentId)) === undefined) {
          throw new YidaFault('garment-not-found', `no garment ${name}`, { values: { id: name } });
        }
        const outcome = await app.composeOutfits({ ...subject, limit: options.limit });
        const outfits = outcome.outfits.map((outfit) => renderOutfit(outfit, app.rendering, terminal.locale));
        const relaxed = outcome.relaxed.map((gave) => renderRelaxation(gave, words.wording, terminal.locale));
        if (options.json) {
          terminal.printJson({ outfits, relaxed, degraded: outcome.degraded });
          return;
        }
        if (outfits.length === 0) terminal.print(terminal.say('outfit.none'));
        for (const gave of relaxed) terminal.print(gave.text);
        for (const [index, outfit] of outfits.entries()) {
          const total = { kind: 'money', money: outfit.total } as const;
          terminal.print(terminal.say('plain.outfit', { position: index + 1, total }));
          for (const garment of outfit.garments) terminal.print(`   ${garment.id}\t${garment.title[terminal.locale]}`);
          for (const reason of outfit.reasons) terminal.print(`   ${reason.text}`);
        }
      } finally {
        await app.close();
      }
    });
};
