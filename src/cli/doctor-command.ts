import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckResult } from '../channels/channel.js';
import type { Diagnosis } from '../channels/diagnose.js';
import { YidaFault } from '../domain/fault.js';
import type { RegisterCommand } from './command.js';
import type { Terminal } from './terminal.js';

/** Says of every channel what is set, what is missing and which address to paste, and tries it. */
export const registerDoctor: RegisterCommand = (program, { terminal, environment }) => {
  program
    .command('doctor')
    .description(terminal.say('command.doctor'))
    .option('--json', terminal.say('command.option.json'))
    .action(async (options: { json?: boolean }) => {
      const { CHANNELS, createGuardedFetch, createInboxStore, diagnose, openDatabase, readConfig, readPlaces } =
        await import('./heavy-rooms.js');
      const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
      const faults = configFaults(() => readConfig(environment));
      const { dataDir, publicUrl, allowEmulator } = readPlaces(environment);
      const file = join(dataDir, 'conversations.db');
      // A look changes nothing: where nothing was ever started, nothing is made.
      const db = existsSync(file) ? await openDatabase({ file }) : undefined;
      try {
        const tools = {
          fetch: createGuardedFetch({ allowLoopback: allowEmulator }),
          now: Date.now,
          randomId: randomUUID,
        };
        const inbox = db && createInboxStore(db);
        const diagnoses = await Promise.all(
          CHANNELS.map((kind) => diagnose(kind, { environment: given, publicUrl, tools, ...(inbox && { inbox }) })),
        );
        if (options.json) terminal.printJson({ faults, publicUrl: publicUrl ?? null, channels: diagnoses });
        else report(terminal, faults, publicUrl, diagnoses);
        if (faults.length > 0 || diagnoses.some(isBroken)) process.exitCode = 1;
      } finally {
        await db?.destroy();
      }
    });
};

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

function isBroken({ state, credentials, engines, reachable }: Diagnosis): boolean {
  return state === 'faulty' || [credentials, engines, reachable].some((result) => result?.ok === false);
}

function report(
  terminal: Terminal,
  faults: readonly string[],
  publicUrl: string | undefined,
  diagnoses: readonly Diagnosis[],
): void {
  for (const fault of faults) terminal.print(terminal.say('doctor.fault', { fault }));
  terminal.print(
    publicUrl === undefined
      ? terminal.say('doctor.no-public-url')
      : terminal.say('doctor.public-url', { address: publicUrl }),
  );
  for (const diagnosis of diagnoses) {
    terminal.print('');
    for (const line of linesOf(diagnosis, terminal)) terminal.print(line);
  }
}

function linesOf(diagnosis: Diagnosis, { say }: Terminal): string[] {
  const { channel, state, missing, faults, address, credentials, engines, reachable, inbox } = diagnosis;
  const checked = (id: string, result: CheckResult | undefined) => {
    if (result === undefined) return [];
    return [result.ok ? say(`doctor.${id}-good`, { who: result.who }) : say(`doctor.${id}-bad`, { why: result.why })];
  };
  return [
    say(`doctor.state.${state}`, { channel }),
    ...(state === 'off' ? [say('doctor.missing', { variables: missing.join(', ') })] : []),
    ...faults.map((fault) => say('doctor.fault', { fault })),
    ...(address === undefined || state === 'faulty' ? [] : [say('doctor.address', { address })]),
    ...checked('credentials', credentials),
    ...checked('engines', engines),
    ...checked('reachable', reachable),
    ...(inbox === undefined || inbox.waiting + inbox.failed === 0 ? [] : [say('doctor.inbox', { ...inbox })]),
  ];
}
