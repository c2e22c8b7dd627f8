import type { PlatformSimulator } from './platform-simulator.js';
import { simulateTelegram } from './telegram.js';

/** Every messaging app's platform, by the app's name. */
export const SIMULATORS: Readonly<Record<string, () => PlatformSimulator>> = {
  telegram: simulateTelegram,
};
