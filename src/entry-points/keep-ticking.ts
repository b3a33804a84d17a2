import { setTimeout as wait } from 'node:timers/promises';
import { describeError } from '../bot/describe-error.ts';
import type { Worker } from '../bot/jobs/worker.ts';
import { handOut } from '../bot/schedule/hand-out.ts';
import { sweepExpired } from '../store/sweep.ts';
import { writeLog } from './log.ts';

/** How often a server of one's own looks for what is due, in milliseconds: digests fall on quarters of an hour. */
const EVERY_MS = 30_000;

/** As many rows are looked at after each tick, where the engine does not remove what has expired: 1.4 million a day. */
const SWEEP_ROWS = 500;

/**
 * Hands what is due to the queue, again and again, until it is stopped; what is not done by then is found the next time.
 * `stop` waits for the search that is under way.
 */
export function keepTicking(
  worker: () => Promise<Worker>,
  { sweeps, log = writeLog }: { readonly sweeps: boolean; readonly log?: typeof writeLog },
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        const ready = await worker();
        const errands = await handOut(ready);
        if (errands > 0) log({ level: 'info', event: 'tick', errands });
        const removed = sweeps ? await sweepExpired(ready.store, SWEEP_ROWS) : 0;
        if (removed) log({ level: 'info', event: 'expired rows removed', rows: removed });
      } catch (error) {
        log({ level: 'error', event: 'tick failed', ...describeError(error) });
      }
      await wait(EVERY_MS, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
