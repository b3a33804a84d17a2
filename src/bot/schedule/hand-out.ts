import type { Effects } from '../effects.ts';
import { errandJob } from '../jobs/errand-job.ts';
import type { Clockwork } from './clockwork.ts';
import { tick } from './tick.ts';

/** What a tick works with: it reaches no Slack. */
export type Ticker = Pick<Clockwork, 'store' | 'log' | 'now'> & Pick<Effects, 'enqueue'>;

/** A queue takes many messages at once. */
const AT_ONCE = 16;

/** Finds what is due by now and hands each errand to the queue; answers how many. What the queue loses is found again. */
export async function handOut(ticker: Ticker): Promise<number> {
  const jobs = (await tick(ticker)).map((key) => errandJob(key, ticker.now()));
  for (let at = 0; at < jobs.length; at += AT_ONCE)
    await Promise.all(jobs.slice(at, at + AT_ONCE).map((job) => ticker.enqueue(job)));
  return jobs.length;
}
