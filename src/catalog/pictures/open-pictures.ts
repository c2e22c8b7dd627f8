import { stat } from 'node:fs/promises';
import { YidaFault } from '../../domain/fault.js';
import { openPictureFolder } from './picture-folder.js';
import type { PictureSource } from './picture-source.js';
import { openPictureZip } from './picture-zip.js';

/** Opens a folder or a zip of pictures; `feed-unreadable` where the path is neither. */
export async function openPictures(path: string): Promise<PictureSource> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return openPictureFolder(path);
  if (found?.isFile()) return openPictureZip(path);
  const why = 'it is neither a folder nor a zip';
  throw new YidaFault('feed-unreadable', `cannot read pictures from ${path}: ${why}`, { values: { line: 0, why } });
}
