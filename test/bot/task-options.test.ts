import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTasks } from '../../src/bot/options/find-tasks.ts';
import { taskOptions } from '../../src/bot/options/task-options.ts';
import { slackOption } from '../../src/bot/views/form.ts';
import { keepDirectory } from '../../src/store/kept-directory.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { type Store, withTally } from '../../src/store/store.ts';
import type { Task } from '../../src/task.ts';
import { type BotRun, runBot } from '../support/bot-run.ts';
import { freshStore } from '../support/engine.ts';
import { manyTasks, putTasks } from '../support/put-tasks.ts';
import { ADA, content } from '../support/samples.ts';

const MANY = 5000;

let store: Store;
const kept = { directory: keepDirectory(() => 0) };

beforeAll(async () => {
  store = await freshStore();
  await putTasks(store, manyTasks(MANY).map(amongMany));
  for (const task of [17, 4999, 18]) await logEntries(store, ADA, `log ${task}`, [content({ task })]);
});

describe('a search among 5,000 tasks', () => {
  it.each([
    [
      'nothing typed: recents first, then the newest',
      '',
      [4, 2.5, 52],
      ['task-18 Title 18', 'task-4999 Title 4999', 'task-17 Title 17', 'task-5000 Title 5000'],
    ],
    ['a number: that task', '1234', [1, 0.5, 1], ['task-1234 Title 1234']],
    ['a number with its name', 'task-1234', [1, 0.5, 1], ['task-1234 Title 1234']],
    ['a word, the first time: the whole directory', 'title', [2, 28, 100], ['task-5000 Title 5000']],
    ['a word, while the directory is kept', 'titl', [1, 1, 100], ['task-5000 Title 5000']],
    ['words in any order, whatever the case', '4321 TITLE', [1, 1, 1], ['task-4321 Title 4321']],
    ['a number that no task has: a word', '999999', [3, 2.5, 0], []],
  ])('for %s', async (_, typed, [requests, read, found], first) => {
    const { store: counted, tally } = withTally(store);
    const source = { store: counted, member: ADA, since: '2026-09-01', ...kept };
    const options = taskOptions(await findTasks(source, typed)).map(slackOption);
    expect([tally.requests, tally.read, options.length]).toEqual([requests, read, found]);
    expect(options.slice(0, first.length).map(({ text }) => text.text)).toEqual(first);
    expect(Buffer.byteLength(JSON.stringify({ options }))).toBeLessThan(16_000);
  });
});

describe('what is offered', () => {
  let run: BotRun;
  beforeAll(async () => {
    run = await runBot();
  });
  afterAll(() => run.stop());

  it('are open tasks alone, and titles of any script, clipped', async () => {
    await run.track(`task new ${'Übergröße 日本語 '.repeat(12)}`);
    await run.track('task new Finished');
    await run.track('task done 2');
    await run.track('');
    const [first = '', ...others] = await run.options('task', '');
    expect(others).toEqual([]);
    expect(first).toMatch(/^task-1 Übergröße 日本語.*…$/);
    expect(first.length).toBeLessThanOrEqual(75);
    expect(await run.options('task', '2')).toEqual([]);
    expect(await run.options('task', 'ubergroße')).toHaveLength(1);
    expect(await run.options('task', 'nowhere')).toEqual([]);
    expect(run.problems()).toEqual([]);
  });
});

function amongMany(task: Task): Task {
  const { number } = task;
  const state = number % 100 === 50 ? 'done' : 'open';
  return { ...task, title: `Title ${number}`, ownerId: `U${number % 50}`, state, version: number };
}
