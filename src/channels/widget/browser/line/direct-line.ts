import type { Activity, ActivitySet, Outgoing } from './activity.js';
import { Backoff } from './backoff.js';
import { call, Refused } from './call.js';
import { bindingOf, dropTalk, type KeptTalk, keepTalk, keptTalk, type Shelf } from './kept-talk.js';
import { type Letter, Outbox, type SendState } from './outbox.js';
import { type Unsent, unsentOn } from './unsent.js';

export type LineStatus = 'connecting' | 'online' | 'lost';

export interface LineListener {
  /** `live` is false for what was said before this page was opened. */
  heard(activities: readonly Activity[], live: boolean): void;
  status(status: LineStatus): void;
  sending(clientId: string, state: SendState): void;
  /** The token the shop gave no longer serves; the talk goes on without a name until it gives another. */
  shopTokenRefused(): void;
}

export interface LineOptions {
  /** Origin of the service. */
  readonly home: string;
  readonly shelf: Shelf;
  readonly shopToken: string | undefined;
  readonly locale: () => string;
  readonly listener: LineListener;
}

interface Grant {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** A token serves an hour; it is renewed well before. Milliseconds. */
const RENEW_MS = 25 * 60_000;
/** Between two looks where there is no WebSocket, in milliseconds. */
const POLL_MS = 1_500;
/** A token that expired, is not ours, or whose conversation has ended. */
const TALK_OVER = new Set([401, 403, 404]);
/** Sockets that fail to open, one after the other, before we poll. */
const SOCKET_TRIES = 2;

/**
 * One conversation over Direct Line: entered again after a reload, heard over the WebSocket stream (by
 * polling where a network lets none through), found again after every loss with the place it had reached.
 */
export class DirectLine {
  readonly #options: LineOptions;
  readonly #outbox: Outbox;
  readonly #unsent: Unsent;
  readonly #backoff = new Backoff();
  #shopToken: string | undefined;
  #talk: KeptTalk | undefined;
  #watermark = '';
  #socket: WebSocket | undefined;
  #socketFailures = 0;
  /** Counts up with every restart; what an earlier run still waits for is dropped. */
  #run = 0;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#shopToken = options.shopToken;
    this.#unsent = unsentOn(options.shelf, () =>
      this.#shopToken === undefined ? undefined : bindingOf(this.#shopToken)?.user,
    );
    this.#outbox = new Outbox(
      (letter) => this.#post(letter),
      (clientId, state) => options.listener.sending(clientId, state),
      (letters) => this.#unsent.keep(letters),
    );
    addEventListener('offline', () => options.listener.status('lost'));
    addEventListener('online', () => {
      // A socket that outlived the network may be dead without knowing it.
      this.#socket?.close();
      this.#wake();
    });
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.#lookAgain();
    });
    setInterval(() => void this.#renew(), RENEW_MS);
  }

  get conversationId(): string | undefined {
    return this.#talk?.conversationId;
  }

  /** Enters the kept conversation, or a new one. Resolves never with an error: it keeps trying. */
  start(): void {
    this.#talk = keptTalk(this.#options.shelf, this.#shopToken);
    this.#watermark = '';
    void this.#keepConnected(++this.#run);
  }

  /** Leaves this conversation for a new one. */
  restart(): void {
    dropTalk(this.#options.shelf);
    this.#outbox.clear();
    this.#socket?.close();
    // A shop's token is bound to one conversation, which is over now; the next is nameless unless it gives another.
    if (this.#talk?.shopUser !== undefined) this.#shopToken = undefined;
    this.start();
  }

  /** Takes another token of the shop: the talk goes on where it is, if it names the same conversation. */
  setShopToken(token: string | undefined): void {
    this.#shopToken = token;
    this.#socket?.close();
    this.start();
  }

  send(letter: Outgoing): string {
    const clientId = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    this.#outbox.add({ ...letter, clientId });
    return clientId;
  }

  /** What an earlier page could not send, on its way again under the same ids. */
  resume(): readonly Letter[] {
    const left = this.#unsent.left();
    for (const letter of left) this.#outbox.add(letter);
    return left;
  }

  /** Tells the service what a shopper opened; it keeps that only with the shopper's consent. */
  note(verb: 'open', garmentId: string): void {
    if (this.#talk === undefined) return;
    void call(`${this.#options.home}/api/events`, {
      method: 'POST',
      token: this.#talk.token,
      json: { events: [{ verb, garmentId }] },
    }).catch(() => undefined);
  }

  async #keepConnected(run: number): Promise<void> {
    let first = true;
    while (run === this.#run) {
      try {
        const grant = await this.#enter();
        if (run !== this.#run) return;
        if (first) await this.#catchUp(false);
        first = false;
        await this.#listen(grant, run);
      } catch (error) {
        if (run !== this.#run) return;
        if (error instanceof Refused && !error.passing) await this.#leaveRefused();
      }
      if (run !== this.#run) return;
      this.#options.listener.status('lost');
      await this.#backoff.wait();
    }
  }

  async #enter(): Promise<Grant> {
    const { home, shelf, locale } = this.#options;
    const line = `${home}/v3/directline`;
    const known = this.#talk;
    const grant =
      known === undefined
        ? await call<Grant>(`${line}/conversations`, {
            method: 'POST',
            token:
              this.#shopToken ??
              (await call<{ token: string }>(`${line}/tokens/generate`, { method: 'POST', json: {} })).token,
            json: { locale: locale() },
          })
        : await call<Grant>(`${line}/conversations/${known.conversationId}?watermark=${this.#watermark}`, {
            token: known.token,
          });
    const shopUser = known?.shopUser ?? (this.#shopToken === undefined ? undefined : bindingOf(this.#shopToken)?.user);
    this.#keep({ ...grant, ...(shopUser === undefined ? {} : { shopUser }) }, shelf);
    return grant;
  }

  #keep({ token, conversationId, shopUser }: KeptTalk, shelf: Shelf): void {
    this.#talk = { token, conversationId, ...(shopUser === undefined ? {} : { shopUser }) };
    keepTalk(shelf, this.#talk);
  }

  /** The service knows this token or conversation no more: the next try begins anew. */
  async #leaveRefused(): Promise<void> {
    if (this.#talk === undefined && this.#shopToken !== undefined) {
      this.#shopToken = undefined;
      this.#options.listener.shopTokenRefused();
    }
    this.#talk = undefined;
    this.#watermark = '';
    dropTalk(this.#options.shelf);
  }

  async #listen(grant: Grant, run: number): Promise<void> {
    if (this.#socketFailures < SOCKET_TRIES && (await this.#stream(grant, run))) return;
    if (this.#socketFailures >= SOCKET_TRIES) await this.#poll(run);
  }

  /** Listens until the socket closes. False where it never opened. */
  #stream(grant: Grant, run: number): Promise<boolean> {
    return new Promise((resolve) => {
      const address = new URL(grant.streamUrl);
      if (this.#watermark !== '') address.searchParams.set('watermark', this.#watermark);
      const socket = openSocket(address);
      if (socket === undefined) {
        this.#socketFailures = SOCKET_TRIES;
        resolve(false);
        return;
      }
      let opened = false;
      this.#socket = socket;
      socket.onopen = () => {
        opened = true;
        this.#socketFailures = 0;
        this.#online();
      };
      socket.onmessage = ({ data }) => {
        if (run === this.#run && typeof data === 'string' && data !== '')
          this.#take(JSON.parse(data) as ActivitySet, true);
      };
      socket.onclose = () => {
        if (!opened && navigator.onLine) this.#socketFailures += 1;
        resolve(opened);
      };
    });
  }

  async #poll(run: number): Promise<void> {
    this.#online();
    while (run === this.#run) {
      if (!document.hidden) await this.#catchUp(true);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  async #catchUp(live: boolean): Promise<void> {
    const { conversationId, token } = this.#talk ?? {};
    if (token === undefined) return;
    const address = `${this.#options.home}/v3/directline/conversations/${conversationId}/activities?watermark=${this.#watermark}`;
    this.#take(await call<ActivitySet>(address, { token }), live);
  }

  #take({ activities = [], watermark }: ActivitySet, live: boolean): void {
    if (watermark !== undefined) this.#watermark = watermark;
    if (activities.length > 0) this.#options.listener.heard(activities, live);
  }

  #online(): void {
    this.#backoff.reset();
    this.#options.listener.status('online');
    this.#outbox.wake();
  }

  /** After a sleep: what was missed is fetched, and a socket that lies about being open is let go. */
  #lookAgain(): void {
    this.#wake();
    if (this.#socket?.readyState === WebSocket.OPEN) this.#catchUp(true).catch(() => this.#socket?.close());
  }

  #wake(): void {
    this.#backoff.wake();
    this.#outbox.wake();
  }

  async #renew(): Promise<void> {
    if (this.#talk === undefined) return;
    const { token } = this.#talk;
    const renewed = await call<{ token: string }>(`${this.#options.home}/v3/directline/tokens/refresh`, {
      method: 'POST',
      token,
    }).catch(() => undefined);
    if (renewed !== undefined && this.#talk?.token === token)
      this.#keep({ ...this.#talk, token: renewed.token }, this.#options.shelf);
  }

  async #post({ clientId, text, action, photo }: Outgoing & { readonly clientId: string }): Promise<void> {
    const talk = this.#talk;
    if (talk === undefined) throw new Error('not connected yet');
    const activity = {
      type: 'message',
      locale: this.#options.locale(),
      channelData: { clientActivityID: clientId },
      ...(text === undefined ? {} : { text }),
      ...(action === undefined ? {} : { value: { yida: action } }),
    };
    const room = `${this.#options.home}/v3/directline/conversations/${talk.conversationId}`;
    const { token } = talk;
    try {
      if (photo === undefined) await call(`${room}/activities`, { method: 'POST', token, json: activity });
      else await call(`${room}/upload`, { method: 'POST', token, form: formOf(activity, photo) });
    } catch (error) {
      if (!(error instanceof Refused) || !TALK_OVER.has(error.status)) throw error;
      // The talk ended while this was written (a laptop slept): it is sent in the next one.
      this.#socket?.close();
      throw new Error('the talk is over', { cause: error });
    }
  }
}

function formOf(activity: object, photo: Blob): FormData {
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  form.append('file', photo, photo instanceof File ? photo.name : 'photo.jpg');
  return form;
}

/** Undefined where the page may open none: its policy forbids it, or it is https and we are not. */
function openSocket(address: URL): WebSocket | undefined {
  try {
    return new WebSocket(address);
  } catch {
    return undefined;
  }
}
