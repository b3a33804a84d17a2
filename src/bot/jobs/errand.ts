import { deliverSafely } from '../schedule/deliver-safely.ts';
import type { JobOf } from './job.ts';
import type { Worker } from './worker.ts';

/**
 * Takes an errand up. Its row is the truth: a message that is lost leaves it due for the next tick, one that comes twice finds
 * it claimed. So an errand that fails is no reason for the queue to deliver its message again.
 */
export async function runErrand(worker: Worker, job: JobOf<'errand'>): Promise<void> {
  const { due } = job;
  const { kind, why, after } = await deliverSafely(worker, due);
  worker.log({ level: 'info', event: 'errand', errand: due.errand, outcome: kind, why });
  // Sooner than the next tick; the job's own end bounds how often.
  if (kind === 'later' && after !== undefined) await worker.enqueue(job, after);
}
