import { type MessagePort, type Transferable, Worker } from 'node:worker_threads';
import { FAULTS, type FaultCode, YidaFault } from '../domain/fault.js';

/**
 * Calls into a worker thread as plain promises. Models and vector indexes compute synchronously inside their
 * native libraries, so they live in threads of their own and the event loop stays free for shoppers.
 */
export type CallTable = Record<string, { input: unknown; output: unknown }>;

/** What a thread answers: one function a call of the table. */
export type CallHandlers<C extends CallTable> = {
  [K in keyof C]: (input: C[K]['input']) => C[K]['output'] | Promise<C[K]['output']>;
};

export interface ThreadClient<C extends CallTable> {
  /** Runs one call; faults of the thread come back as the YidaFault they were. */
  call<K extends keyof C & string>(
    name: K,
    input: C[K]['input'],
    transfer?: readonly Transferable[],
  ): Promise<C[K]['output']>;
  close(): Promise<void>;
}

interface Request {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly fault?: { code: string; detail: string; values: Record<string, string | number> };
}

/** Serves a table of calls on a thread's port. */
export function serveCalls<C extends CallTable>(port: MessagePort, handlers: CallHandlers<C>): void {
  port.on('message', async (request: Request) => {
    const handler = handlers[request.name];
    try {
      if (!handler) throw new YidaFault('internal', `the thread has no call named ${request.name}`);
      port.postMessage({ id: request.id, value: await handler(request.input) } satisfies Answer);
    } catch (error) {
      port.postMessage({ id: request.id, fault: faultRecord(error) } satisfies Answer);
    }
  });
}

/** The same calls without a thread: for tests, and for tools that have nothing else to do meanwhile. */
export function callInline<C extends CallTable>(
  handlers: CallHandlers<C>,
  close: () => void = () => {},
): ThreadClient<C> {
  return {
    call: async (name, input) => handlers[name](input),
    close: async () => close(),
  };
}

/**
 * A client of the thread started by `spawn`. A thread that dies rejects what was waiting, and the next call
 * starts another one and prepares it with `prepare`. The thread keeps the process alive only while it works.
 */
export function callThread<C extends CallTable>(
  spawn: () => Worker,
  prepare: (call: ThreadClient<C>['call']) => Promise<unknown> = async () => undefined,
): ThreadClient<C> {
  let line: ThreadLine | undefined;
  let prepared: Promise<unknown> = Promise.resolve();
  let closed = false;

  const connected = (): ThreadLine => {
    if (closed) throw new YidaFault('not-ready', 'the thread was closed');
    if (!line?.alive) {
      const opened = new ThreadLine(spawn());
      line = opened;
      prepared = prepare((name, input, transfer) => opened.send(name, input, transfer) as Promise<never>);
      // The first real call reports a failed preparation; this only keeps it from being unhandled.
      prepared.catch(() => {});
    }
    return line;
  };

  return {
    async call(name, input, transfer) {
      const current = connected();
      await prepared;
      return current.send(name, input, transfer) as Promise<C[typeof name]['output']>;
    },
    async close() {
      closed = true;
      await line?.close();
    },
  };
}

class ThreadLine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  #next = 0;
  alive = true;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.unref();
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', (error) => this.#die(error));
    worker.on('exit', () => this.#die(new Error('the thread ended')));
  }

  send(name: string, input: unknown, transfer: readonly Transferable[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, name, input } satisfies Request, [...transfer]);
    });
  }

  async close(): Promise<void> {
    this.alive = false;
    await this.#worker.terminate();
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if (answer.fault) waiting?.reject(faultFrom(answer.fault));
    else waiting?.resolve(answer.value);
  }

  #die(cause: unknown): void {
    this.alive = false;
    for (const { reject } of this.#waiting.values()) {
      reject(new YidaFault('internal', 'a worker thread ended before it answered', { cause }));
    }
    this.#waiting.clear();
  }
}

function faultRecord(error: unknown): NonNullable<Answer['fault']> {
  if (error instanceof YidaFault) return { code: error.code, detail: error.message, values: { ...error.values } };
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error), values: {} };
}

function faultFrom(record: NonNullable<Answer['fault']>): YidaFault {
  return new YidaFault(isFaultCode(record.code) ? record.code : 'internal', record.detail, { values: record.values });
}

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULTS, code);
}

/**
 * Starts the built thread file next to `module` (its import.meta.url). From TypeScript sources, as under the
 * test runner, there is no such file: `canSpawn` is false and callers compute inline.
 */
export function threadFile(name: string, module: string): { readonly url: URL; readonly canSpawn: boolean } {
  return { url: new URL(`./${name}.js`, module), canSpawn: module.endsWith('.js') };
}

/** A thread's heap holds little but messages: a small nursery keeps it from growing by tens of megabytes. */
const YOUNG = { maxYoungGenerationSizeMb: 4 };

/** A worker of the built file, given `data`; its standard streams are those of the process. */
export function spawnThread(url: URL, data: unknown): Worker {
  return new Worker(url, { workerData: data, resourceLimits: YOUNG });
}
