import { BUCKET_MS, isPromised } from '../../schedule.ts';
import { moveCursor, readCursor, readDues } from '../../store/due.ts';
import { type Due, type DueKey, isDone } from '../../store/kinds/due.ts';
import type { Clockwork } from './clockwork.ts';

/**
 * An outage of a month is made up for; whoever's row is older is put on the clock again by `digest on` or the settings. What was
 * promised is found however long it was.
 */
const FURTHEST_BACK_MS = 31 * 86_400_000;

/**
 * Finds what is due by now from where the last tick ended, and moves the cursor over the quarters of an hour in which all is
 * done. It does nothing itself: each errand goes to a worker, and what no worker finished is found again.
 */
export async function tick({
  store,
  log,
  now: clock,
}: Pick<Clockwork, 'store' | 'log' | 'now'>): Promise<readonly DueKey[]> {
  const now = clock();
  const cursor = await readCursor(store);
  const last = Math.floor(now / BUCKET_MS) * BUCKET_MS;
  const earliest = last - FURTHEST_BACK_MS;
  let promised: readonly Due[] = [];
  if (cursor !== undefined && cursor < earliest) {
    promised = (await readDues(store, cursor + BUCKET_MS, earliest)).filter(isPromised);
    const days = Math.round((now - cursor) / 86_400_000);
    log({ level: 'error', event: 'outage longer than a month', days });
  }
  const from = Math.max(cursor ?? earliest, earliest) + BUCKET_MS;
  if (from > last) return [];
  const open = [...promised, ...(await readDues(store, from, last))].filter((due) => !isDone(due));
  const done = Math.min(last, ...open.map(({ bucket }) => bucket - BUCKET_MS));
  if (done >= from) await moveCursor(store, cursor, done);
  return open.filter(({ until }) => until <= now);
}
