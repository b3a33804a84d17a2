import { describe, expect, it } from 'vitest';
import { changeTask, deleteTask } from '../../src/store/change-task.ts';
import { readTask } from '../../src/store/directory.ts';
import { KEPT_MS, keepDirectory } from '../../src/store/kept-directory.ts';
import { type Store, withTally } from '../../src/store/store.ts';
import { newTask } from '../../src/store/tasks.ts';
import type { Task } from '../../src/task.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB } from '../support/samples.ts';

describe('the directory that a process keeps', () => {
  it('is read once in thirty seconds, for whoever asks, and then anew', async () => {
    const clock = { now: 0 };
    const directory = keepDirectory(() => clock.now);
    const { store, tally } = withTally(await freshStore());
    await made(store, 'one');
    const begin = tally.requests;
    expect(await titles(store)).toEqual(['one']);
    // The listing, and the member's own newest tasks.
    expect(tally.requests - begin).toBe(2);
    await made(store, 'two', BOB);
    const before = tally.requests;
    expect(await titles(store)).toEqual(['one']);
    expect(tally.requests - before).toBe(1);
    clock.now = KEPT_MS;
    expect(await titles(store)).toEqual(['one', 'two']);

    async function titles(from: Store) {
      return (await directory.read(from, ADA)).tasks.map(({ title }) => title);
    }
  });

  it('shows a member’s own new task at once, wherever it was made', async () => {
    const directory = keepDirectory(() => 0);
    const store = await freshStore();
    expect((await directory.read(store, ADA)).tasks).toEqual([]);
    await made(store, 'one');
    expect((await directory.read(store, ADA)).tasks).toMatchObject([{ title: 'one' }]);
    expect((await directory.read(store, BOB)).tasks).toEqual([]);
  });

  it('shows what it was told of, another member’s task and a deletion too', async () => {
    const directory = keepDirectory(() => 0);
    const store = await freshStore();
    const one = await made(store, 'one', BOB);
    const two = await made(store, 'two', BOB);
    await directory.read(store, ADA);
    const renamed = await changeTask(store, ADA, 'r', one, { kind: 'rename', title: 'uno' });
    if (renamed.kind !== 'done') throw new Error(renamed.kind);
    directory.note('T1', renamed.task);
    await deleteTask(store, BOB, 'd', two);
    directory.note('T1', two, true);
    expect(await directory.read(store, ADA)).toMatchObject({ tasks: [{ title: 'uno' }] });
    expect((await directory.read(store, ADA)).gone.has(2)).toBe(true);
    expect(await readTask(store, 'T1', one)).toMatchObject({ title: 'uno' });
  });

  it('forgets what it was told once the listing must have it', async () => {
    const clock = { now: 0 };
    const directory = keepDirectory(() => clock.now);
    const store = await freshStore();
    const one = await made(store, 'one', BOB);
    directory.note('T1', { ...one, title: 'told' });
    expect(await directory.read(store, ADA)).toMatchObject({ tasks: [{ title: 'told' }] });
    clock.now = KEPT_MS;
    expect(await directory.read(store, ADA)).toMatchObject({ tasks: [{ title: 'one' }] });
  });

  it('gives up what it was told for what others wrote since, and reads no more often for many notes', async () => {
    const clock = { now: 0 };
    const directory = keepDirectory(() => clock.now);
    const { store, tally } = withTally(await freshStore());
    const one = await made(store, 'one', BOB);
    directory.note('T1', { ...one, title: 'told' });
    const before = tally.requests;
    const seen: [second: number, title: string | undefined][] = [];
    for (let second = 5; second < 30; second += 5) {
      clock.now = second * 1000;
      seen.push([second, (await directory.read(store, ADA)).tasks[0]?.title]);
      for (const number of [10, 20, 30]) directory.note('T1', { ...one, number: number * second });
    }
    expect(seen).toEqual([
      [5, 'told'],
      [10, 'told'],
      [15, 'one'],
      [20, 'one'],
      [25, 'one'],
    ]);
    // The member's own newest tasks each time, and a listing at 5, 15 and 25 seconds.
    expect(tally.requests - before).toBe(5 + 3);
  });

  it('reads again after a read that failed', async () => {
    const directory = keepDirectory(() => 0);
    const store = await freshStore();
    await made(store, 'one', BOB);
    await expect(directory.read({ ...store, table: 'nowhere' }, ADA)).rejects.toThrow();
    expect(await directory.read(store, ADA)).toMatchObject({ tasks: [{ title: 'one' }] });
  });
});

async function made(store: Store, title: string, by = ADA): Promise<Task> {
  const result = await newTask(store, by, title, { title, tags: [] });
  if (result.kind !== 'done') throw new Error(result.kind);
  return result.task;
}
