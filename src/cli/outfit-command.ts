import { readFile, stat } from 'node:fs/promises';
import { renderOutfit, renderRelaxation } from '../channels/rendering/render-reply.js';
import { money } from '../domain/money.js';
import type { RegisterCommand } from './command.js';
import { degrees, positiveInteger } from './option-values.js';

interface OutfitOptions {
  readonly limit: number;
  readonly json?: boolean;
  readonly occasion?: string;
  readonly season?: string;
  readonly audience?: string;
  readonly size?: string;
  readonly avoid?: readonly string[];
  readonly celsius?: number;
  readonly rain?: boolean;
  readonly budget?: number;
}

/** Outfits around a garment, a photo of one's own, or for an occasion, a season, a temperature alone. */
export const registerOutfit: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('outfit')
    .description(terminal.say('command.outfit'))
    .argument('[garment|photo]')
    .option('--occasion <occasion>', terminal.say('command.option.occasion'))
    .option('--season <season>', terminal.say('command.option.season'))
    .option('--audience <audience>', terminal.say('command.option.audience'))
    .option('--size <size>', terminal.say('command.option.size'))
    .option('--avoid <colour...>', terminal.say('command.option.avoid'))
    .option('--celsius <degrees>', terminal.say('command.option.celsius'), degrees)
    .option('--rain', terminal.say('command.option.rain'))
    .option('--budget <amount>', terminal.say('command.option.budget'), positiveInteger)
    .option('--limit <n>', terminal.say('command.option.limit'), positiveInteger, 3)
    .option('--json', terminal.say('command.option.json'))
    .action(async (name: string | undefined, { json, avoid, budget, ...wishes }: OutfitOptions) => {
      const { openApp, readConfig } = await import('./heavy-rooms.js');
      const app = await openApp(readConfig(environment), words);
      try {
        const currency = (await app.garments.currency()) ?? app.rates.base;
        const outcome = await app.counter.outfits({
          ...(await anchorOf(name)),
          ...wishes,
          ...(avoid === undefined ? {} : { avoidColours: avoid }),
          ...(budget === undefined ? {} : { budget: money(budget, currency) }),
        });
        const outfits = outcome.outfits.map((outfit) => renderOutfit(outfit, app.rendering, terminal.locale));
        const relaxed = outcome.relaxed.map((gave) => renderRelaxation(gave, words.wording, terminal.locale));
        if (json) {
          terminal.printJson({ outfits, relaxed, degraded: outcome.degraded });
          return;
        }
        if (outfits.length === 0) {
          const because = outcome.emptyBecause;
          terminal.print(terminal.say(because === undefined ? 'outfit.none' : `reply.no-outfit-${because}`));
        }
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

/** A path to a file is a photo; anything else names a garment. */
async function anchorOf(name: string | undefined): Promise<{ garmentId?: string; photo?: Uint8Array }> {
  if (name === undefined) return {};
  const file = await stat(name).catch(() => undefined);
  return file?.isFile() ? { photo: await readFile(name) } : { garmentId: name };
}
