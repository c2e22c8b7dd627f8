/** Something a person does in a messaging app. */
export type Gesture =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'photo'; readonly bytes: Uint8Array; readonly caption?: string }
  | { readonly kind: 'album'; readonly photos: readonly Uint8Array[]; readonly caption?: string }
  | { readonly kind: 'press'; readonly code: string; readonly title: string }
  /** Without bytes the platform hands nothing out. */
  | { readonly kind: 'voice'; readonly bytes?: Uint8Array }
  | { readonly kind: 'sticker' | 'location' | 'unknown' | 'join' }
  /** In a group, to the assistant or past it. */
  | { readonly kind: 'group'; readonly text: string; readonly addressed: boolean };

/** A picture whose address has this in it cannot be read by any simulated platform. */
export const UNREADABLE = 'unreadable';

/** What is wrong with a webhook, for tests of its verification. */
export type Flaw = 'unsigned' | 'tampered' | 'wrong-secret' | 'stale';

/** A webhook as the platform would post it. */
export interface SimulatedWebhook {
  readonly method: 'GET' | 'POST';
  /** With its query, below the service's address. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What a person sees of an outgoing call. */
export interface Shown {
  readonly text?: string;
  readonly pictures: readonly string[];
  readonly buttons: readonly { readonly title: string; readonly code?: string; readonly link?: string }[];
}

/** An outgoing call as it reached the platform. */
export interface OutgoingCall {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** The platform's answer to a call, what is seen of it, and which documented limit it broke. */
export interface CallAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly shown?: Shown;
  readonly broken?: string;
}

/**
 * One platform played on this machine: posts webhooks as it signs them and takes the calls that answer them,
 * within its documented limits. Written from the platform's public documentation.
 */
export interface PlatformSimulator {
  readonly name: string;
  /** The variables that switch the app on against a platform at `api`. */
  environment(api: string): Record<string, string>;
  /** The requests of a gesture, in order; the same `id` is the same delivery again. */
  webhooks(gesture: Gesture, options?: { id?: number; flaw?: Flaw; now?: number }): SimulatedWebhook[];
  /** What the platform asks before it posts, and what it expects to hear; undefined where it asks nothing. */
  challenge?(now?: number): { readonly webhook: SimulatedWebhook; readonly expected: (answer: string) => boolean };
  /** How the platform says "too many, come back in `seconds`". */
  tooMany(seconds: number): {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly body: string;
  };
  answer(call: OutgoingCall): CallAnswer;
  /** Flaws that the platform's scheme cannot have (no time stamp: nothing can be stale). */
  readonly without?: readonly Flaw[];
  /** Gestures the platform does not have. */
  readonly lacks?: readonly Gesture['kind'][];
}
