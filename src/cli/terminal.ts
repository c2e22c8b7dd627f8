import type { Writable } from 'node:stream';
import { FAULTS, YidaFault } from '../domain/fault.js';
import { type Locale, nearestLocale } from '../domain/locale.js';
import type { MessageValue } from '../domain/reply.js';
import type { Words } from '../words.js';

/** The terminal as a place to speak: results on stdout, everything else on stderr. */
export interface Terminal {
  readonly locale: Locale;
  /** A result line. */
  print(line: string): void;
  /** The result as JSON alone. */
  printJson(value: unknown): void;
  /** A remark that is no result: it never mixes with what is piped on. */
  note(line: string): void;
  /** A message of locales/ in the terminal's language. */
  say(id: string, values?: Readonly<Record<string, MessageValue>>): string;
  /** Names in a row, as the language writes lists. */
  list(names: readonly string[]): string;
  /** One line for anything that went wrong. */
  explain(error: unknown): string;
}

/** The language of a shell's environment: LC_ALL, then LC_MESSAGES, then LANG; English where none is ours. */
export function terminalLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  const set = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(Boolean);
  return nearestLocale(set?.split('.')[0]) ?? 'en';
}

export function openTerminal(options: { locale: Locale; words: Words; stdout: Writable; stderr: Writable }): Terminal {
  const { locale, words, stdout, stderr } = options;
  const say: Terminal['say'] = (id, values) => words.wording.text(locale, id, values);
  return {
    locale,
    print: (line) => void stdout.write(`${line}\n`),
    printJson: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    say,
    list: (names) => names.join(locale === 'en' ? ', ' : '、'),
    explain(error) {
      if (error instanceof YidaFault) return `${say(FAULTS[error.code].message, error.values)} (${error.message})`;
      return error instanceof Error ? error.message : String(error);
    },
  };
}
