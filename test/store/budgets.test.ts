import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry.ts';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { deleteEntry, editEntry } from '../../src/store/change-entry.ts';
import { deleteNote, editNote } from '../../src/store/change-note.ts';
import { changeTask, deleteTask } from '../../src/store/change-task.ts';
import { cancelTimer, keepTimer, retimeTimer, startTimer, stopTimer } from '../../src/store/change-timer.ts';
import { findTask, readDirectory, readTask } from '../../src/store/directory.ts';
import { lastDayBefore, readEntriesWithNotes, readTaskNotes } from '../../src/store/find-notes.ts';
import { readHome } from '../../src/store/home.ts';
import { keepPublication } from '../../src/store/keep-publication.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { readNotes, writeNote } from '../../src/store/notes.ts';
import { writeFirstUse, writePrefs } from '../../src/store/prefs.ts';
import { readEntries, readEntry } from '../../src/store/read-entries.ts';
import { reshapeEntry } from '../../src/store/reshape-entry.ts';
import { type Store, withTally } from '../../src/store/store.ts';
import { changeTag, noteTag } from '../../src/store/tags.ts';
import { newTask } from '../../src/store/tasks.ts';
import { redo, undo, undoChange } from '../../src/store/undo.ts';
import { addDays } from '../../src/time.ts';
import { freshStore } from '../support/engine.ts';
import { putEntries } from '../support/put-entries.ts';
import { manyTasks, putTasks } from '../support/put-tasks.ts';
import { ADA, content, running } from '../support/samples.ts';

/** Requests, write units and read units, as the table reports them. */
type Cost = readonly [requests: number, write: number, read: number];

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

const IDLE = { state: 'idle', version: 0 } as const;
const TODAY = '2026-09-16';
const TASK = { task: 12 };

describe('creating', () => {
  it('costs two write units an entry, one more where it names a task', async () => {
    expect(await cost((s) => logEntries(s, ADA, 'a', [content()]))).toEqual([1, 2, 0]);
    expect(await cost((s) => logEntries(s, ADA, 'b', [content(TASK)]))).toEqual([1, 3, 0]);
    expect(await cost((s) => logEntries(s, ADA, 'c', Array(5).fill(content())))).toEqual([1, 15, 0]);
    expect(await cost((s) => logEntries(s, ADA, 'd', Array(5).fill(content(TASK))))).toEqual([1, 20, 0]);
    expect(await cost((s) => writeNote(s, ADA, 'e', { date: TODAY, text: 'note', tags: [] }))).toEqual([
      1, 2, 0,
    ]);
  });

  it('of a member costs one transaction with the first digest and upkeep, of their prefs one unit, four with another time', async () => {
    const prefs = { ...FIRST_SETTINGS, zone: 'Europe/Madrid' } as const;
    expect(await cost((s) => writeFirstUse(s, ADA, 'a', prefs))).toEqual([1, 8, 0]);
    const { prefs: seen } = await readHome(store, ADA, TODAY);
    if (seen === undefined) throw new Error('no prefs');
    const digest = { weekday: 5, time: '17:00' } as const;
    expect(await cost((s) => writePrefs(s, ADA, seen, { ...prefs, digest }))).toEqual([1, 4, 0]);
    const { prefs: later } = await readHome(store, ADA, TODAY);
    if (later === undefined) throw new Error('no prefs');
    expect(await cost((s) => writePrefs(s, ADA, later, { ...prefs, digest, weekStart: 7 }))).toEqual([
      1, 1, 0,
    ]);
  });
});

describe('a change of an entry', () => {
  it.each([
    ['an edit', {}, { seconds: 60 }, [1, 5, 0]],
    ['an edit, naming a task', TASK, { ...TASK, seconds: 60 }, [1, 6, 0]],
    ['an edit of its text, naming a task', TASK, { ...TASK, note: 'x' }, [1, 5, 0]],
    ['another task', TASK, { task: 13 }, [1, 7, 0]],
    ['another day', {}, { date: '2026-09-10' }, [1, 7, 0]],
    ['another day, naming a task', TASK, { ...TASK, date: '2026-09-10' }, [1, 9, 0]],
  ] as const)('%s keeps its budget', async (_name, before, after, budget) => {
    const entry = await logged(before);
    expect(await cost((s) => editEntry(s, ADA, 'e', entry, content(after)))).toEqual(budget);
  });

  it('a deletion keeps its budget', async () => {
    const plain = await logged();
    expect(await cost((s) => deleteEntry(s, ADA, 'd', plain))).toEqual([1, 5, 0]);
    const onTask = await logged(TASK);
    expect(await cost((s) => deleteEntry(s, ADA, 'd 2', onTask))).toEqual([1, 6, 0]);
  });
});

describe('two entries in the place of one', () => {
  const part = { clock: { startedAt: 0, endedAt: 1000 } };

  it.each([
    ['a split', {}, ['2026-09-16', '2026-09-16'], [1, 7, 0]],
    ['a split, naming a task', TASK, ['2026-09-16', '2026-09-16'], [1, 9, 0]],
    ['a split over midnight', {}, ['2026-09-16', '2026-09-17'], [1, 7, 0]],
    ['a crop', {}, ['2026-09-16'], [1, 7, 0]],
    ['a crop, naming a task', TASK, ['2026-09-16'], [1, 8, 0]],
    ['a crop to the next day', {}, ['2026-09-17'], [1, 9, 0]],
  ] as const)('%s keeps its budget', async (name, said, [date, ...later], budget) => {
    const entry = await logged(said);
    const beside = name.startsWith('a crop') ? { beside: await logged() } : {};
    const partOn = (day: string) => content({ ...said, ...part, date: day, seconds: 60 });
    const parts = [partOn(date), ...later.map(partOn)] as const;
    expect(await cost((s) => reshapeEntry(s, ADA, 'x', entry, { what: 'split', parts, ...beside }))).toEqual(
      budget,
    );
  });
});

describe('the timer', () => {
  it('starts, switches, stops and is cancelled within budget', async () => {
    // What lets a timer run puts the question of the night on the clockwork: two units more than the change itself.
    expect(await cost((s) => startTimer(s, ADA, '1', IDLE, running()))).toEqual([1, 7, 0]);
    const next = await timer();
    expect(await cost((s) => startTimer(s, ADA, '2', next, running(), content()))).toEqual([1, 9, 0]);
    const second = await timer();
    expect(await cost((s) => stopTimer(s, ADA, '3', second, content()))).toEqual([1, 7, 0]);
    await startTimer(store, ADA, '4', await timer(), running());
    const third = await timer();
    expect(await cost((s) => stopTimer(s, ADA, '5', third, content(TASK)))).toEqual([1, 8, 0]);
    await startTimer(store, ADA, '6', await timer(), running());
    const fourth = await timer();
    expect(await cost((s) => cancelTimer(s, ADA, '7', fourth))).toEqual([1, 5, 0]);
    await startTimer(store, ADA, '8', await timer(), running());
    const fifth = await timer();
    expect(await cost((s) => keepTimer(s, ADA, '9', fifth, Date.UTC(2026, 8, 17)))).toEqual([1, 7, 0]);
    const sixth = await timer();
    expect(await cost((s) => retimeTimer(s, ADA, '10', sixth, Date.UTC(2026, 8, 16)))).toEqual([1, 7, 0]);
  });
});

describe('undo and redo', () => {
  it.each([
    ['a log', () => logged(), 8],
    ['a log that names a task', () => logged(TASK), 9],
    ['an edit', async () => editEntry(store, ADA, 'e', await logged(), content({ seconds: 1 })), 10],
    ['a deletion', async () => deleteEntry(store, ADA, 'd', await logged()), 10],
    ['a start', () => startTimer(store, ADA, 's', IDLE, running()), 10],
    [
      'a stop',
      async () => {
        await startTimer(store, ADA, 's', IDLE, running());
        await stopTimer(store, ADA, 't', await timer(), content());
      },
      12,
    ],
    [
      'a change of day',
      async () => editEntry(store, ADA, 'e', await logged(), content({ date: '2026-09-10' })),
      12,
    ],
  ] as const)('of %s keep their budget', async (_name, arrange, write) => {
    await arrange();
    const { turn } = await readHome(store, ADA, TODAY);
    expect(await cost((s) => undo(s, ADA, 'u'))).toEqual([3, write, 3]);
    expect(await cost((s) => redo(s, ADA, 'r'))).toEqual([4, write, 4]);
    const { turn: later } = await readHome(store, ADA, TODAY);
    expect(later).not.toEqual(turn);
    expect(await cost((s) => undo(s, ADA, 'u 2', later))).toEqual([2, write, 2]);
    const { turn: last } = await readHome(store, ADA, TODAY);
    expect(await cost((s) => redo(s, ADA, 'r 2', last))).toEqual([3, write, 3]);
  });

  it('cost no write where there is nothing', async () => {
    expect(await cost((s) => undo(s, ADA, 'u'))).toEqual([3, 0, 4]);
    expect(await cost((s) => redo(s, ADA, 'r'))).toEqual([4, 0, 5]);
    await logged();
    await undo(store, ADA, 'u 2');
    await logged();
    expect(await cost((s) => redo(s, ADA, 'r 2'))).toEqual([4, 0, 5]);
  });

  it('by a button read the line by its key', async () => {
    const { undo: target } = await logEntries(store, ADA, 'a', [content()]);
    expect(await cost((s) => undoChange(s, ADA, 'u', target))).toEqual([3, 8, 2]);
  });
});

describe('tasks', () => {
  const plain = { title: 'book', tags: [] };

  it('are made, renamed and done within budget', async () => {
    expect(await cost((s) => newTask(s, ADA, 'a', plain))).toEqual([2, 7, 0]);
    expect(await cost((s) => newTask(s, ADA, 'b', { ...plain, parent: 1 }))).toEqual([3, 9, 0.5]);
    expect(await cost((s) => newTask(s, ADA, 'c', { ...plain, number: 12 }))).toEqual([2, 7, 0]);
    const task = await readTask(store, 'T1', { number: 1, ownerId: 'U1' });
    if (task === undefined) throw new Error('no task');
    // The directory carries title and state, so each of these writes its row too: one unit more than 5.
    expect(await cost((s) => changeTask(s, ADA, 'd', task, { kind: 'rename', title: 'x' }))).toEqual([
      1, 6, 0,
    ]);
    expect(await cost((s) => changeTask(s, ADA, 'e', task, { kind: 'done' }))).toEqual([1, 6, 0]);
    expect(await cost((s) => undo(s, ADA, 'u'))).toEqual([3, 11, 3]);
  });

  it('are moved, estimated, tagged, edited and deleted within budget', async () => {
    for (const [index, parent] of [undefined, 1, 2, undefined].entries()) {
      const task = { ...plain, ...(parent === undefined ? {} : { parent }) };
      await newTask(store, ADA, `new ${index}`, task);
    }
    const at = async (number: number) => {
      const task = await readTask(store, 'T1', { number, ownerId: 'U1' });
      if (task === undefined) throw new Error('no task');
      return task;
    };
    const [four, one] = [await at(4), await at(1)];
    const under = { kind: 'move', parent: 3, height: 0 } as const;
    // Three tasks above it: a read and a check of each, and the directory's own row besides the design's 5 + 2d.
    expect(await cost((s) => changeTask(s, ADA, 'm', four, under))).toEqual([4, 12, 1.5]);
    expect(await cost((s) => undo(s, ADA, 'u'))).toEqual([3, 11, 3]);
    // Back under two tasks: the directory for what hangs below, both rows read and checked.
    await changeTask(store, ADA, 'top', await at(3), { kind: 'move', height: 1 });
    expect(await cost((s) => undo(s, ADA, 'u 2'))).toEqual([8, 15, 6.5]);
    expect(await cost((s) => changeTask(s, ADA, 'e', one, { kind: 'estimate', estimate: 60 }))).toEqual([
      1, 6, 0,
    ]);
    // The directory does not carry tags.
    expect(await cost((s) => changeTask(s, ADA, 't', one, { kind: 'tag', tags: ['a'] }))).toEqual([1, 5, 0]);
    const all = { kind: 'edit', title: 'novel', tags: ['b'], estimate: 60, height: 0 } as const;
    const now = await at(1);
    expect(await cost((s) => changeTask(s, ADA, 'a', now, all))).toEqual([1, 6, 0]);
    const then = await at(1);
    expect(await cost((s) => deleteTask(s, ADA, 'd', then))).toEqual([1, 6, 0]);
  });

  it('are found and listed within budget', async () => {
    await putTasks(store, manyTasks(1));
    expect(await cost((s) => findTask(s, ADA, 1))).toEqual([1, 0, 0.5]);
    expect(await cost((s) => findTask(s, ADA, 2))).toEqual([2, 0, 1.5]);
    await putTasks(store, manyTasks(100, { title: 'book' }));
    expect(await cost((s) => readDirectory(s, 'T1'))).toEqual([1, 0, 0.5]);
  });
});

describe('notes', () => {
  const NOTE = { date: TODAY, text: 'a line of text about this piece of work, and another', tags: [] };

  it('are changed and deleted as entries are', async () => {
    const { note } = await writeNote(store, ADA, 'a', NOTE);
    expect(await cost((s) => editNote(s, ADA, 'b', note, { ...NOTE, text: 'x' }))).toEqual([1, 5, 0]);
    const { notes } = await readNotes(store, ADA, { since: TODAY, until: TODAY });
    const [seen] = notes;
    if (seen === undefined) throw new Error('no note');
    expect(await cost((s) => deleteNote(s, ADA, 'c', seen))).toEqual([1, 5, 0]);
    expect(await cost((s) => undo(s, ADA, 'u'))).toEqual([3, 10, 3]);
  });

  it('cost a member with 100 of them one unit a day, and a search one request', async () => {
    for (let index = 0; index < 100; index += 1) {
      const date = `2026-0${(index % 9) + 1}-1${index % 5}`;
      await writeNote(store, ADA, `n${index}`, { ...NOTE, date, ...(index % 10 === 0 ? { task: 3 } : {}) });
    }
    expect(await cost((s) => readNotes(s, ADA, { since: TODAY, until: TODAY }))).toEqual([1, 0, 1]);
    expect(await cost((s) => readTaskNotes(s, ADA, 3))).toEqual([1, 0, 3]);
    expect(await readTaskNotes(store, ADA, 3)).toHaveLength(10);
    expect(await cost((s) => lastDayBefore(s, ADA, TODAY))).toEqual([2, 0, 2]);
    const period = { since: '2026-01-01', until: TODAY };
    expect(await cost((s) => readEntriesWithNotes(s, ADA, period))).toEqual([1, 0, 1]);
  });
});

describe('tags', () => {
  it('are noted at their first use for one unit, changed without touching an entry', async () => {
    expect(await cost((s) => noteTag(s, ADA, 'writing'))).toEqual([1, 1, 0]);
    const { tags } = await readHome(store, ADA, TODAY);
    const rename = { kind: 'rename', from: 'writing', to: 'prose' } as const;
    expect(await cost((s) => changeTag(s, ADA, 'a', tags, rename))).toEqual([1, 5, 0]);
    const { tags: renamed } = await readHome(store, ADA, TODAY);
    const back = { kind: 'rename', from: 'prose', to: 'writing' } as const;
    // Both names change: the old one is in force again.
    expect(await cost((s) => changeTag(s, ADA, 'b', renamed, back))).toEqual([1, 7, 0]);
    expect(await cost((s) => changeTag(s, ADA, 'c', [], { kind: 'archive', tag: 'new' }))).toEqual([1, 5, 0]);
    expect(await cost((s) => undo(s, ADA, 'u'))).toEqual([3, 10, 3]);
  });
});

describe('App Home', () => {
  it('is kept as it was published for one unit', async () => {
    const first = { content: 'a', slackHash: '1.x' };
    expect(await cost((s) => keepPublication(s, ADA, undefined, first))).toEqual([1, 1, 0]);
    const { publication } = await readHome(store, ADA, TODAY);
    expect(await cost((s) => keepPublication(s, ADA, publication, first))).toEqual([1, 1, 0]);
  });
});

describe('reading', () => {
  it('today with 20 entries costs one request and one unit', async () => {
    await logEntries(store, ADA, 'a', Array(20).fill(content()));
    expect(await cost((s) => readEntries(s, ADA, { since: TODAY, until: TODAY }))).toEqual([1, 0, 1]);
    expect(await cost((s) => readHome(s, ADA, TODAY))).toEqual([1, 0, 1]);
  });

  it('a week with 100 entries costs one request and four units', async () => {
    for (let day = 14; day < 19; day += 1) {
      const note = 'a line of text about this piece of work';
      const entry = content({ date: `2026-09-${day}`, note, tags: ['writing', 'deep'] });
      await logEntries(store, ADA, `day ${day}`, Array(20).fill(entry));
    }
    expect(await cost((s) => readHome(s, ADA, '2026-09-14'))).toEqual([1, 0, 4]);
    expect(await cost((s) => readNotes(s, ADA, { since: '2026-09-14', until: '2026-09-20' }))).toEqual([
      1, 0, 1,
    ]);
  });

  it('1,000 entries for a report costs the same with and without their notes, in one request', async () => {
    const note = 'a line of text about this piece of work';
    const many = Array.from({ length: 1000 }, (_, index) =>
      content({ date: addDays('2026-01-01', Math.floor(index / 5)), note }),
    );
    await putEntries(store, ADA, many);
    const year = { since: '2026-01-01', until: '2026-12-31' };
    expect(await cost((s) => readEntries(s, ADA, year))).toEqual([1, 0, 30]);
    expect(await cost((s) => readEntries(s, ADA, year, { notes: false, mostPages: 5 }))).toEqual([1, 0, 30]);
  });

  it('one entry costs one unit', async () => {
    const entry = await logged();
    expect(await cost((s) => readEntry(s, ADA, entry))).toEqual([1, 0, 1]);
  });
});

async function cost(work: (store: Store) => Promise<unknown>): Promise<Cost> {
  const { store: counted, tally } = withTally(store);
  await work(counted);
  return [tally.requests, tally.write, tally.read];
}

let logs = 0;

async function logged(said: Parameters<typeof content>[0] = {}): Promise<Entry> {
  logs += 1;
  const { entries } = await logEntries(store, ADA, `log ${logs}`, [content(said)]);
  const [entry] = entries;
  if (entry === undefined) throw new Error('nothing was logged');
  return entry;
}

async function timer() {
  return (await readHome(store, ADA, TODAY)).timer;
}
