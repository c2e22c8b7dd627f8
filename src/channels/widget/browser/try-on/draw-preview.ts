import type { Face } from './body.js';
import type { CutOut } from './cut-out.js';
import { boxOf, layPicture, type Pixels } from './lay-picture.js';
import type { Point, Quad } from './quad.js';

export interface PreviewParts {
  readonly photo: HTMLCanvasElement;
  /** Undefined while the garment is on its way. */
  readonly cutOut: CutOut | undefined;
  readonly quad: Quad | undefined;
  /** Stays before the garment. */
  readonly face: Face | undefined;
  /** What says in the picture itself that it is a preview. */
  readonly mark: string;
}

/** Draws the photo, the garment over it with a soft shadow, and the mark of a preview. */
export function drawPreview(stage: HTMLCanvasElement, { photo, cutOut, quad, face, mark }: PreviewParts): void {
  if (stage.width !== photo.width) stage.width = photo.width;
  if (stage.height !== photo.height) stage.height = photo.height;
  const pen = stage.getContext('2d');
  if (pen === null || photo.width === 0) return;
  pen.drawImage(photo, 0, 0);
  const box = quad && boxOf(quad, photo);
  if (quad !== undefined && cutOut !== undefined && box !== undefined) {
    const layer = document.createElement('canvas');
    layer.width = box.width;
    layer.height = box.height;
    const layerPen = layer.getContext('2d');
    const laid = layerPen?.createImageData(box.width, box.height);
    if (layerPen && laid) {
      const within = quad.map(({ x, y }): Point => ({ x: x - box.left, y: y - box.top })) as unknown as Quad;
      layPicture(levelFor(cutOut, quad), within, laid);
      layerPen.putImageData(laid, 0, 0);
      pen.save();
      pen.shadowColor = 'rgb(20 14 8 / 38%)';
      pen.shadowBlur = photo.height * 0.012;
      pen.shadowOffsetY = photo.height * 0.004;
      pen.drawImage(layer, box.left, box.top);
      pen.restore();
      if (face !== undefined) drawFace(pen, photo, face);
    }
  }
  drawMark(pen, mark, photo);
}

/** The face once more, soft at its rim. */
function drawFace(pen: CanvasRenderingContext2D, photo: HTMLCanvasElement, face: Face): void {
  const { centre, halfWidth, halfHeight, turn } = face;
  const side = Math.ceil(2 * Math.max(halfWidth, halfHeight));
  const [left, top] = [Math.round(centre.x - side / 2), Math.round(centre.y - side / 2)];
  const layer = document.createElement('canvas');
  layer.width = side;
  layer.height = side;
  const layerPen = layer.getContext('2d');
  if (layerPen === null) return;
  layerPen.translate(side / 2, side / 2);
  layerPen.rotate(turn);
  layerPen.scale(halfWidth, halfHeight);
  const rim = layerPen.createRadialGradient(0, 0, 0.86, 0, 0, 1);
  rim.addColorStop(0, '#000');
  rim.addColorStop(1, 'transparent');
  layerPen.fillStyle = rim;
  layerPen.fillRect(-1, -1, 2, 2);
  layerPen.resetTransform();
  layerPen.globalCompositeOperation = 'source-in';
  layerPen.drawImage(photo, -left, -top);
  pen.drawImage(layer, left, top);
}

/** The size of the garment's picture that is nearest above the size it is drawn in. */
function levelFor({ levels, width }: CutOut, [a, b, c, d]: Quad): Pixels {
  const drawn = Math.max(Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(c.x - d.x, c.y - d.y));
  const level = Math.floor(Math.log2(Math.max(1, width / Math.max(1, drawn))));
  const chosen = levels[Math.min(level, levels.length - 1)] ?? levels[0];
  if (chosen === undefined) throw new Error('a cut-out has at least one size');
  return chosen;
}

function drawMark(
  pen: CanvasRenderingContext2D,
  mark: string,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const font = (pixels: number) =>
    `600 ${pixels}px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif`;
  let size = Math.max(11, Math.round(Math.min(width * 0.042, height * 0.03)));
  pen.save();
  pen.font = font(size);
  const room = width * 0.94 - size * 1.4;
  const wide = pen.measureText(mark).width;
  if (wide > room) {
    size = Math.max(7, Math.floor((size * room) / wide));
    pen.font = font(size);
  }
  const [inset, pad] = [Math.round(size * 0.8), size * 0.7];
  const long = pen.measureText(mark).width + 2 * pad;
  const high = size * 1.9;
  pen.fillStyle = 'rgb(24 20 16 / 72%)';
  pen.beginPath();
  pen.roundRect(inset, height - inset - high, long, high, high / 2);
  pen.fill();
  pen.fillStyle = '#fff';
  pen.textBaseline = 'middle';
  pen.fillText(mark, inset + pad, height - inset - high / 2 + size * 0.05);
  pen.restore();
}
