import { setTimeout as wait } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { startEngine } from '../../src/entry-points/embedded-engine.ts';
import type { Engine } from '../../src/entry-points/engine.ts';
import { createClient } from '../../src/store/client.ts';
import { ensureTable } from '../../src/store/ensure-table.ts';
import { createStore, type Store, type StoreOptions } from '../../src/store/store.ts';
import { expectConsistentReads } from './faults.ts';
import { seededRandom } from './random.ts';

let engine: Promise<Engine> | undefined;
let tables = 0;

afterAll(async () => {
  await (await engine)?.stop();
  engine = undefined;
});

/** Where this test file's engine listens; one engine in memory a file, started when it is first asked for. */
export async function engineEndpoint(): Promise<string> {
  engine ??= startEngine();
  return (await engine).endpoint;
}

/** Some fixed moment, at which tests begin: Wednesday 2026-09-16, 16:05 UTC. */
export const START = Date.UTC(2026, 8, 16, 16, 5);

/** A clock that goes on by a second each time it is read. */
export function steppingClock(start = START): () => number {
  let now = start;
  return () => {
    now += 1000;
    return now;
  };
}

/** A store on a table of its own. Every read that must be consistent and is not fails the test. */
export async function freshStore(options: Partial<StoreOptions> = {}): Promise<Store> {
  const client = createClient({ endpoint: await engineEndpoint(), timeout: 10_000 });
  tables += 1;
  const table = `table-${tables}`;
  await ensureTable(client, table);
  expectConsistentReads(client);
  return createStore({
    client,
    table,
    now: steppingClock(),
    random: seededRandom(tables),
    pause: (milliseconds) => wait(Math.min(milliseconds, 5)),
    ...options,
  });
}

/** Another process's view of the same table: a client, a clock and chance of its own. */
export async function anotherStore(store: Store, options: Partial<StoreOptions> = {}): Promise<Store> {
  const client = createClient({ endpoint: await engineEndpoint(), timeout: 10_000 });
  expectConsistentReads(client);
  return createStore({ ...store, client, random: seededRandom(99), ...options });
}
