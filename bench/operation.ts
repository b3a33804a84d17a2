import type { Entry } from '../src/entry.ts';
import type { Member } from '../src/member.ts';
import { startTimer, type stopTimer } from '../src/store/change-timer.ts';
import { logEntries } from '../src/store/log-entries.ts';
import type { Store } from '../src/store/store.ts';
import { newTask } from '../src/store/tasks.ts';
import type { Task } from '../src/task.ts';
import { botOn, content, homeOpenedEvent, seedMember, trackEvent, ZONE } from './support.ts';

/** Requests, write request units, read request units. */
export type Cost = readonly [requests: number, write: number, read: number];

type Act = (store: Store) => Promise<unknown>;

export type Operation = {
  readonly name: string;
  /** What the table's design allows. */
  readonly design: Cost;
  /** Brings a new member to where the operation begins; what comes back is the operation itself. */
  readonly prepare: (store: Store, member: Member) => Promise<Act>;
};

export const DAY = '2026-09-16';
export const IDLE = { state: 'idle', version: 0 } as const;
export const RUNNING = { startedAt: Date.UTC(2026, 8, 16, 15), zone: ZONE, measures: [], tags: ['deep'] };

/** An operation of a member who has nothing yet. */
export function make(
  name: string,
  design: Cost,
  act: (member: Member, store: Store) => Act | Promise<Act>,
): Operation {
  return { name, design, prepare: async (store, member) => act(member, store) };
}

/** An operation of a member who has logged one entry. */
export function withEntry(
  name: string,
  design: Cost,
  said: Parameters<typeof content>[1],
  act: (member: Member, entry: Entry, store: Store) => Act | Promise<Act>,
): Operation {
  return make(name, design, async (member, store) => {
    const { entries } = await logEntries(store, member, 'first', [content(DAY, said)]);
    const [entry] = entries;
    if (entry === undefined) throw new Error('nothing was logged');
    return act(member, entry, store);
  });
}

/** An operation of a member who has made one task. */
export function withTask(
  name: string,
  design: Cost,
  act: (member: Member, task: Task, store: Store) => Act | Promise<Act>,
): Operation {
  return make(name, design, async (member, store) => {
    const made = await newTask(store, member, 'first', { title: 'book', tags: [] });
    if (made.kind !== 'done') throw new Error('no task was made');
    return act(member, made.task, store);
  });
}

type Timer = Parameters<typeof stopTimer>[3];

/** An operation of a member whose timer runs. */
export function withTimer(
  name: string,
  design: Cost,
  act: (member: Member, timer: Timer, store: Store) => Act | Promise<Act>,
): Operation {
  return make(name, design, async (member, store) => {
    const { timer } = await startTimer(store, member, 'first', IDLE, RUNNING);
    return act(member, timer, store);
  });
}

/** A whole request of Slack, in a workspace that has a task. */
export function track(name: string, design: Cost, text: string): Operation {
  return make(name, design, async (member, store) => {
    await seedMember(store, member, 0);
    await newTask(store, member, 'task', { title: 'book', tags: [] });
    return (s) => botOn(s)(trackEvent(member.memberId, '1.2.3', Date.now(), text));
  });
}

/** App Home as it opens to a member with so many entries today, with a Slack that takes it at once. */
export function openHome(name: string, design: Cost, entries: number): Operation {
  const answer = { ok: true, view: { hash: '1.x' }, user: { tz: ZONE } };
  const fetch = () => Promise.resolve(Response.json(answer));
  return make(name, design, async (member, store) => {
    await seedMember(store, member, entries);
    return (s) => botOn(s, fetch)(homeOpenedEvent(member.memberId, Date.now()));
  });
}
