import type { Effects } from '../bot/effects.ts';
import { createLog, mark } from './trace.ts';

/** The world as it is, but for the queue, which is another one on each way to run: clock, network, log. */
export const realWorld: Omit<Effects, 'enqueue'> = {
  now: Date.now,
  fetch: globalThis.fetch,
  log: createLog(),
  mark,
};
