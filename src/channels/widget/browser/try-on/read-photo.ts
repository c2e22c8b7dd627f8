/** Longer side of the photo as it is shown and saved, in pixels. */
const LONGEST_SIDE = 1200;

/** The photo upright on a canvas of its own, downscaled where it is large; undefined where it cannot be read. */
export async function readPhoto(photo: Blob): Promise<HTMLCanvasElement | undefined> {
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (pen !== null) {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  bitmap.close();
  return pen === null ? undefined : canvas;
}

/** Lets go of a canvas's pixels at once, and not when the browser next tidies up. */
export function dropPixels(canvas: HTMLCanvasElement | undefined): void {
  if (canvas === undefined) return;
  canvas.width = 0;
  canvas.height = 0;
}
