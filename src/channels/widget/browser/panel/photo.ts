/** Longer side of a photo as it is sent, in pixels: the model sees less, and a phone's network is slow. */
const LONGEST_SIDE = 1280;

export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp,image/heic,image/*';

/** The first picture among files, if any. */
export function pictureAmong(files: FileList | readonly File[] | null | undefined): File | undefined {
  return [...(files ?? [])].find((file) => file.type.startsWith('image/') || /\.(heic|heif)$/i.test(file.name));
}

/**
 * The photo made anew from its pixels as a JPEG: upright, small, and without the place and the camera it
 * was taken with. What this browser cannot read is sent as it is, and the answer says what to do.
 */
export async function readyToSend(photo: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext('2d');
    if (pen === null) return photo;
    // What is transparent is white, not black.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await jpegOf(canvas);
  } catch {
    return photo;
  }
}

export function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/jpeg', 0.88);
  });
}
