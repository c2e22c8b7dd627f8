import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import type {
  Gesture,
  PlatformSimulator,
  SimulatedWebhook,
} from '../channels/messaging/simulator/platform-simulator.js';
import { SIMULATORS } from '../channels/messaging/simulator/simulators.js';
import type { Locale } from '../domain/locale.js';
import type { InboxStore } from '../storage/inbox-store.js';
import type { RegisterCommand } from './command.js';
import { fillEmptyCatalogue } from './fill-empty-catalogue.js';
import { createScreen, type ShownButton } from './simulated-screen.js';
import type { Terminal } from './terminal.js';

/** How long the last answers are waited for, in milliseconds. */
const LAST_ANSWER_MS = 30_000;
/** An album is a delivery for each of its pictures. */
const IDS_A_GESTURE = 100;

/**
 * A messaging app in the terminal, without an account: a simulated platform posts signed webhooks to the whole
 * service and shows the calls that come back. Nothing leaves this machine.
 */
export const registerSimulate: RegisterCommand = (program, { terminal, words, environment }) => {
  program
    .command('simulate')
    .description(terminal.say('command.simulate', { apps: terminal.list(Object.keys(SIMULATORS)) }))
    .argument('<app>')
    .action(async (name: string) => {
      const simulate = SIMULATORS[name];
      if (simulate === undefined) {
        const apps = terminal.list(Object.keys(SIMULATORS));
        return program.error(terminal.say('simulate.unknown', { name, apps }), { exitCode: 2 });
      }
      const { createInboxStore, openApp, readConfig, serve, startPlatform } = await import('./heavy-rooms.js');
      const simulator = simulate();
      const screen = createScreen(terminal);
      const platform = await startPlatform(simulator, screen.show);
      const config = readConfig({
        ...environment,
        ...inLanguage(simulator.environment(platform.url), terminal.locale),
        PORT: '0',
        YIDA_ALLOW_EMULATOR: '1',
        LOG_LEVEL: environment.LOG_LEVEL ?? 'warn',
      });
      const app = await openApp(config, words);
      await fillEmptyCatalogue(app, terminal);
      const inbox = createInboxStore(app.conversationsDb);
      const service = await serve(app);
      service.announceReady();
      const input = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
      terminal.print(terminal.say('simulate.hello', { name, gestures: gesturesOf(simulator).join(' ') }));
      // Ids that no earlier run of the simulator used: what came before is not answered again.
      let id = Date.now();
      try {
        for await (const line of input) {
          if (line.trim() === '/quit') break;
          const gesture = await readGesture(line, screen.buttons);
          if (typeof gesture === 'string' || simulator.lacks?.includes(gesture.kind)) {
            const what = typeof gesture === 'string' ? gesture : 'usage';
            const [, named = ''] = line.trim().split(/\s+/);
            const gestures = gesturesOf(simulator).join(' ');
            terminal.print(terminal.say(`simulate.${what}`, { gestures, file: named, number: named }));
          } else {
            id += IDS_A_GESTURE;
            await perform(simulator.webhooks(gesture, { id }), service.address, terminal);
          }
          // From a pipe the next line may press a button of this answer.
          if (!process.stdin.isTTY) await answered(inbox, name);
        }
        await answered(inbox, name);
      } finally {
        input.close();
        await service.close();
        await app.close();
        await platform.close();
      }
    });
};

/** The terminal's language is that of a shopper of whom the app does not say it. */
function inLanguage(settings: Record<string, string>, locale: Locale): Record<string, string> {
  const named = Object.keys(settings).filter((name) => name.endsWith('_LANGUAGE'));
  return { ...settings, ...Object.fromEntries(named.map((name) => [name, locale])) };
}

/** What was sent from a pipe is answered before the end. */
async function answered(inbox: Pick<InboxStore, 'counts'>, name: string): Promise<void> {
  const until = Date.now() + LAST_ANSWER_MS;
  while (Date.now() < until && (await inbox.counts(name)).waiting > 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

async function perform(webhooks: readonly SimulatedWebhook[], address: string, terminal: Terminal): Promise<void> {
  for (const { method, path, headers, body } of webhooks) {
    const response = await fetch(`${address}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    if (!response.ok) terminal.print(terminal.say('simulate.refused', { status: response.status }));
  }
}

const COMMANDS: Readonly<Record<string, Gesture['kind']>> = {
  '/photo': 'photo',
  '/album': 'album',
  '/press': 'press',
  '/voice': 'voice',
  '/sticker': 'sticker',
  '/location': 'location',
  '/group': 'group',
  '/join': 'join',
};

function gesturesOf({ lacks }: PlatformSimulator): string[] {
  return Object.entries(COMMANDS)
    .filter(([, kind]) => lacks?.includes(kind) !== true)
    .map(([command]) => command);
}

/** Why a line is no gesture: what to say of it. */
type Misunderstood = 'usage' | 'no-file' | 'no-button';

/** A line as a gesture: words, or a command such as `/photo shirt.jpg in red` or `/press 3`. */
async function readGesture(line: string, buttons: readonly ShownButton[]): Promise<Gesture | Misunderstood> {
  const [command = '', ...rest] = line.trim().split(/\s+/);
  if (command === '') return 'usage';
  if (!command.startsWith('/')) return { kind: 'text', text: line };
  const [first = ''] = rest;
  switch (COMMANDS[command]) {
    case 'photo': {
      if (first === '') return 'usage';
      const bytes = await readBytes(first);
      const caption = rest.slice(1).join(' ');
      return bytes ? { kind: 'photo', bytes, ...(caption === '' ? {} : { caption }) } : 'no-file';
    }
    case 'album': {
      const photos = await Promise.all(rest.map(readBytes));
      const readable = photos.flatMap((bytes) => bytes ?? []);
      return readable.length === rest.length && readable.length > 0 ? { kind: 'album', photos: readable } : 'usage';
    }
    case 'press': {
      if (first === '') return 'usage';
      const button = buttons[Number(first) - 1];
      return button?.code === undefined ? 'no-button' : { kind: 'press', code: button.code, title: button.title };
    }
    case 'group':
      return { kind: 'group', text: rest.join(' '), addressed: true };
    case 'voice': {
      if (first === '') return { kind: 'voice' };
      const bytes = await readBytes(first);
      return bytes ? { kind: 'voice', bytes } : 'no-file';
    }
    case 'sticker':
      return { kind: 'sticker' };
    case 'location':
      return { kind: 'location' };
    case 'join':
      return { kind: 'join' };
    default:
      return 'usage';
  }
}

function readBytes(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined);
}
