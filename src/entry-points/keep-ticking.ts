import { setTimeout as wait } from 'node:timers/promises';
import type { Clockwork } from '../bot/schedule/deliver.ts';
import { runDue } from '../bot/schedule/run-due.ts';
import { writeLog } from './log.ts';

/** How often a server of one's own looks for what is due, in milliseconds: digests fall on quarters of an hour. */
const EVERY_MS = 30_000;

/**
 * Does what is due, again and again, until it is stopped; what it cannot do now is done the next time. `stop` waits for the
 * run that is under way.
 */
export function keepTicking(clockwork: () => Promise<Clockwork>): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        const outcomes = await runDue(await clockwork());
        if (outcomes.length > 0) writeLog({ level: 'info', event: 'errands', done: outcomes.length });
      } catch (error) {
        const problem = error instanceof Error ? error.name : 'unknown';
        writeLog({ level: 'error', event: 'tick failed', problem });
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
