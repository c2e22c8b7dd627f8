import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { loadMessages } from './channels/rendering/message-catalogue.js';
import { createWording, type Wording } from './channels/rendering/wording.js';
import { parseVocabulary, type Vocabulary } from './domain/vocabulary.js';

/** Where the project's own files stand. */
export interface ProjectFolders {
  readonly root: string;
  readonly locales: string;
  readonly models: string;
  /** The widget's built browser files. */
  readonly widget: string;
}

/** The vocabulary and every message: what even `--help` needs. */
export interface Words {
  readonly folders: ProjectFolders;
  readonly vocabulary: Vocabulary;
  readonly wording: Wording;
  /** Of package.json. */
  readonly version: string;
}

export async function openWords(): Promise<Words> {
  const folders = projectFolders();
  const [canonical, ...additions] = await Promise.all(
    ['vocabulary.tsv', 'vocabulary-additions.tsv'].map((name) => readOptional(join(folders.locales, name))),
  );
  const vocabulary = parseVocabulary(...[canonical, ...additions].filter((file) => file !== undefined));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(folders.root, 'package.json'), 'utf8')));
  return { folders, vocabulary, wording: createWording(await loadMessages(folders.locales), vocabulary), version };
}

/** The folder with package.json above this file: the same for the sources and for what is built from them. */
function projectFolders(): ProjectFolders {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, 'package.json'))) root = dirname(root);
  return { root, locales: join(root, 'locales'), models: join(root, 'models'), widget: join(root, 'dist', 'widget') };
}

async function readOptional(file: string): Promise<string | undefined> {
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}
