import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { openConnection, type SocketConnection, type SocketOptions } from './socket-connection.ts';
import { readSocketRefusal } from './socket-refusal.ts';

/** Connections to Slack that are replaced as they end. */
export type Sockets = {
  /** Settles once there is one to be reached by. */
  readonly ready: Promise<void>;
  /** Settles, with Slack's word for why, once Slack refuses the token and no connection is left; never otherwise. */
  readonly lost: Promise<string>;
  /** How many connections there are. */
  count(): number;
  /** Finishes what was taken, and closes all. */
  stop(): Promise<void>;
};

export type SocketsOptions = SocketOptions & {
  /** Waits between tries to open a connection; ends early when `signal` says so. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
};

/** Slack closes each now and then, and gives what comes to any: with two, one is there while the other is opened anew. */
const CONNECTIONS = 2;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** A connection that ended sooner counts as one that could not be opened. */
const SHORT_MS = 5000;

/** Keeps the app connected to Slack by Socket Mode until it is stopped. */
export function keepSockets({ pause = sleep, ...options }: SocketsOptions): Sockets {
  const { log } = options;
  const open = new Set<SocketConnection>();
  const stopping = new AbortController();
  const stopped = once(stopping.signal, 'abort');
  const ready = Promise.withResolvers<void>();
  const lost = Promise.withResolvers<string>();

  /** Serves by a connection until it is to be replaced; false when that was too soon. */
  const serveBy = async (connection: SocketConnection) => {
    open.add(connection);
    void connection.closed.then(() => open.delete(connection));
    ready.resolve();
    log({ level: 'info', event: 'socket connected', connections: open.size });
    const since = Date.now();
    const reason = await Promise.race([connection.fading, stopped.then(() => 'stopped')]);
    if (reason !== 'stopped') log({ level: 'info', event: 'socket fading', reason });
    return Date.now() - since >= SHORT_MS;
  };

  const keepOne = async () => {
    let failures = 0;
    let previous: SocketConnection | undefined;
    while (!stopping.signal.aborted) {
      const tried = await openConnection(options).catch((error: unknown) => readSocketRefusal(error));
      const isOpen = 'close' in tried;
      if (isOpen) {
        // Only now that another one stands in its place.
        void previous?.close();
        previous = tried;
      } else {
        log({ level: 'warn', event: 'socket not opened', problem: tried.problem, tries: failures + 1 });
        if (!tried.mayPass && open.size === 0) return lost.resolve(tried.problem);
      }
      failures = isOpen && (await serveBy(tried)) ? 0 : failures + 1;
      const least = isOpen ? 0 : (tried.retryAfter ?? 0);
      if (failures > 0) await pause(Math.max(least, pauseAfter(failures)), stopping.signal);
    }
  };
  const kept = Array.from({ length: CONNECTIONS }, keepOne);

  return {
    ready: ready.promise,
    lost: lost.promise,
    count: () => open.size,
    async stop() {
      stopping.abort();
      await Promise.all(kept);
      await Promise.all([...open].map((connection) => connection.close()));
    },
  };
}

/** Longer with every failure, and never the same for two connections at once. */
function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { ref: false, signal }).catch(() => undefined);
}
