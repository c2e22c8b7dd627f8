import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckResult, Environment } from '../channels/channel.js';
import type { DiagnoseOptions, Diagnosis } from '../channels/diagnose.js';
import type { Registration } from '../channels/register-webhook.js';
import { YidaFault } from '../domain/fault.js';
import type { RegisterCommand } from './command.js';
import type { Terminal } from './terminal.js';
import type { UnknownSetting } from './unknown-settings.js';

interface DoctorOptions {
  readonly json?: boolean;
  readonly register?: string;
}

/**
 * Says of every channel what is set, what is missing and which address to paste, and tries it; on request tells one
 * channel's other side the address.
 */
export const registerDoctor: RegisterCommand = (program, { terminal, environment }) => {
  program
    .command('doctor')
    .description(terminal.say('command.doctor'))
    .option('--json', terminal.say('command.option.json'))
    .option('--register <channel>', terminal.say('command.doctor.register'))
    .action(async ({ json = false, register }: DoctorOptions) => {
      const rooms = await import('./heavy-rooms.js');
      const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
      const { dataDir, publicUrl, allowEmulator } = rooms.readPlaces(environment);
      const fetch = rooms.createGuardedFetch({ allowLoopback: allowEmulator });
      const surroundings = { environment: given, publicUrl, tools: { fetch, now: Date.now, randomId: randomUUID } };
      if (register === undefined) {
        const faults = configFaults(() => rooms.readConfig(environment));
        const diagnoses = await diagnoseAll(join(dataDir, 'conversations.db'), surroundings);
        const unknown = rooms.unknownSettings(given, rooms.settingNames());
        if (json) terminal.printJson({ faults, unknown, publicUrl: publicUrl ?? null, channels: diagnoses });
        else report(terminal, { faults, unknown, publicUrl, diagnoses, environment: given });
        if (faults.length > 0 || diagnoses.some(isBroken)) process.exitCode = 1;
        return;
      }
      const kind = rooms.CHANNELS.find(({ name }) => name === register);
      if (kind === undefined) {
        const channels = rooms.CHANNELS.flatMap(({ name, setup }) => (setup.register === undefined ? [] : [name]));
        const say = terminal.say('doctor.register-unknown', { name: register, channels: terminal.list(channels) });
        return program.error(say, { exitCode: 2 });
      }
      const registration = await rooms.registerWebhook(kind, surroundings);
      if (json) terminal.printJson({ channel: kind.name, ...registration });
      else terminal.print(registrationLine(kind.name, registration, terminal));
      if (!registration.ok) process.exitCode = 1;
    });
};

async function diagnoseAll(file: string, surroundings: Omit<DiagnoseOptions, 'inbox'>): Promise<Diagnosis[]> {
  const { CHANNELS, createInboxStore, diagnose, openDatabase } = await import('./heavy-rooms.js');
  // A look changes nothing: where nothing was ever started, nothing is made.
  const db = existsSync(file) ? await openDatabase({ file }) : undefined;
  try {
    const inbox = db && createInboxStore(db);
    return await Promise.all(CHANNELS.map((kind) => diagnose(kind, { ...surroundings, ...(inbox && { inbox }) })));
  } finally {
    await db?.destroy();
  }
}

function registrationLine(channel: string, registration: Registration, { say, list }: Terminal): string {
  if (registration.ok) return say('doctor.register-good', { channel, who: registration.who });
  const { kind, why, lacks } = registration;
  return say(`doctor.register-${kind}`, { channel, why: lacks === undefined ? why : list(lacks) });
}

/** Every fault of the whole environment: what would stop the start. */
function configFaults(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof YidaFault && error.code === 'config-invalid') return error.message.split('\n');
    throw error;
  }
}

/** Whether the service would not start with a channel so. */
function stops(state: Diagnosis['state']): boolean {
  return state === 'faulty' || state === 'incomplete';
}

function isBroken({ state, credentials, registered, engines, reachable }: Diagnosis): boolean {
  return stops(state) || [credentials, registered, engines, reachable].some((result) => result?.ok === false);
}

interface Findings {
  readonly faults: readonly string[];
  readonly unknown: readonly UnknownSetting[];
  readonly publicUrl: string | undefined;
  readonly diagnoses: readonly Diagnosis[];
  readonly environment: Environment;
}

function report(terminal: Terminal, { faults, unknown, publicUrl, diagnoses, environment }: Findings): void {
  const { say } = terminal;
  // A channel's own faults stand with it.
  const told = new Set(diagnoses.flatMap((diagnosis) => diagnosis.faults));
  const isUnset = (name: string) => environment[name] === undefined;
  for (const fault of faults) if (!told.has(fault)) terminal.print(faultLine(fault, isUnset, terminal));
  for (const { name, nearest } of unknown)
    terminal.print(
      nearest === undefined ? say('doctor.unknown', { name }) : say('doctor.unknown-near', { name, nearest }),
    );
  terminal.print(publicAddress(publicUrl, terminal));
  for (const diagnosis of diagnoses) {
    terminal.print('');
    for (const line of linesOf(diagnosis, terminal)) terminal.print(line);
  }
  terminal.print('');
  terminal.print(terminal.say('doctor.where'));
}

function publicAddress(address: string | undefined, { say }: Terminal): string {
  if (address === undefined) return say('doctor.no-public-url');
  return say(address.startsWith('https:') ? 'doctor.public-url' : 'doctor.public-url-plain', { address });
}

/** A fault `NAME: what is wrong`, with what the setting is and where to find it, in the terminal's language. */
function faultLine(fault: string, isUnset: (name: string) => boolean, { say }: Terminal): string {
  const [name = ''] = fault.split(':', 1);
  const what = say(`setting.${name}`);
  if (what === `setting.${name}`) return say('doctor.fault', { fault });
  return say(isUnset(name) ? 'doctor.lacks' : 'doctor.unfit', { name, what });
}

function linesOf(diagnosis: Diagnosis, terminal: Terminal): string[] {
  const { say, list } = terminal;
  const { channel, state, missing, right, faults, address, credentials, registered, engines, reachable, inbox } =
    diagnosis;
  const checked = (id: string, result: CheckResult | undefined) => {
    if (result === undefined) return [];
    return [
      result.ok ? say(`doctor.${id}-good`, { who: result.who }) : say(`doctor.${id}-bad`, { why: result.why, channel }),
    ];
  };
  return [
    say(`doctor.state.${state}`, { channel }),
    ...(state === 'off' ? [say('doctor.missing', { variables: list(missing) })] : []),
    ...(stops(state) && right.length > 0 ? [say('doctor.right', { variables: list(right) })] : []),
    ...faults.map((fault) => faultLine(fault, (name) => missing.includes(name), terminal)),
    ...(address === undefined || stops(state) ? [] : [say('doctor.address', { address })]),
    ...checked('credentials', credentials),
    ...checked('registered', registered),
    ...checked('engines', engines),
    // Of an address without a certificate all was said at the top.
    ...(address?.startsWith('https:') ? checked('reachable', reachable) : []),
    ...(inbox === undefined || inbox.waiting + inbox.failed === 0 ? [] : [say('doctor.inbox', { ...inbox })]),
  ];
}
