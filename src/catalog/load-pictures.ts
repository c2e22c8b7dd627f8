import { createHash } from 'node:crypto';
import { YidaFault } from '../domain/fault.js';
import type { DecodedPhoto, PhotoDecoder } from '../encoding/encoder.js';
import type { RowRemark } from './feed/feed-row.js';
import type { ImportItem, PictureRef } from './import-item.js';
import { FAULT_REASONS } from './import-reasons.js';
import { PictureCopies, pictureHash } from './pictures/picture-copies.js';

export interface PictureLoading {
  readonly decodePhoto: PhotoDecoder;
  /** Absent in a dry run and where pictures need not be served. */
  readonly copies?: PictureCopies;
  /** Absent offline: pictures on the web are then shown but not seen by the model. */
  readonly fetchImage?: (url: string) => Promise<Uint8Array>;
}

/** A picture whose bytes were read, or that waits to be fetched. */
export interface IdentifiedPicture {
  readonly ref: PictureRef;
  readonly id: string;
  readonly bytes?: Uint8Array;
}

export interface LoadedPictures {
  /** Addresses for the catalogue row. */
  readonly images: readonly string[];
  readonly photos: readonly DecodedPhoto[];
  /** True where a picture was left out that another import may be able to read. */
  readonly incomplete: boolean;
  readonly warnings: readonly RowRemark[];
}

/** Reads what tells one picture from another; a picture that cannot be read is left out with a warning. */
export async function identifyPictures(
  item: ImportItem,
): Promise<{ pictures: IdentifiedPicture[]; warnings: RowRemark[] }> {
  const pictures: IdentifiedPicture[] = [];
  const warnings: RowRemark[] = [];
  for (const ref of item.pictures) {
    if (ref.kind === 'remote') pictures.push({ ref, id: textHash(ref.url) });
    else if (ref.kind === 'drawn') pictures.push({ ref, id: textHash(`${ref.address} ${ref.version}`) });
    else {
      try {
        const bytes = await ref.read();
        pictures.push({ ref, id: pictureHash(bytes), bytes });
      } catch (error) {
        warnings.push(pictureRemark(item, ref.name, error));
      }
    }
  }
  return { pictures, warnings };
}

/** Decodes the pictures of a garment and keeps copies of the local ones. */
export async function loadPictures(
  item: ImportItem,
  identified: readonly IdentifiedPicture[],
  loading: PictureLoading,
): Promise<LoadedPictures> {
  const images: string[] = [];
  const photos: DecodedPhoto[] = [];
  const warnings: RowRemark[] = [];
  let incomplete = false;
  for (const picture of identified) {
    const { ref } = picture;
    if (ref.kind === 'remote' && loading.fetchImage === undefined) {
      images.push(ref.url);
      continue;
    }
    try {
      const photo = await loading.decodePhoto(await bytesOf(picture, loading));
      if (ref.kind === 'local') await loading.copies?.save(picture.id, photo);
      photos.push(photo);
      images.push(ref.kind === 'local' ? PictureCopies.address(picture.id) : nameOf(ref));
    } catch (error) {
      if (!(error instanceof YidaFault)) throw error;
      warnings.push(pictureRemark(item, nameOf(ref), error));
      if (ref.kind !== 'remote') continue;
      incomplete = true;
      // We could not reach it now; the shopper's browser may. What is gone or is no picture is not shown.
      if (error.code === 'photo-unreachable') images.push(ref.url);
    }
  }
  return { images, photos, incomplete, warnings };
}

async function bytesOf({ ref, bytes }: IdentifiedPicture, { fetchImage }: PictureLoading): Promise<Uint8Array> {
  if (bytes !== undefined) return bytes;
  if (ref.kind !== 'remote') return ref.read();
  return (await fetchImage?.(ref.url)) ?? new Uint8Array();
}

function nameOf(ref: PictureRef): string {
  if (ref.kind === 'local') return ref.name;
  return ref.kind === 'remote' ? ref.url : ref.address;
}

function pictureRemark(item: ImportItem, picture: string, error: unknown): RowRemark {
  const code = error instanceof YidaFault ? error.code : 'photo-missing';
  const values = { picture: picture.length > 120 ? `…${picture.slice(-119)}` : picture };
  return {
    line: item.line,
    id: item.garment.id,
    reason: { id: FAULT_REASONS[code] ?? 'import.picture.unreadable', values },
  };
}

function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
