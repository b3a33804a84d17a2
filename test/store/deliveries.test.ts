import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry.ts';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { deleteEntry, editEntry } from '../../src/store/change-entry.ts';
import { changeTask } from '../../src/store/change-task.ts';
import { cancelTimer, startTimer, stopTimer } from '../../src/store/change-timer.ts';
import { readHome } from '../../src/store/home.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { writeNote } from '../../src/store/notes.ts';
import { writeFirstUse } from '../../src/store/prefs.ts';
import type { Store } from '../../src/store/store.ts';
import { newTask } from '../../src/store/tasks.ts';
import { redo, undo, undoChange } from '../../src/store/undo.ts';
import { anotherStore, freshStore } from '../support/engine.ts';
import { injectFaults } from '../support/faults.ts';
import { interruptAt } from '../support/interrupt.ts';
import { ADA, content, running } from '../support/samples.ts';
import { stateOf } from '../support/state.ts';

type Write = {
  readonly name: string;
  /** What there is before; whatever it gives back is handed to `act`. */
  readonly arrange: (store: Store) => Promise<Entry | undefined>;
  /** One delivery of the request, as it saw things before the first one. */
  readonly act: (store: Store, seen: Entry | undefined) => Promise<{ kind?: string }>;
};

const nothing = async () => undefined;
const oneEntry = async (store: Store) => (await logEntries(store, ADA, 'before', [content()])).entries[0];
const RUNNING = { ...running(), state: 'running' } as const;

/** The timer as it was when the request first came: what arrange left. */
const seenTimer = new WeakMap<Store, Awaited<ReturnType<typeof readHome>>['timer']>();

const WRITES: readonly Write[] = [
  { name: 'log', arrange: nothing, act: (s) => logEntries(s, ADA, 'act', [content()]) },
  { name: 'log of three', arrange: nothing, act: (s) => logEntries(s, ADA, 'act', Array(3).fill(content())) },
  {
    name: 'edit',
    arrange: oneEntry,
    act: (s, e) => editEntry(s, ADA, 'act', given(e), content({ seconds: 1 })),
  },
  {
    name: 'change of day',
    arrange: oneEntry,
    act: (s, e) => editEntry(s, ADA, 'act', given(e), content({ date: '2026-09-10' })),
  },
  { name: 'delete', arrange: oneEntry, act: (s, e) => deleteEntry(s, ADA, 'act', given(e)) },
  { name: 'start', arrange: nothing, act: async (s) => startTimer(s, ADA, 'act', await timer(s), RUNNING) },
  {
    name: 'switch',
    arrange: oneTimer,
    act: async (s) => startTimer(s, ADA, 'act', await timer(s), RUNNING, content({ seconds: 9 })),
  },
  { name: 'stop', arrange: oneTimer, act: async (s) => stopTimer(s, ADA, 'act', await timer(s), content()) },
  { name: 'cancel', arrange: oneTimer, act: async (s) => cancelTimer(s, ADA, 'act', await timer(s)) },
  {
    name: 'note',
    arrange: nothing,
    act: (s) => writeNote(s, ADA, 'act', { date: '2026-09-16', text: 'a note', tags: [] }),
  },
  {
    name: 'new task of a typed number',
    arrange: nothing,
    act: (s) => newTask(s, ADA, 'act', { title: 'book', tags: [], number: 5 }),
  },
  { name: 'task done', arrange: oneTask, act: (s) => changeTask(s, ADA, 'act', TASK, { kind: 'done' }) },
  { name: 'undo', arrange: severalEntries, act: (s) => undo(s, ADA, 'act') },
  {
    name: 'redo',
    async arrange(store) {
      await severalEntries(store);
      for (const request of ['u1', 'u2', 'u3']) await undo(store, ADA, request);
      return undefined;
    },
    act: (s) => redo(s, ADA, 'act'),
  },
  {
    name: 'Undo button',
    arrange: severalEntries,
    act: (s, e) =>
      undoChange(s, ADA, 'act', { key: `d#${given(e).date}#${given(e).id}`, version: given(e).version }),
  },
  {
    name: 'first use',
    arrange: nothing,
    async act(s) {
      await writeFirstUse(s, ADA, 'act', { ...FIRST_SETTINGS, zone: 'Asia/Tokyo' });
      return {};
    },
  },
];

const TASK = { number: 1, title: 'book', ownerId: 'U1', tags: [], state: 'open', version: 1 } as const;

describe.each(WRITES)('$name', ({ arrange, act }) => {
  let once: ReturnType<typeof stateOf> | undefined;

  it('delivered three times, one after the other, has the effect of one', async () => {
    const { store, seen, once } = await prepared();
    for (let delivery = 0; delivery < 3; delivery += 1) await act(store, seen);
    expect(await stateOf(store, ADA)).toEqual(once);
  });

  it('delivered five times at once has the effect of one', async () => {
    const { store, seen, once } = await prepared();
    await Promise.all(Array.from({ length: 5 }, () => act(store, seen)));
    expect(await stateOf(store, ADA)).toEqual(once);
  });

  it('interrupted at any write and delivered again has the effect of one', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let at = 0; ; at += 1) {
        const { store, seen, once } = await prepared();
        const broken = await anotherStore(store);
        seenTimer.set(broken, await timer(store));
        const interrupt = interruptAt(broken.client, at, when);
        await act(broken, seen).catch(() => undefined);
        if (!interrupt.reached) break;
        expect(at).toBeLessThan(3);
        await act(store, seen);
        expect(await stateOf(store, ADA)).toEqual(once);
      }
    }
  });

  it('has the effect of one under conflicts and lost answers', async () => {
    const { store, seen, once } = await prepared();
    const shaken = await anotherStore(store);
    seenTimer.set(shaken, await timer(store));
    injectFaults(shaken.client, { seed: 7, conflict: 0.4, lost: 0.3 });
    for (let delivery = 0; delivery < 6; delivery += 1) await act(shaken, seen).catch(() => undefined);
    await act(store, seen);
    expect(await stateOf(store, ADA)).toEqual(once);
  });

  /** A store as it is before the first delivery, and the state that one delivery leaves, found on another table. */
  async function prepared() {
    once ??= (async () => {
      const { store, seen } = await arranged();
      await act(store, seen);
      return stateOf(store, ADA);
    })();
    return { ...(await arranged()), once: await once };
  }

  async function arranged() {
    const store = await freshStore();
    const seen = await arrange(store);
    seenTimer.set(store, (await readHome(store, ADA, '2026-09-16')).timer);
    return { store, seen };
  }
});

async function timer(store: Store) {
  const seen = seenTimer.get(store);
  if (seen === undefined) throw new Error('the timer was not read before');
  return seen;
}

async function oneTimer(store: Store): Promise<undefined> {
  await startTimer(store, ADA, 'before', { state: 'idle', version: 0 }, running());
}

async function oneTask(store: Store): Promise<undefined> {
  await newTask(store, ADA, 'before', { title: 'book', tags: [] });
}

async function severalEntries(store: Store): Promise<Entry | undefined> {
  const first = await logEntries(store, ADA, 'one', [content({ seconds: 1 })]);
  for (const seconds of [2, 3, 4]) await logEntries(store, ADA, `log ${seconds}`, [content({ seconds })]);
  return first.entries[0];
}

function given(entry: Entry | undefined): Entry {
  if (entry === undefined) throw new Error('nothing was arranged');
  return entry;
}
