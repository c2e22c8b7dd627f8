#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { YidaFault } from '../domain/fault.js';
import { openWords } from '../words.js';
import { COMMANDS } from './command-list.js';
import { openTerminal, terminalLocale } from './terminal.js';

/** Exit statuses of every command. */
const FAILED = 1;
const WRONG_USAGE = 2;

// Who reads the output may have enough of it (`yida doctor | head`): what is under way goes on without it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const words = await openWords();
const terminal = openTerminal({
  locale: terminalLocale(process.env),
  words,
  stdout: process.stdout,
  stderr: process.stderr,
});
const program = new Command('yida')
  .description(terminal.say('command.about'))
  .exitOverride()
  .showHelpAfterError(false)
  .configureOutput({ writeErr: (text) => terminal.note(text.trimEnd()) });
for (const register of COMMANDS) register(program, { terminal, words, environment: process.env });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = statusOf(error);
}

function statusOf(error: unknown): number {
  // commander has said what it had to say; help and version are no faults.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  if (error instanceof YidaFault && error.code === 'config-invalid') {
    terminal.note(terminal.say('start.config', error.values));
    terminal.note(error.message);
    return FAILED;
  }
  terminal.note(terminal.explain(error));
  return FAILED;
}
