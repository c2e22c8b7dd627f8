import type { Action } from '../../../domain/action.js';
import type { Locale } from '../../../domain/locale.js';
import type { UnsupportedContent } from '../../../domain/turn.js';
import type { CheckResult } from '../../channel.js';
import type { ReplyOutline } from './reply-outline.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/** A request of a platform, before anything in it is believed. */
export interface WebhookRequest {
  readonly method: 'GET' | 'POST';
  readonly query: Readonly<Record<string, string>>;
  header(name: string): string | undefined;
  /** As it came: signatures are over these bytes. */
  readonly body: Buffer;
}

/** What the platform is told at once; an empty 200 where nothing is given. */
export interface Acknowledgement {
  readonly type?: string;
  readonly body?: string;
}

/** What one webhook brought. */
export interface Received {
  readonly acknowledgement?: Acknowledgement;
  /** Instead: what the platform is told a little later, within its limit, once the messages are kept. */
  readonly held?: Promise<Acknowledgement>;
  readonly messages: readonly IncomingMessage[];
  /** What the platform says went wrong since, with what we sent or with the account. */
  readonly reports?: readonly DeliveryReport[];
}

/** A platform's later word on something it took, or on the account where it names no message. */
export interface DeliveryReport {
  /** The platform's id of the message that was not delivered. */
  readonly message?: string;
  readonly why: string;
  /** True where the message's form was the trouble (a picture that could not be fetched): its words may pass. */
  readonly isCardsFault: boolean;
}

/** One message of a shopper, in the words of no platform. It is kept as JSON until it was answered. */
export interface IncomingMessage {
  /** The platform's id, the same when it is delivered again. */
  readonly id: string;
  /** Whom it is talked with: one person, also where many read along. */
  readonly conversation: string;
  /** The platform's id of the person. */
  readonly user: string;
  /** Where an answer goes (chat id, reply token …), for `send` alone. */
  readonly to: JsonObject;
  readonly locale?: Locale;
  readonly text?: string;
  /** What a pressed button carried. */
  readonly button?: string;
  /** How the app fetches its photos, each as `file` reads it. */
  readonly photos?: readonly JsonObject[];
  /** The same of its voice messages, which are among the `unsupported` too: there may be nothing that hears them. */
  readonly voices?: readonly JsonObject[];
  readonly unsupported?: readonly UnsupportedContent[];
  /** True where the person just came (start, follow, subscribe): they are greeted. */
  readonly joined?: boolean;
  /** Names the album a photo is part of, where the platform sends each photo on its own. */
  readonly album?: string;
}

/** One outgoing call of an answer, kept as JSON until the platform took it. */
export interface Part {
  readonly call: JsonObject;
  /** Shown instead where the platform refuses the call (a picture it cannot read, a card it does not know). */
  readonly otherwise?: readonly JsonObject[];
}

/** What the platform said to a call. */
export type Delivery =
  | {
      readonly kind: 'sent';
      /** The platform's id of it, where later reports name it. */
      readonly id?: string;
    }
  /** Not now: an outage, or too many calls; `afterMs` where it said when. */
  | { readonly kind: 'later'; readonly why: string; readonly afterMs?: number }
  /** Never: this call as it is. */
  | { readonly kind: 'refused'; readonly why: string };

/** A webhook's registration at the platform. */
export interface WebhookCalls {
  /** The address it posts to now, if any, and what went wrong there last. */
  look(): Promise<{ readonly address?: string; readonly trouble?: string }>;
  register(address: string): Promise<CheckResult>;
}

/** What an app renders with. */
export interface RenderTools {
  /** What a button carries for an action, in at most as many bytes as the app has room for. */
  readonly codeOf: (action: Action) => string;
  /** Where the answer goes, as the message it answers said. */
  readonly to?: JsonObject;
}

/** One messaging app, switched on. Its five files: settings, verify, parse, render, send. */
export interface MessagingApp {
  readonly name: string;
  /** The language of those who have not written yet, where the platform does not say which they speak. */
  readonly language?: Locale;
  /** Milliseconds after a message in which its answer may be delivered. */
  readonly windowMs: number;
  /** Milliseconds after a shopper's last message in which the shop may write first; `windowMs` where absent. */
  readonly noticeWindowMs?: number;
  /** Bytes a button may carry; 0 where the app has no buttons that carry anything. */
  readonly buttonBytes: number;
  /** Milliseconds between two calls to one conversation, where the platform counts them. */
  readonly paceMs?: number;
  /** True where the platform shows no WebP: such pictures of others are left out. */
  readonly withoutWebp?: boolean;
  /** Verifies and reads a webhook. Throws YidaFault `unauthorised` or `bad-request`; unknown messages are no fault. */
  receive(request: WebhookRequest): Received;
  /** The answer as calls, in order, each within the platform's limits. */
  render(outline: ReplyOutline, tools: RenderTools): Part[];
  send(call: JsonObject, to: JsonObject): Promise<Delivery>;
  /** The bytes of a photo or a voice message. Throws where it cannot be had. */
  file(reference: JsonObject, to: JsonObject): Promise<Uint8Array>;
  /** Shows that an answer is under way, where the platform can; failing is no matter. */
  typing?(to: JsonObject): Promise<void>;
  /** Tells the platform by a call where to post to, and asks it; for those where a console is not the only way. */
  readonly webhook?: WebhookCalls;
  /** Checks the credentials with the platform and says what it answered: for `yida doctor`. */
  check(): Promise<CheckResult>;
}
