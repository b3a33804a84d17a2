import type { Worker } from '../src/bot/jobs/worker.ts';
import { runDue } from '../src/bot/schedule/run-due.ts';
import { BUCKET_MS } from '../src/schedule.ts';
import { readCursor, readDues } from '../src/store/due.ts';
import { isDone } from '../src/store/kinds/due.ts';
import type { ClockWork } from './slack/clock.ts';

/** What Stint does by the clock, for a clock that is sent ahead: each thing that is due at its own time. */
export function clockWorkOf(worker: () => Promise<Worker>): ClockWork {
  return {
    async nextDue(until) {
      const { store, now } = await worker();
      const from = ((await readCursor(store)) ?? now()) + BUCKET_MS;
      const last = Math.floor(until / BUCKET_MS) * BUCKET_MS;
      if (from > last) return undefined;
      const open = (await readDues(store, from, last)).filter((due) => !isDone(due));
      const times = open.map((due) => Math.max(due.bucket, due.until)).filter((time) => time > now());
      return times.length === 0 ? undefined : Math.min(...times);
    },
    async run() {
      await runDue(await worker());
    },
  };
}
