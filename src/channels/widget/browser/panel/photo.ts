/** Longer side of a photo as it is sent, in pixels: the model sees less, and a phone's network is slow. */
const LONGEST_SIDE = 1280;

export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp,image/heic,image/*';

/** The first picture among files, if any. */
export function pictureAmong(files: FileList | readonly File[] | null | undefined): File | undefined {
  return [...(files ?? [])].find((file) => file.type.startsWith('image/') || /\.(heic|heif)$/i.test(file.name));
}

/**
 * The photo made anew from its pixels as a JPEG: upright, small, and without the place and the camera it
 * was taken with. A picture that this browser cannot read (HEIC in most) is sent as it is, and the answer says what
 * to do; undefined is what is no picture, whatever its name says.
 */
export async function readyToSend(photo: Blob): Promise<Blob | undefined> {
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
    return (await beginsAsPicture(photo)) ? photo : undefined;
  }
}

/** How the files of picture formats begin, in Latin-1: JPEG, PNG, GIF, WebP, HEIC and AVIF, BMP, TIFF. */
const BEGINNINGS = /^(\xff\xd8\xff|\x89PNG|GIF8|RIFF.{4}WEBP|.{4}ftyp|BM|II\*\0|MM\0\*)/s;

async function beginsAsPicture(file: Blob): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  return BEGINNINGS.test(String.fromCharCode(...bytes));
}

export function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/jpeg', 0.88);
  });
}
