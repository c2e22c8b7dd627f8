import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LineStatus } from '../line/direct-line.js';
import { usePanel } from './context.js';

/** Says that there is no connection, and what becomes of what is written meanwhile. */
export function ConnectionNotice({ status }: { readonly status: LineStatus }): JSX.Element {
  const { words } = usePanel();
  const away = useAway();
  const said = away ? words.say('ui.panel.away') : status === 'lost' ? words.say('ui.offline') : '';
  return (
    <p class="notice" role="status" hidden={said === ''}>
      {said}
    </p>
  );
}

function useAway(): boolean {
  const [away, setAway] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setAway(!navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return away;
}

/** Asks whether the browser's speech service may be used; the answer is kept on this device. */
export function VoiceConsent({ onAnswer }: { readonly onAnswer: (allowed: boolean) => void }): JSX.Element {
  const { words } = usePanel();
  return (
    <section class="consent" aria-label={words.say('ui.panel.listen')}>
      <p>{words.say('ui.panel.voice-consent')}</p>
      <div class="camera-buttons">
        <button type="button" class="plain" onClick={() => onAnswer(false)}>
          {words.say('ui.panel.voice-refuse')}
        </button>
        <button type="button" class="solid" onClick={() => onAnswer(true)}>
          {words.say('ui.panel.voice-allow')}
        </button>
      </div>
    </section>
  );
}
