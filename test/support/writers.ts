import { setTimeout as wait } from 'node:timers/promises';
import type { Entry } from '../../src/entry.ts';
import type { Member } from '../../src/member.ts';
import { findReceipt } from '../../src/store/change.ts';
import { deleteEntry, editEntry } from '../../src/store/change-entry.ts';
import { changeTask, deleteTask } from '../../src/store/change-task.ts';
import { cancelTimer, keepTimer, startTimer, stopTimer } from '../../src/store/change-timer.ts';
import { checkTable } from '../../src/store/check-table.ts';
import { findTask, readDirectory, readTask } from '../../src/store/directory.ts';
import { readHome } from '../../src/store/home.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { lastNumber } from '../../src/store/numbers.ts';
import { readEntries, readEntry } from '../../src/store/read-entries.ts';
import { reshapeEntry } from '../../src/store/reshape-entry.ts';
import type { Store } from '../../src/store/store.ts';
import { newTask } from '../../src/store/tasks.ts';
import { redo, undo, undoChange } from '../../src/store/undo.ts';
import { anotherStore, freshStore } from './engine.ts';
import { type FaultCounts, injectFaults, isLost } from './faults.ts';
import { seededRandom } from './random.ts';
import { content, running } from './samples.ts';
import { stateOf } from './state.ts';

export type WritersOptions = {
  /** How many writers, each with a client, a clock and faults of its own. */
  readonly writers?: number;
  /** How many entries each writer logs. */
  readonly logs?: number;
  /** How many of the writers undo, then redo, all at once on one list: each waits for all others there. */
  readonly undoers?: number;
  /** How many changes of every sort each writer makes on rows that all share. */
  readonly changes?: number;
};

export type WritersReport = {
  /** What did not hold; empty when all is well. */
  readonly failures: readonly string[];
  readonly faults: FaultCounts;
};

const DAY = '2026-09-16';
const PERIOD = { since: '2026-09-01', until: '2026-09-30' };
const CONFLICTS = 0.2;
const LOST_ANSWERS = 0.2;

/**
 * Many writers at once on one table, each request delivered one to three times, with a fifth of the writes meeting a
 * conflict and a fifth of the answers lost. Reports what was lost, doubled or left half done.
 */
export async function runWriters(seed: number, options: WritersOptions = {}): Promise<WritersReport> {
  const { writers: count = 50, logs = 20, undoers = 25, changes = 6 } = options;
  const clean = await freshStore({ now: clock() });
  const faults: FaultCounts[] = [];
  const writers: Writer[] = [];
  for (let index = 0; index < count; index += 1) {
    const random = seededRandom(seed * 1000 + index);
    // Clocks of different machines differ: by up to two seconds here.
    const skew = Math.round(random() * 4000) - 2000;
    const store = await anotherStore(clean, {
      now: clock(skew),
      random,
      pause: (milliseconds) => wait(milliseconds),
    });
    faults.push(
      injectFaults(store.client, { seed: seed * 1000 + index, conflict: CONFLICTS, lost: LOST_ANSWERS }),
    );
    writers.push({ index, store, random });
  }
  const phases = [logging, editing, undoing, makingTasks, movingTasks, timing, changing];
  const failures: string[] = [];
  for (const phase of phases) {
    const expectations = await phase({ clean, writers, logs, undoers, changes });
    for (const [what, found, wanted] of expectations) {
      const same = JSON.stringify(found) === JSON.stringify(wanted);
      if (!same) failures.push(`${phase.name}: ${what}: ${short(found)} instead of ${short(wanted)}`);
    }
  }
  const { breaks } = await checkTable(clean);
  failures.push(...breaks.map(({ pk, sk, problem }) => `${pk} ${sk}: ${problem}`));
  return { failures, faults: sumOf(faults) };
}

type Writer = { readonly index: number; readonly store: Store; readonly random: () => number };

type Scene = {
  readonly clean: Store;
  readonly writers: readonly Writer[];
  readonly logs: number;
  readonly undoers: number;
  readonly changes: number;
};

type Expectation = readonly [what: string, found: unknown, wanted: unknown];

/** Every entry is there once, whoever logs how often. */
async function logging({ clean, writers, logs }: Scene): Promise<readonly Expectation[]> {
  const members = Array.from({ length: 5 }, (_, index) => memberOf(`logging-${index}`));
  const memberFor = ({ index }: Writer) => members[index % members.length] ?? memberOf('logging');
  await Promise.all(
    writers.map(async (writer) => {
      for (let number = 0; number < logs; number += 1) {
        const said = content({ seconds: number + 1, tags: [`writer-${writer.index}`] });
        const request = `log ${writer.index} ${number}`;
        await deliver(writer, () => logEntries(writer.store, memberFor(writer), request, [said]));
      }
    }),
  );
  const all = await Promise.all(members.map((member) => readEntries(clean, member, PERIOD)));
  const byWriter = new Map<string, number[]>();
  for (const { tags, seconds = 0 } of all.flatMap(({ entries }) => entries)) {
    const [tag = ''] = tags;
    byWriter.set(tag, [...(byWriter.get(tag) ?? []), seconds]);
  }
  const wanted = Array.from({ length: logs }, (_, number) => number + 1);
  const odd = writers.filter(({ index }) => {
    const found = (byWriter.get(`writer-${index}`) ?? []).toSorted((one, other) => one - other);
    return JSON.stringify(found) !== JSON.stringify(wanted);
  });
  return [
    ['entries in all', all.flatMap(({ entries }) => entries).length, writers.length * logs],
    ['writers with a lost or doubled entry', odd.length, 0],
  ];
}

/** Every writer adds one to the same entry: no addition is lost, none counts twice. */
async function editing({ clean, writers }: Scene): Promise<readonly Expectation[]> {
  const member = memberOf('editing');
  const { entries } = await logEntries(clean, member, 'log', [content({ seconds: 1000 })]);
  const first = given(entries[0]);
  await Promise.all(
    writers.map((writer) =>
      deliverInTurn(writer, async () => {
        for (;;) {
          const seen = given(await readEntry(writer.store, member, first));
          const next = { ...seen, seconds: (seen.seconds ?? 0) + 1 };
          const result = await editEntry(writer.store, member, `edit ${writer.index}`, seen, next);
          if (result.kind !== 'changed') return result.kind;
          await wait(writer.random() * 100);
        }
      }),
    ),
  );
  const last = await readEntry(clean, member, first);
  return [['the sum', last?.seconds, 1000 + writers.length]];
}

/** Each undo takes one change, each redo brings one back. */
async function undoing({ clean, writers, undoers }: Scene): Promise<readonly Expectation[]> {
  const member = memberOf('undoing');
  const crowd = writers.slice(0, undoers);
  for (let number = 0; number < crowd.length + 5; number += 1) {
    await logEntries(clean, member, `log ${number}`, [content({ seconds: number + 1 })]);
  }
  const before = await stateOf(clean, member);
  const turn = async (work: (store: Store, request: string) => Promise<{ readonly kind: string }>) => {
    const answers = await Promise.all(
      crowd.map((writer) => deliverInTurn(writer, () => work(writer.store, `request ${writer.index}`))),
    );
    return answers.flat().filter(({ kind }) => !['undone', 'redone', 'already done'].includes(kind));
  };
  const undos = await turn((store, request) => undo(store, member, `undo ${request}`));
  const left = (await readEntries(clean, member, PERIOD)).entries.map(({ seconds }) => seconds);
  const redos = await turn((store, request) => redo(store, member, `redo ${request}`));
  return [
    ['undos that found nothing to do', undos, []],
    ['what the undos left', left, [1, 2, 3, 4, 5]],
    ['redos that found nothing to do', redos, []],
    ['what the redos brought back', await stateOf(clean, member), before],
  ];
}

/** Every task is there once, under a number of its own. */
async function makingTasks({ clean, writers }: Scene): Promise<readonly Expectation[]> {
  await Promise.all(
    writers.map((writer) =>
      deliver(writer, () =>
        newTask(writer.store, memberOf(`tasks-${writer.index % 3}`), `task ${writer.index}`, {
          title: `task of ${writer.index}`,
          tags: [],
        }),
      ),
    ),
  );
  const { tasks } = await readDirectory(clean, 'T1');
  const titles = new Set(tasks.map(({ title }) => title));
  const numbers = new Set(tasks.map(({ number }) => number));
  return [
    ['tasks, titles, numbers', [tasks.length, titles.size, numbers.size], Array(3).fill(writers.length)],
  ];
}

/**
 * Tasks of three members are moved, renamed and deleted by all of them at once, and then every change is undone: no circle
 * closes on the way (the check of the whole table at the end tells), and no change is lost from a list.
 */
async function movingTasks({ clean, writers, changes }: Scene): Promise<readonly Expectation[]> {
  const members = Array.from({ length: 3 }, (_, index) => memberOf(`moving-${index}`));
  const memberFor = (index: number) => members[index % members.length] ?? memberOf('moving-0');
  const first = (await lastNumber(clean, 'T1')) + 1;
  for (let index = 0; index < 9; index += 1)
    await newTask(clean, memberFor(index), `moving ${index}`, { title: `moving ${index}`, tags: [] });
  const done = new Map<string, number>(members.map(({ memberId }) => [memberId, 3]));
  await Promise.all(
    writers.slice(0, 20).map(async (writer) => {
      const member = memberFor(writer.index);
      for (let number = 0; number < changes; number += 1) {
        const pick = () => first + Math.floor(writer.random() * 9);
        const [task, parent, sort] = [pick(), pick(), writer.random()];
        const request = `move ${writer.index} ${number}`;
        const answers = await deliver(writer, () =>
          moved(writer.store, member, request, { task, parent, sort }),
        );
        // A change that was made is told so by one delivery at least; all say so, or that nothing was left to do.
        if (answers.some(({ kind }) => kind === 'done' || kind === 'already done'))
          done.set(member.memberId, (done.get(member.memberId) ?? 0) + 1);
      }
    }),
  );
  const circles = (await checkTable(clean)).breaks;
  const undone = await Promise.all(
    members.map(async (member) => {
      const kinds = await until('nothing', (number) => undo(clean, member, `moving back ${number}`));
      return [member.memberId, kinds.length] as const;
    }),
  );
  return [
    ['circles', circles, []],
    ['changes that were undone or skipped', undone, [...done]],
  ];
}

type TaskPick = { readonly task: number; readonly parent: number; readonly sort: number };

async function moved(
  store: Store,
  member: Member,
  request: string,
  { task, parent, sort }: TaskPick,
): Promise<{ readonly kind: string }> {
  const found = await findTask(store, member, task);
  const seen = found && (await readTask(store, member.workspaceId, found));
  if (seen === undefined)
    return (await findReceipt(store, member, request)) === undefined
      ? { kind: 'gone' }
      : { kind: 'already done' };
  if (sort < 0.1) return deleteTask(store, member, request, seen);
  if (sort < 0.2)
    return changeTask(store, member, request, seen, { kind: 'rename', title: `renamed ${sort}` });
  if (sort < 0.3) return changeTask(store, member, request, seen, { kind: 'move', height: 0 });
  return changeTask(store, member, request, seen, { kind: 'move', parent, height: 0 });
}

/** Of all who start the same idle timer one wins; so it is for those who keep, stop, resume, cancel or switch it. */
async function timing({ clean, writers }: Scene): Promise<readonly Expectation[]> {
  const member = memberOf('timing');
  const idle = { state: 'idle', version: 0 } as const;
  const won = (answers: readonly { kind: string }[][]) =>
    answers.filter((all) => all.some(({ kind }) => kind === 'done' || kind === 'already done')).length;
  const starts = await Promise.all(
    writers.map((writer) =>
      deliver(writer, () =>
        startTimer(
          writer.store,
          member,
          `start ${writer.index}`,
          idle,
          running({ tags: [`${writer.index}`] }),
        ),
      ),
    ),
  );
  const { timer } = await readHome(clean, member, DAY);
  const keeps = await Promise.all(
    writers.map((writer) =>
      deliver(writer, () => keepTimer(writer.store, member, `keep ${writer.index}`, timer, writer.index)),
    ),
  );
  const { timer: kept } = await readHome(clean, member, DAY);
  const stops = await Promise.all(
    writers.map((writer) =>
      deliver(writer, () => stopTimer(writer.store, member, `stop ${writer.index}`, kept, content())),
    ),
  );
  const home = await readHome(clean, member, DAY);
  const resumes = await Promise.all(
    writers.map((writer) =>
      deliver(writer, () =>
        startTimer(writer.store, member, `resume ${writer.index}`, home.timer, running()),
      ),
    ),
  );
  const { timer: resumed } = await readHome(clean, member, DAY);
  const ends = await Promise.all(
    writers.map((writer) =>
      deliver(writer, () =>
        writer.index % 2 === 0
          ? cancelTimer(writer.store, member, `end ${writer.index}`, resumed)
          : startTimer(writer.store, member, `end ${writer.index}`, resumed, running(), content()),
      ),
    ),
  );
  return [
    ['winners of the start', won(starts), 1],
    ['winners of the answer that it still runs', won(keeps), 1],
    ['winners of the stop', won(stops), 1],
    ['winners of the resume', won(resumes), 1],
    ['winners of cancel and switch', won(ends), 1],
    ['entries and timer', [home.entries.length, timer.state, home.timer.state], [1, 'running', 'idle']],
  ];
}

/** After changes of every sort by all writers at once, undo-all and redo-all lead to equal states. */
async function changing({ clean, writers, changes }: Scene): Promise<readonly Expectation[]> {
  const member = memberOf('changing');
  await Promise.all(
    writers.slice(0, 20).map(async (writer) => {
      for (let number = 0; number < changes; number += 1) {
        const request = `change ${writer.index} ${number}`;
        const sort = writer.random();
        await deliver(writer, () => anyChange(writer, member, request, sort));
      }
    }),
  );
  const end = await stateOf(clean, member);
  const back = await until('nothing', (number) => undo(clean, member, `back ${number}`));
  const begin = await stateOf(clean, member);
  for (let number = 0; number < back.length; number += 1) await redo(clean, member, `forth ${number}`);
  const endAgain = await stateOf(clean, member);
  const backAgain = await until('nothing', (number) => undo(clean, member, `back again ${number}`));
  return [
    ['undos that did not undo', back.filter((kind) => kind !== 'undone'), []],
    [
      'entries and timer at the beginning',
      [begin.entries, begin.timer],
      [[], JSON.stringify({ state: 'idle' })],
    ],
    ['the end after undo-all and redo-all', endAgain, end],
    ['as many undos the second time', backAgain.length, back.length],
    ['the beginning the second time', await stateOf(clean, member), begin],
  ];
}

async function anyChange(
  { store, index }: Writer,
  member: Member,
  request: string,
  sort: number,
): Promise<{ kind: string }> {
  const said = content({ seconds: 1 + Math.floor(sort * 1e6), tags: [`writer-${index}`] });
  if (sort < 0.3) return logEntries(store, member, request, sort < 0.05 ? [said, said, said] : [said]);
  const { entries, timer, turn } = await readHome(store, member, '2026-09-01');
  const entry = entries[Math.floor(sort * 997) % Math.max(entries.length, 1)];
  if (sort < 0.45 && entry !== undefined) return editEntry(store, member, request, entry, said);
  if (sort < 0.5 && entry !== undefined) {
    return editEntry(store, member, request, entry, { ...said, date: '2026-09-10' });
  }
  if (sort < 0.58 && entry !== undefined) return deleteEntry(store, member, request, entry);
  if (sort < 0.63 && entry !== undefined) {
    const key = `d#${entry.date}#${entry.id}`;
    return undoChange(store, member, request, { key, version: entry.version });
  }
  if (sort < 0.66 && entry !== undefined) {
    const [first, second] = [content({ seconds: 1 }), content({ seconds: 2, date: '2026-09-11' })];
    return reshapeEntry(store, member, request, entry, { what: 'split', parts: [first, second] });
  }
  if (sort < 0.73) {
    if (timer.state === 'idle') return startTimer(store, member, request, timer, running());
    if (sort < 0.68) return keepTimer(store, member, request, timer, sort * 1000);
    if (sort < 0.69) return cancelTimer(store, member, request, timer);
    return stopTimer(store, member, request, timer, said);
  }
  return sort < 0.88 ? undo(store, member, request, turn) : redo(store, member, request);
}

/** Delivers a request one to three times, partly at once. */
async function deliver<Answer>({ random }: Writer, request: () => Promise<Answer>): Promise<Answer[]> {
  const times = 1 + Math.floor(random() * 3);
  const delivery = async () => {
    await wait(random() * 20);
    return answered(request);
  };
  return Promise.all(Array.from({ length: times }, delivery));
}

/** The same, each delivery after the answer to the one before. */
async function deliverInTurn<Answer>(
  { random }: Writer,
  request: () => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) answers.push(await answered(request));
  return answers;
}

/** Makes a request again until it is answered. */
async function answered<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < 30; tries += 1) {
    try {
      return await request();
    } catch (error) {
      if (!isLost(error)) throw error;
    }
  }
  throw new Error('a request was never answered');
}

async function until(
  kind: string,
  work: (number: number) => Promise<{ readonly kind: string }>,
): Promise<readonly string[]> {
  const kinds: string[] = [];
  for (let number = 0; number < 10_000; number += 1) {
    const result = await work(number);
    if (result.kind === kind) return kinds;
    kinds.push(result.kind);
  }
  throw new Error(`it never came to ${kind}`);
}

/** A clock of one machine, a few milliseconds on with each look. */
function clock(skew = 0): () => number {
  const start = Date.UTC(2026, 8, 16, 16) + skew;
  const began = performance.now();
  return () => Math.round(start + performance.now() - began);
}

function memberOf(memberId: string): Member {
  return { workspaceId: 'T1', memberId };
}

function given(entry: Entry | undefined): Entry {
  if (entry === undefined) throw new Error('the entry is not there');
  return entry;
}

function sumOf(counts: readonly FaultCounts[]): FaultCounts {
  const sum = { conflict: 0, throttle: 0, lost: 0 };
  for (const { conflict, throttle, lost } of counts) {
    sum.conflict += conflict;
    sum.throttle += throttle;
    sum.lost += lost;
  }
  return sum;
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 300);
}
