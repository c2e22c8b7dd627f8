import type { RegisterCommand } from './command.js';
import { progressBar } from './progress-bar.js';

/** Unit vectors of texts or photos as NumPy float32, with the names beside them. */
export const registerEmbed: RegisterCommand = (program, { terminal, words, environment }) => {
  const command = program
    .command('embed')
    .description(terminal.say('command.embed'))
    .option('--texts <file>', terminal.say('command.option.texts'))
    .option('--images <dir|zip>', terminal.say('command.option.images'))
    .requiredOption('--out <v.npy>', terminal.say('command.option.out'))
    .action(async ({ texts, images, out }: { texts?: string; images?: string; out: string }) => {
      if ((texts === undefined) === (images === undefined)) command.error(terminal.say('embed.one-of'));
      const { embedImages, embedTexts, openModel, readConfig } = await import('./heavy-rooms.js');
      const { encoder, decodePhoto: decode } = await openModel(readConfig(environment), words);
      const bar = progressBar(terminal.say('command.embed'));
      try {
        const report =
          texts !== undefined
            ? await embedTexts(texts, out, encoder)
            : await embedImages(images ?? '', out, {
                encoder,
                decode,
                onRefused: (photo, reason) => terminal.note(terminal.say('photo.skipped', { photo, reason })),
                onProgress: (done, of) => bar.update(done, of),
              });
        bar.stop();
        terminal.note(terminal.say('embed.done', { count: report.rows, dim: report.dim, file: out }));
      } finally {
        await encoder.close();
      }
    });
};
