import type { Effects } from '../src/bot/effects.ts';
import type { UrlEvent } from '../src/bot/guard.ts';
import type { Member } from '../src/member.ts';
import { editEntry } from '../src/store/change-entry.ts';
import { readHome } from '../src/store/home.ts';
import { readLastEntry } from '../src/store/last-entry.ts';
import { logEntries } from '../src/store/log-entries.ts';
import { type Store, withTally } from '../src/store/store.ts';
import { newTask } from '../src/store/tasks.ts';
import { addDays, localDateOf } from '../src/time.ts';
import { botOn, content, homeOpenedEvent, seedMember, trackEvent, ZONE } from './support.ts';

/** What a member's working day asks of Stint; `milliseconds` are a processor's, without waiting for the table. */
export type Day = {
  readonly calls: number;
  readonly tableRequests: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly milliseconds: number;
  readonly logBytes: number;
  readonly answerBytes: number;
};

/** How many entries a member has from the days before. */
export const HISTORY = 2000;
/** How many of them a day has; one in three names a task. */
const A_DAY = 20;
const TASKS = 10;

/** 15 logs, an edit, an undo, a timer started and stopped, five looks at what there is, one task with all its time. */
const LINES = [
  ...Array.from({ length: 10 }, (_, index) => `${15 + index}m #writing`),
  ...Array.from({ length: 5 }, (_, index) => `30m task-${1 + index} went through the draft once more`),
  'undo',
  'start #writing',
  'stop',
  'edit',
  'today',
  'week',
  'list',
  'task-1',
];
const HOME_OPENED = 2;

/** Gives somebody new a history. */
export async function seedHistory(store: Store, member: Member): Promise<void> {
  await seedMember(store, member, 0);
  for (let task = 1; task <= TASKS; task += 1)
    await newTask(store, member, `task ${task}`, { title: `chapter ${task}`, tags: [] });
  const today = localDateOf(Date.now(), ZONE);
  for (let back = 1; back <= HISTORY / A_DAY; back += 1) {
    const entries = Array.from({ length: A_DAY }, (_, index) =>
      content(addDays(today, -back), {
        seconds: 600 + index * 60,
        note: 'a few words on what this was',
        ...(index % 3 === 0 ? { task: 1 + (index % TASKS) } : {}),
      }),
    );
    await logEntries(store, member, `history ${back}`, entries);
  }
}

/** Lets a member have such a day, each request whole and signed, as Slack sends it. */
export async function liveDay(store: Store, member: Member): Promise<Day> {
  const { store: counted, tally } = withTally(store);
  const sum = { calls: 0, milliseconds: 0, logBytes: 0, answerBytes: 0 };
  const log: Effects['log'] = (line) => {
    sum.logBytes += JSON.stringify(line).length;
  };
  const fetch = async () => Response.json({ ok: true, view: { hash: '1.x' }, user: { tz: ZONE } });
  const bot = botOn(counted, fetch, log);
  const timed = async (work: () => Promise<unknown>) => {
    const before = process.cpuUsage();
    const answer = await work();
    const { user, system } = process.cpuUsage(before);
    sum.calls += 1;
    sum.milliseconds += (user + system) / 1000;
    return answer;
  };
  const say = async (event: UrlEvent) => {
    const { statusCode, body } = await bot(event);
    if (statusCode !== 200) throw new Error(`${statusCode} ${body}`);
    sum.answerBytes += body.length;
  };
  for (const [index, line] of LINES.entries())
    await timed(() => say(trackEvent(member.memberId, `day.${index}`, Date.now(), line)));
  for (let opened = 0; opened < HOME_OPENED; opened += 1)
    await timed(() => say(homeOpenedEvent(member.memberId, Date.now())));
  // What the form of the edit does when it is sent: it looks at the day and changes the entry.
  const entry = await readLastEntry(store, member);
  if (entry === undefined) throw new Error('nothing to edit');
  await timed(async () => {
    await readHome(counted, member, entry.date);
    await editEntry(counted, member, 'edit', entry, content(entry.date, { seconds: 60 }));
  });
  const { requests, write, read } = tally;
  return { ...sum, tableRequests: requests, writeUnits: write, readUnits: read };
}
