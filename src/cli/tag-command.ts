import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Model } from '../app.js';
import type { PictureSource } from '../catalog/pictures/picture-source.js';
import type { Facet } from '../domain/facet.js';
import type { PhotoTags, Tag } from '../domain/tags.js';
import type { RegisterCommand } from './command.js';
import type { Terminal } from './terminal.js';

/** Photos encoded together. */
const BATCH = 8;

export const registerTag: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('tag')
    .description(terminal.say('command.tag'))
    .argument('<photo|dir|zip>')
    .option('--json', terminal.say('command.option.json'))
    .action(async (path: string, options: { json?: boolean }) => {
      const { openModel, readConfig } = await import('./heavy-rooms.js');
      const photos = await openPhotos(path);
      const model = await openModel(readConfig(environment), words);
      let refused = 0;
      const results: { photo: string; garment: boolean; tags: PhotoTags['tags'] }[] = [];
      try {
        for (let at = 0; at < photos.names.length; at += BATCH) {
          const names = photos.names.slice(at, at + BATCH);
          const tagged = await Promise.allSettled(names.map((name) => tagsOf(name, photos, model)));
          for (const [index, outcome] of tagged.entries()) {
            const photo = names[index] ?? '';
            if (outcome.status === 'fulfilled') {
              const { garment, tags } = outcome.value;
              results.push({ photo, garment, tags });
              if (!options.json)
                terminal.print(
                  line(photo, outcome.value, terminal, words.vocabulary.displayName.bind(words.vocabulary)),
                );
            } else {
              refused += 1;
              terminal.note(terminal.say('photo.skipped', { photo, reason: terminal.explain(outcome.reason) }));
            }
          }
        }
      } finally {
        await photos.close();
        await model.encoder.close();
      }
      if (options.json) terminal.printJson(results);
      if (refused > 0 && results.length === 0) process.exitCode = 1;
    });
};

/** One photo, or all of a folder or zip. */
async function openPhotos(path: string): Promise<PictureSource> {
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile() || path.toLowerCase().endsWith('.zip')) {
    const { openPictures } = await import('./heavy-rooms.js');
    return openPictures(path);
  }
  return { names: [basename(path)], refused: [], read: () => readFile(path), close: async () => {} };
}

async function tagsOf(name: string, photos: PictureSource, { encoder, decodePhoto }: Model): Promise<PhotoTags> {
  const bytes = await photos.read(name);
  const [encoding] = await encoder.encodePhotos([await decodePhoto(bytes ?? new Uint8Array())]);
  if (encoding === undefined) throw new RangeError(name);
  return encoding.tags;
}

function line(
  photo: string,
  { garment, tags }: PhotoTags,
  terminal: Terminal,
  displayName: (facet: Facet, id: string, locale: Terminal['locale']) => string,
): string {
  if (!garment) return terminal.say('tag.not-garment', { photo });
  const worded = (Object.entries(tags) as [Facet, Tag | readonly Tag[]][]).flatMap(([facet, found]) =>
    [found].flat().map((tag) => {
      const name = displayName(facet, tag.id, terminal.locale);
      return `${tag.unsure ? terminal.say('tag.unsure', { name }) : name} ${tag.confidence.toFixed(2)}`;
    }),
  );
  return terminal.say('tag.line', { photo, tags: worded.join(', ') });
}
