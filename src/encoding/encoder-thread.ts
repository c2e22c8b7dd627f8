import { parentPort } from 'node:worker_threads';
import { type EncoderCalls, encoderHandlers } from './encoder-calls.js';
import { serveCalls } from './thread-calls.js';

// The entry of the encoder thread.
if (parentPort) serveCalls<EncoderCalls>(parentPort, encoderHandlers());
