/**
 * Joins single calls into batches without waiting for more to come: what arrives while a batch runs is the
 * next batch. A lone call runs at once; under load batches grow up to `most`.
 */
export function batchCalls<I, O>(
  run: (inputs: readonly I[]) => Promise<readonly O[]>,
  most: number,
): (input: I) => Promise<O> {
  const waiting: { input: I; resolve: (output: O) => void; reject: (error: unknown) => void }[] = [];
  let running = false;

  const drain = async (): Promise<void> => {
    running = true;
    // One turn of the loop, so that calls made together travel together.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const outputs = await run(batch.map(({ input }) => input));
        for (const [at, { resolve, reject }] of batch.entries()) {
          const output = outputs[at];
          if (output === undefined) reject(new RangeError('a batch returned fewer results than inputs'));
          else resolve(output);
        }
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  };

  return (input) =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (!running) void drain();
    });
}
