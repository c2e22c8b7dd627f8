import type { RegisterCommand } from './command.js';
import { positiveInteger } from './option-values.js';
import { progressBar } from './progress-bar.js';

export const registerRank: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('rank')
    .description(terminal.say('command.rank'))
    .requiredOption('--texts <file>', terminal.say('command.option.texts'))
    .requiredOption('--images <dir|zip>', terminal.say('command.option.images'))
    .option('--top <n>', terminal.say('command.option.top'), positiveInteger, 10)
    .requiredOption('--out <r.jsonl>', terminal.say('command.option.out'))
    .action(async ({ texts, images, top, out }: { texts: string; images: string; top: number; out: string }) => {
      const { openModel, rankTexts, readConfig } = await import('./heavy-rooms.js');
      const { encoder, decodePhoto: decode } = await openModel(readConfig(environment), words);
      const bar = progressBar(terminal.say('command.rank'));
      try {
        const report = await rankTexts(texts, images, out, {
          encoder,
          decode,
          top,
          onRefused: (photo, reason) => terminal.note(terminal.say('photo.skipped', { photo, reason })),
          onProgress: (done, of) => bar.update(done, of),
        });
        bar.stop();
        terminal.note(terminal.say('rank.done', { count: report.texts, file: out }));
      } finally {
        await encoder.close();
      }
    });
};
