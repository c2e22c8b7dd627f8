import type { Command } from 'commander';
import type { Words } from '../words.js';
import type { Terminal } from './terminal.js';

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly words: Words;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Adds one command to the program. The heavy rooms are imported inside its action, not before. */
export type RegisterCommand = (program: Command, context: CommandContext) => void;
