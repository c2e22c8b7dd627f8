import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Router } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { TakeTurn } from '../../dialogs/take-turn.js';
import type { Counter } from '../assistant/counter.js';
import type { GarmentStore } from '../catalog/garment-store.js';
import type { GuardedFetch } from '../encoding/guarded-fetch.js';
import type { ActivityLog } from '../storage/activity-log.js';
import type { InboxStore } from '../storage/inbox-store.js';
import type { ShopperStore } from '../storage/shopper-store.js';
import type { WatchStore } from '../storage/watch-store.js';
import type { BoundTokens } from './access/bound-token.js';
import type { Site } from './access/site.js';
import type { QuietHours } from './messaging/core/quiet-hours.js';
import type { BoardAddress } from './rendering/render-reply.js';
import type { Wording } from './rendering/wording.js';
import type { SpeechEngines } from './voice/speech/speech-engines.js';

/** What every channel is given; a channel uses what it needs. */
export interface ChannelDeps {
  readonly takeTurn: TakeTurn;
  /** Answers programs outside any conversation. */
  readonly counter: Counter;
  /** What is kept of shoppers with their consent. */
  readonly shoppers: ShopperStore;
  readonly wording: Wording;
  readonly boardAddress?: BoardAddress;
  readonly tokens: BoundTokens;
  readonly activityLog: ActivityLog;
  /** What messaging apps brought and what is not delivered yet. */
  readonly inbox: InboxStore;
  /** What shoppers asked to be told of. */
  readonly watches: WatchStore;
  readonly garments: Pick<GarmentStore, 'getMany'>;
  /** When nobody is written to first. */
  readonly quiet: QuietHours;
  /** The one way out to platforms. */
  readonly fetch: GuardedFetch;
  /** Whether `fetch` may call services of this machine: simulators, never in production. */
  readonly callsLoopback: boolean;
  /** The guarded fetch: bytes of a picture at a public https address; a YidaFault where it must not or cannot. */
  readonly fetchPhoto: (address: string) => Promise<Uint8Array>;
  /** What hears recordings and speaks answers, where the operator runs such engines. */
  readonly speech: SpeechEngines;
  readonly site: Site;
  readonly log: Logger;
  /** True once the models are loaded and there is a catalogue. */
  readonly ready: () => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** An id nobody can guess. */
  readonly randomId: () => string;
  /** Of package.json. */
  readonly version: string;
  /** Folder of the widget's built browser files. */
  readonly widgetFolder: string;
}

/** A running channel. */
export interface Channel {
  readonly name: string;
  readonly routes?: Router;
  /** Takes over a WebSocket upgrade that is its own (true), or leaves it (false). */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** True where the shop can write first here. */
  readonly notifies?: boolean;
  /** Called once the service listens at `base`: answers what was left unanswered. */
  readonly start?: (base: string) => Promise<void>;
  /** Finishes what is under way and lets go of sockets. */
  readonly close: () => Promise<void>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A channel read from the environment: its faults, each `NAME: what is wrong`, or what makes it. */
export type ChannelReading =
  | { readonly kind: 'faulty'; readonly faults: readonly string[] }
  /** `create` gives undefined where the settings leave the channel off. */
  | { readonly kind: 'ready'; readonly create: (deps: ChannelDeps) => Channel | undefined };

/** What the other side says to a channel's credentials. */
export type CheckResult =
  /** They are good; `who` is whom they speak for. */
  { readonly ok: true; readonly who: string } | { readonly ok: false; readonly why: string };

/** What checks reach other services with. */
export interface CheckTools {
  readonly fetch: GuardedFetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** An id nobody can guess. */
  readonly randomId: () => string;
}

/** What a merchant does to switch a channel on. */
export interface ChannelSetup {
  /** The variables that must be set; none where the channel is always on. */
  readonly variables: readonly string[];
  /** Where the other side calls, below the public address. */
  readonly path?: string;
  /** Asks the other side whether the credentials are good; undefined where it has no such question. */
  readonly check?: (environment: Environment, tools: CheckTools) => Promise<CheckResult | undefined>;
  /** Where the other side posts to now, and what went wrong there last; undefined where it is not asked by a call. */
  readonly look?: (
    environment: Environment,
    tools: CheckTools,
  ) => Promise<{ readonly address?: string; readonly trouble?: string } | undefined>;
  /** Tells the other side to post to `address`; undefined where its console is the only way. */
  readonly register?: (
    environment: Environment,
    tools: CheckTools,
    address: string,
  ) => Promise<CheckResult | undefined>;
  /** Tries what else the operator runs for the channel; undefined where that is nothing. */
  readonly engines?: (environment: Environment) => Promise<CheckResult | undefined>;
}

/** One entry of the list that config.ts and app.ts walk. */
export interface ChannelKind {
  readonly name: string;
  readonly setup: ChannelSetup;
  readonly read: (environment: Environment) => ChannelReading;
  /** Every variable it reads, also those that are no must. */
  readonly settings?: readonly string[];
}

/**
 * A channel by its settings schema over environment variables and its factory. Unknown variables are
 * ignored; whether the channel is on is for `create` to say.
 */
export function channelKind<Settings>(definition: {
  name: string;
  setup: ChannelSetup;
  settings: z.ZodType<Settings>;
  create: (settings: Settings, deps: ChannelDeps) => Channel | undefined;
}): ChannelKind {
  return {
    name: definition.name,
    setup: definition.setup,
    settings: definition.settings instanceof z.ZodObject ? Object.keys(definition.settings.shape) : [],
    read(environment) {
      const parsed = definition.settings.safeParse(environment);
      if (!parsed.success) {
        const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
        return { kind: 'faulty', faults };
      }
      return { kind: 'ready', create: (deps) => definition.create(parsed.data, deps) };
    },
  };
}
