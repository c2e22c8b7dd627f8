import { parentPort } from 'node:worker_threads';
import { YidaFault } from '../../src/domain/fault.js';
import { serveCalls } from '../../src/encoding/thread-calls.js';

export type SampleCalls = {
  set: { input: number; output: undefined };
  add: { input: Float32Array; output: number };
  refuse: { input: string; output: undefined };
  die: { input: undefined; output: undefined };
};

let base = 0;
if (parentPort) {
  serveCalls<SampleCalls>(parentPort, {
    set(value) {
      base = value;
      return undefined;
    },
    add: (values) => values.reduce((sum, value) => sum + value, base),
    refuse(file) {
      throw new YidaFault('model-corrupt', `${file} is damaged`, { values: { file } });
    },
    die: () => process.exit(1),
  });
}
