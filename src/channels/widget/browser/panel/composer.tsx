import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { hasCamera } from './camera.js';
import { usePanel } from './context.js';
import { hasScreenKeyboard } from './device.js';
import { IconButton } from './icons.js';
import { PHOTO_TYPES, pictureAmong } from './photo.js';
import { OwnPhoto } from './picture.js';
import { hearsSpeech, type Listening, listen } from './voice.js';

export interface ComposerProps {
  /** The photo that waits for words or the button. */
  readonly photo: Blob | undefined;
  readonly onPhoto: (photo: Blob | undefined) => void;
  /** A file that was chosen and is no picture. */
  readonly onNoPicture: () => void;
  readonly onCamera: () => void;
  readonly onSend: (text: string) => void;
  /** Asks once whether the browser's speech service may be used; true where it may already. */
  readonly mayListen: () => boolean;
  readonly onUnheard: () => void;
}

/** Where the shopper writes, speaks, and adds a photo. */
export function Composer(props: ComposerProps): JSX.Element {
  const { words } = usePanel();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const speech = useSpeech(props, setText);
  const ready = text.trim() !== '' || props.photo !== undefined;
  const send = () => {
    if (!ready) return;
    speech.stop();
    props.onSend(text.trim());
    setText('');
    // The answer is read on the whole screen.
    if (hasScreenKeyboard()) field.current?.blur();
    else field.current?.focus();
  };
  useGrowing(field, text);
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {props.photo === undefined ? null : <Attached photo={props.photo} onRemove={() => props.onPhoto(undefined)} />}
      <div class="field">
        <input
          ref={chooser}
          type="file"
          accept={PHOTO_TYPES}
          hidden
          aria-label={words.say('ui.send-photo')}
          onChange={({ currentTarget }) => {
            const picture = pictureAmong(currentTarget.files);
            if (picture !== undefined) props.onPhoto(picture);
            else if (currentTarget.files?.length) props.onNoPicture();
            currentTarget.value = '';
            field.current?.focus();
          }}
        />
        <IconButton icon="photo" label={words.say('ui.send-photo')} onClick={() => chooser.current?.click()} />
        {hasCamera() ? (
          <IconButton icon="camera" label={words.say('ui.panel.camera')} onClick={props.onCamera} />
        ) : null}
        <textarea
          ref={field}
          rows={1}
          value={text}
          enterkeyhint="send"
          maxLength={2000}
          placeholder={words.say('ui.input')}
          aria-label={words.say('ui.input')}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            // Enter that ends the writing of a Chinese word sends nothing.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        {hearsSpeech() ? (
          <IconButton
            icon="microphone"
            class={speech.listening ? 'listening' : ''}
            label={words.say(speech.listening ? 'ui.panel.listen-stop' : 'ui.panel.listen')}
            pressed={speech.listening}
            onClick={speech.toggle}
          />
        ) : null}
        <button
          type="submit"
          class="icon-button send"
          aria-label={words.say('ui.panel.send')}
          title={words.say('ui.panel.send')}
          disabled={!ready}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true" class="icon">
            <path d="M12 19V5M6 11l6-6 6 6" />
          </svg>
        </button>
      </div>
    </form>
  );
}

function Attached({ photo, onRemove }: { readonly photo: Blob; readonly onRemove: () => void }): JSX.Element {
  const { words } = usePanel();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return (
    <div class="attached">
      {address === undefined ? null : <OwnPhoto address={address} />}
      <p role="status">
        {words.say('ui.attached')}
        <small>{words.say('ui.photo-privacy')}</small>
      </p>
      <IconButton icon="close" label={words.say('ui.detach')} onClick={onRemove} />
    </div>
  );
}

interface Speech {
  readonly listening: boolean;
  toggle(): void;
  stop(): void;
}

function useSpeech({ mayListen, onUnheard }: ComposerProps, heard: (words: string) => void): Speech {
  const { words } = usePanel();
  const running = useRef<Listening | undefined>(undefined);
  const [listening, setListening] = useState(false);
  const stop = () => running.current?.stop();
  useEffect(() => stop, []);
  return {
    listening,
    stop,
    toggle() {
      if (listening) stop();
      else if (mayListen()) {
        setListening(true);
        running.current = listen(words.locale, heard, (understood) => {
          setListening(false);
          if (understood === undefined) onUnheard();
        });
      }
    },
  };
}

/** As many lines as were written, to a limit that the style sheet sets. */
function useGrowing(field: { readonly current: HTMLTextAreaElement | null }, text: string): void {
  useEffect(() => {
    const box = field.current;
    if (box === null) return;
    box.style.height = 'auto';
    if (text !== '') box.style.height = `${box.scrollHeight}px`;
  }, [field, text]);
}
