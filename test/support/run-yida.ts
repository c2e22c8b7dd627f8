import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built program and a folder of its own to work in. */
export interface YidaProgram {
  readonly main: string;
  readonly work: string;
  /** The environment of its runs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs a command as a shell would; `input` is what is piped into it. */
  run(args: readonly string[], options?: { environment?: Record<string, string>; input?: string }): Promise<Run>;
  remove(): void;
}

/** Throws where the program was not built: npm test builds it first, npm run build does it alone. */
export function openYida(): YidaProgram {
  const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
  if (!existsSync(main)) throw new Error('dist/ is missing: npm test builds it first, npm run build does it alone');
  const work = mkdtempSync(join(tmpdir(), 'yida-cli-'));
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const environment = {
    ...Object.fromEntries(inherited),
    LANG: 'C',
    LC_ALL: '',
    YIDA_DATA_DIR: join(work, 'data'),
    NODE_ENV: '',
  };
  return {
    main,
    work,
    environment,
    run(args, options = {}) {
      const child = spawn(process.execPath, [main, ...args], {
        env: { ...environment, ...options.environment },
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      child.stdin.end(options.input ?? '');
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (part: Buffer) => out.push(part));
      child.stderr.on('data', (part: Buffer) => err.push(part));
      return new Promise((done) => {
        child.on('close', (status) =>
          done({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
        );
      });
    },
    remove: () => rmSync(work, { recursive: true, force: true }),
  };
}
