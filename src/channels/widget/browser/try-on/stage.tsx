import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Face } from './body.js';
import type { CutOut } from './cut-out.js';
import { drawPreview } from './draw-preview.js';
import { centreOf, type Handle, isOn, moved, type Point, type Quad } from './quad.js';
import { dropPixels } from './read-photo.js';
import type { Say } from './texts.js';

export interface StageProps {
  readonly photo: HTMLCanvasElement;
  readonly cutOut: CutOut | undefined;
  readonly quad: Quad | undefined;
  readonly face: Face | undefined;
  readonly title: string;
  readonly say: Say;
  readonly onQuad: (quad: Quad) => void;
  /** The canvas that is shown, for saving it. */
  readonly canvas: { current: HTMLCanvasElement | null };
}

/** How far an arrow key moves a corner, as a share of the photo's longer side; with Shift five times as far. */
const KEY_STEP = 0.008;
const FAR = 5;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The photo with the garment on it, and the handles that correct where it lies. */
export function Stage({ photo, cutOut, quad, face, title, say, onQuad, canvas }: StageProps): JSX.Element {
  const overlay = useRef<HTMLDivElement>(null);
  // As it is now: two key presses may come before the next drawing.
  const now = useRef(quad);
  now.current = quad;
  useDrawing(canvas, { photo, cutOut, quad, face, mark: say('ui.try-on.mark') });
  const move = (handle: Handle, by: Point) => {
    if (now.current === undefined) return;
    const next = moved(now.current, handle, by);
    if (next === now.current) return;
    now.current = next;
    onQuad(next);
  };
  const press = (handle: Handle) => (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    const step = KEY_STEP * Math.max(photo.width, photo.height) * (event.shiftKey ? FAR : 1);
    move(handle, { x: arrow.x * step, y: arrow.y * step });
  };
  const drag = (handle: Handle | undefined) => (event: PointerEvent) => {
    const box = overlay.current;
    if (box === null || event.button !== 0) return;
    const perPixel = photo.width / box.getBoundingClientRect().width;
    const held = handle ?? handleUnder(event, box, perPixel, now.current);
    if (held === undefined) return;
    // Keeps the press from the picture below, and the page from scrolling along.
    event.preventDefault();
    event.stopPropagation();
    const holder = event.currentTarget as HTMLElement;
    holder.setPointerCapture(event.pointerId);
    if (handle !== undefined) holder.focus();
    let last = { x: event.clientX, y: event.clientY };
    const follow = (next: PointerEvent) => {
      move(held, { x: (next.clientX - last.x) * perPixel, y: (next.clientY - last.y) * perPixel });
      last = { x: next.clientX, y: next.clientY };
    };
    const drop = () => {
      holder.removeEventListener('pointermove', follow);
      holder.removeEventListener('pointerup', drop);
      holder.removeEventListener('pointercancel', drop);
    };
    holder.addEventListener('pointermove', follow);
    holder.addEventListener('pointerup', drop);
    holder.addEventListener('pointercancel', drop);
  };
  const shared = { photo, say };
  return (
    <div class="try-stage" style={{ '--ratio': String(photo.width / photo.height) }}>
      <canvas ref={canvas} role="img" aria-label={say('ui.try-on.picture', { title })} />
      {quad === undefined ? null : (
        <div class="try-handles" ref={overlay} onPointerDown={drag(undefined)}>
          <svg viewBox={`0 0 ${photo.width} ${photo.height}`} preserveAspectRatio="none" aria-hidden="true">
            <polygon points={quad.map(({ x, y }) => `${x},${y}`).join(' ')} />
          </svg>
          {CORNERS.map(([corner, label]) => (
            <HandleButton
              key={label}
              {...shared}
              label={label}
              at={quad[corner]}
              onKeyDown={press(corner)}
              onPointerDown={drag(corner)}
            />
          ))}
          <HandleButton
            {...shared}
            label={WHOLE}
            whole
            at={centreOf(quad)}
            onKeyDown={press('all')}
            onPointerDown={drag('all')}
          />
          <p class="quiet" id={KEYS_ID}>
            {say('ui.try-on.keys')}
          </p>
        </div>
      )}
    </div>
  );
}

const WHOLE = 'ui.try-on.whole';
const KEYS_ID = 'try-on-keys';
const CORNERS = [
  [0, 'ui.try-on.upper-left'],
  [1, 'ui.try-on.upper-right'],
  [2, 'ui.try-on.lower-right'],
  [3, 'ui.try-on.lower-left'],
] as const;

function HandleButton(props: {
  readonly photo: HTMLCanvasElement;
  readonly say: Say;
  readonly label: string;
  readonly whole?: boolean;
  readonly at: Point;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
}): JSX.Element {
  const { photo, at } = props;
  // A corner outside the photo is held at its edge, so that it can be pulled in again.
  const place = (value: number, size: number) => `${Math.max(0, Math.min(1, value / size)) * 100}%`;
  return (
    <button
      type="button"
      class={props.whole ? 'try-handle whole' : 'try-handle'}
      style={{ left: place(at.x, photo.width), top: place(at.y, photo.height) }}
      aria-label={props.say(props.label)}
      aria-describedby={KEYS_ID}
      onKeyDown={props.onKeyDown}
      onPointerDown={props.onPointerDown}
    />
  );
}

/** The garment, where the press is on it. */
function handleUnder(
  event: PointerEvent,
  box: HTMLElement,
  perPixel: number,
  quad: Quad | undefined,
): Handle | undefined {
  const { left, top } = box.getBoundingClientRect();
  const point = { x: (event.clientX - left) * perPixel, y: (event.clientY - top) * perPixel };
  return quad !== undefined && isOn(quad, point) ? 'all' : undefined;
}

/** Draws at most once a frame, and lets go of the picture when the stage is left. */
function useDrawing(
  canvas: { readonly current: HTMLCanvasElement | null },
  parts: {
    readonly photo: HTMLCanvasElement;
    readonly cutOut: CutOut | undefined;
    readonly quad: Quad | undefined;
    readonly face: Face | undefined;
    readonly mark: string;
  },
): void {
  const { photo, cutOut, quad, face, mark } = parts;
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const stage = canvas.current;
      if (stage !== null) drawPreview(stage, { photo, cutOut, quad, face, mark });
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, photo, cutOut, quad, face, mark]);
  useEffect(() => {
    const stage = canvas.current;
    return () => dropPixels(stage ?? undefined);
  }, [canvas]);
}
