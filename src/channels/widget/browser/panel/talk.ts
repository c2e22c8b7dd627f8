import type { ReplyView } from '../../../rendering/reply-view.js';
import type { Activity, Outgoing } from '../line/activity.js';
import { DirectLine, type LineStatus } from '../line/direct-line.js';
import type { Shelf } from '../line/kept-talk.js';
import type { SendState } from '../line/outbox.js';

/** What the shopper said. */
export interface Said {
  readonly kind: 'said';
  readonly id: string;
  readonly text: string;
  /** Address of the photo on this device; `gone` where it was sent before this page was opened. */
  readonly photo?: string;
  readonly state: SendState;
  readonly letter: Outgoing;
  /** True where it was said on this page. */
  readonly here?: boolean;
  /** The service's own id of it, by which an answer names it; known once it was heard there. */
  readonly heardAs?: string;
}

/** What the assistant answered; `live` where it came while the shopper was here. */
export interface Answered {
  readonly kind: 'answered';
  readonly id: string;
  readonly answers: string | undefined;
  readonly reply: ReplyView;
  readonly live: boolean;
}

export type Entry = Said | Answered;

/** Stands for a photo that is no longer kept. */
export const GONE = 'gone';

export interface TalkState {
  readonly entries: readonly Entry[];
  readonly status: LineStatus;
  /** True from a message until its answer. */
  readonly awaiting: boolean;
}

export interface TalkOptions {
  readonly home: string;
  readonly shelf: Shelf;
  readonly shopToken: string | undefined;
  readonly locale: () => string;
  readonly onReply: (reply: ReplyView, conversationId: string | undefined) => void;
  readonly onShopTokenRefused: () => void;
}

/** The conversation as the panel shows it: what Direct Line tells, and what the shopper sent and is on its way. */
export class Talk {
  readonly line: DirectLine;
  readonly #options: TalkOptions;
  readonly #watchers = new Set<() => void>();
  #state: TalkState = { entries: [], status: 'connecting', awaiting: false };

  constructor(options: TalkOptions) {
    this.#options = options;
    this.line = new DirectLine({
      ...options,
      listener: {
        heard: (activities, live) => this.#hear(activities, live),
        status: (status) => this.#change({ status }),
        sending: (clientId, state) => this.#mark(clientId, state),
        shopTokenRefused: options.onShopTokenRefused,
      },
    });
  }

  get state(): TalkState {
    return this.#state;
  }

  /** True once the shopper said something here. */
  get begun(): boolean {
    return this.#state.entries.some((entry) => entry.kind === 'said');
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Says what an earlier page could not send. */
  resume(): void {
    for (const letter of this.line.resume()) this.#say(letter.clientId, letter);
  }

  say(letter: Outgoing): void {
    this.#say(this.line.send(letter), letter);
  }

  #say(id: string, letter: Outgoing): void {
    const said: Said = {
      kind: 'said',
      id,
      text: letter.text ?? '',
      state: 'waiting',
      letter,
      here: true,
      ...(letter.photo === undefined ? {} : { photo: URL.createObjectURL(letter.photo) }),
    };
    this.#change({ entries: [...this.#state.entries, said], awaiting: true });
  }

  /** Sends again what was refused. */
  resend({ id, letter }: Said): void {
    this.#change({ entries: this.#state.entries.filter((entry) => entry.id !== id) });
    this.say(letter);
  }

  restart(): void {
    this.#forgetPhotos();
    this.#change({ entries: [], awaiting: false, status: 'connecting' });
    this.line.restart();
  }

  setShopToken(token: string | undefined): void {
    this.#forgetPhotos();
    this.#change({ entries: [], awaiting: false, status: 'connecting' });
    this.line.setShopToken(token);
  }

  #hear(activities: readonly Activity[], live: boolean): void {
    for (const activity of activities) {
      if (activity.type !== 'message') continue;
      if (activity.from?.role === 'bot') this.#answered(activity, live);
      else this.#said(activity, live);
    }
  }

  #said(activity: Activity, live: boolean): void {
    const id = activity.channelData?.clientActivityID ?? activity.id ?? '';
    if (this.#state.entries.some((entry) => entry.id === id)) {
      this.#mark(id, 'sent', activity.id);
      return;
    }
    const photo = (activity.attachments ?? []).some(({ contentType }) => contentType.startsWith('image/'));
    const said: Said = {
      kind: 'said',
      id,
      text: activity.text ?? '',
      state: 'sent',
      letter: {
        ...(activity.text === undefined ? {} : { text: activity.text }),
        ...(activity.value?.yida === undefined ? {} : { action: activity.value.yida }),
      },
      ...(photo ? { photo: GONE } : {}),
      ...(activity.id === undefined ? {} : { heardAs: activity.id }),
    };
    this.#change({ entries: this.#with(said, live), awaiting: true });
  }

  #answered(activity: Activity, live: boolean): void {
    const { entries } = this.#state;
    const answers = activity.replyToId;
    // Garments and outfits of one reply come as activities of their own, each with the whole reply.
    const twin = entries.some(
      (entry) =>
        entry.kind === 'answered' && (entry.id === activity.id || (answers !== undefined && entry.answers === answers)),
    );
    if (twin) return;
    const reply = activity.channelData?.yida ?? wordsAlone(activity.text ?? '');
    const answered: Answered = { kind: 'answered', id: activity.id ?? '', answers, reply, live };
    this.#change({ entries: this.#below(answered, live), awaiting: this.#waitsFor(answers) });
    if (live) this.#options.onReply(reply, this.line.conversationId);
  }

  /** The entries with one more: what was said before this page was opened stands before what is said on it. */
  #with(entry: Entry, live: boolean): readonly Entry[] {
    const { entries } = this.#state;
    // It may have been sent, and even be answered, before the talk of before was read.
    const first = entries.findIndex((other) => other.kind === 'said' && other.here === true);
    return live || first < 0 ? [...entries, entry] : [...entries.slice(0, first), entry, ...entries.slice(first)];
  }

  /** An answer stands below what it answers, also where more was said before it came. */
  #below(answered: Answered, live: boolean): readonly Entry[] {
    const { entries } = this.#state;
    const asked = entries.findIndex(
      (entry) => entry.kind === 'said' && entry.heardAs !== undefined && entry.heardAs === answered.answers,
    );
    return asked < 0
      ? this.#with(answered, live)
      : [...entries.slice(0, asked + 1), answered, ...entries.slice(asked + 1)];
  }

  /** True while something said is still on its way: the answer just heard was to an earlier message. */
  #waitsFor(answers: string | undefined): boolean {
    return answers === undefined
      ? this.#state.awaiting
      : this.#state.entries.some((entry) => entry.kind === 'said' && entry.state === 'waiting');
  }

  #mark(clientId: string, state: SendState, heardAs?: string): void {
    const entries = this.#state.entries.map((entry): Entry => {
      if (entry.kind !== 'said' || entry.id !== clientId) return entry;
      return {
        ...entry,
        ...(entry.state === 'sent' ? {} : { state }),
        ...(heardAs === undefined ? {} : { heardAs }),
      };
    });
    this.#change({ entries, ...(state === 'failed' ? { awaiting: false } : {}) });
  }

  #forgetPhotos(): void {
    for (const entry of this.#state.entries) {
      if (entry.kind === 'said' && entry.photo !== undefined && entry.photo !== GONE) URL.revokeObjectURL(entry.photo);
    }
  }

  #change(changes: Partial<TalkState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const watcher of this.#watchers) watcher();
  }
}

function wordsAlone(text: string): ReplyView {
  return {
    locale: 'zh-CN',
    text,
    speech: text,
    items: [],
    outfits: [],
    suggestions: [],
    understood: null,
    attention: null,
    relaxed: [],
    degraded: [],
  };
}
