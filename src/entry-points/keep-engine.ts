import { setTimeout as wait } from 'node:timers/promises';
import { startEngine } from './embedded-engine.ts';
import { isRunning } from './engine-folder.ts';
import { writeLog } from './log.ts';

/** A connection to a table that may move. */
export type Kept<Connection> = {
  /** The connection to use now; while the engine is started again, it waits for that. */
  current(): Promise<Connection>;
  /** Settles, with the reason, once the engine ended and could not be started again; never otherwise. */
  readonly lost: Promise<Error>;
  /** Ends what this process started. */
  stop(): Promise<void>;
};

/** How often the engine is looked for, which costs one system call. */
const LOOK_MS = 100;

/**
 * Starts the engine of a data folder, and starts or finds it again whenever it ended: the server that had started it was
 * stopped, or it died. Each engine gets a port and, by `connect`, a connection of its own.
 */
export async function keepEngine<Connection>(
  dataDir: string,
  connect: (endpoint: string) => Promise<Connection>,
): Promise<Kept<Connection>> {
  let engine = await startEngine({ dataDir });
  let current = connect(engine.endpoint);
  await current;
  const { promise: lost, resolve: giveUp } = Promise.withResolvers<Error>();
  const stopping = new AbortController();

  const restart = async () => {
    if (!isRunning(engine.pid)) engine = await startEngine({ dataDir });
    return connect(engine.endpoint);
  };
  const watch = async () => {
    while (!stopping.signal.aborted) {
      if (!isRunning(engine.pid)) {
        writeLog({ level: 'warn', event: 'engine ended' });
        current = restart().catch(restart);
        await current;
        writeLog({ level: 'info', event: 'engine started again' });
      }
      // Watching alone must not keep this process alive; a stop need not wait for the next look.
      await wait(LOOK_MS, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    }
    await engine.stop();
  };
  const watched = watch().catch((error) => giveUp(error instanceof Error ? error : new Error(String(error))));

  return {
    current: () => current,
    lost,
    async stop() {
      stopping.abort();
      await watched;
    },
  };
}
