import { addDays, type LocalDate } from '../time.ts';
import type { Pages } from './layer/read.ts';

/** How many megabytes of entries one answer reads, where little is needed of each: the newest 15,000 or so. */
export const MOST_PAGES = 5;

/** The same where most of each entry is needed, within the three seconds that Slack waits: the newest 10,000 or so. */
export const QUICK_PAGES = 2;

/** The first day of entries that was read whole, newest first, where more was there than was read; `undefined` where all was read. */
export function wholeSince({ items, whole }: Pages): LocalDate | undefined {
  const last = items.at(-1)?.['sk'];
  return whole || last === undefined ? undefined : addDays(String(last).slice(2, 12), 1);
}
