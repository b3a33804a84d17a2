import { setTimeout as pause } from 'node:timers/promises';
import type { Effects } from '../bot/effects.ts';
import { type ClientOptions, createClient } from '../store/client.ts';
import { createStore, type Store } from '../store/store.ts';
import { countUsage } from './trace.ts';

export type TableAddress = {
  readonly table: string;
  /** Absent: Amazon DynamoDB, by the environment's region and role. */
  readonly dynamodbEndpoint?: string;
};

/** The table as every way to run talks to it. Opens no connection by itself; that happens with the first request. */
export function connectStore(
  { table, dynamodbEndpoint }: TableAddress,
  { now, log }: Pick<Effects, 'now' | 'log'>,
  client: Pick<ClientOptions, 'timeout'> = {},
): Store {
  return createStore({
    client: createClient({
      ...client,
      ...(dynamodbEndpoint === undefined ? {} : { endpoint: dynamodbEndpoint }),
    }),
    table,
    now,
    random: Math.random,
    pause: (milliseconds) => pause(milliseconds),
    onUsage: countUsage,
    onUnreadable: ({ sk, problem }) =>
      log({ level: 'error', event: 'row left out', row: sk.split('#')[0], problem }),
  });
}
