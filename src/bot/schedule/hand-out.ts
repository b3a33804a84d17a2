import { errandJob } from '../jobs/errand.ts';
import type { Worker } from '../jobs/worker.ts';
import { tick } from './tick.ts';

/** A queue takes many messages at once. */
const AT_ONCE = 16;

/** Finds what is due by now and hands each errand to the queue; answers how many. What the queue loses is found again. */
export async function handOut(worker: Worker): Promise<number> {
  const jobs = (await tick(worker)).map((key) => errandJob(key, worker.now()));
  for (let at = 0; at < jobs.length; at += AT_ONCE)
    await Promise.all(jobs.slice(at, at + AT_ONCE).map((job) => worker.enqueue(job)));
  return jobs.length;
}
