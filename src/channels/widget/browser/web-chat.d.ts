/** What we use of the prebuilt Web Chat bundle, which puts itself on `window`. */

interface WebChatAction {
  readonly type: string;
  readonly payload?: unknown;
}

interface SendBoxPhoto {
  readonly blob: Blob;
  readonly thumbnailURL?: URL;
}

interface WebChatStore {
  dispatch(action: WebChatAction): void;
  getState(): { readonly sendBoxAttachments: readonly SendBoxPhoto[] };
  subscribe(listener: () => void): () => void;
}

interface ReplyOfActivity {
  readonly attention?: AttentionShares | null;
  readonly locale?: string;
  /** Null where nothing was asked: a greeting, an apology. */
  readonly understood?: unknown;
}

interface WebChatActivity {
  readonly type: string;
  readonly from?: { readonly role?: string };
  readonly channelData?: { readonly yida?: ReplyOfActivity };
}

interface AttentionShares {
  readonly text: number;
  readonly image: number;
  readonly history: number;
}

type RenderActivity = (...args: readonly unknown[]) => unknown;
type ActivityMiddleware = () => (
  next: (card: { readonly activity: WebChatActivity }) => RenderActivity | false,
) => (card: { readonly activity: WebChatActivity }) => RenderActivity | false;

type StoreMiddleware = (
  store: WebChatStore,
) => (next: (action: WebChatAction) => unknown) => (action: WebChatAction) => unknown;

interface DirectLineLike {
  readonly connectionStatus$: { subscribe(listener: (status: number) => void): { unsubscribe(): void } };
  readonly conversationId?: string;
  readonly token?: string;
  end(): void;
}

interface WebChatGlobal {
  createDirectLine(options: {
    readonly token: string;
    readonly domain: string;
    readonly conversationId?: string;
    readonly conversationStartProperties?: { readonly locale: string };
  }): DirectLineLike;
  createStore(initial: object, ...middleware: readonly StoreMiddleware[]): WebChatStore;
  renderWebChat(options: object, element: Element): void;
}

interface Window {
  readonly WebChat: WebChatGlobal;
}
