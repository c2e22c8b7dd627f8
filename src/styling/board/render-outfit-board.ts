import sharp, { type OverlayOptions } from 'sharp';
import type { Slot } from '../outfit-composer.js';
import { arrange, LABEL_GAP, type Place } from './arrangement.js';
import { type BoardPicture, type CutOut, cutOutOf } from './cut-out.js';
import { labelPicture } from './label.js';

export interface BoardPiece {
  readonly slot: Slot;
  /** Of the vocabulary: a coat is laid down larger than a T-shirt, and a long skirt longer than a short one. */
  readonly category?: string | null;
  readonly length?: string | null;
  readonly picture: BoardPicture;
  /** In the reply's language; empty for none. */
  readonly label: string;
  /** Below the label, smaller and paler. */
  readonly note?: string;
}

export interface BoardRequest {
  readonly pieces: readonly BoardPiece[];
  /** Pixels across; the board is as high as 6:5 of it. */
  readonly width?: number;
}

const WIDTH = 900;
const RATIO = 6 / 5;
/** Of a letter: read on a card as wide as a phone, too. */
const LABEL_HEIGHT = 0.032;
const PAPER =
  '<radialGradient id="p" cx=".42" cy=".36" r=".95"><stop offset="0" stop-color="#faf7f1"/><stop offset=".65" stop-color="#f3eee5"/><stop offset="1" stop-color="#e9e2d6"/></radialGradient>';

/**
 * One picture of the outfit as WebP: the garments cut out and laid flat on paper, each with a soft shadow
 * and its label. A picture that cannot be read is left out; throws a RangeError where none can.
 */
export async function renderOutfitBoard(request: BoardRequest): Promise<Buffer> {
  const width = request.width ?? WIDTH;
  const height = Math.round(width * RATIO);
  const read = await Promise.all(
    request.pieces.map(async (piece) => ({ piece, cut: await cutOutOf(piece.picture).catch(() => undefined) })),
  );
  const shown = read.flatMap(({ piece, cut }) => (cut ? [{ piece, cut }] : []));
  if (shown.length === 0) throw new RangeError('an outfit board needs at least one picture that can be read');
  const labels = await Promise.all(
    shown.map(({ piece }) => labelPicture(piece.label, Math.round(width * LABEL_HEIGHT), piece.note)),
  );
  const places = arrange(
    shown.map(({ piece: { slot, category, length }, cut }, index) => {
      const label = { width: labels[index]?.width ?? 0, height: labels[index]?.height ?? 0 };
      return { slot, category, length, width: cut.width, height: cut.height, label };
    }),
    { width, height },
  );
  const layers = await Promise.all(
    shown.flatMap(({ cut }, index) => {
      const place = places[index];
      return place ? [layDown(cut, place, labels[index], width, height)] : [];
    }),
  );
  const pictures = layers.flatMap(({ picture }) => picture);
  const written = layers.flatMap(({ label }) => label);
  const paper = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${PAPER}</defs><rect width="100%" height="100%" fill="url(#p)"/></svg>`;
  return sharp(Buffer.from(paper))
    .composite([...pictures, ...written])
    .removeAlpha()
    .webp({ quality: 86, effort: 3 })
    .toBuffer();
}

interface Laid {
  readonly picture: OverlayOptions[];
  readonly label: OverlayOptions[];
}

async function layDown(
  cut: CutOut,
  place: Place,
  label: Awaited<ReturnType<typeof labelPicture>>,
  width: number,
  height: number,
): Promise<Laid> {
  const size = { width: Math.max(1, Math.round(place.width)), height: Math.max(1, Math.round(place.height)) };
  const laid = await turned(cut, size, place.turn);
  const centre = { x: place.left + place.width / 2, y: place.top + place.height / 2 };
  const left = inside(centre.x - laid.width / 2, laid.width, width);
  const top = inside(centre.y - laid.height / 2, laid.height, height);
  const shadow = await shadowOf(laid, width);
  const picture = [
    {
      input: shadow.png,
      left: inside(left - shadow.spread + shadow.dx, shadow.width, width),
      top: inside(top - shadow.spread + shadow.dy, shadow.height, height),
    },
    { input: laid.png, left, top },
  ];
  if (label === undefined) return { picture, label: [] };
  return {
    picture,
    label: [
      {
        input: label.png,
        left: inside(centre.x - label.width / 2, label.width, width),
        top: inside(top + laid.height + width * LABEL_GAP, label.height, height),
      },
    ],
  };
}

interface LaidPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

async function turned(cut: CutOut, size: { width: number; height: number }, degrees: number): Promise<LaidPicture> {
  const raw = { width: cut.width, height: cut.height, channels: 4 as const };
  let picture = sharp(cut.rgba, { raw }).resize(size.width, size.height, { fit: 'fill' });
  if (!cut.cut) {
    // A print: a white border round a photo whose ground could not be taken away.
    const border = Math.max(4, Math.round(size.width * 0.03));
    picture = sharp(
      await picture
        .extend({ top: border, bottom: border, left: border, right: border, background: '#fffdf9' })
        .png()
        .toBuffer(),
    );
  }
  const upright = await picture.png().toBuffer();
  const { data, info } = await sharp(upright)
    .rotate(degrees, { background: '#00000000' })
    .resize(size.width, size.height, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

/** The piece's own outline, dark, blurred and a little lower: light falls from the upper left. */
async function shadowOf(
  { png, width, height }: LaidPicture,
  boardWidth: number,
): Promise<LaidPicture & { spread: number; dx: number; dy: number }> {
  const spread = Math.round(boardWidth * 0.018);
  const roomy = await sharp(png)
    .extend({ top: spread, bottom: spread, left: spread, right: spread, background: '#00000000' })
    .png()
    .toBuffer();
  const alpha = await sharp(roomy)
    .extractChannel('alpha')
    .blur(spread * 0.42)
    .linear(0.34, 0)
    .raw()
    .toBuffer();
  const size = { width: width + 2 * spread, height: height + 2 * spread };
  const data = await sharp({ create: { ...size, channels: 3, background: '#4a3827' } })
    .joinChannel(alpha, { raw: { ...size, channels: 1 } })
    .png()
    .toBuffer();
  return { png: data, ...size, spread, dx: Math.round(spread * 0.3), dy: Math.round(spread * 0.55) };
}

/** A whole pixel at which something this long stays on the board. */
function inside(start: number, length: number, board: number): number {
  return Math.round(Math.max(0, Math.min(start, board - length)));
}
