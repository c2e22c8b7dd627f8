import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { plainText } from '../channels/rendering/plain-text.js';
import { renderReply } from '../channels/rendering/render-reply.js';
import { type Locale, localeSchema } from '../domain/locale.js';
import type { IncomingPhoto, ShopperTurn } from '../domain/turn.js';
import type { RegisterCommand } from './command.js';
import { fillEmptyCatalogue } from './fill-empty-catalogue.js';

/** The terminal as a channel: lines in, numbered garments out; /photo sends a picture, /quit ends. */
export const registerChat: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('chat')
    .description(terminal.say('command.chat'))
    .option('--locale <locale>', terminal.say('command.option.locale'), (value) => localeSchema.parse(value))
    .action(async (options: { locale?: Locale }) => {
      const locale = options.locale ?? terminal.locale;
      const say = (id: string, values?: Record<string, string>) => words.wording.text(locale, id, values);
      const { openApp, readConfig } = await import('./heavy-rooms.js');
      const app = await openApp(readConfig(environment), words);
      await fillEmptyCatalogue(app, terminal);
      const conversationId = `terminal-${randomUUID()}`;
      const input = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
      terminal.print(say('chat.hello'));
      input.setPrompt(say('chat.prompt'));
      input.prompt();
      try {
        for await (const line of input) {
          if (line.trim() === '/quit') break;
          const turn = await readTurn(line, locale);
          if (turn === undefined) terminal.print(say('chat.photo-usage'));
          else {
            const { reply } = await app.takeTurn({ conversationId, activityId: randomUUID(), turn });
            const view = renderReply(reply, app.rendering);
            terminal.print(plainText(view, words.wording, { addresses: true }));
            if (view.suggestions.length > 0) {
              const titles = view.suggestions.map((suggestion) => suggestion.title).join(' · ');
              terminal.print(words.wording.text(view.locale, 'chat.suggestions', { suggestions: titles }));
            }
          }
          input.prompt();
        }
      } finally {
        input.close();
        await app.close();
      }
    });
};

/** A line as a turn; undefined where /photo names no readable file. */
async function readTurn(line: string, locale: Locale): Promise<ShopperTurn | undefined> {
  const photo = /^\/photo\s+(\S+)\s*(.*)$/.exec(line.trim());
  if (photo === null) return line.trim().startsWith('/photo') ? undefined : { text: line, photos: [], locale };
  const [, path = '', text = ''] = photo;
  const picture = await readFile(path).then(
    (bytes): IncomingPhoto => ({ bytes, name: path }),
    () => undefined,
  );
  return picture && { text, photos: [picture], locale };
}
