import { open } from 'node:fs/promises';
import { rankPhotos } from './full-ranker.js';
import { type LibraryOptions, photoLibrary } from './photo-library.js';
import { readLines } from './write-embeddings.js';

/** Nearest photos by vector that the full ranker reads for one text. */
export const RANK_DEPTH = 300;

/**
 * `rank`: for each line of a text file the first `top` photos of a folder or zip by the full ranker, attention
 * included. Writes one JSON line a text: `{text, top: [{name, score}]}`, best first.
 */
export async function rankTexts(
  file: string,
  images: string,
  out: string,
  options: LibraryOptions & { readonly top: number },
): Promise<{ readonly texts: number; readonly photos: number }> {
  const lines = await readLines(file);
  const library = await photoLibrary(images, options);
  const written = await open(out, 'w');
  try {
    for (const text of lines) {
      const [encoding] = await options.encoder.encodeTexts([text]);
      const ranked = encoding
        ? await rankPhotos({ text: encoding, history: [] }, library, options.encoder, Math.max(RANK_DEPTH, options.top))
        : [];
      const top = ranked.slice(0, options.top).map(({ row, score }) => ({ name: library.names[row] ?? '', score }));
      await written.write(`${JSON.stringify({ text, top })}\n`);
    }
  } finally {
    await written.close();
  }
  return { texts: lines.length, photos: library.names.length };
}
