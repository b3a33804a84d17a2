import { BUCKET_MS, isPromised, quarterAt } from '../../schedule.ts';
import { moveCursor, readCursor, readDues } from '../../store/due.ts';
import { type Due, type DueKey, isDone } from '../../store/kinds/due.ts';
import type { Clockwork } from './clockwork.ts';

/**
 * An outage of a month is made up for; whoever's row is older is put on the clock again by `digest on` or the settings. What was
 * promised is found however long it was.
 */
const FURTHEST_BACK_MS = 31 * 86_400_000;

/**
 * So far the cursor stays behind the clock: what was put into a quarter of an hour just before it began may be in the table only
 * after somebody looked there, and clocks differ.
 */
const BEHIND_MS = 2 * BUCKET_MS;

/**
 * Finds what is due by now from where the last tick ended, and moves the cursor over the quarters of an hour in which all is
 * done and to which nothing can be added any more. It does nothing itself: each errand goes to a worker, and what no worker
 * finished is found again.
 */
export async function tick({
  store,
  log,
  now: clock,
  asOf,
}: Pick<Clockwork, 'store' | 'log' | 'now' | 'asOf'>): Promise<readonly DueKey[]> {
  const now = clock();
  const cursor = await readCursor(store);
  const last = quarterAt(asOf ?? now);
  const earliest = Math.min(last, quarterAt(now)) - FURTHEST_BACK_MS;
  const settled = quarterAt(now) - BEHIND_MS;
  let promised: readonly Due[] = [];
  if (cursor !== undefined && cursor < earliest) {
    promised = (await readDues(store, cursor + BUCKET_MS, earliest)).filter(isPromised);
    const days = Math.round((now - cursor) / 86_400_000);
    log({ level: 'error', event: 'outage longer than a month', days });
  }
  const from = Math.max(Math.min(cursor ?? earliest, settled), earliest) + BUCKET_MS;
  if (from > last) return [];
  const open = [...promised, ...(await readDues(store, from, last))].filter((due) => !isDone(due));
  // Time that is still to come is never passed, whatever was done of it already.
  const done = Math.min(last, settled, ...open.map(({ bucket }) => bucket - BUCKET_MS));
  if (done >= from) await moveCursor(store, cursor, done);
  return open.filter(({ until }) => until <= now);
}
