import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Garment } from '../../../../domain/garment.js';
import { Camera, hasCamera } from '../panel/camera.js';
import { usePanel } from '../panel/context.js';
import { keepTabInside } from '../panel/focus-trap.js';
import { IconButton } from '../panel/icons.js';
import { PHOTO_TYPES, pictureAmong } from '../panel/photo.js';
import { Picture } from '../panel/picture.js';
import { type Fitting, useFitting } from './fitting.js';
import { Stage } from './stage.js';
import { type Say, textsIn } from './texts.js';

export interface TryOnProps {
  readonly garment: Garment;
  readonly others: readonly Garment[];
  readonly home: string;
  readonly root: ShadowRoot;
  readonly onStep: (step: 'shown' | 'refused' | 'saved', garment: Garment) => void;
  readonly onClose: () => void;
}

/** Of its own: this script counts ids apart from the panel's, in the same shadow root. */
const TITLE_ID = 'try-on-title';

/** Seconds from the press to the picture, so that all of the shopper is in it. */
const STEP_BACK = 5;

/** The dialog: a photo is chosen or taken, a garment is laid over it, and corrected by hand. */
export function TryOn({ garment, others, home, root, onStep, onClose }: TryOnProps): JSX.Element {
  const { words } = usePanel();
  const say = textsIn(words.locale);
  const fitting = useFitting(garment, home, onStep);
  const [cameraOpen, setCameraOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const take = (photo: Blob) => {
    setCameraOpen(false);
    fitting.take(photo);
  };
  useFocusKept(dialog, root, `${fitting.step} ${cameraOpen}`);
  useModal(dialog, root, () => (cameraOpen ? setCameraOpen(false) : onClose()));
  useOwnPhotos(take);
  const save = async () => {
    if (canvas.current === null) return;
    await savePicture(canvas.current, say('ui.try-on.file'));
    onStep('saved', fitting.garment);
  };
  return (
    <dialog ref={dialog} class="try-on" aria-labelledby={TITLE_ID} tabIndex={-1}>
      <header class="try-head">
        <div>
          <h2 id={TITLE_ID}>{say('ui.try-on.title')}</h2>
          <p class="try-name">{words.facts(fitting.garment).title}</p>
        </div>
        <IconButton icon="close" label={say('ui.try-on.close')} onClick={onClose} />
      </header>
      <div class={`try-body ${fitting.step}`}>
        {cameraOpen ? (
          <Camera facing="user" timer={STEP_BACK} onPhoto={take} onClose={() => setCameraOpen(false)} />
        ) : fitting.step === 'shown' && fitting.photo !== undefined ? (
          <Shown
            fitting={fitting}
            photo={fitting.photo}
            others={others}
            say={say}
            canvas={canvas}
            onSave={() => void save()}
          />
        ) : (
          <Asking fitting={fitting} others={others} say={say} onPhoto={take} onCamera={() => setCameraOpen(true)} />
        )}
      </div>
    </dialog>
  );
}

/** Before there is a preview: what to bring, that it is being looked at, or why it will not do. */
function Asking(props: {
  readonly fitting: Fitting;
  readonly others: readonly Garment[];
  readonly say: Say;
  readonly onPhoto: (photo: Blob) => void;
  readonly onCamera: () => void;
}): JSX.Element {
  const { words } = usePanel();
  const { fitting, say } = props;
  const { step, refusal } = fitting;
  const chooser = useRef<HTMLInputElement>(null);
  const looking = step === 'looking';
  const refused = step === 'refused' && refusal !== undefined;
  // Better known before a photo is looked for.
  const unfit = step === 'choosing' && (fitting.cutOut === 'none' || fitting.cutOut === 'worn');
  return (
    <div class="try-asking">
      <div class="try-piece">
        <Picture key={fitting.garment.id} address={fitting.garment.images[0]} alt="" />
      </div>
      <div class="try-said">
        <p role="status" class={looking ? 'try-looking' : 'quiet'}>
          {looking ? say('ui.try-on.looking') : ''}
        </p>
        {refused ? (
          <p role="alert" class="try-refused">
            {say(REFUSALS[refusal])}
          </p>
        ) : null}
        {unfit ? (
          <>
            <p role="alert" class="try-refused">
              {say(fitting.cutOut === 'worn' ? 'ui.try-on.worn' : 'ui.try-on.no-cut-out')}
            </p>
            <Others fitting={fitting} others={props.others} say={say} />
          </>
        ) : null}
        {looking || refused || unfit ? null : <p class="try-guide">{say('ui.try-on.guide')}</p>}
        {looking ? null : (
          <div class="try-buttons">
            <button type="button" class="solid" onClick={() => chooser.current?.click()}>
              {say(refused ? 'ui.try-on.another' : 'ui.try-on.choose')}
            </button>
            {hasCamera() ? (
              <button type="button" class="plain" onClick={props.onCamera}>
                {words.say('ui.panel.camera')}
              </button>
            ) : null}
            {refused && fitting.photo !== undefined ? (
              <button type="button" class="plain" onClick={fitting.placeByHand}>
                {say('ui.try-on.by-hand')}
              </button>
            ) : null}
            {refusal === 'no-pose' && refused ? (
              <button type="button" class="plain" onClick={fitting.retry}>
                {say('ui.try-on.again')}
              </button>
            ) : null}
            <input
              ref={chooser}
              type="file"
              hidden
              accept={PHOTO_TYPES}
              aria-label={say('ui.try-on.choose')}
              onChange={(event) => {
                const photo = event.currentTarget.files?.[0];
                event.currentTarget.value = '';
                if (photo !== undefined) props.onPhoto(photo);
              }}
            />
          </div>
        )}
        <p class="try-private">{say('ui.try-on.private')}</p>
        <p class="try-note">{say('ui.try-on.note')}</p>
      </div>
    </div>
  );
}

const REFUSALS = {
  unreadable: 'ui.try-on.unreadable',
  nobody: 'ui.try-on.nobody',
  'no-pose': 'ui.try-on.no-pose',
} as const;

/** The preview with its handles, and what can be done with it. */
function Shown(props: {
  readonly fitting: Fitting;
  readonly photo: HTMLCanvasElement;
  readonly others: readonly Garment[];
  readonly say: Say;
  readonly canvas: { current: HTMLCanvasElement | null };
  readonly onSave: () => void;
}): JSX.Element {
  const { words } = usePanel();
  const { fitting, photo, say, canvas } = props;
  const { cutOut, garment } = fitting;
  const there = typeof cutOut === 'object';
  const status =
    cutOut === undefined
      ? 'ui.try-on.fetching'
      : cutOut === 'none'
        ? 'ui.try-on.no-cut-out'
        : cutOut === 'worn'
          ? 'ui.try-on.worn'
          : cutOut === 'away'
            ? 'ui.try-on.away'
            : fitting.byHand
              ? 'ui.try-on.placed-by-hand'
              : 'ui.try-on.placed';
  return (
    <div class="try-shown">
      <div class="try-view">
        <Stage
          photo={photo}
          cutOut={there ? cutOut : undefined}
          quad={there ? fitting.quad : undefined}
          face={fitting.face}
          title={words.facts(garment).title}
          say={say}
          onQuad={fitting.move}
          canvas={canvas}
        />
      </div>
      <div class="try-side">
        <p role="status" class="try-status">
          {say(status)}
        </p>
        <p class="try-note">{say('ui.try-on.note')}</p>
        <div class="try-buttons">
          <button type="button" class="solid" disabled={!there} onClick={props.onSave}>
            {say('ui.try-on.save')}
          </button>
          <button type="button" class="plain" disabled={!there} onClick={fitting.reset}>
            {say('ui.try-on.reset')}
          </button>
          {cutOut === 'away' ? (
            <button type="button" class="plain" onClick={fitting.retry}>
              {say('ui.try-on.again')}
            </button>
          ) : null}
          <button type="button" class="plain" onClick={fitting.startOver}>
            {say('ui.try-on.another')}
          </button>
        </div>
        <Others fitting={fitting} others={props.others} say={say} />
        <p class="try-private">{say('ui.try-on.private')}</p>
      </div>
    </div>
  );
}

/** What else of the talk can be tried on. */
function Others({
  fitting,
  others,
  say,
}: {
  readonly fitting: Fitting;
  readonly others: readonly Garment[];
  readonly say: Say;
}): JSX.Element | null {
  const { words } = usePanel();
  if (others.length < 2) return null;
  return (
    <section class="try-others" aria-label={say('ui.try-on.others')}>
      <h3>{say('ui.try-on.others')}</h3>
      <ul>
        {others.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              aria-label={words.facts(other).title}
              title={words.facts(other).title}
              aria-pressed={other.id === fitting.garment.id}
              onClick={() => {
                if (other.id !== fitting.garment.id) fitting.change(other);
              }}
            >
              <Picture address={other.images[0]} alt="" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the pressed button went away with its step, the keyboard goes on at what comes next. */
function useFocusKept(dialog: { readonly current: HTMLDialogElement | null }, root: ShadowRoot, step: string): void {
  useEffect(() => {
    const box = dialog.current;
    if (box === null || !box.open || (root.activeElement !== null && box.contains(root.activeElement))) return;
    (box.querySelector<HTMLElement>('.try-body :is(.solid, .plain):not([disabled])') ?? box).focus();
  }, [dialog, root, step]);
}

/** Opens as a modal dialog; Tab stays inside, and Escape leaves it or what is open in it. */
function useModal(dialog: { readonly current: HTMLDialogElement | null }, root: ShadowRoot, onLeave: () => void): void {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    const box = dialog.current;
    if (box === null) return;
    const cancel = (event: Event) => {
      event.preventDefault();
      leave.current();
    };
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) {
        event.stopPropagation();
        cancel(event);
      }
      keepTabInside(box, root, event);
    };
    box.addEventListener('cancel', cancel);
    box.addEventListener('keydown', press);
    box.showModal();
    return () => {
      box.removeEventListener('cancel', cancel);
      box.removeEventListener('keydown', press);
      box.close();
    };
  }, [dialog, root]);
}

/** A photo dropped or pasted while the dialog is open is for it alone: the talk behind it would send it. */
function useOwnPhotos(onPhoto: (photo: Blob) => void): void {
  const take = useRef(onPhoto);
  take.current = onPhoto;
  useEffect(() => {
    const files = (event: Event) =>
      event instanceof DragEvent ? event.dataTransfer?.files : (event as ClipboardEvent).clipboardData?.files;
    const intercept = (event: Event) => {
      event.stopImmediatePropagation();
      if (event.type === 'paste' && (files(event)?.length ?? 0) === 0) return;
      event.preventDefault();
      const photo = pictureAmong(files(event));
      if (photo !== undefined && event.type !== 'dragover') take.current(photo);
    };
    const types = ['paste', 'drop', 'dragover', 'dragleave'];
    for (const type of types) window.addEventListener(type, intercept, true);
    return () => {
      for (const type of types) window.removeEventListener(type, intercept, true);
    };
  }, []);
}

async function savePicture(canvas: HTMLCanvasElement, name: string): Promise<void> {
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  if (picture === null) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = name;
  link.click();
  // The download has begun; the address need not outlive it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
