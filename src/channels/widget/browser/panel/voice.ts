/** What we use of the Web Speech API, which not every browser has. */
interface Recognition {
  lang: string;
  interimResults: boolean;
  onresult:
    | ((event: {
        readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
      }) => void)
    | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  abort(): void;
}
type RecognitionMaker = new () => Recognition;

function maker(): RecognitionMaker | undefined {
  const page = window as unknown as {
    SpeechRecognition?: RecognitionMaker;
    webkitSpeechRecognition?: RecognitionMaker;
  };
  return page.SpeechRecognition ?? page.webkitSpeechRecognition;
}

export const hearsSpeech = (): boolean => maker() !== undefined;
export const readsAloud = (): boolean => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;

export interface Listening {
  stop(): void;
}

/** Listens to one sentence. `done` gets what was heard, or undefined where there was nothing or it was not allowed. */
export function listen(
  locale: string,
  heard: (words: string) => void,
  done: (words: string | undefined) => void,
): Listening {
  const Maker = maker();
  if (Maker === undefined) {
    done(undefined);
    return { stop: () => undefined };
  }
  const recognition = new Maker();
  let words: string | undefined;
  recognition.lang = locale === 'en' ? 'en-US' : 'zh-CN';
  recognition.interimResults = true;
  recognition.onresult = ({ results }) => {
    words = Array.from(results, (result) => result[0]?.transcript ?? '').join('');
    heard(words);
  };
  recognition.onerror = () => undefined;
  recognition.onend = () => done(words);
  recognition.start();
  return { stop: () => recognition.abort() };
}

export function readAloud(words: string, locale: string): void {
  if (!readsAloud()) return;
  hush();
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = locale === 'en' ? 'en-US' : 'zh-CN';
  speechSynthesis.speak(utterance);
}

export function hush(): void {
  if (readsAloud()) speechSynthesis.cancel();
}
