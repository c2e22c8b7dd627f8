import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Channel, ChannelDeps } from './channels/channel.js';
import { CHANNELS } from './channels/channel-list.js';
import type { QuietHours } from './channels/messaging/core/quiet-hours.js';
import { type SpeechSettings, speechSettings } from './channels/voice/speech/speech-settings.js';
import { YidaFault } from './domain/fault.js';
import type { ExchangeRates } from './domain/money.js';

/** Everything the environment decides, read once. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly production: boolean;
  readonly dataDir: string;
  /** A name under models/, a folder, or a hub model's name. */
  readonly model: string;
  /** Signs conversation tokens; absent in local mode, where a random one lives as long as the process. */
  readonly secret: string | undefined;
  readonly apiKey: string | undefined;
  /** Public address for absolute picture links, without a trailing slash. */
  readonly publicUrl: string | undefined;
  readonly allowedOrigins: readonly string[];
  /** Express' "trust proxy": hops, or a list of addresses; undefined trusts nobody. */
  readonly trustProxy: number | string | undefined;
  /** The merchant's FAQ file; absent, the demo shop has its own and other shops have none. */
  readonly faq: string | undefined;
  /** Where talks that ask for a person go; undefined where the merchant takes none. */
  readonly handover: HandoverSettings | undefined;
  /** Lets the handover webhook be a service on this machine, over plain http too. */
  readonly allowLocalHandover: boolean;
  /** When shoppers are not written to first. */
  readonly quiet: QuietHours;
  readonly logLevel: LogLevel;
  readonly rates: ExchangeRates['perUnit'];
  /** Where the engines are that hear recordings and speak answers. */
  readonly speech: SpeechSettings;
  /** Lets answers go to a Bot Framework Emulator on this machine (local mode only). */
  readonly allowEmulator: boolean;
  /** Makes each channel that its settings switch on. */
  readonly channels: readonly ((deps: ChannelDeps) => Channel | undefined)[];
}

/** A signed webhook, or a mail. */
export type HandoverSettings =
  | { readonly kind: 'webhook'; readonly url: string; readonly secret: string }
  | { readonly kind: 'mail'; readonly smtpUrl: string; readonly to: string; readonly from: string };

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const text = z.string().trim();
const flag = z.enum(['0', '1', 'true', 'false', '']).transform((value) => value === '1' || value === 'true');

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: text.min(1).default('127.0.0.1'),
  NODE_ENV: z.string().default('development'),
  YIDA_DATA_DIR: text.min(1).default('./data'),
  YIDA_MODEL: text.min(1).default('yida-mini'),
  YIDA_SECRET: z.string().min(32).optional(),
  YIDA_API_KEY: z.string().min(16).optional(),
  YIDA_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  YIDA_ALLOWED_ORIGINS: text.default('').transform(splitList).pipe(z.array(originSchema())),
  TRUST_PROXY: text.optional(),
  DATABASE_URL: text.optional(),
  YIDA_FAQ: text.optional(),
  YIDA_HANDOVER_URL: z.url({ protocol: /^https?$/ }).optional(),
  YIDA_HANDOVER_SECRET: z.string().min(16).optional(),
  YIDA_HANDOVER_ALLOW_LOCAL: flag.default(false),
  YIDA_HANDOVER_EMAIL: z.email().optional(),
  YIDA_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  YIDA_MAIL_FROM: z.email().optional(),
  YIDA_TIME_ZONE: text.default(Intl.DateTimeFormat().resolvedOptions().timeZone).pipe(timeZoneSchema()),
  YIDA_QUIET_HOURS: text.default('21-9').pipe(quietHoursSchema()),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  YIDA_RATES: text.default('').transform(splitList).pipe(z.array(rateSchema())),
  YIDA_ALLOW_EMULATOR: flag.default(false),
  ...speechSettings.shape,
});

/**
 * The configuration of an environment. Throws one YidaFault `config-invalid` that lists every fault at
 * once, a line each, as `NAME: what is wrong`.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is an unset one: that is how compose files and shells blank a value.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  const production = given.NODE_ENV === 'production';
  const host = given.HOST ?? '127.0.0.1';
  if (!production && !isLoopback(host)) {
    faults.push(
      `HOST: ${host} is reachable from other machines; outside production only a loopback address is allowed`,
    );
  }
  if (production && given.YIDA_SECRET === undefined) {
    faults.push('YIDA_SECRET: production needs it (at least 32 characters): it signs the tokens of conversations');
  }
  if (given.DATABASE_URL !== undefined) {
    faults.push('DATABASE_URL: this version stores in SQLite only; unset it');
  }
  if (given.YIDA_HANDOVER_URL !== undefined && given.YIDA_HANDOVER_SECRET === undefined) {
    faults.push(
      'YIDA_HANDOVER_SECRET: YIDA_HANDOVER_URL needs it (at least 16 characters): it signs what is sent there',
    );
  }
  if (given.YIDA_HANDOVER_URL?.startsWith('http:') && parsed.data?.YIDA_HANDOVER_ALLOW_LOCAL !== true) {
    faults.push('YIDA_HANDOVER_URL: must be https; YIDA_HANDOVER_ALLOW_LOCAL=1 lets it be a service on this machine');
  }
  if (given.YIDA_HANDOVER_EMAIL !== undefined && given.YIDA_SMTP_URL === undefined) {
    faults.push('YIDA_SMTP_URL: YIDA_HANDOVER_EMAIL needs it, such as smtps://user:password@mail.example');
  }
  const channels = [];
  for (const kind of CHANNELS) {
    const reading = kind.read(given);
    if (reading.kind === 'ready') channels.push(reading.create);
    else faults.push(...reading.faults);
  }
  if (faults.length > 0 || !parsed.success) {
    throw new YidaFault('config-invalid', faults.join('\n'), { values: { count: faults.length } });
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    production,
    dataDir: resolve(values.YIDA_DATA_DIR),
    model: values.YIDA_MODEL,
    secret: values.YIDA_SECRET,
    apiKey: values.YIDA_API_KEY,
    publicUrl: values.YIDA_PUBLIC_URL,
    allowedOrigins: values.YIDA_ALLOWED_ORIGINS,
    trustProxy: trustedProxies(values.TRUST_PROXY),
    faq: values.YIDA_FAQ === undefined ? undefined : resolve(values.YIDA_FAQ),
    handover: handoverOf(values),
    allowLocalHandover: values.YIDA_HANDOVER_ALLOW_LOCAL,
    quiet: { timeZone: values.YIDA_TIME_ZONE, ...values.YIDA_QUIET_HOURS },
    logLevel: values.LOG_LEVEL,
    rates: Object.fromEntries(values.YIDA_RATES),
    allowEmulator: values.YIDA_ALLOW_EMULATOR,
    speech: speechSettings.parse(values),
    channels,
  };
}

/** Every setting that there is, the channels' own among them. */
export function settingNames(): string[] {
  return [...new Set([...Object.keys(environmentSchema.shape), ...CHANNELS.flatMap(({ settings }) => settings ?? [])])];
}

/** What a look at a faulty environment still needs: where things are, as far as it can be read. */
export function readPlaces(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<Config, 'dataDir' | 'publicUrl' | 'allowEmulator'> {
  const read = <Name extends keyof typeof environmentSchema.shape>(name: Name) => {
    const field = environmentSchema.shape[name];
    const parsed = field.safeParse(environment[name] === '' ? undefined : environment[name]);
    return (parsed.success ? parsed.data : field.parse(undefined)) as z.infer<typeof field>;
  };
  return {
    dataDir: resolve(read('YIDA_DATA_DIR')),
    publicUrl: read('YIDA_PUBLIC_URL'),
    allowEmulator: read('YIDA_ALLOW_EMULATOR'),
  };
}

/** The webhook where there is one, else the mail. */
function handoverOf(values: z.infer<typeof environmentSchema>): HandoverSettings | undefined {
  const { YIDA_HANDOVER_URL: url, YIDA_HANDOVER_SECRET: secret, YIDA_SMTP_URL: smtpUrl } = values;
  if (url !== undefined && secret !== undefined) return { kind: 'webhook', url, secret };
  const to = values.YIDA_HANDOVER_EMAIL;
  if (to === undefined || smtpUrl === undefined) return undefined;
  return { kind: 'mail', smtpUrl, to, from: values.YIDA_MAIL_FROM ?? to };
}

/** True for 127.0.0.0/8, ::1 and localhost: addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function originSchema() {
  return z.string().refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin, {
    error: 'expected origins such as https://shop.example, separated by commas',
  });
}

function timeZoneSchema() {
  return z.string().refine(isTimeZone, { error: 'expected a name such as Asia/Shanghai or Europe/Berlin' });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `21-9`: quiet from nine in the evening until nine in the morning; `0-0`: never. */
function quietHoursSchema() {
  return z.string().transform((hours, context) => {
    const [, from, until] = /^(\d{1,2})-(\d{1,2})$/.exec(hours) ?? [];
    if (from === undefined || until === undefined || Number(from) > 23 || Number(until) > 23) {
      context.addIssue('expected hours of the day such as 21-9, or 0-0 for none');
      return z.NEVER;
    }
    return { from: Number(from), until: Number(until) };
  });
}

/** `USD=7.1`: one dollar is worth 7.1 of the catalogue's currency. */
function rateSchema() {
  return z.string().transform((pair, context): [string, number] => {
    const [currency, rate] = pair.split('=');
    const value = Number(rate);
    if (!currency || !/^[A-Z]{3}$/.test(currency) || !Number.isFinite(value) || value <= 0) {
      context.addIssue('expected rates such as USD=7.1,EUR=7.8, each in the currency of the catalogue');
      return z.NEVER;
    }
    return [currency, value];
  });
}

function trustedProxies(value: string | undefined): number | string | undefined {
  if (value === undefined) return undefined;
  return /^\d+$/.test(value) ? Number(value) : value;
}
