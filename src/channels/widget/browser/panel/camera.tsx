import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from './context.js';
import { jpegOf } from './photo.js';

export const hasCamera = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function';

/** The camera's picture with a shutter; the stream ends with it, and nothing is kept but the photo taken. */
export function Camera({
  facing = 'environment',
  timer,
  onPhoto,
  onClose,
}: {
  /** `user`: the camera on the side of the screen. */
  readonly facing?: 'environment' | 'user';
  /** Seconds to step back in, offered where a whole person is to be in the picture. */
  readonly timer?: number;
  readonly onPhoto: (photo: Blob) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { words } = usePanel();
  const view = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'opening' | 'open' | 'refused'>('opening');
  const [count, setCount] = useState<number>();
  const shutter = useRef<HTMLButtonElement>(null);
  // A layout effect, for it ends with the view: a passive one would leave the camera on for a frame more.
  useLayoutEffect(() => {
    let stream: MediaStream | undefined;
    let left = false;
    navigator.mediaDevices.getUserMedia({ video: { facingMode: facing, width: { ideal: 1280 } } }).then(
      (opened) => {
        stream = opened;
        const { current } = view;
        if (left || current === null) stop(opened);
        else {
          current.srcObject = opened;
          setState('open');
          shutter.current?.focus();
        }
      },
      () => setState('refused'),
    );
    return () => {
      left = true;
      if (stream !== undefined) stop(stream);
    };
  }, [facing]);
  const shoot = async () => {
    const video = view.current;
    if (video === null || video.videoWidth === 0) return;
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    onPhoto(await jpegOf(canvas));
  };
  useEffect(() => {
    if (count === undefined) return;
    const next = setTimeout(() => (count > 1 ? setCount(count - 1) : void shoot()), 1000);
    return () => clearTimeout(next);
  }, [count]);
  return (
    <section class="camera" aria-label={words.say('ui.panel.camera')}>
      <video ref={view} autoplay muted playsInline hidden={state === 'refused'} />
      {count === undefined ? null : (
        <p class="camera-count" role="status">
          {count}
        </p>
      )}
      {state === 'refused' ? <p role="alert">{words.say('ui.panel.camera-refused')}</p> : null}
      <div class="camera-buttons">
        <button type="button" class="plain" onClick={onClose}>
          {words.say('ui.panel.camera-close')}
        </button>
        {state === 'refused' || timer === undefined ? null : (
          <button
            type="button"
            class="plain"
            disabled={state !== 'open' || count !== undefined}
            onClick={() => setCount(timer)}
          >
            {words.say('ui.panel.camera-timer', { seconds: timer })}
          </button>
        )}
        {state === 'refused' ? null : (
          <button type="button" class="solid" ref={shutter} disabled={state !== 'open'} onClick={() => void shoot()}>
            {words.say('ui.panel.camera-shoot')}
          </button>
        )}
      </div>
    </section>
  );
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
