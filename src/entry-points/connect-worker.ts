import type { Effects } from '../bot/effects.ts';
import { createWorker } from '../bot/jobs/create-worker.ts';
import type { Worker } from '../bot/jobs/worker.ts';
import { connectStore } from './connect-store.ts';
import { type Connection, settingsOf } from './connection.ts';

/** Ties to a table and to the world what no request waits for: jobs, and what is due. It needs none of Bolt. */
export function connectWorker(connection: Connection, effects: Effects): Worker {
  const store = connectStore(connection, effects);
  return createWorker(settingsOf(connection, store, effects), store, effects);
}
