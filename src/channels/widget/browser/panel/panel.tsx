import type { JSX } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Shelf } from '../line/kept-talk.js';
import type { PanelSettings } from '../loader/panel-settings.js';
import { Camera } from './camera.js';
import { useChosenPhoto } from './chosen-photo.js';
import { Composer } from './composer.js';
import { type PanelContext, PanelProvider } from './context.js';
import { keepTabInside } from './focus-trap.js';
import { Header } from './header.js';
import { ConnectionNotice, VoiceConsent } from './notices.js';
import { opinionsIn } from './opinions.js';
import { pictureAmong } from './photo.js';
import type { Talk, TalkState } from './talk.js';
import { Announcer, Transcript } from './transcript.js';
import { startTryOn, triedOnIn } from './try-on-loader.js';
import { hush, readAloud } from './voice.js';
import type { PanelLocale, Words } from './words.js';

export interface PanelProps {
  readonly talk: Talk;
  readonly words: Words;
  readonly settings: PanelSettings;
  readonly root: ShadowRoot;
  readonly shelf: Shelf;
  readonly onLocale: (locale: PanelLocale) => void;
}

const VOICE_KEY = 'yida-voice';

/** The whole talk: header, what was said, and where to write. A dialog over a shop's page, or a page of its own. */
export function Panel({ talk, words, settings, root, shelf, onLocale }: PanelProps): JSX.Element {
  const state = useTalk(talk);
  const [cameraOpen, setCameraOpen] = useState(false);
  const [remark, setRemark] = useState('');
  const [asks, setAsks] = useState<'listen' | 'read'>();
  const [aloud, setAloud] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const context = usePanelContext(talk, words, settings, state, root, () =>
    setRemark(words.say('ui.panel.try-on-away')),
  );
  const dialog = settings.form === 'dialog';
  const noPicture = () => setRemark(words.say('ui.panel.no-picture'));
  const chosen = useChosenPhoto(noPicture);
  const takePhoto = (taken: Blob | undefined) => {
    setRemark('');
    setCameraOpen(false);
    chosen.take(taken);
    root.querySelector<HTMLElement>('textarea')?.focus();
  };
  const dropping = useIncomingPhotos(dialog ? root.host : document, takePhoto, noPicture);
  const send = async (text: string) => {
    setRemark('');
    const photo = await chosen.whenReady();
    if (text === '' && photo === undefined) return;
    chosen.take(undefined);
    talk.say({ ...(text === '' ? {} : { text }), ...(photo === undefined ? {} : { photo }) });
  };
  useReadAloud(state, aloud);
  useDialogKeys(dialog ? box : undefined, root, () => (cameraOpen ? setCameraOpen(false) : settings.onClose?.()));
  const frame = dialog
    ? { role: 'dialog' as const, 'aria-modal': true, 'aria-labelledby': titleId }
    : { role: 'main' as const, 'aria-labelledby': titleId };
  const voiceAllowed = () => shelf.get(VOICE_KEY) === 'yes';
  return (
    <PanelProvider value={context}>
      <div ref={box} class={`shell ${dropping ? 'dropping' : ''}`} {...frame}>
        <Header
          titleId={titleId}
          form={settings.form}
          aloud={aloud}
          onAloud={() => {
            if (aloud) setAloud(false);
            else if (voiceAllowed()) setAloud(true);
            else setAsks('read');
          }}
          onLocale={onLocale}
          onRestart={() => {
            chosen.take(undefined);
            talk.restart();
          }}
          onClose={settings.onClose}
        />
        <ConnectionNotice status={state.status} />
        <Transcript talk={state} greeting={settings.greeting} onResend={(said) => talk.resend(said)} />
        <Announcer talk={state} />
        {asks === undefined ? null : (
          <VoiceConsent
            onAnswer={(allowed) => {
              if (allowed) shelf.set(VOICE_KEY, 'yes');
              if (allowed && asks === 'read') setAloud(true);
              setAsks(undefined);
            }}
          />
        )}
        {remark === '' ? null : (
          <p class="remark" role="alert">
            {remark}
          </p>
        )}
        {cameraOpen ? <Camera onPhoto={takePhoto} onClose={() => setCameraOpen(false)} /> : null}
        <Composer
          photo={chosen.photo}
          onPhoto={takePhoto}
          onNoPicture={noPicture}
          onCamera={() => setCameraOpen(true)}
          onSend={(text) => void send(text)}
          mayListen={() => {
            setRemark('');
            if (!voiceAllowed()) setAsks('listen');
            return voiceAllowed();
          }}
          onUnheard={() => setRemark(words.say('ui.panel.unheard'))}
        />
        {dropping ? <p class="drop-here">{words.say('ui.panel.drop')}</p> : null}
      </div>
    </PanelProvider>
  );
}

function useTalk(talk: Talk): TalkState {
  const [state, setState] = useState(talk.state);
  useEffect(() => {
    setState(talk.state);
    return talk.watch(() => setState(talk.state));
  }, [talk]);
  return state;
}

function usePanelContext(
  talk: Talk,
  words: Words,
  settings: PanelSettings,
  state: TalkState,
  root: ShadowRoot,
  onNoTryOn: () => void,
): PanelContext {
  const opinions = useMemo(() => opinionsIn(state.entries), [state.entries]);
  return useMemo(() => {
    const context: PanelContext = {
      words,
      home: settings.home,
      heading: settings.form === 'page' ? ('h2' as const) : ('h3' as const),
      opinions,
      say: (letter) => talk.say(letter),
      tell: settings.tell,
      opens(garment) {
        talk.line.note('open', garment.id);
        return settings.tell('garment-click', { garmentId: garment.id, url: garment.url }, true);
      },
      tryOn(garment) {
        const box = root.querySelector<HTMLElement>('.panel');
        if (box === null) return;
        const others = triedOnIn(talk.state.entries, garment);
        startTryOn({ garment, others, panel: context, root, box, home: settings.home }).catch(onNoTryOn);
      },
    };
    return context;
  }, [words, opinions, talk, settings, root]);
}

/** In a dialog Tab stays inside, and Escape leaves it. */
function useDialogKeys(
  box: { readonly current: HTMLElement | null } | undefined,
  root: ShadowRoot,
  onEscape: () => void,
): void {
  const leave = useRef(onEscape);
  leave.current = onEscape;
  useEffect(() => {
    const dialog = box?.current;
    if (!dialog) return;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) {
        event.stopPropagation();
        leave.current();
      }
      keepTabInside(dialog, root, event);
    };
    dialog.addEventListener('keydown', press);
    return () => dialog.removeEventListener('keydown', press);
  }, [box, root]);
}

/** Takes photos that are dropped or pasted anywhere over `area`; true while one hovers. */
function useIncomingPhotos(area: Element | Document, onPhoto: (photo: Blob) => void, onNoPicture: () => void): boolean {
  const [hovering, setHovering] = useState(false);
  const handlers = useRef({ onPhoto, onNoPicture });
  handlers.current = { onPhoto, onNoPicture };
  useEffect(() => {
    const take = (event: Event, files: FileList | undefined) => {
      if (files === undefined || files.length === 0) return;
      event.preventDefault();
      const picture = pictureAmong(files);
      if (picture === undefined) handlers.current.onNoPicture();
      else handlers.current.onPhoto(picture);
    };
    const paste = (event: Event) => take(event, (event as ClipboardEvent).clipboardData?.files);
    const over = (event: Event) => {
      if (!(event as DragEvent).dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: Event) => {
      if ((event as DragEvent).relatedTarget === null || event.target === area) setHovering(false);
    };
    const drop = (event: Event) => {
      setHovering(false);
      take(event, (event as DragEvent).dataTransfer?.files);
    };
    const listeners = { paste, dragover: over, dragleave: leave, drop };
    for (const [name, listener] of Object.entries(listeners)) area.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) area.removeEventListener(name, listener);
    };
  }, [area]);
  return hovering;
}

/** Reads each new answer aloud while that is on. */
function useReadAloud(state: TalkState, on: boolean): void {
  const last = state.entries.at(-1);
  const read = useRef<string | undefined>(undefined);
  const words = last?.kind === 'answered' && last.live ? last : undefined;
  useEffect(() => {
    if (!on) {
      hush();
      read.current = words?.id;
      return;
    }
    if (words === undefined || read.current === words.id) return;
    read.current = words.id;
    readAloud(words.reply.speech, words.reply.locale);
  }, [on, words]);
  useEffect(() => hush, []);
}
