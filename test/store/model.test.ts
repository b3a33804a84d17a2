import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, EntryContent } from '../../src/entry.ts';
import { deleteEntry, editEntry } from '../../src/store/change-entry.ts';
import { cancelTimer, keepTimer, retimeTimer, startTimer, stopTimer } from '../../src/store/change-timer.ts';
import { readHome } from '../../src/store/home.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { reshapeEntry } from '../../src/store/reshape-entry.ts';
import type { Store } from '../../src/store/store.ts';
import { redo, undo } from '../../src/store/undo.ts';
import type { Timer } from '../../src/timer.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, content, running } from '../support/samples.ts';
import { saidBy } from '../support/state.ts';

/** What a member sees, as the simplest thing that can be right: a list of contents and what the timer says. */
type Seen = { readonly entries: readonly string[]; readonly timer: string };

/** The member's whole history: every state there was, and where in it they stand. */
type Model = { states: Seen[]; at: number };

type Real = { readonly store: Store; requests: number };

type Act = (model: Model, store: Store, request: string) => Promise<void>;

function step(
  name: string,
  act: Act,
  check: (model: Readonly<Model>) => boolean = () => true,
): fc.AsyncCommand<Model, Real> {
  return {
    check,
    async run(model, real) {
      real.requests += 1;
      await act(model, real.store, `request ${real.requests}`);
      expect(await seenBy(real.store)).toEqual(now(model));
    },
    toString: () => name,
  };
}

const hasEntries = (model: Readonly<Model>) => now(model).entries.length > 0;
const hasTimer = (model: Readonly<Model>) => now(model).timer !== '';

function log(said: readonly EntryContent[]) {
  return step(`log ${said.length}`, async (model, store, request) => {
    const { entries } = await logEntries(store, ADA, request, said);
    change(model, ({ entries: before }) => [...before, ...entries.map(saidBy)]);
    expect((await logEntries(store, ADA, request, said)).kind).toBe('already logged');
  });
}

function edit(pick: number, next: EntryContent) {
  const act: Act = async (model, store, request) => {
    const entry = await picked(store, pick);
    const result = await editEntry(store, ADA, request, entry, next);
    if (result.kind === 'unchanged') return;
    if (result.kind !== 'done') throw new Error(result.kind);
    change(model, ({ entries }) => [...withoutOne(entries, saidBy(entry)), saidBy(result.subject)]);
    expect((await editEntry(store, ADA, request, entry, next)).kind).toBe('already done');
  };
  return step(`edit ${pick} to ${saidBy({ ...next, id: '', version: 0 })}`, act, hasEntries);
}

function remove(pick: number) {
  const act: Act = async (model, store, request) => {
    const entry = await picked(store, pick);
    expect((await deleteEntry(store, ADA, request, entry)).kind).toBe('done');
    change(model, ({ entries }) => withoutOne(entries, saidBy(entry)));
  };
  return step(`delete ${pick}`, act, hasEntries);
}

function start(tag: string) {
  return step(`start ${tag}`, async (model, store, request) => {
    const { timer } = await readHome(store, ADA, '2026-09-01');
    const stopped = timer.state === 'running' ? content({ tags: timer.tags }) : undefined;
    const result = await startTimer(store, ADA, request, timer, running({ tags: [tag] }), stopped);
    const entry = result.kind === 'done' && result.entry !== undefined ? [saidBy(result.entry)] : [];
    expect(entry).toHaveLength(stopped === undefined ? 0 : 1);
    change(model, ({ entries }) => [...entries, ...entry], timerSaid(result.timer));
  });
}

function end(keeps: boolean) {
  const act: Act = async (model, store, request) => {
    const { timer } = await readHome(store, ADA, '2026-09-01');
    const said = content({ tags: ['ended'] });
    const ended = keeps
      ? stopTimer(store, ADA, request, timer, said)
      : cancelTimer(store, ADA, request, timer);
    expect((await ended).kind).toBe('done');
    const entry = saidBy({ ...said, id: '', version: 0 });
    change(model, ({ entries }) => (keeps ? [...entries, entry] : entries), '');
  };
  return step(keeps ? 'stop' : 'cancel', act, hasTimer);
}

/** Puts two entries in the place of one, perhaps on other days. */
function split(pick: number, parts: readonly [EntryContent, ...EntryContent[]]) {
  const act: Act = async (model, store, request) => {
    const entry = await picked(store, pick);
    const work = () => reshapeEntry(store, ADA, request, entry, { what: 'split', parts });
    const result = await work();
    if (result.kind !== 'done') throw new Error(result.kind);
    const said = result.entries.map(saidBy);
    change(model, ({ entries }) => [...withoutOne(entries, saidBy(entry)), ...said]);
    expect(await work()).toMatchObject({ kind: 'already done', entries: result.entries });
  };
  return step(`split ${pick} in ${parts.length}`, act, hasEntries);
}

/** Says that one is still working, or gives the timer another start. */
function move(to: number, kind: 'keep' | 'retime') {
  const act: Act = async (model, store, request) => {
    const { timer } = await readHome(store, ADA, '2026-09-01');
    const work = kind === 'keep' ? keepTimer : retimeTimer;
    const result = await work(store, ADA, request, timer, to);
    if (result.kind !== 'done') throw new Error(result.kind);
    change(model, ({ entries }) => entries, timerSaid(result.timer));
    expect((await work(store, ADA, request, timer, to)).kind).toBe('already done');
  };
  return step(`${kind} ${to}`, act, hasTimer);
}

const back = step('undo', async (model, store, request) => {
  const possible = model.at > 0;
  expect((await undo(store, ADA, request)).kind).toBe(possible ? 'undone' : 'nothing');
  if (!possible) return;
  model.at -= 1;
  expect((await undo(store, ADA, request)).kind).toBe('already done');
});

const forth = step('redo', async (model, store, request) => {
  const possible = model.at < model.states.length - 1;
  expect((await redo(store, ADA, request)).kind).toBe(possible ? 'redone' : 'nothing');
  if (!possible) return;
  model.at += 1;
  expect((await redo(store, ADA, request)).kind).toBe('already done');
});

const contents = fc
  .record({
    date: fc.constantFrom('2026-09-14', '2026-09-15', '2026-09-16'),
    seconds: fc.integer({ min: 1, max: 3 }),
    task: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
    note: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  })
  .map(({ task, note, ...said }) =>
    content({ ...said, ...(task === undefined ? {} : { task }), ...(note === undefined ? {} : { note }) }),
  );

const steps = fc.commands(
  [
    fc.array(contents, { minLength: 1, maxLength: 3 }).map(log),
    fc.tuple(fc.nat(9), contents).map(([pick, next]) => edit(pick, next)),
    fc.nat(9).map(remove),
    fc.tuple(fc.nat(9), contents, contents).map(([pick, one, other]) => split(pick, [one, other])),
    fc.tuple(fc.nat(9), contents).map(([pick, one]) => split(pick, [one])),
    fc.tuple(fc.nat(3), fc.constantFrom('keep', 'retime')).map(([to, kind]) => move(to, kind)),
    fc.constantFrom('x', 'y').map(start),
    fc.boolean().map(end),
    fc.constant(back),
    fc.constant(back),
    fc.constant(forth),
  ],
  { maxCommands: 40, size: 'max' },
);

describe('any sequence of changes, undos and redos', () => {
  it('shows what a plain list of states would show', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (commands) => {
        const model: Model = { states: [{ entries: [], timer: '' }], at: 0 };
        const real: Real = { store: await freshStore(), requests: 0 };
        await fc.asyncModelRun(() => ({ model, real }), commands);
        await undoAllAndRedoAll(model, real.store);
      }),
      { seed: 20_260_916, numRuns: 8 },
    );
  });
});

/** Back to the very beginning and forth to the end, every state on the way as it was. */
async function undoAllAndRedoAll(model: Model, store: Store): Promise<void> {
  for (let at = model.at - 1; at >= 0; at -= 1) {
    expect((await undo(store, ADA, `back to ${at}`)).kind).toBe('undone');
    expect(await seenBy(store)).toEqual(model.states[at]);
  }
  expect((await undo(store, ADA, 'back')).kind).toBe('nothing');
  for (let at = 1; at < model.states.length; at += 1) {
    expect((await redo(store, ADA, `forth to ${at}`)).kind).toBe('redone');
    expect(await seenBy(store)).toEqual(model.states[at]);
  }
  expect((await redo(store, ADA, 'forth')).kind).toBe('nothing');
}

function change(model: Model, next: (seen: Seen) => readonly string[], timer = now(model).timer): void {
  const state = { entries: next(now(model)).toSorted(), timer };
  model.states = [...model.states.slice(0, model.at + 1), state];
  model.at += 1;
}

function now({ states, at }: Readonly<Model>): Seen {
  const state = states[at];
  if (state === undefined) throw new Error('the model lost its place');
  return state;
}

async function seenBy(store: Store): Promise<Seen> {
  const { entries, timer, unreadable } = await readHome(store, ADA, '2026-09-01');
  expect(unreadable).toBe(0);
  return {
    entries: entries.map(saidBy).toSorted(),
    timer: timerSaid(timer),
  };
}

/** Everything that a timer says; nothing where none runs. */
function timerSaid({ version: _, ...said }: Timer): string {
  return said.state === 'idle' ? '' : JSON.stringify(said);
}

async function picked(store: Store, pick: number): Promise<Entry> {
  const { entries } = await readHome(store, ADA, '2026-09-01');
  const entry = entries[pick % entries.length];
  if (entry === undefined) throw new Error('there is no entry');
  return entry;
}

function withoutOne(texts: readonly string[], text: string): readonly string[] {
  return texts.toSpliced(texts.indexOf(text), 1);
}
