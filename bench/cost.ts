import { handOut } from '../src/bot/schedule/hand-out.ts';
import { createClient } from '../src/store/client.ts';
import { scanItems } from '../src/store/layer/scan.ts';
import { type Store, withTally } from '../src/store/store.ts';
import { type Day, HISTORY, liveDay, seedHistory } from './member-day.ts';
import {
  MEMORY_GIGABYTES,
  PLATFORM_LOG_BYTES,
  PRICES,
  PROCESSOR_SHARE,
  TABLE_MILLISECONDS,
} from './prices.ts';
import { heading, table } from './print.ts';
import { benchMember, storeOn, withEngine } from './support.ts';

const TEAMS = [10, 100, 10_000];
const WORKDAYS = 20;
/** The first members warm the process up. */
const WARM_UP = 3;
const MEMBERS = 6;
const TICKS = 30 * 24 * 4;
/** A tick's own work, on the safe side. */
const TICK_MILLISECONDS = 5;
/** DynamoDB counts so many bytes for each item, and again in each index that has it. */
const ITEM_OVERHEAD = 100;
const GIGABYTE = 1e9;

/** Dollars a month for teams of three sizes, from what a member's day is measured to ask for. */
export async function cost(): Promise<void> {
  await withEngine(async (endpoint) => {
    const store = storeOn(createClient({ endpoint, timeout: 10_000 }));
    const days: Day[] = [];
    for (let index = 0; index < WARM_UP + MEMBERS; index += 1) {
      const member = benchMember(`UDAY${index}`);
      await seedHistory(store, member);
      days.push(await liveDay(store, member));
    }
    const counted = days.slice(WARM_UP);
    const mean = (field: keyof Day) => counted.reduce((sum, day) => sum + day[field], 0) / counted.length;
    const rows = await scanItems(store);
    const stored = rows.reduce((sum, row) => sum + JSON.stringify(row).length + 2 * ITEM_OVERHEAD, 0);
    const tick = await tickCost(store);
    print(mean, { storedBytes: stored / days.length, tick });
  });
}

type Mean = (field: keyof Day) => number;
type Rest = { readonly storedBytes: number; readonly tick: number };

function print(mean: Mean, { storedBytes, tick }: Rest): void {
  const calls = mean('calls');
  const busy = mean('milliseconds') / PROCESSOR_SHARE + mean('tableRequests') * TABLE_MILLISECONDS;
  heading(
    `cost: dollars a month, ${WORKDAYS} working days of ${calls} requests each, ${HISTORY.toLocaleString('en-US')} entries of history`,
    'a day: 15 logs, an edit, an undo, a timer, 5 looks, a task with its time; us-east-1 on demand, no free tier; not in it:',
    'cold starts, alarms, digests and reminders',
  );
  table(
    ['a member’s day, measured', ''],
    [
      ['requests to the table', mean('tableRequests').toFixed(0)],
      ['write units', mean('writeUnits').toFixed(0)],
      ['read units', mean('readUnits').toFixed(0)],
      ['a processor’s time', `${mean('milliseconds').toFixed(0)} ms`],
      [
        `billed at ${MEMORY_GIGABYTES * 1024} MB and ${TABLE_MILLISECONDS} ms a request to the table`,
        `${busy.toFixed(0)} ms`,
      ],
      ['answers', `${(mean('answerBytes') / 1000).toFixed(0)} kB`],
      ['all rows of a member', `${(storedBytes / 1000).toFixed(0)} kB`],
    ],
  );
  const parts = (members: number): Readonly<Record<string, number>> => {
    const memberDays = members * WORKDAYS;
    const logBytes = mean('logBytes') + calls * PLATFORM_LOG_BYTES;
    return {
      'writes to the table': memberDays * mean('writeUnits') * PRICES.writeUnit,
      'reads of the table': memberDays * mean('readUnits') * PRICES.readUnit,
      'rows and their backup':
        (members * storedBytes * (PRICES.storedGigabyteMonth + PRICES.backedUpGigabyteMonth)) / GIGABYTE,
      'calls of the function': memberDays * calls * PRICES.call,
      'its time': (memberDays * busy * MEMORY_GIGABYTES * PRICES.gigabyteSecond) / 1000,
      'its log': (memberDays * logBytes * PRICES.loggedGigabyte) / GIGABYTE,
      'answers that leave AWS': (memberDays * mean('answerBytes') * PRICES.sentGigabyte) / GIGABYTE,
      'the tick': TICKS * tick,
    };
  };
  const months = TEAMS.map(parts);
  const names = Object.keys(months[0] ?? {});
  const dollars = (value: number) => value.toFixed(value < 0.1 ? 4 : 2);
  table(
    ['team of', ...TEAMS.map((members) => members.toLocaleString('en-US'))],
    [
      ...names.map((name) => [name, ...months.map((month) => dollars(month[name] ?? 0))]),
      [
        'together',
        ...months.map((month) => dollars(Object.values(month).reduce((sum, part) => sum + part, 0))),
      ],
    ],
  );
}

/** Dollars of one call of the schedule that finds nothing due. */
async function tickCost(store: Store): Promise<number> {
  const { store: counted, tally } = withTally(store);
  const ticker = { now: Date.now, log: () => undefined, enqueue: () => Promise.resolve() };
  // The very first looks back over days in which no schedule ran.
  await handOut({ ...ticker, store });
  await handOut({ ...ticker, store: counted });
  const milliseconds = TICK_MILLISECONDS / PROCESSOR_SHARE + tally.requests * TABLE_MILLISECONDS;
  return (
    PRICES.scheduled +
    PRICES.call +
    tally.read * PRICES.readUnit +
    tally.write * PRICES.writeUnit +
    (milliseconds / 1000) * MEMORY_GIGABYTES * PRICES.gigabyteSecond +
    (PLATFORM_LOG_BYTES * PRICES.loggedGigabyte) / GIGABYTE
  );
}
