import { deliverSafely } from '../schedule/deliver-safely.ts';
import type { JobOf } from './job.ts';
import type { Worker } from './worker.ts';

/**
 * Takes an errand up. Its row is the truth: a message that is lost leaves it due for the next tick, one that comes twice finds
 * it claimed. So an errand that fails is no reason for the queue to deliver its message again.
 */
export async function runErrand(worker: Worker, { due }: JobOf<'errand'>): Promise<void> {
  const { kind, why } = await deliverSafely(worker, due);
  worker.log({ level: 'info', event: 'errand', errand: due.errand, outcome: kind, why });
}
