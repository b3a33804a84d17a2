import { setTimeout as wait } from 'node:timers/promises';
import { describeError } from '../bot/describe-error.ts';
import type { Job } from '../bot/jobs/job.ts';
import { JOB_TRIES } from '../bot/jobs/tries.ts';
import { writeLog } from './log.ts';

/** The queue of a process that does its own jobs: a server of one's own, the playground, a test. */
export type JobQueue = {
  /** Takes a job, unless one of the same name waits already, for its turn or its time. Throws once the queue was asked to stop. */
  enqueue(job: Job, after?: number): Promise<void>;
  /** Settles once nothing waits and nothing is under way. */
  idle(): Promise<void>;
  /** Finishes what is under way; what still waits is told to the log, and errands among it are found by the next tick. */
  stop(): Promise<void>;
};

export type JobQueueOptions = {
  readonly log?: typeof writeLog;
  /** Waits before a job that failed is done again. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  readonly atOnce?: number;
};

/** Thrown where a job comes to a queue that was asked to stop. */
export class QueueStoppedError extends Error {
  override readonly name = 'QueueStoppedError';
}

const FIRST_PAUSE_MS = 2000;

/** Does a job; `isLast` where it is not tried again if it fails. */
type Run = (job: Job, isLast: boolean) => Promise<void>;

/** Does jobs in this process, a few at once, in the order in which they came; it remembers nothing over a restart. */
export function createJobQueue(run: Run, options: JobQueueOptions = {}): JobQueue {
  const { log = writeLog, pause = (milliseconds) => wait(milliseconds), atOnce = 4 } = options;
  const waiting = new Map<string, Job>();
  const underWay = new Set<Promise<void>>();
  const delayed = new Map<string, NodeJS.Timeout>();
  let isStopped = false;

  const takeNext = () => {
    for (const [name, job] of waiting) {
      if (isStopped || underWay.size >= atOnce) return;
      waiting.delete(name);
      const done = attempt(job).finally(() => {
        underWay.delete(done);
        takeNext();
      });
      underWay.add(done);
    }
  };

  const attempt = async (job: Job) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await run(job, tries === JOB_TRIES || isStopped);
      } catch (error) {
        // It did its part, and what is to follow it is found by the next tick.
        if (error instanceof QueueStoppedError)
          return log({ level: 'warn', event: 'job left undone', job: job.kind });
        const isLast = tries === JOB_TRIES || isStopped;
        log({
          level: 'error',
          event: isLast ? 'job given up' : 'job failed',
          job: job.kind,
          ...describeError(error),
        });
        if (isLast) return;
        await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
      }
    }
  };

  const take = (name: string, job: Job) => {
    waiting.set(name, job);
    takeNext();
  };

  return {
    async enqueue(job, after = 0) {
      if (isStopped) throw new QueueStoppedError('The queue was asked to stop.');
      const name = `${job.kind} ${job.id}`;
      if (waiting.has(name) || delayed.has(name)) return;
      if (after === 0) return take(name, job);
      // Whoever has nothing else to do need not live for it: an errand is found by the next tick.
      const inTime = setTimeout(() => {
        delayed.delete(name);
        take(name, job);
      }, after);
      delayed.set(name, inTime.unref());
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async stop() {
      isStopped = true;
      for (const inTime of delayed.values()) clearTimeout(inTime);
      delayed.clear();
      await Promise.all(underWay);
      for (const { kind } of waiting.values()) log({ level: 'warn', event: 'job left undone', job: kind });
      waiting.clear();
    },
  };
}
