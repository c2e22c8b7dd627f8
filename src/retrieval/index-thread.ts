import { parentPort } from 'node:worker_threads';
import { serveCalls } from '../encoding/thread-calls.js';
import { type IndexCalls, indexHandlers } from './index-calls.js';

// The entry of the index thread.
if (parentPort) serveCalls<IndexCalls>(parentPort, indexHandlers());
