import { logEntries } from '../../src/store/log-entries.ts';
import { addDays } from '../../src/time.ts';
import { ANA, type BotRun, runBot } from './bot-run.ts';
import { content } from './samples.ts';

const MEMBER = { workspaceId: 'T000000001', memberId: ANA.id };

/** Requests, write units and read units, as the table reports them. */
export type Cost = readonly [requests: number, write: number, read: number];

/** A member who logged so much before this week, and 20 entries on one task in it. */
export async function memberWith(past: number): Promise<BotRun> {
  const run = await runBot();
  await run.track('task new Write the guide');
  const log = (batch: number) =>
    logEntries(
      run.store,
      MEMBER,
      `past ${batch}`,
      Array(50).fill(content({ date: addDays('2026-09-08', -batch), note: 'a line of text about it' })),
    );
  const batches = Array.from({ length: past / 50 }, (_, index) => index);
  for (let first = 0; first < batches.length; first += 8) {
    await Promise.all(batches.slice(first, first + 8).map(log));
  }
  await logEntries(run.store, MEMBER, 'this week', Array(20).fill(content({ task: 1 })));
  return run;
}

/** What something that a member does costs. */
export async function costOf({ tally }: BotRun, act: () => Promise<unknown>): Promise<Cost> {
  const { requests, write, read } = tally;
  await act();
  return [tally.requests - requests, tally.write - write, tally.read - read];
}

/** What App Home costs such a member: opened, opened again unchanged, and with an entry deleted in it. */
export async function homeCosts(past: number): Promise<readonly Cost[]> {
  const run = await memberWith(past);
  const costs = [
    await costOf(run, () => run.openHome()),
    await costOf(run, () => run.openHome()),
    await costOf(run, () => run.pressHome('Delete')),
  ];
  const problems = run.problems();
  await run.stop();
  if (problems.length > 0) throw new Error(problems.join('; '));
  return costs;
}

/**
 * The home read, the newest tasks, and the publication that is kept, also where nothing was published; a deletion adds
 * its own read and the change of an entry on a task.
 */
export const HOME_COSTS: readonly Cost[] = [
  [3, 1, 1.5],
  [3, 1, 1.5],
  [5, 7, 2.5],
];
