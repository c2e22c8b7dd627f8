import type { GuardedFetch } from '../encoding/guarded-fetch.js';
import type { InboxCounts, InboxStore } from '../storage/inbox-store.js';
import type { ChannelKind, CheckResult, CheckTools, Environment } from './channel.js';

/** How a channel stands, for the merchant. */
export interface Diagnosis {
  readonly channel: string;
  /**
   * `always` on; `on` by its settings; `off`; `incomplete`, where what is set is right and something is not; or `faulty`.
   * The last two stop the start.
   */
  readonly state: 'always' | 'on' | 'off' | 'incomplete' | 'faulty';
  /** The variables that would switch it on and are not set. */
  readonly missing: readonly string[];
  /** Those that are set, and rightly, as far as can be seen from here. */
  readonly right: readonly string[];
  /** Each `NAME: what is wrong`. */
  readonly faults: readonly string[];
  /** What to paste at the other side; undefined without a public address, or where there is nothing to paste. */
  readonly address?: string;
  /** What the other side says to the credentials; undefined where it cannot be asked. */
  readonly credentials?: CheckResult;
  /** Whether the other side posts to `address`; undefined where it cannot be asked, or there is no address. */
  readonly registered?: CheckResult;
  /** Whether what the operator runs for the channel answers; undefined where that is nothing. */
  readonly engines?: CheckResult;
  /** Whether the service answers at `address`; undefined where it was not tried. */
  readonly reachable?: CheckResult;
  /** Messages that wait, and that could not be answered; messaging apps alone. */
  readonly inbox?: InboxCounts;
}

export interface DiagnoseOptions {
  readonly environment: Environment;
  readonly publicUrl: string | undefined;
  readonly tools: CheckTools;
  /** Undefined where nothing was ever received. */
  readonly inbox?: Pick<InboxStore, 'counts'>;
}

/** Looks at one channel: its settings, its credentials at the other side, its address from outside. */
export async function diagnose(kind: ChannelKind, options: DiagnoseOptions): Promise<Diagnosis> {
  const { environment, publicUrl, tools } = options;
  const { variables, path, check, engines: tryEngines, look } = kind.setup;
  const reading = kind.read(environment);
  const faults = reading.kind === 'faulty' ? reading.faults : [];
  const named = faults.map((fault) => fault.split(':', 1)[0] ?? '');
  // Some are a must beside others alone: of those the faults tell.
  const missing = [...new Set([...variables, ...named])].filter((name) => environment[name] === undefined);
  const right = variables.filter((name) => environment[name] !== undefined && !named.includes(name));
  const state = stateOf(variables, missing, named);
  const address = path !== undefined && publicUrl !== undefined ? `${publicUrl}${path}` : undefined;
  const base = { channel: kind.name, state, missing, right, faults, ...(address === undefined ? {} : { address }) };
  if (state === 'off' || state === 'incomplete' || state === 'faulty') return base;
  const credentials = await check?.(environment, tools).catch(failed);
  const registered =
    address === undefined
      ? undefined
      : await look?.(environment, tools).then((found) => found && registrationOf(address, found), failed);
  const engines = await tryEngines?.(environment).catch(failed);
  const reachable = address === undefined ? undefined : await reach(address, tools.fetch);
  const counts = check === undefined ? undefined : await options.inbox?.counts(kind.name);
  return {
    ...base,
    ...(credentials === undefined ? {} : { credentials }),
    ...(registered === undefined ? {} : { registered }),
    ...(engines === undefined ? {} : { engines }),
    ...(reachable === undefined ? {} : { reachable }),
    ...(counts === undefined ? {} : { inbox: counts }),
  };
}

function registrationOf(address: string, found: { address?: string; trouble?: string }): CheckResult {
  if (found.address !== address) return { ok: false, why: found.address ?? '–' };
  return found.trouble === undefined ? { ok: true, who: address } : { ok: false, why: found.trouble };
}

function stateOf(
  variables: readonly string[],
  missing: readonly string[],
  faulty: readonly string[],
): Diagnosis['state'] {
  if (faulty.some((name) => !missing.includes(name))) return 'faulty';
  if (faulty.length > 0) return 'incomplete';
  if (variables.length === 0) return 'always';
  return missing.length === 0 ? 'on' : 'off';
}

/** An unsigned call is refused by the service itself, in problem details: then it is ours that answered. */
async function reach(address: string, fetch: GuardedFetch): Promise<CheckResult> {
  try {
    const { status, headers } = await fetch(address, { method: 'POST', body: '', maxRedirects: 0 });
    const ours = status < 300 || headers['content-type']?.includes('application/problem+json') === true;
    return ours ? { ok: true, who: String(status) } : { ok: false, why: String(status) };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): CheckResult {
  return { ok: false, why: error instanceof Error ? error.message : String(error) };
}
